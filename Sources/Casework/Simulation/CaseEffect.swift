package import Quantities
package import RulePacks

/// What a draft would change for one case.
package struct CaseEffect: Hashable, Sendable {
  /// A condition that would come out otherwise.
  package struct FindingChange: Hashable, Sendable {
    /// The condition.
    package var condition: String
    /// What it comes to under the present law; nil where that has no such condition.
    package var before: FindingResult?
    /// What it would come to; nil where the draft has no such condition.
    package var after: FindingResult?
    /// How binding it is under the present law; nil where that has no such condition.
    package var forceBefore: Force?
    /// How binding it would be; under the present law where the draft does not have it.
    package var force: Force
    /// Whether a step that is still to come tests it; else nothing follows from it.
    package var isAhead: Bool
    /// How much would be missing.
    package var shortfall: Value?

    /// Whether it would bind more strictly than it does.
    private var binds: Bool { force == .mandatory && forceBefore != .mandatory }
    /// Whether it would no longer let the case pass where it did.
    package var newlyFails: Bool { after == .notMet && (before != .notMet || binds) }
    /// Whether it would let the case pass where it did not.
    package var newlyPasses: Bool {
      let isFine: (FindingResult?) -> Bool = { [.met, .notApplicable, nil].contains($0) }
      return isFine(after) && !isFine(before)
    }
    /// Whether a fact would be missing that was not asked for.
    package var newlyUnknown: Bool { after == .unknown && (before != .unknown || binds) }
  }

  /// A ground that would raise an alert, or no longer.
  package struct AlertChange: Hashable, Sendable {
    /// The ground.
    package var ground: String
    /// Whether it would be raised; else it would fall away.
    package var isRaised: Bool
  }

  /// A due date that would be another.
  package struct DeadlineChange: Hashable, Sendable {
    /// The procedure.
    package var procedure: String
    /// The stage.
    package var stage: String
    /// The due date on record.
    package var before: CalendarDate?
    /// What it would be; nil for none.
    package var after: CalendarDate?
  }

  /// Something that can be done at a stage, and what would become of it.
  package struct ActionChange: Hashable, Sendable {
    /// What would become of an action.
    package enum Fate: String, CaseIterable, Hashable, Sendable {
      /// The draft does not have it there.
      case gone
      /// The draft has it there, the present law does not.
      case added
      /// A guard or a condition would stand in its way.
      case blocked
      /// What stands in its way would not any more.
      case freed
      /// It would ask for more: an input, or conditions of another moment.
      case asksMore = "asks_more"
    }

    /// The procedure.
    package var procedure: String
    /// The stage.
    package var stage: String
    /// The action.
    package var action: String
    /// What would become of it.
    package var fate: Fate
    /// The guards, conditions or inputs behind it.
    package var because: [String]
  }

  /// A stage that the case stands at and the draft does not have.
  package struct MissingStage: Hashable, Sendable {
    /// The procedure.
    package var procedure: String
    /// The stage.
    package var stage: String
  }

  /// The conditions that would come out otherwise.
  package var findings: [FindingChange] = []
  /// The grounds that would raise an alert, or no longer.
  package var alerts: [AlertChange] = []
  /// The due dates that would move.
  package var deadlines: [DeadlineChange] = []
  /// The stages that the draft does not have.
  package var stages: [MissingStage] = []
  /// What could be done otherwise.
  package var actions: [ActionChange] = []

  /// No change.
  package init() {}

  /// Whether anything would change that still matters to the case.
  package var isTouched: Bool {
    findings.contains(where: \.isAhead) || !alerts.isEmpty || !deadlines.isEmpty
      || !stages.isEmpty || !actions.isEmpty
  }

  /// Whether something would go wrong for the case: a condition or an action that no longer holds,
  /// a stage that is not there.
  package var isSetBack: Bool {
    findings.contains { $0.isAhead && ($0.newlyFails || $0.newlyUnknown) } || !stages.isEmpty
      || actions.contains { $0.fate == .gone || $0.fate == .blocked }
  }
}
