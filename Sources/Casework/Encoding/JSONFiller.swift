/// Takes what a type encodes and puts it at a place of a sheet.
struct JSONFiller: Encoder {
  let sheet: JSONSheet
  let place: Int
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    sheet.put(.map, at: place)
    return KeyedEncodingContainer(Map<Key>(sheet: sheet, place: place))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    sheet.put(.list, at: place)
    return List(sheet: sheet, place: place)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    Single(sheet: sheet, place: place)
  }

  static func refused<Number>(_ number: Number) -> EncodingError {
    EncodingError.invalidValue(
      number, EncodingError.Context(codingPath: [], debugDescription: "no such form"))
  }

  struct Single: SingleValueEncodingContainer {
    let sheet: JSONSheet
    let place: Int
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil() throws { sheet.put(.null, at: place) }
    mutating func encode(_ value: Bool) throws { sheet.put(.flag(value), at: place) }
    mutating func encode(_ value: String) throws { sheet.put(.text(value), at: place) }
    mutating func encode(_ value: Double) throws { throw JSONFiller.refused(value) }
    mutating func encode(_ value: Float) throws { throw JSONFiller.refused(value) }
    mutating func encode(_ value: Int) throws { sheet.put(.number(Int64(value)), at: place) }
    mutating func encode(_ value: Int8) throws { sheet.put(.number(Int64(value)), at: place) }
    mutating func encode(_ value: Int16) throws { sheet.put(.number(Int64(value)), at: place) }
    mutating func encode(_ value: Int32) throws { sheet.put(.number(Int64(value)), at: place) }
    mutating func encode(_ value: Int64) throws { sheet.put(.number(value), at: place) }
    mutating func encode(_ value: UInt) throws { try whole(value) }
    mutating func encode(_ value: UInt8) throws { sheet.put(.number(Int64(value)), at: place) }
    mutating func encode(_ value: UInt16) throws { sheet.put(.number(Int64(value)), at: place) }
    mutating func encode(_ value: UInt32) throws { sheet.put(.number(Int64(value)), at: place) }
    mutating func encode(_ value: UInt64) throws { try whole(value) }
    mutating func encode(_ value: some Encodable) throws { try sheet.fill(place, with: value) }

    private func whole(_ value: some BinaryInteger) throws {
      guard let number = Int64(exactly: value) else { throw JSONFiller.refused(value) }
      sheet.put(.number(number), at: place)
    }
  }

  struct Map<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let sheet: JSONSheet
    let place: Int
    var codingPath: [any CodingKey] { [] }

    private func put(_ content: JSONSheet.Content, _ key: Key) {
      _ = sheet.add(content, key.stringValue, in: place)
    }

    private func single(_ key: Key) -> Single {
      Single(sheet: sheet, place: sheet.add(.null, key.stringValue, in: place))
    }

    mutating func encodeNil(forKey key: Key) throws { put(.null, key) }
    mutating func encode(_ value: Bool, forKey key: Key) throws { put(.flag(value), key) }
    mutating func encode(_ value: String, forKey key: Key) throws { put(.text(value), key) }
    mutating func encode(_ value: Double, forKey key: Key) throws {
      throw JSONFiller.refused(value)
    }
    mutating func encode(_ value: Float, forKey key: Key) throws {
      throw JSONFiller.refused(value)
    }
    mutating func encode(_ value: Int, forKey key: Key) throws { put(.number(Int64(value)), key) }
    mutating func encode(_ value: Int8, forKey key: Key) throws { put(.number(Int64(value)), key) }
    mutating func encode(_ value: Int16, forKey key: Key) throws { put(.number(Int64(value)), key) }
    mutating func encode(_ value: Int32, forKey key: Key) throws { put(.number(Int64(value)), key) }
    mutating func encode(_ value: Int64, forKey key: Key) throws { put(.number(value), key) }
    mutating func encode(_ value: UInt, forKey key: Key) throws {
      var single = single(key)
      try single.encode(value)
    }
    mutating func encode(_ value: UInt8, forKey key: Key) throws { put(.number(Int64(value)), key) }
    mutating func encode(_ value: UInt16, forKey key: Key) throws {
      put(.number(Int64(value)), key)
    }
    mutating func encode(_ value: UInt32, forKey key: Key) throws {
      put(.number(Int64(value)), key)
    }
    mutating func encode(_ value: UInt64, forKey key: Key) throws {
      var single = single(key)
      try single.encode(value)
    }
    mutating func encode(_ value: some Encodable, forKey key: Key) throws {
      try sheet.fill(sheet.add(.null, key.stringValue, in: place), with: value)
    }

    private func inner(_ key: Key) -> JSONFiller {
      JSONFiller(sheet: sheet, place: sheet.add(.null, key.stringValue, in: place))
    }

    mutating func nestedContainer<Inner: CodingKey>(
      keyedBy type: Inner.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Inner> { inner(key).container(keyedBy: type) }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      inner(key).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder {
      JSONFiller(sheet: sheet, place: sheet.add(.null, "super", in: place))
    }
    mutating func superEncoder(forKey key: Key) -> any Encoder { inner(key) }
  }

  struct List: UnkeyedEncodingContainer {
    let sheet: JSONSheet
    let place: Int
    var codingPath: [any CodingKey] { [] }
    var count: Int { sheet.count(at: place) }

    private func inner() -> Int { sheet.add(.null, in: place) }

    private func plain(_ value: some Encodable) throws { try sheet.fill(inner(), with: value) }

    mutating func encodeNil() throws { _ = inner() }
    mutating func encode(_ value: Bool) throws { _ = sheet.add(.flag(value), in: place) }
    mutating func encode(_ value: String) throws { _ = sheet.add(.text(value), in: place) }
    mutating func encode(_ value: Double) throws { throw JSONFiller.refused(value) }
    mutating func encode(_ value: Float) throws { throw JSONFiller.refused(value) }
    mutating func encode(_ value: Int) throws { _ = sheet.add(.number(Int64(value)), in: place) }
    mutating func encode(_ value: Int8) throws { try plain(value) }
    mutating func encode(_ value: Int16) throws { try plain(value) }
    mutating func encode(_ value: Int32) throws { try plain(value) }
    mutating func encode(_ value: Int64) throws { _ = sheet.add(.number(value), in: place) }
    mutating func encode(_ value: UInt) throws { try plain(value) }
    mutating func encode(_ value: UInt8) throws { try plain(value) }
    mutating func encode(_ value: UInt16) throws { try plain(value) }
    mutating func encode(_ value: UInt32) throws { try plain(value) }
    mutating func encode(_ value: UInt64) throws { try plain(value) }
    mutating func encode(_ value: some Encodable) throws { try plain(value) }

    mutating func nestedContainer<Inner: CodingKey>(
      keyedBy type: Inner.Type
    ) -> KeyedEncodingContainer<Inner> {
      JSONFiller(sheet: sheet, place: inner()).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
      JSONFiller(sheet: sheet, place: inner()).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { JSONFiller(sheet: sheet, place: inner()) }
  }
}
