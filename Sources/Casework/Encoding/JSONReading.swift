import Quantities
import RulePacks

extension EventJSON {
  /// Reads a value that `bytes(of:)` wrote.
  ///
  /// - Returns: nil for bytes of another form, which a general reader may be able to read.
  /// - Throws: `DecodingError` where the bytes are those of another type.
  static func read<Content: Decodable>(_ type: Content.Type, from bytes: [UInt8]) throws -> Content?
  {
    guard let tokens = JSONTokens(bytes) else { return nil }
    return try JSONReading(tokens: tokens, place: 0).read(type)
  }

  /// The same for steps of proceedings, which are most of what a journal holds.
  ///
  /// - Parameter reading: makes the value; throws for what the general way has to read.
  static func read<Content>(
    from bytes: [UInt8], _ reading: (JSONReading) throws -> Content
  ) throws -> Content? {
    guard let tokens = JSONTokens(bytes) else { return nil }
    return try reading(JSONReading(tokens: tokens, place: 0))
  }
}

/// Gives a type what stands at a place of a document.
struct JSONReading: Decoder {
  let tokens: JSONTokens
  let place: Int
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  static let damaged = DecodingError.dataCorrupted(
    DecodingError.Context(codingPath: [], debugDescription: "of another form"))

  /// The value; those that occur by the dozen take a short way.
  func read<Content: Decodable>(_ type: Content.Type) throws -> Content {
    if type == Facts.self {
      if let facts = try facts() as? Content { return facts }
    } else if type == Value.self {
      if let value = try value(place) as? Content { return value }
    } else if type == [String: Value].self {
      if let values = try values() as? Content { return values }
    } else if type == CalendarDate.self {
      if let date = tokens.text(at: place).flatMap(CalendarDate.init(parsing:)) as? Content {
        return date
      }
      throw Self.damaged
    } else if type == StageEntry.self {
      if let entry = try entry() as? Content { return entry }
    } else if type == [String: FindingResult].self {
      if let results = try results() as? Content { return results }
    }
    return try Content(from: self)
  }

  func value(_ place: Int) throws -> Value {
    switch tokens.tokens[place].kind {
    case .yes: return .boolean(true)
    case .no: return .boolean(false)
    default:
      guard let value = tokens.text(at: place).flatMap(Value.init(canonical:)) else {
        throw Self.damaged
      }
      return value
    }
  }

  func facts() throws -> Facts {
    let token = tokens.tokens[place]
    guard token.kind == .map else { throw Self.damaged }
    var facts: Facts = [:]
    facts.reserveCapacity(Int(token.count))
    try tokens.forEach(in: place) { path, place in
      facts[path] =
        tokens.tokens[place].kind == .null ? .absent : .value(try value(place))
    }
    return facts
  }

  func values() throws -> [String: Value] {
    let token = tokens.tokens[place]
    guard token.kind == .map else { throw Self.damaged }
    var values: [String: Value] = [:]
    values.reserveCapacity(Int(token.count))
    try tokens.forEach(in: place) { name, place in values[name] = try value(place) }
    return values
  }

  // MARK: Containers

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard tokens.tokens[place].kind == .map else { throw Self.damaged }
    return KeyedDecodingContainer(Map<Key>(tokens: tokens, map: place))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard tokens.tokens[place].kind == .list else { throw Self.damaged }
    return List(tokens: tokens, list: place)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    Single(tokens: tokens, place: place)
  }

  struct Single: SingleValueDecodingContainer {
    let tokens: JSONTokens
    let place: Int
    var codingPath: [any CodingKey] { [] }

    private func integer<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
      guard let number = tokens.number(at: place), let exact = Number(exactly: number) else {
        throw JSONReading.damaged
      }
      return exact
    }

    func decodeNil() -> Bool { tokens.tokens[place].kind == .null }
    func decode(_ type: Bool.Type) throws -> Bool {
      switch tokens.tokens[place].kind {
      case .yes: return true
      case .no: return false
      default: throw JSONReading.damaged
      }
    }
    func decode(_ type: String.Type) throws -> String {
      guard let text = tokens.text(at: place) else { throw JSONReading.damaged }
      return text
    }
    func decode(_ type: Double.Type) throws -> Double { throw JSONReading.damaged }
    func decode(_ type: Float.Type) throws -> Float { throw JSONReading.damaged }
    func decode(_ type: Int.Type) throws -> Int { try integer(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }
    func decode<Content: Decodable>(_ type: Content.Type) throws -> Content {
      try JSONReading(tokens: tokens, place: place).read(type)
    }
  }

  struct Map<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let tokens: JSONTokens
    let map: Int
    var codingPath: [any CodingKey] { [] }

    var allKeys: [Key] {
      var keys: [Key] = []
      tokens.forEach(in: map) { name, _ in
        if let key = Key(stringValue: name) { keys.append(key) }
      }
      return keys
    }

    private func single(_ key: Key) throws -> Single {
      guard let place = tokens.find(key.stringValue, in: map) else {
        throw DecodingError.keyNotFound(
          key, DecodingError.Context(codingPath: [], debugDescription: key.stringValue))
      }
      return Single(tokens: tokens, place: place)
    }

    /// The value of a key; nil where there is none, or null.
    private func given(_ key: Key) -> Single? {
      guard let place = tokens.find(key.stringValue, in: map),
        tokens.tokens[place].kind != .null
      else { return nil }
      return Single(tokens: tokens, place: place)
    }

    func contains(_ key: Key) -> Bool { tokens.find(key.stringValue, in: map) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { try single(key).decodeNil() }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try single(key).decode(type) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String {
      try single(key).decode(type)
    }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
      try single(key).decode(type)
    }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float {
      try single(key).decode(type)
    }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try single(key).decode(type) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try single(key).decode(type) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 {
      try single(key).decode(type)
    }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 {
      try single(key).decode(type)
    }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 {
      try single(key).decode(type)
    }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try single(key).decode(type) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 {
      try single(key).decode(type)
    }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 {
      try single(key).decode(type)
    }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 {
      try single(key).decode(type)
    }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 {
      try single(key).decode(type)
    }
    func decode<Content: Decodable>(_ type: Content.Type, forKey key: Key) throws -> Content {
      try single(key).decode(type)
    }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
      try given(key)?.decode(type)
    }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
      try given(key)?.decode(type)
    }
    func decodeIfPresent<Content: Decodable>(
      _ type: Content.Type, forKey key: Key
    ) throws -> Content? { try given(key)?.decode(type) }

    private func inner(_ key: Key) throws -> JSONReading {
      JSONReading(tokens: tokens, place: try single(key).place)
    }

    func nestedContainer<Inner: CodingKey>(
      keyedBy type: Inner.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Inner> { try inner(key).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      try inner(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { throw JSONReading.damaged }
    func superDecoder(forKey key: Key) throws -> any Decoder { try inner(key) }
  }

  struct List: UnkeyedDecodingContainer {
    let tokens: JSONTokens
    private let total: Int
    private var next: Int
    private(set) var currentIndex = 0
    var codingPath: [any CodingKey] { [] }
    var count: Int? { total }
    var isAtEnd: Bool { currentIndex >= total }

    init(tokens: JSONTokens, list: Int) {
      self.tokens = tokens
      total = Int(tokens.tokens[list].count)
      next = list + 1
    }

    private mutating func single() throws -> Single {
      guard !isAtEnd else { throw JSONReading.damaged }
      let single = Single(tokens: tokens, place: next)
      next = Int(tokens.tokens[next].next)
      currentIndex += 1
      return single
    }

    mutating func decodeNil() throws -> Bool {
      guard !isAtEnd else { throw JSONReading.damaged }
      guard tokens.tokens[next].kind == .null else { return false }
      _ = try single()
      return true
    }
    mutating func decode(_ type: Bool.Type) throws -> Bool { try single().decode(type) }
    mutating func decode(_ type: String.Type) throws -> String { try single().decode(type) }
    mutating func decode(_ type: Double.Type) throws -> Double { try single().decode(type) }
    mutating func decode(_ type: Float.Type) throws -> Float { try single().decode(type) }
    mutating func decode(_ type: Int.Type) throws -> Int { try single().decode(type) }
    mutating func decode(_ type: Int8.Type) throws -> Int8 { try single().decode(type) }
    mutating func decode(_ type: Int16.Type) throws -> Int16 { try single().decode(type) }
    mutating func decode(_ type: Int32.Type) throws -> Int32 { try single().decode(type) }
    mutating func decode(_ type: Int64.Type) throws -> Int64 { try single().decode(type) }
    mutating func decode(_ type: UInt.Type) throws -> UInt { try single().decode(type) }
    mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try single().decode(type) }
    mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try single().decode(type) }
    mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try single().decode(type) }
    mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try single().decode(type) }
    mutating func decode<Content: Decodable>(_ type: Content.Type) throws -> Content {
      try single().decode(type)
    }

    private mutating func inner() throws -> JSONReading {
      JSONReading(tokens: tokens, place: try single().place)
    }

    mutating func nestedContainer<Inner: CodingKey>(
      keyedBy type: Inner.Type
    ) throws -> KeyedDecodingContainer<Inner> { try inner().container(keyedBy: type) }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
      try inner().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { try inner() }
  }
}
