package import Quantities
package import RulePacks

/// As much of a case as has to be known to try a draft on it.
package struct TrialCase: Sendable {
  /// Where one proceeding stands.
  package struct Place: Hashable, Sendable {
    /// The procedure.
    package var procedure: String
    /// The stage.
    package var stage: String
    /// The day on which it was entered.
    package var enteredOn: CalendarDate
    /// The due date on record.
    package var due: CalendarDate?
    /// What the proceeding was given so far.
    package var inputs: [String: Value]

    /// A place.
    package init(
      procedure: String, stage: String, enteredOn: CalendarDate, due: CalendarDate?,
      inputs: [String: Value] = [:]
    ) {
      self.procedure = procedure
      self.stage = stage
      self.enteredOn = enteredOn
      self.due = due
      self.inputs = inputs
    }
  }

  /// The facts that the draft or the present law reads.
  package var facts: FactSheet
  /// Where its open proceedings stand, the main one first.
  package var places: [Place]
  /// Answers to questions about other cases.
  package var others: [String: Int64]
  /// The whole case, where judgements, waivers or departures are on record.
  package var state: CaseState?

  /// A case.
  package init(
    facts: FactSheet, places: [Place], others: [String: Int64] = [:], state: CaseState? = nil
  ) {
    self.facts = facts
    self.places = places
    self.others = others
    self.state = state
  }
}
