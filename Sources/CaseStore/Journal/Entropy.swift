import Synchronization

/// Where the ids of streams and devices and the salts of payloads come from.
package final class Entropy: Sendable {
  private let isSeeded: Bool
  private let state: Mutex<UInt64>

  /// Unpredictable bytes of the system: what every real store has.
  package static let system = Entropy(isSeeded: false, 0)

  private init(isSeeded: Bool, _ seed: UInt64) {
    self.isSeeded = isSeeded
    state = Mutex(seed)
  }

  /// The same bytes every time, for stores that nobody relies on: demonstrations and tests.
  package static func seeded(_ seed: UInt64) -> Entropy { Entropy(isSeeded: true, seed) }

  /// So many bytes.
  func bytes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    if isSeeded {
      state.withLock { state in
        while bytes.count < count { append(Self.next(&state), to: &bytes, upTo: count) }
      }
    } else {
      var generator = SystemRandomNumberGenerator()
      while bytes.count < count { append(generator.next(), to: &bytes, upTo: count) }
    }
    return bytes
  }

  private func append(_ word: UInt64, to bytes: inout [UInt8], upTo count: Int) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    if bytes.count > count { bytes.removeLast(bytes.count - count) }
  }

  /// SplitMix64.
  private static func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
