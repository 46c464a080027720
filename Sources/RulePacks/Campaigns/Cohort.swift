package import Quantities

/// Whom a notice concerns: rules over facts, each with the words for its reason.
package struct Cohort: Hashable, Sendable, Codable {
  /// One rule.
  package struct Rule: Hashable, Sendable, Codable {
    /// The id, unique in the cohort.
    package var id: String
    /// The parts of the notice that state it.
    package var cites: [Citation]
    /// The reason, as it is said of a case.
    package var label: Bilingual
    /// The test over the facts of the case, a truth value.
    package var when: Expression

    /// A rule.
    package init(id: String, cites: [Citation], label: Bilingual, when: Expression) {
      self.id = id
      self.cites = cites
      self.label = label
      self.when = when
    }
  }

  /// The parts of the notice that say whom it concerns.
  package var cites: [Citation]
  /// Who takes no part, whatever else holds; the first that holds is the reason.
  package var outside: [Rule]
  /// Who takes part; the first that holds is the reason.
  package var members: [Rule]
  /// The reason of those whom no rule names.
  package var otherwise: Bilingual

  /// A cohort.
  package init(cites: [Citation], outside: [Rule], members: [Rule], otherwise: Bilingual) {
    self.cites = cites
    self.outside = outside
    self.members = members
    self.otherwise = otherwise
  }

  /// A rule by its id.
  package func rule(_ id: String) -> Rule? { (outside + members).first { $0.id == id } }
}

/// Whether a case belongs to a cohort, and why.
package struct CohortMembership: Hashable, Sendable {
  /// The answer.
  package enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// It takes part.
    case member = "in"
    /// It takes no part.
    case outside = "out"
    /// Facts are missing, so that nobody can say.
    case unknown
  }

  /// Whether it takes part.
  package var verdict: Verdict
  /// The id of the rule that decided; nil where none names the case.
  package var rule: String?
  /// The reason in words.
  package var reason: Bilingual
  /// The parts of the notice that the answer rests on.
  package var cites: [Citation]
  /// The facts that are missing, where the answer is not known.
  package var missing: [FactPath]

  /// An answer.
  package init(
    verdict: Verdict, rule: String?, reason: Bilingual, cites: [Citation],
    missing: [FactPath] = []
  ) {
    self.verdict = verdict
    self.rule = rule
    self.reason = reason
    self.cites = cites
    self.missing = missing
  }
}

extension Cohort {
  /// Whether a case belongs to the cohort.
  ///
  /// A rule that keeps it out goes before every other. What is unknown counts only where it would
  /// change the answer: an exclusion in doubt leaves a member in doubt, and nobody else.
  package func membership(in scope: Scope) -> CohortMembership {
    let exclusion = Self.first(of: outside, in: scope)
    if case .holds(let rule) = exclusion { return Self.answer(.outside, rule) }
    switch (Self.first(of: members, in: scope), exclusion) {
    case (.holds(let rule), .none): return Self.answer(.member, rule)
    case (.holds, .inDoubt(let rule, let missing)):
      return Self.answer(.unknown, rule, missing: missing)
    case (.inDoubt(let rule, let missing), _):
      return Self.answer(.unknown, rule, missing: missing)
    default:
      return CohortMembership(verdict: .outside, rule: nil, reason: otherwise, cites: cites)
    }
  }

  /// The rules in the order in which `membership(by:)` asks for them.
  package var tests: [Expression] { (outside + members).map(\.when) }

  /// Whether a case belongs to the cohort, by what `tests` came to; nil where facts are missing that
  /// may count, so that somebody has to look which.
  package func membership(by truth: (Int) -> FlatRules.Truth) -> CohortMembership? {
    func first(_ rules: [Rule], from place: Int) -> (rule: Rule?, isInDoubt: Bool) {
      var isInDoubt = false
      for (number, rule) in rules.enumerated() {
        switch truth(place + number) {
        case .yes: return (rule, false)
        case .unknown: isInDoubt = true
        default: break
        }
      }
      return (nil, isInDoubt)
    }
    let exclusion = first(outside, from: 0)
    if let rule = exclusion.rule { return Self.answer(.outside, rule) }
    let admission = first(members, from: outside.count)
    if admission.isInDoubt { return nil }
    guard let rule = admission.rule else {
      return CohortMembership(verdict: .outside, rule: nil, reason: otherwise, cites: cites)
    }
    return exclusion.isInDoubt ? nil : Self.answer(.member, rule)
  }

  private enum Found {
    case none
    case holds(Rule)
    case inDoubt(Rule, [FactPath])
  }

  /// The first rule that holds, or where none does the first in doubt with all that is missing.
  private static func first(of rules: [Rule], in scope: Scope) -> Found {
    var doubtful: Rule?
    var missing: [FactPath] = []
    for rule in rules {
      switch rule.when.evaluate(in: scope) {
      case .value(.boolean(true)): return .holds(rule)
      case .unknown(let paths):
        doubtful = doubtful ?? rule
        for path in paths where !missing.contains(path) { missing.append(path) }
      default: break
      }
    }
    return doubtful.map { .inDoubt($0, missing) } ?? .none
  }

  private static func answer(
    _ verdict: CohortMembership.Verdict, _ rule: Rule, missing: [FactPath] = []
  ) -> CohortMembership {
    CohortMembership(
      verdict: verdict, rule: rule.id, reason: rule.label, cites: rule.cites, missing: missing)
  }
}
