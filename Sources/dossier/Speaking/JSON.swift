import Quantities

/// A value of JSON, built by hand: keys come out sorted, and null is written where it is meant.
enum JSON: Hashable {
  case null
  case flag(Bool)
  case number(Int64)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  /// A text, or null.
  init(_ text: String?) { self = text.map(JSON.text) ?? .null }
  /// A date, or null.
  init(_ date: CalendarDate?) { self = date.map { .text($0.description) } ?? .null }
  /// A number, or null.
  init(_ number: Int?) { self = number.map { .number(Int64($0)) } ?? .null }
  /// Some texts.
  init(_ texts: [String]) { self = .list(texts.map(JSON.text)) }

  /// The text of the value: on one line, or indented for a reader.
  func written(indented: Bool) -> String {
    var out = ""
    write(to: &out, depth: indented ? 0 : nil)
    return out
  }

  private func write(to out: inout String, depth: Int?) {
    switch self {
    case .null: out += "null"
    case .flag(let flag): out += flag ? "true" : "false"
    case .number(let number): out += String(number)
    case .text(let text): Self.quote(text, to: &out)
    case .list(let items):
      Self.enclose("[", "]", items, to: &out, depth) { item, out, depth in
        item.write(to: &out, depth: depth)
      }
    case .object(let fields):
      let sorted = fields.sorted { $0.key < $1.key }
      Self.enclose("{", "}", sorted, to: &out, depth) { field, out, depth in
        Self.quote(field.key, to: &out)
        out += depth == nil ? ":" : ": "
        field.value.write(to: &out, depth: depth)
      }
    }
  }

  private static func enclose<Item>(
    _ open: String, _ close: String, _ items: [Item], to out: inout String, _ depth: Int?,
    _ write: (Item, inout String, Int?) -> Void
  ) {
    out += open
    let inner = depth.map { $0 + 1 }
    for (number, item) in items.enumerated() {
      if number > 0 { out += "," }
      newLine(inner, to: &out)
      write(item, &out, inner)
    }
    if !items.isEmpty { newLine(depth, to: &out) }
    out += close
  }

  private static func newLine(_ depth: Int?, to out: inout String) {
    guard let depth else { return }
    out += "\n" + String(repeating: "  ", count: depth)
  }

  private static func quote(_ text: String, to out: inout String) {
    out += "\""
    defer { out += "\"" }
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x22 || $0 == 0x5C }) else {
      out += text
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByNilLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(integerLiteral number: Int64) { self = .number(number) }
  init(arrayLiteral items: JSON...) { self = .list(items) }
  init(dictionaryLiteral fields: (String, JSON)...) {
    self = .object(Dictionary(fields) { _, last in last })
  }
  init(nilLiteral: ()) { self = .null }
}

extension JSON {
  /// The fields of two objects, those of the second winning.
  func adding(_ fields: [String: JSON]) -> JSON {
    guard case .object(let own) = self else { return self }
    return .object(own.merging(fields) { _, new in new })
  }
}
