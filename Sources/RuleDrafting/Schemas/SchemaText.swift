/// A value of JSON whose keys stay in the order in which a reader expects them.
indirect enum SchemaText: Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([SchemaText])
  case object([(String, SchemaText)])

  /// The fields of an object; none of anything else.
  var fields: [(String, SchemaText)] {
    if case .object(let fields) = self { return fields }
    return []
  }

  /// What is defined elsewhere in the schema.
  static func reference(_ name: String) -> SchemaText {
    .object([("$ref", .text("#/$defs/\(name)"))])
  }

  /// A list of things of one kind.
  static func array(of item: SchemaText) -> SchemaText {
    .object([("type", .text("array")), ("items", item)])
  }

  /// One of several kinds.
  static func any(_ kinds: [SchemaText]) -> SchemaText { .object([("anyOf", .list(kinds))]) }

  /// One of some words; YAML may take `null` for none at all.
  static func words(_ words: [String]) -> SchemaText {
    words == ["null"]
      ? .object([("type", .text("null"))])
      : .object([("enum", .list(words.map(SchemaText.text)))])
  }

  /// The text, indented by two blanks.
  var written: String {
    var out = ""
    write(to: &out, depth: 0)
    return out
  }

  private func write(to out: inout String, depth: Int) {
    switch self {
    case .text(let text): out += Self.quoted(text)
    case .number(let number): out += "\(number)"
    case .flag(let flag): out += flag ? "true" : "false"
    case .list(let items):
      out += "["
      for (number, item) in items.enumerated() {
        if number > 0 { out += ", " }
        item.write(to: &out, depth: depth)
      }
      out += "]"
    case .object(let fields):
      out += "{"
      for (number, field) in fields.enumerated() {
        if number > 0 { out += "," }
        out += "\n" + String(repeating: "  ", count: depth + 1) + Self.quoted(field.0) + ": "
        field.1.write(to: &out, depth: depth + 1)
      }
      if !fields.isEmpty { out += "\n" + String(repeating: "  ", count: depth) }
      out += "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
