import RulePacks
import Testing

/// The four ways to be, as tests over one fact each: `host.legal_person` and so on.
@Suite("Three values and two absences")
struct KleeneTests {
  /// Written as the outcome: t, f, unknown, absent, not applicable.
  static let written = ["t", "f", "u", "a", "n"]

  static func source(_ sign: Character) -> String {
    switch sign {
    case "t": "true"
    case "f": "false"
    case "u": "host.legal_person"
    case "a": "host.registered_in_city"
    default: "not_applicable"
    }
  }

  static func outcome(_ sign: Character) -> Outcome {
    switch sign {
    case "t": .yes
    case "f": .no
    case "u": .unknown(["host.legal_person"])
    case "a": .absent
    default: .notApplicable
    }
  }

  static let facts = ["host.registered_in_city": "absent"]

  // Rows and columns in the order t f u a n.
  static let conjunction = ["tfuan", "fffff", "ufuuu", "afuaa", "nfuan"]
  static let disjunction = ["ttttt", "tfuan", "tuuuu", "tauaa", "tnuan"]
  static let negation = "ftuan"

  @Test("and: false decides, else unknown, absent, not applicable go before true")
  func and() throws {
    try check(Self.conjunction, "and")
  }

  @Test("or: true decides, else unknown, absent, not applicable go before false")
  func or() throws {
    try check(Self.disjunction, "or")
  }

  private func check(_ table: [String], _ word: String) throws {
    for (left, row) in zip("tfuan", table) {
      for (right, expected) in zip("tfuan", row) {
        let source = "\(Self.source(left)) \(word) \(Self.source(right))"
        let outcome = try ExpressionFixture.outcome(source, Self.facts)
        #expect(outcome == Self.outcome(expected), "\(source)")
      }
    }
  }

  @Test("not: the absences stay what they are")
  func not() throws {
    for (sign, expected) in zip("tfuan", Self.negation) {
      let outcome = try ExpressionFixture.outcome("not \(Self.source(sign))", Self.facts)
      #expect(outcome == Self.outcome(expected))
    }
  }

  @Test("All that is missing is named, once and in order")
  func missing() throws {
    let source = "host.legal_person and host.kind == enterprise and host.legal_person"
    #expect(
      try ExpressionFixture.outcome(source) == .unknown(["host.legal_person", "host.kind"]))
  }

  @Test("An unknown condition makes the whole choice unknown")
  func choice() throws {
    let source = "if host.legal_person then 1 else 2"
    #expect(try ExpressionFixture.outcome(source) == .unknown(["host.legal_person"]))
  }
}
