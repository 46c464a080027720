/// Reads what `CompactEncoder` wrote.
package enum CompactDecoder {
  /// Whether bytes are of this form.
  package static func canRead(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: CompactEncoder.mark)
  }

  /// Reads a value.
  ///
  /// - Throws: `DecodingError` where the bytes are damaged or are those of another type.
  package static func decode<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8]
  ) throws -> Value {
    guard let source = Source(bytes) else { throw Source.damaged }
    return try Value(
      from: Reader(source: source, range: source.body..<bytes.count, codingPath: []))
  }

  /// The bytes with the table of texts.
  final class Source {
    let bytes: [UInt8]
    let texts: [String]
    /// Where the value begins.
    let body: Int

    init?(_ bytes: [UInt8]) {
      guard CompactDecoder.canRead(bytes) else { return nil }
      var position = CompactEncoder.mark.count
      guard let count = CompactNumber.read(bytes, &position), count >= 0, count <= bytes.count
      else { return nil }
      var texts: [String] = []
      texts.reserveCapacity(Int(count))
      for _ in 0..<count {
        guard let length = CompactNumber.read(bytes, &position), length >= 0,
          length <= bytes.count - position
        else { return nil }
        texts.append(String(decoding: bytes[position..<position + Int(length)], as: UTF8.self))
        position += Int(length)
      }
      self.bytes = bytes
      self.texts = texts
      body = position
    }

    func number(_ range: Range<Int>) throws -> Int64 { try scalar(.number, range) }

    func flag(_ range: Range<Int>) throws -> Bool {
      guard let first = bytes[range].first, let kind = CompactEncoder.Kind(rawValue: first),
        kind == .no || kind == .yes
      else { throw Self.damaged }
      return kind == .yes
    }

    func text(_ range: Range<Int>) throws -> String { try text(scalar(.text, range)) }

    func text(_ number: Int64) throws -> String {
      guard number >= 0, number < texts.count else { throw Self.damaged }
      return texts[Int(number)]
    }

    private func scalar(_ kind: CompactEncoder.Kind, _ range: Range<Int>) throws -> Int64 {
      var position = range.lowerBound
      guard position < range.upperBound, bytes[position] == kind.rawValue else {
        throw Self.damaged
      }
      position += 1
      guard let number = CompactNumber.read(bytes, &position) else { throw Self.damaged }
      return number
    }

    /// The places of a list's values, or of a map's with the number of each key.
    func entries(
      _ range: Range<Int>, withKeys: Bool
    ) throws -> [(key: Int64, range: Range<Int>)] {
      var position = range.lowerBound
      guard let count = CompactNumber.read(bytes, &position), count >= 0, count <= range.count
      else { throw Self.damaged }
      var found: [(key: Int64, range: Range<Int>)] = []
      found.reserveCapacity(Int(count))
      for _ in 0..<count {
        var key: Int64 = 0
        if withKeys {
          guard let number = CompactNumber.read(bytes, &position) else { throw Self.damaged }
          key = number
        }
        guard let length = CompactNumber.read(bytes, &position), length >= 0,
          length <= range.upperBound - position
        else { throw Self.damaged }
        found.append((key, position..<position + Int(length)))
        position += Int(length)
      }
      return found
    }

    static let damaged = DecodingError.dataCorrupted(
      DecodingError.Context(codingPath: [], debugDescription: "damaged"))
  }

  struct Reader: Decoder {
    let source: Source
    let range: Range<Int>
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(
      keyedBy type: Key.Type
    ) throws -> KeyedDecodingContainer<Key> {
      KeyedDecodingContainer(
        Keyed<Key>(source: source, entries: try source.entries(range, withKeys: true)))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
      Unkeyed(source: source, entries: try source.entries(range, withKeys: false))
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
      Single(source: source, range: range)
    }
  }
}
