extension CompactDecoder {
  struct Single: SingleValueDecodingContainer {
    let source: Source
    let range: Range<Int>
    var codingPath: [any CodingKey] { [] }

    private func integer<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
      guard let number = Number(exactly: try source.number(range)) else { throw Source.damaged }
      return number
    }

    func decodeNil() -> Bool { range.isEmpty }
    func decode(_ type: Bool.Type) throws -> Bool { try source.flag(range) }
    func decode(_ type: String.Type) throws -> String {
      try source.text(range)
    }
    func decode(_ type: Double.Type) throws -> Double { throw Source.damaged }
    func decode(_ type: Float.Type) throws -> Float { throw Source.damaged }
    func decode(_ type: Int.Type) throws -> Int { try integer(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
    func decode(_ type: UInt.Type) throws -> UInt {
      UInt(UInt64(bitPattern: try source.number(range)))
    }
    func decode(_ type: UInt64.Type) throws -> UInt64 {
      UInt64(bitPattern: try source.number(range))
    }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
      try Value(from: Reader(source: source, range: range, codingPath: []))
    }
  }

  struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let source: Source
    let entries: [(key: Int64, range: Range<Int>)]
    var codingPath: [any CodingKey] { [] }

    var allKeys: [Key] {
      entries.compactMap { entry in
        (try? source.text(entry.key)).flatMap { Key(stringValue: $0) }
      }
    }

    private func find(_ name: String) throws -> Range<Int>? {
      for entry in entries where try source.text(entry.key) == name { return entry.range }
      return nil
    }

    private func single(_ key: Key) throws -> Single {
      let name = key.stringValue
      guard let range = try find(name) else {
        throw DecodingError.keyNotFound(
          key, DecodingError.Context(codingPath: [], debugDescription: name))
      }
      return Single(source: source, range: range)
    }

    func contains(_ key: Key) -> Bool { (try? find(key.stringValue)) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { try single(key).decodeNil() }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
      try single(key).decode(type)
    }
    func decode(_ type: String.Type, forKey key: Key) throws -> String {
      try single(key).decode(type)
    }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
      try single(key).decode(type)
    }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float {
      try single(key).decode(type)
    }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
      try single(key).decode(type)
    }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 {
      try single(key).decode(type)
    }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 {
      try single(key).decode(type)
    }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 {
      try single(key).decode(type)
    }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 {
      try single(key).decode(type)
    }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 {
      try single(key).decode(type)
    }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 {
      try single(key).decode(type)
    }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 {
      try single(key).decode(type)
    }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt {
      try single(key).decode(type)
    }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 {
      try single(key).decode(type)
    }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
      try single(key).decode(type)
    }

    private func inner(_ key: Key) throws -> Reader {
      Reader(source: source, range: try single(key).range, codingPath: [])
    }

    func nestedContainer<Inner: CodingKey>(
      keyedBy type: Inner.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Inner> { try inner(key).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      try inner(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { throw Source.damaged }
    func superDecoder(forKey key: Key) throws -> any Decoder { try inner(key) }
  }

  struct Unkeyed: UnkeyedDecodingContainer {
    let source: Source
    let entries: [(key: Int64, range: Range<Int>)]
    var codingPath: [any CodingKey] { [] }
    var count: Int? { entries.count }
    var currentIndex = 0
    var isAtEnd: Bool { currentIndex >= entries.count }

    init(source: Source, entries: [(key: Int64, range: Range<Int>)]) {
      self.source = source
      self.entries = entries
    }

    private mutating func next() throws -> Single {
      guard !isAtEnd else { throw Source.damaged }
      currentIndex += 1
      return Single(source: source, range: entries[currentIndex - 1].range)
    }

    mutating func decodeNil() throws -> Bool {
      guard !isAtEnd else { throw Source.damaged }
      guard entries[currentIndex].range.isEmpty else { return false }
      currentIndex += 1
      return true
    }
    mutating func decode(_ type: Bool.Type) throws -> Bool { try next().decode(type) }
    mutating func decode(_ type: String.Type) throws -> String { try next().decode(type) }
    mutating func decode(_ type: Double.Type) throws -> Double { try next().decode(type) }
    mutating func decode(_ type: Float.Type) throws -> Float { try next().decode(type) }
    mutating func decode(_ type: Int.Type) throws -> Int { try next().decode(type) }
    mutating func decode(_ type: Int8.Type) throws -> Int8 { try next().decode(type) }
    mutating func decode(_ type: Int16.Type) throws -> Int16 { try next().decode(type) }
    mutating func decode(_ type: Int32.Type) throws -> Int32 { try next().decode(type) }
    mutating func decode(_ type: Int64.Type) throws -> Int64 { try next().decode(type) }
    mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try next().decode(type) }
    mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try next().decode(type) }
    mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try next().decode(type) }
    mutating func decode(_ type: UInt.Type) throws -> UInt { try next().decode(type) }
    mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try next().decode(type) }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
      try next().decode(type)
    }

    private mutating func inner() throws -> Reader {
      Reader(source: source, range: try next().range, codingPath: [])
    }

    mutating func nestedContainer<Inner: CodingKey>(
      keyedBy type: Inner.Type
    ) throws -> KeyedDecodingContainer<Inner> { try inner().container(keyedBy: type) }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
      try inner().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { throw Source.damaged }
  }
}
