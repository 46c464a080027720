import Quantities

/// Resolves names, checks types and units, and makes the tree that is evaluated.
///
/// Every method reports what is wrong and answers nil; a part that failed raises no second fault.
struct Checker {
  /// A row, or a year, that is being looked at.
  struct Binder {
    /// The name given to it (`x` in `each x in …`).
    var name: String?
    /// The table or list; nil for years.
    var group: Vocabulary.Group?
  }

  let vocabulary: Vocabulary
  let environment: ParsingEnvironment
  var binders: [Binder] = []
  var faults: [Fault] = []
  var facts: Set<FactPath> = []
  /// The definitions that are being looked into, outermost first.
  var expanding: [String] = []
  /// How many definitions the expression has come to so far.
  var expansions = 0
  /// Where definitions are used in the text itself.
  var uses: [(position: Position, name: String)] = []

  init(vocabulary: Vocabulary, environment: ParsingEnvironment) {
    self.vocabulary = vocabulary
    self.environment = environment
  }

  /// Reports a fault.
  mutating func report(
    _ code: String, at position: Position, _ arguments: [String: String?] = [:]
  ) {
    faults.append(Fault(code, at: position, arguments.compactMapValues { $0 }))
  }

  /// Reports that a part has another type than was asked for.
  mutating func reportMismatch(expected: Kind, found: Kind, at position: Position) {
    let code = expected.isQuantity && found.isQuantity ? "unit_mismatch" : "type"
    report(code, at: position, ["expected": expected.name, "found": found.name])
  }

  /// The part as the type asked for.
  mutating func check(_ syntax: Syntax, expecting kind: Kind?) -> Typed? {
    guard let found = infer(syntax, hint: kind) else { return nil }
    guard let kind else { return found }
    return adapt(found, to: kind, at: syntax.position)
  }

  /// The part with the type that it has.
  ///
  /// - Parameter hint: the type of what it meets, by which a bare word is known for an option.
  mutating func infer(_ syntax: Syntax, hint: Kind? = nil) -> Typed? {
    switch syntax.form {
    case .literal(let value): Typed(.literal(value), Kind(of: value))
    case .notApplicable: Typed(.notApplicable, .any)
    case .word, .member: resolve(syntax, hint: hint)
    case .row:
      fail("rows_as_value", at: syntax.position)
    case .call(let name, let arguments): call(name, arguments, at: syntax, hint: hint)
    case .negative(let part): negative(part)
    case .not(let part):
      check(part, expecting: .boolean).map { Typed(.not($0.node), .boolean) }
    case .all(let parts): tests(parts).map { Typed(.all($0), .boolean) }
    case .any(let parts): tests(parts).map { Typed(.any($0), .boolean) }
    case .arithmetic(let operation, let left, let right): arithmetic(operation, left, right)
    case .comparison(let comparison, let left, let right): compare(comparison, left, right)
    case .among(let subject, let options): among(subject, options)
    case .conditional(let test, let yes, let no): conditional(test, yes, no, hint: hint)
    case .each(let argument):
      every(argument, testing: argument.body)
    }
  }

  /// Reports a fault and answers nil.
  mutating func fail(
    _ code: String, at position: Position, _ arguments: [String: String?] = [:]
  ) -> Typed? {
    report(code, at: position, arguments)
    return nil
  }

  /// A part as a type, or a mismatch at its place.
  mutating func adapt(_ found: Typed, to kind: Kind, at position: Position) -> Typed? {
    if let adapted = found.adapted(to: kind) { return adapted }
    if case .choice(let options) = kind, case .literal(.text(let option)) = found.node {
      report(
        "unknown_option", at: position,
        [
          "name": option, "expected": options.joined(separator: ", "),
          "suggestion": Suggestion.nearest(to: option, among: options),
        ])
      return nil
    }
    reportMismatch(expected: kind, found: found.kind, at: position)
    return nil
  }

  private mutating func tests(_ parts: [Syntax]) -> [Node]? {
    var nodes: [Node] = []
    for part in parts {
      if let test = check(part, expecting: .boolean) { nodes.append(test.node) }
    }
    return nodes.count == parts.count ? nodes : nil
  }
}
