package import Quantities
package import RulePacks

/// Why something cannot be done now, and what would make it possible.
package struct Refusal: Error, Hashable, Sendable, Codable {
  /// What stands in the way.
  package enum Kind: String, Hashable, Sendable, Codable {
    /// The regulation or the state of the case.
    case law
    /// The actor's role, department, or earlier part in the proceeding.
    case role
    /// What was given with the action.
    case input
  }

  /// What stands in the way.
  package var kind: Kind
  /// The stable code, such as `condition.not_met` or `guard.window`.
  package var code: String
  /// The articles.
  package var cites: [Citation]
  /// The condition, where one stands in the way.
  package var condition: String?
  /// The pack's own sentence, for guards and inputs.
  package var label: Bilingual?
  /// The values involved.
  package var arguments: [String: String]
  /// The finding, where a condition stands in the way.
  package var finding: Finding?

  /// A refusal.
  package init(
    _ kind: Kind, _ code: String, cites: [Citation] = [], condition: String? = nil,
    label: Bilingual? = nil, arguments: [String: String] = [:], finding: Finding? = nil
  ) {
    self.kind = kind
    self.code = code
    self.cites = cites
    self.condition = condition
    self.label = label
    self.arguments = arguments
    self.finding = finding
  }
}

/// All refusals of one command; none hides another.
package struct Refusals: Error, Hashable, Sendable {
  /// The refusals, the gravest first.
  package var list: [Refusal]
  /// Some refusals.
  package init(_ list: [Refusal]) { self.list = list }
  /// Whether the actor's role alone stands in the way.
  package var isRole: Bool { list.contains { $0.kind == .role } }
}
