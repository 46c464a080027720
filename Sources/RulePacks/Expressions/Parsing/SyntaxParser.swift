import Quantities

/// Reads tokens into syntax by precedence climbing (Pratt).
///
/// From loose to tight: `if`, `each`; `or`; `and`; `not`; comparisons and `in`, which do not chain;
/// `+ -`; `* /`; the sign; members, rows and calls.
struct SyntaxParser {
  private let tokens: [Token]
  private var index = 0
  private var depth = 0

  /// Deeper nesting is refused, so that no pack can exhaust the stack.
  static let greatestDepth = 64

  init(_ tokens: [Token]) { self.tokens = tokens }

  private enum Tightness: Int {
    case loosest, or, and, not, comparison, sum, product
  }

  private var token: Token { tokens[min(index, tokens.count - 1)] }
  private var next: Token { tokens[min(index + 1, tokens.count - 1)] }
  private var afterNext: Token { tokens[min(index + 2, tokens.count - 1)] }

  private mutating func advance() { index += 1 }

  private func unexpected(_ expected: String) -> Fault {
    Fault("syntax", at: token.position, ["expected": expected, "found": token.text])
  }

  private mutating func expect(symbol: String) throws(Fault) {
    guard token.isSymbol(symbol) else { throw unexpected(symbol) }
    advance()
  }

  private mutating func expect(keyword: String) throws(Fault) {
    guard token.isWord(keyword) else { throw unexpected(keyword) }
    advance()
  }

  private mutating func name() throws(Fault) -> Token {
    let found = token
    guard found.kind == .word, !Token.keywords.contains(found.text) else {
      throw unexpected("name")
    }
    advance()
    return found
  }

  /// The whole text as one expression.
  mutating func whole() throws(Fault) -> Syntax {
    let syntax = try expression(.loosest)
    guard token.kind == .end else { throw unexpected("end") }
    return syntax
  }

  // MARK: Operators

  private mutating func expression(_ tightness: Tightness) throws(Fault) -> Syntax {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.greatestDepth else {
      throw Fault("too_deep", at: token.position, ["limit": String(Self.greatestDepth)])
    }
    var left = try prefix()
    while true {
      guard let (found, joined) = try infix(left, looserThan: tightness) else { return left }
      left = joined
      if found == .comparison, comparison(of: token) != nil || token.isWord("in") {
        throw unexpected("and")
      }
    }
  }

  private mutating func infix(
    _ left: Syntax, looserThan tightness: Tightness
  ) throws(Fault) -> (Tightness, Syntax)? {
    func binds(_ own: Tightness) -> Bool { own.rawValue > tightness.rawValue }
    if token.isWord("or"), binds(.or) {
      return (.or, Syntax(.any(try chain(left, "or", .or)), at: left.position))
    }
    if token.isWord("and"), binds(.and) {
      return (.and, Syntax(.all(try chain(left, "and", .and)), at: left.position))
    }
    if let comparison = comparison(of: token), binds(.comparison) {
      advance()
      let right = try expression(.comparison)
      return (.comparison, Syntax(.comparison(comparison, left, right), at: left.position))
    }
    if token.isWord("in"), binds(.comparison) {
      advance()
      return (.comparison, Syntax(.among(left, try list()), at: left.position))
    }
    if token.kind == .symbol, let operation = Arithmetic(rawValue: token.text) {
      let own: Tightness = operation == .add || operation == .subtract ? .sum : .product
      guard binds(own) else { return nil }
      advance()
      let right = try expression(own)
      return (own, Syntax(.arithmetic(operation, left, right), at: left.position))
    }
    return nil
  }

  private func comparison(of token: Token) -> Comparison? {
    token.kind == .symbol ? Comparison(rawValue: token.text) : nil
  }

  private mutating func chain(
    _ first: Syntax, _ word: String, _ tightness: Tightness
  ) throws(Fault) -> [Syntax] {
    var parts = [first]
    while token.isWord(word) {
      advance()
      parts.append(try expression(tightness))
    }
    return parts
  }

  private mutating func list() throws(Fault) -> [Syntax] {
    try expect(symbol: "[")
    var items = [try expression(.loosest)]
    while token.isSymbol(",") {
      advance()
      items.append(try expression(.loosest))
    }
    try expect(symbol: "]")
    return items
  }

  private mutating func prefix() throws(Fault) -> Syntax {
    let start = token.position
    if token.isWord("not") {
      advance()
      return Syntax(.not(try expression(.not)), at: start)
    }
    if token.isSymbol("-") {
      advance()
      return Syntax(.negative(try expression(.product)), at: start)
    }
    if token.isWord("if") { return try conditional() }
    if token.isWord("each"), next.kind == .word, afterNext.isWord("in") {
      advance()
      let binder = try name()
      var argument = try boundArgument(binder: binder.text, at: start)
      guard argument.body == nil else { return Syntax(.each(argument), at: start) }
      try expect(symbol: ":")
      argument.body = try expression(.loosest)
      return Syntax(.each(argument), at: start)
    }
    return try postfix()
  }

  private mutating func conditional() throws(Fault) -> Syntax {
    let start = token.position
    advance()
    let test = try expression(.loosest)
    try expect(keyword: "then")
    let yes = try expression(.loosest)
    try expect(keyword: "else")
    let no = try expression(.loosest)
    return Syntax(.conditional(test, yes, no), at: start)
  }

  // MARK: Names, rows and calls

  private mutating func postfix() throws(Fault) -> Syntax {
    var syntax = try primary()
    while true {
      if token.isSymbol(".") {
        advance()
        let member = try name()
        syntax = Syntax(
          .member(syntax, member.text), at: syntax.position, name: member.position)
      } else if token.isSymbol("[") {
        advance()
        let row = try expression(.loosest)
        try expect(symbol: "]")
        syntax = Syntax(.row(syntax, row), at: syntax.position)
      } else {
        return syntax
      }
    }
  }

  private mutating func primary() throws(Fault) -> Syntax {
    let start = token
    switch start.kind {
    case .literal(let value):
      advance()
      return Syntax(.literal(value), at: start.position)
    case .word where start.text == "true" || start.text == "false":
      advance()
      return Syntax(.literal(.boolean(start.text == "true")), at: start.position)
    case .word where start.text == "not_applicable":
      advance()
      return Syntax(.notApplicable, at: start.position)
    case .word where !Token.keywords.contains(start.text) || start.text == "each":
      // `each` alone is a common option (`practice.ratio_year == each`).
      advance()
      guard token.isSymbol("(") else { return Syntax(.word(start.text), at: start.position) }
      return Syntax(.call(start.text, try arguments()), at: start.position)
    case .symbol where start.text == "(":
      advance()
      let inner = try expression(.loosest)
      try expect(symbol: ")")
      return inner
    default: throw unexpected("expression")
    }
  }

  private mutating func arguments() throws(Fault) -> [Syntax.Argument] {
    try expect(symbol: "(")
    var arguments: [Syntax.Argument] = []
    while !token.isSymbol(")") {
      if !arguments.isEmpty { try expect(symbol: ",") }
      arguments.append(try argument())
    }
    advance()
    return arguments
  }

  private mutating func argument() throws(Fault) -> Syntax.Argument {
    let start = token.position
    let isName = token.kind == .word && !Token.keywords.contains(token.text)
    if isName, next.isSymbol(":") {
      let label = try name().text
      advance()
      let value = try expression(.loosest)
      return Syntax.Argument(label: label, value: value, position: start)
    }
    if isName, next.isWord("in"), !afterNext.isSymbol("[") {
      return try boundArgument(binder: try name().text, at: start)
    }
    return try rest(of: try expression(.loosest), binder: nil, at: start)
  }

  private mutating func boundArgument(
    binder: String, at start: Position
  ) throws(Fault) -> Syntax.Argument {
    try expect(keyword: "in")
    return try rest(of: try postfix(), binder: binder, at: start)
  }

  private mutating func rest(
    of value: Syntax, binder: String?, at start: Position
  ) throws(Fault) -> Syntax.Argument {
    var argument = Syntax.Argument(binder: binder, value: value, position: start)
    if token.isWord("where") {
      advance()
      argument.filter = try expression(.loosest)
    }
    if token.isSymbol(":") {
      advance()
      argument.body = try expression(.loosest)
    }
    return argument
  }
}
