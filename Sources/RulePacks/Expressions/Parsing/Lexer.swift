import Quantities

/// Cuts the text of an expression into tokens.
///
/// Full-width digits, signs and blanks count as their half-width forms, but for what stands in
/// quotation marks: a text is taken as it is written.
struct Lexer {
  private let scalars: [Unicode.Scalar]
  /// The same scalars as they are written.
  private let written: [Unicode.Scalar]
  private var index = 0
  private var position = Position()
  private(set) var tokens: [Token] = []
  private(set) var faults: [Fault] = []

  init(_ source: String) {
    written = Array(source.unicodeScalars)
    scalars = written.map(TextFolding.halfWidth)
    while let scalar = peek() { readToken(scalar) }
    tokens.append(Token(kind: .end, text: "", position: position))
  }

  private func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    index + distance < scalars.count ? scalars[index + distance] : nil
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count {
      guard let scalar = peek() else { return }
      index += 1
      if scalar == "\n" {
        position = Position(line: position.line + 1, column: 0)
      } else {
        position.column += 1
      }
    }
  }

  private mutating func take(while test: (Unicode.Scalar) -> Bool) -> String {
    var view = String.UnicodeScalarView()
    while let scalar = peek(), test(scalar) {
      view.append(scalar)
      advance()
    }
    return String(view)
  }

  private mutating func readToken(_ scalar: Unicode.Scalar) {
    if TextFolding.isSpace(scalar) {
      advance()
    } else if Self.isDigit(scalar) {
      readNumber()
    } else if Self.isWordStart(scalar) {
      let start = position
      let name = take { Self.isWordStart($0) || Self.isDigit($0) }
      tokens.append(Token(kind: .word, text: name, position: start))
    } else if let closing = Self.quotes[scalar] {
      readText(until: closing)
    } else {
      readSymbol(scalar)
    }
  }

  // MARK: Numbers and dates

  private mutating func readNumber() {
    let start = position
    if let date = dateAhead() {
      advance(10)
      append(date.value.map(Value.date), text: date.text, at: start)
      return
    }
    var digits = take(while: Self.isDigit)
    if peek() == ".", let next = peek(1), Self.isDigit(next) {
      advance()
      digits += "." + take(while: Self.isDigit)
    }
    let afterDigits = (index, position)
    while let scalar = peek(), scalar != "\n", TextFolding.isSpace(scalar) { advance() }
    let unitPosition = position
    var unit = take(while: Self.isUnit)
    if unit.isEmpty, peek() == "m", let square = peek(1), square == "²" || square == "2" {
      unit = "m²"
      advance(2)
    }
    if unit.isEmpty { (index, position) = afterDigits }
    if !unit.isEmpty, !UnitLiteral.isKnown(unit) {
      var arguments = ["found": unit]
      arguments["suggestion"] = Suggestion.nearest(to: unit, among: UnitLiteral.names)
      faults.append(Fault("unknown_unit", at: unitPosition, arguments))
      tokens.append(Token(kind: .literal(.count(0, .plain)), text: digits, position: start))
      return
    }
    append(
      UnitLiteral.value(digits: digits, unit: unit),
      text: digits + (unit.isEmpty ? "" : " " + unit),
      at: start)
  }

  private mutating func append(_ value: Value?, text: String, at start: Position) {
    if value == nil { faults.append(Fault("literal", at: start, ["found": text])) }
    tokens.append(
      Token(kind: .literal(value ?? .count(0, .plain)), text: text, position: start))
  }

  /// Ten characters of the form 2026-03-31, whether or not there is such a day.
  private func dateAhead() -> (text: String, value: CalendarDate?)? {
    guard index + 10 <= scalars.count else { return nil }
    let ahead = scalars[index..<index + 10]
    for (offset, scalar) in ahead.enumerated() {
      let isDash = offset == 4 || offset == 7
      guard isDash ? scalar == "-" : Self.isDigit(scalar) else { return nil }
    }
    if let next = peek(10), Self.isDigit(next) { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: ahead)
    let text = String(view)
    return (text, CalendarDate(parsing: text))
  }

  // MARK: Texts and signs

  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = [
    "\"": "\"", "'": "'", "“": "”",
  ]

  private mutating func readText(until closing: Unicode.Scalar) {
    let start = position
    advance()
    var view = String.UnicodeScalarView()
    while let scalar = peek(), scalar != closing, scalar != "\n" {
      if scalar == "\\", let next = peek(1), next == closing || next == "\\" {
        view.append(next)
        advance(2)
      } else {
        view.append(written[index])
        advance()
      }
    }
    if peek() != closing {
      faults.append(Fault("syntax", at: start, ["expected": String(closing), "found": ""]))
    }
    advance()
    let text = String(view)
    tokens.append(Token(kind: .literal(.text(text)), text: text, position: start))
  }

  private mutating func readSymbol(_ scalar: Unicode.Scalar) {
    let start = position
    if let next = peek(1), next == "=", "=!<>".unicodeScalars.contains(scalar) {
      advance(2)
      tokens.append(Token(kind: .symbol, text: String(scalar) + "=", position: start))
      return
    }
    advance()
    if "<>+-*/()[],:.".unicodeScalars.contains(scalar) {
      tokens.append(Token(kind: .symbol, text: String(scalar), position: start))
    } else {
      var arguments = ["found": String(scalar), "expected": "operator"]
      arguments["suggestion"] = Self.lookalikes[scalar]
      faults.append(Fault("syntax", at: start, arguments))
    }
  }

  private static let lookalikes: [Unicode.Scalar: String] = [
    "=": "==", "≥": ">=", "≤": "<=", "≠": "!=", "×": "*", "÷": "/", "−": "-", "、": ",",
  ]

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isWordStart(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
  }

  private static func isUnit(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "%" || scalar == "‰" || scalar == "㎡"
      || (scalar.value > 0x7F && scalar.properties.isAlphabetic)
  }
}
