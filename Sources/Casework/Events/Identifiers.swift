/// The stream that an event belongs to: a case, or the office itself.
package struct StreamID: Hashable, Comparable, Sendable, Codable {
  /// 32 hexadecimal digits for a case; `office` for users, practice, calendars and packs.
  package let text: String

  /// The office's own stream.
  package static let office = StreamID(text: "office")

  /// A stream named by its text, which is not checked.
  package init(text: String) { self.text = text }

  /// A case's stream from 16 random bytes.
  package init(random bytes: [UInt8]) { text = Hexadecimal.text(of: bytes.prefix(16)) }

  /// By text.
  package static func < (left: StreamID, right: StreamID) -> Bool { left.text < right.text }

  /// Decodes the text.
  package init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  /// Encodes the text.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// The SHA-256 of an event's header, as 64 hexadecimal digits.
package typealias EventID = String

/// A proceeding within a case: the procedure's id for the main one, `change-2`,
/// `annual_report-2026` for the others.
package typealias ProceedingID = String

/// Bytes as hexadecimal text.
package enum Hexadecimal {
  /// Two lower-case digits a byte.
  package static func text(of bytes: some Sequence<UInt8>) -> String {
    if let text = bytes.withContiguousStorageIfAvailable(text(ofBytes:)) { return text }
    return Array(bytes).withUnsafeBufferPointer(text(ofBytes:))
  }

  private static func text(ofBytes bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: 2 * bytes.count) { out in
      for (index, byte) in bytes.enumerated() {
        out[2 * index] = digit(byte >> 4)
        out[2 * index + 1] = digit(byte & 15)
      }
      return 2 * bytes.count
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
