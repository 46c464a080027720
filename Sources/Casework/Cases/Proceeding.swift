package import Quantities
package import RulePacks

/// One run of a procedure.
package struct Proceeding: Hashable, Sendable {
  /// The id in its case: the procedure's own for the main one, `procedure-key` for a run beside it.
  package let id: ProceedingID
  /// The id of the procedure in the pack.
  package internal(set) var procedure: String
  /// What tells it from other runs, such as a year; nil where there is one run at a time.
  package let key: String?
  /// Whether it is the case's main one.
  package let isMain: Bool
  /// The official date of its opening.
  package let openedOn: CalendarDate
  /// Its opening's place among the events of the case, from 1.
  package let openedAt: Int
  /// What was given when it was opened.
  package let openingInputs: [String: Value]
  /// The stage where it stands, with owner, clock and deadline.
  package internal(set) var entry: StageEntry
  /// The official date on which it entered that stage.
  package internal(set) var enteredOn: CalendarDate
  /// Its entry's place among the events of the case, from 1.
  package internal(set) var enteredAt: Int
  /// Clocks that are paused, by stage.
  package internal(set) var paused: [String: PausedClock] = [:]
  /// How many rounds of correction there were, 0 for none.
  package internal(set) var round = 0
  /// The defects of the last return, one an item.
  package internal(set) var defects: [String] = []
  /// The stages that it has entered, in order.
  package internal(set) var visited: [String]
  /// What actions of this proceeding were given, the latest by input.
  package internal(set) var inputs: [String: Value]
  /// The proceeding that it is about; nil where it is about the case.
  package internal(set) var about: ProceedingID?
  /// How many times each action took effect in it.
  package internal(set) var taken: [String: Int] = [:]
  /// Who has agreed so far to actions of the present stage that several decide, by action.
  package internal(set) var consents: [String: [ConsentRecord]] = [:]

  /// The id of the stage where it stands.
  package var stage: String { entry.stage }
  /// Whether it has ended.
  package var isEnded: Bool { entry.ends != nil }
}
