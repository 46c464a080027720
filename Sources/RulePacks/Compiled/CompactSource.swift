/// Why compact bytes were not read: they are damaged, or hold what this program does not know.
struct CompactDamage: Error {}

/// Bytes that `CompactEncoder` wrote, with the places of their texts.
///
/// Packs are read at every call of the program, so they are read without `Decoder`: its containers
/// cost more than everything else in a short command. The bytes have to outlive the source.
final class CompactSource {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the value begins.
  let body: Int
  private let places: [Range<Int>]
  private var texts: [String?]

  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(CompactDamage) {
    guard bytes.starts(with: CompactEncoder.mark) else { throw CompactDamage() }
    self.bytes = bytes
    var position = CompactEncoder.mark.count
    let count = try Self.number(bytes, &position, below: bytes.count)
    var places: [Range<Int>] = []
    places.reserveCapacity(count)
    for _ in 0..<count {
      let length = try Self.number(bytes, &position, below: bytes.count)
      guard length <= bytes.count - position else { throw CompactDamage() }
      places.append(position..<position + length)
      position += length
    }
    self.places = places
    texts = Array(repeating: nil, count: count)
    body = position
  }

  /// A text by its number.
  func text(_ number: Int) throws(CompactDamage) -> String {
    guard texts.indices.contains(number) else { throw CompactDamage() }
    if let text = texts[number] { return text }
    let text = String(decoding: bytes[places[number]], as: UTF8.self)
    texts[number] = text
    return text
  }

  /// How a text stands to a name in the order of their bytes: below zero where it comes before.
  func order(_ number: Int, _ name: StaticString) throws(CompactDamage) -> Int {
    guard places.indices.contains(number) else { throw CompactDamage() }
    let place = places[number]
    let count = name.utf8CodeUnitCount
    for offset in 0..<min(place.count, count) {
      let difference = Int(bytes[place.lowerBound + offset]) - Int(name.utf8Start[offset])
      if difference != 0 { return difference }
    }
    return place.count - count
  }

  /// A number as it was written.
  static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, until end: Int? = nil
  ) throws(CompactDamage) -> Int64 {
    let end = end ?? bytes.count
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while position < end, shift < 64 {
      let byte = bytes[position]
      position += 1
      result |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return Int64(bitPattern: result >> 1) ^ -Int64(result & 1) }
      shift += 7
    }
    throw CompactDamage()
  }

  /// A number of things: never below zero nor above a bound.
  static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, below bound: Int
  ) throws(CompactDamage) -> Int {
    let number = try number(bytes, &position, until: nil)
    guard number >= 0, number <= Int64(bound) else { throw CompactDamage() }
    return Int(number)
  }
}
