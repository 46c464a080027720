import Quantities

/// A place within the text of an expression, both parts from 0.
struct Position: Hashable, Sendable {
  var line = 0
  var column = 0

  /// The place in the file, for a text whose first character stands at `start`.
  ///
  /// Lines of a block are all indented alike, so each begins in the column of the first.
  func place(from start: Problem.Place) -> Problem.Place {
    var place = start
    place.line = start.line.map { $0 + line } ?? (start.column == nil ? nil : line + 1)
    place.column = start.column.map { $0 + column }
    return place
  }
}

/// A word, sign or literal of an expression.
struct Token: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// A number with its unit, a date, a text in quotes.
    case literal(Value)
    /// A name or a keyword.
    case word
    /// An operator or a bracket.
    case symbol
    case end
  }

  let kind: Kind
  /// The token as written, full-width forms folded.
  let text: String
  let position: Position

  func isSymbol(_ sign: String) -> Bool { kind == .symbol && text == sign }
  func isWord(_ name: String) -> Bool { kind == .word && text == name }

  /// Words that cannot be names.
  static let keywords: Set<String> = [
    "and", "or", "not", "if", "then", "else", "in", "where", "each", "true", "false",
    "not_applicable",
  ]
}

/// A problem of an expression before its place in the file is known.
struct Fault: Error, Hashable, Sendable {
  /// The code without its prefix: `unit_mismatch`.
  let code: String
  let position: Position
  let arguments: [String: String]

  init(_ code: String, at position: Position, _ arguments: [String: String] = [:]) {
    self.code = code
    self.position = position
    self.arguments = arguments
  }

  func problem(from start: Problem.Place) -> Problem {
    Problem("pack.expression." + code, at: position.place(from: start), arguments)
  }
}
