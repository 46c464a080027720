package import Quantities
package import RulePacks

/// One event of the case as a step that may be undone.
package struct Step: Hashable, Sendable {
  /// The event.
  package var event: EventID
  /// What kind of event it is.
  package var kind: EventKind
  /// The proceeding that it belongs to, where it belongs to one.
  package var proceeding: ProceedingID?
  /// The id of the action; nil for steps that are none.
  package var action: String?
  /// The user in whose name it was done.
  package var actor: String
  /// The role in which the actor acted.
  package var role: Role
  /// The official date of the step.
  package var on: CalendarDate
  /// The paths of the facts that it set or cleared; a later step on one of them stands in the way
  /// of undoing it.
  package var facts: [FactPath]
  /// Whether it may never be undone.
  package var isFinal: Bool
  /// The moment, in milliseconds since 1970-01-01 UTC; events of one decision share it.
  package var moment: Int64
}
