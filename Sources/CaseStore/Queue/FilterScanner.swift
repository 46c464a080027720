import Quantities

/// Cuts a filter into its parts.
struct FilterScanner {
  /// One part as it was typed.
  struct Token {
    /// The column of its first character, from 1.
    var column: Int
    var isNegated = false
    /// What stands before the colon or comparison; nil for words.
    var key: String?
    var comparison: QueueFilter.DueTest.Comparison?
    var value = ""
    /// Whether quotes held it together, so that it is a word whatever it says.
    var isQuoted = false

    /// The alternatives of the value.
    var values: [String] {
      guard !isQuoted else { return [value] }
      return value.split(whereSeparator: { $0 == "," || $0 == "、" }).map(String.init)
    }
  }

  private let characters: [Character]
  private var position = 0

  /// A scanner of a text; full-width forms are read as half-width ones.
  init(_ text: String) {
    characters = text.map { character in
      let scalars = character.unicodeScalars
      guard scalars.count == 1, let first = scalars.first else { return character }
      return Character(TextFolding.halfWidth(first))
    }
  }

  /// The parts in order.
  ///
  /// - Throws: `filter.unclosed_quote`.
  func tokens() throws(Problem) -> [Token] {
    var scanner = self
    var tokens: [Token] = []
    while let token = try scanner.next() { tokens.append(token) }
    return tokens
  }

  private var current: Character? {
    position < characters.count ? characters[position] : nil
  }

  private mutating func next() throws(Problem) -> Token? {
    while let character = current, character.isWhitespace { position += 1 }
    guard current != nil else { return nil }
    var token = Token(column: position + 1)
    if current == "-", position + 1 < characters.count, !characters[position + 1].isWhitespace {
      token.isNegated = true
      position += 1
    }
    while let character = current, !character.isWhitespace {
      if Self.isQuote(character) {
        token.value += try quoted()
        token.isQuoted = true
      } else if token.key == nil, !token.isQuoted, !token.value.isEmpty,
        let separator = separator()
      {
        token.key = token.value
        token.value = ""
        if case .comparison(let comparison) = separator { token.comparison = comparison }
      } else {
        token.value.append(character)
        position += 1
      }
    }
    return token
  }

  /// What stands between a key and its value.
  private enum Separator {
    case colon
    case comparison(QueueFilter.DueTest.Comparison)
  }

  /// The separator that stands here, taken; nil where none does.
  private mutating func separator() -> Separator? {
    guard let character = current else { return nil }
    let hasEqual = position + 1 < characters.count && characters[position + 1] == "="
    switch character {
    case ":":
      position += 1
      return .colon
    case "<", "≤":
      position += hasEqual ? 2 : 1
      return .comparison(hasEqual || character == "≤" ? .atMost : .before)
    case ">", "≥":
      position += hasEqual ? 2 : 1
      return .comparison(hasEqual || character == "≥" ? .atLeast : .after)
    case "=":
      position += 1
      return .comparison(.on)
    default: return nil
    }
  }

  private mutating func quoted() throws(Problem) -> String {
    let start = position
    position += 1
    var text = ""
    while let character = current {
      position += 1
      if Self.isQuote(character) { return text }
      text.append(character)
    }
    throw Problem("filter.unclosed_quote", at: Problem.Place(column: start + 1))
  }

  private static func isQuote(_ character: Character) -> Bool {
    character == "\"" || character == "“" || character == "”"
  }
}
