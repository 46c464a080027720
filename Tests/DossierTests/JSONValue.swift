/// A value of JSON as a script would look at it.
@dynamicMemberLookup
enum JSONValue: Decodable, Equatable, Sendable, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral,
  ExpressibleByArrayLiteral
{
  case null
  case flag(Bool)
  case number(Int)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  init(stringLiteral text: String) { self = .text(text) }
  init(integerLiteral number: Int) { self = .number(number) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(nilLiteral: ()) { self = .null }
  init(arrayLiteral items: JSONValue...) { self = .list(items) }

  /// A field of an object; null where there is none.
  subscript(dynamicMember name: String) -> JSONValue { self[name] }

  /// A field of an object; null where there is none.
  subscript(name: String) -> JSONValue {
    if case .object(let fields) = self { return fields[name] ?? .null }
    return .null
  }

  /// An item of a list; null where there is none.
  subscript(place: Int) -> JSONValue {
    let items = items
    return items.indices.contains(place) ? items[place] : .null
  }

  /// The items of a list.
  var items: [JSONValue] {
    if case .list(let items) = self { return items }
    return []
  }

  /// The names of an object's fields.
  var names: Set<String> {
    if case .object(let fields) = self { return Set(fields.keys) }
    return []
  }

  /// The text.
  var string: String? {
    if case .text(let text) = self { return text }
    return nil
  }

  /// The first item whose field has a value.
  func first(where name: String, is value: JSONValue) -> JSONValue {
    items.first { $0[name] == value } ?? .null
  }
}
