/// The tree of what was compared: each node with its text and what it came to.
package struct Explanation: Hashable, Sendable, Codable {
  /// What kind of step a node is.
  package enum Kind: String, Hashable, Sendable, Codable {
    case literal
    case fact
    case input
    case practice
    case question
    case date
    case arithmetic
    case comparison
    case logic
    case function
    case each
    /// What the pack says under a name of its own; the text is the name.
    case definition
  }

  /// Why a step came to what it did, where values alone do not say it.
  package enum Note: String, CaseIterable, Hashable, Sendable, Codable {
    /// A ratio over zero: there is no such number, and no comparison with it holds.
    case overZero = "over_zero"
    /// An amount left the range of 64-bit integers, or a span of years was beyond all reason.
    case overflow
    /// There is no such day, as 2025-02-29.
    case noSuchDay = "no_such_day"
    /// A period of working days, which needs a calendar that expressions do not have.
    case workingDays = "working_days"
    /// Two periods that cannot be compared, as 30 days and a month.
    case incomparable
  }

  /// The kind of step.
  package var kind: Kind
  /// The step as the pack writes it; for facts the path, for comparisons the operator.
  package var text: String
  /// What it came to.
  package var outcome: Outcome
  /// The steps that it rests on.
  package var parts: [Explanation]
  /// For comparisons that failed on ordered values: how much is missing or too much (150 万元, 1 人).
  package var shortfall: Value?
  /// Whether something absent was left out, here or in a part.
  package var isPartial: Bool
  /// What else is to be said, here or of a part that decided.
  package var note: Note?

  /// A step.
  package init(
    kind: Kind, text: String, outcome: Outcome, parts: [Explanation] = [],
    shortfall: Value? = nil, isPartial: Bool = false, note: Note? = nil
  ) {
    self.kind = kind
    self.text = text
    self.outcome = outcome
    self.parts = parts
    self.shortfall = shortfall
    self.isPartial = isPartial
    self.note = note
  }

  /// The comparison that is to be shown for the whole: of its value, threshold and shortfall.
  ///
  /// The first one, outermost first; where one part made the whole fail, or left it unknown, the
  /// first within that part. Of `if` it is the one in the branch that was taken, or in the test
  /// where that came to nothing: what merely chose the branch is never shown for the whole.
  package var leadingComparison: Explanation? {
    if kind == .comparison { return self }
    if kind == .logic, text == "if" { return parts.last?.leadingComparison }
    for part in parts where part.outcome.isAlike(outcome) {
      if let found = part.leadingComparison { return found }
    }
    for part in parts {
      if let found = part.leadingComparison { return found }
    }
    return nil
  }
}

extension Outcome {
  /// Whether two outcomes are of one sort: equal, or both unknown.
  fileprivate func isAlike(_ other: Outcome) -> Bool {
    if case .unknown = self, case .unknown = other { return true }
    return self == other
  }
}
