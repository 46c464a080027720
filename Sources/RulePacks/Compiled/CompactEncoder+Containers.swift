extension CompactEncoder {
  struct Single: SingleValueEncodingContainer {
    let writer: Writer
    var codingPath: [any CodingKey] { writer.codingPath }

    mutating func encodeNil() throws { writer.box.content = .nothing }
    mutating func encode(_ value: Bool) throws { writer.box.content = .flag(value) }
    mutating func encode(_ value: String) throws { writer.box.content = .text(value) }
    mutating func encode(_ value: Double) throws { throw writer.refuse(value) }
    mutating func encode(_ value: Float) throws { throw writer.refuse(value) }
    mutating func encode(_ value: Int) throws { writer.put(Int64(value)) }
    mutating func encode(_ value: Int8) throws { writer.put(Int64(value)) }
    mutating func encode(_ value: Int16) throws { writer.put(Int64(value)) }
    mutating func encode(_ value: Int32) throws { writer.put(Int64(value)) }
    mutating func encode(_ value: Int64) throws { writer.put(value) }
    mutating func encode(_ value: UInt) throws { writer.put(Int64(bitPattern: UInt64(value))) }
    mutating func encode(_ value: UInt8) throws { writer.put(Int64(value)) }
    mutating func encode(_ value: UInt16) throws { writer.put(Int64(value)) }
    mutating func encode(_ value: UInt32) throws { writer.put(Int64(value)) }
    mutating func encode(_ value: UInt64) throws { writer.put(Int64(bitPattern: value)) }
    mutating func encode(_ value: some Encodable) throws { try value.encode(to: writer) }
  }

  struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let writer: Writer
    var codingPath: [any CodingKey] { writer.codingPath }

    private func inner(_ key: Key) -> Writer {
      Writer(box: writer.box.add(key.stringValue), codingPath: [])
    }

    mutating func encodeNil(forKey key: Key) throws {}
    mutating func encode(_ value: Bool, forKey key: Key) throws { try plain(value, key) }
    mutating func encode(_ value: String, forKey key: Key) throws { try plain(value, key) }
    mutating func encode(_ value: Double, forKey key: Key) throws { throw writer.refuse(value) }
    mutating func encode(_ value: Float, forKey key: Key) throws { throw writer.refuse(value) }
    mutating func encode(_ value: Int, forKey key: Key) throws { try plain(value, key) }
    mutating func encode(_ value: Int8, forKey key: Key) throws { try plain(value, key) }
    mutating func encode(_ value: Int16, forKey key: Key) throws { try plain(value, key) }
    mutating func encode(_ value: Int32, forKey key: Key) throws { try plain(value, key) }
    mutating func encode(_ value: Int64, forKey key: Key) throws { try plain(value, key) }
    mutating func encode(_ value: UInt, forKey key: Key) throws { try plain(value, key) }
    mutating func encode(_ value: UInt8, forKey key: Key) throws { try plain(value, key) }
    mutating func encode(_ value: UInt16, forKey key: Key) throws { try plain(value, key) }
    mutating func encode(_ value: UInt32, forKey key: Key) throws { try plain(value, key) }
    mutating func encode(_ value: UInt64, forKey key: Key) throws { try plain(value, key) }
    mutating func encode(_ value: some Encodable, forKey key: Key) throws {
      try plain(value, key)
    }

    private func plain(_ value: some Encodable, _ key: Key) throws {
      var single = Single(writer: inner(key))
      try single.encode(value)
    }

    mutating func nestedContainer<Inner: CodingKey>(
      keyedBy type: Inner.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Inner> { inner(key).container(keyedBy: type) }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      inner(key).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { writer }
    mutating func superEncoder(forKey key: Key) -> any Encoder { inner(key) }
  }

  struct Unkeyed: UnkeyedEncodingContainer {
    let writer: Writer
    var codingPath: [any CodingKey] { writer.codingPath }
    var count: Int { writer.box.count }

    private func inner() -> Writer {
      Writer(box: writer.box.add(), codingPath: [])
    }

    private func plain(_ value: some Encodable) throws {
      var single = Single(writer: inner())
      try single.encode(value)
    }

    mutating func encodeNil() throws { _ = inner() }
    mutating func encode(_ value: Bool) throws { try plain(value) }
    mutating func encode(_ value: String) throws { try plain(value) }
    mutating func encode(_ value: Double) throws { throw writer.refuse(value) }
    mutating func encode(_ value: Float) throws { throw writer.refuse(value) }
    mutating func encode(_ value: Int) throws { try plain(value) }
    mutating func encode(_ value: Int8) throws { try plain(value) }
    mutating func encode(_ value: Int16) throws { try plain(value) }
    mutating func encode(_ value: Int32) throws { try plain(value) }
    mutating func encode(_ value: Int64) throws { try plain(value) }
    mutating func encode(_ value: UInt) throws { try plain(value) }
    mutating func encode(_ value: UInt8) throws { try plain(value) }
    mutating func encode(_ value: UInt16) throws { try plain(value) }
    mutating func encode(_ value: UInt32) throws { try plain(value) }
    mutating func encode(_ value: UInt64) throws { try plain(value) }
    mutating func encode(_ value: some Encodable) throws { try plain(value) }

    mutating func nestedContainer<Inner: CodingKey>(
      keyedBy type: Inner.Type
    ) -> KeyedEncodingContainer<Inner> { inner().container(keyedBy: type) }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
      inner().unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { writer }
  }
}
