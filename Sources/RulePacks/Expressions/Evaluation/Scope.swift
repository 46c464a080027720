package import Quantities

/// Everything that an expression may read.
///
/// Nothing else reaches it: no clock, no store.
package struct Scope: Sendable {
  /// The facts on record.
  package var facts: FactSheet
  /// What the person gave for the action, by input id.
  package var inputs: [String: Value]
  /// The practice in force, by item id.
  package var practice: [String: Value]
  /// Answers about other cases, by question id; days as their ordinals.
  package var others: [String: Int64]
  /// The official date of the step (`on`).
  package var on: CalendarDate
  /// The day on which it is looked at (`today`); alerts compare with it.
  package var today: CalendarDate
  /// The day on which the present stage was entered (`entered`).
  package var entered: CalendarDate?
  /// The due date on record of the present stage (`due`); nil where there is none.
  package var due: CalendarDate?
  /// The working days, for `workday(…)` inside guards; nil elsewhere.
  package var calendar: WorkingCalendar?
  /// Which conditions moments come to, for `passes(…)` inside guards; empty elsewhere.
  package var passing: [Moment: Bool]

  /// What an expression may read.
  package init(
    facts: FactSheet, inputs: [String: Value] = [:], practice: [String: Value] = [:],
    others: [String: Int64] = [:], on: CalendarDate, today: CalendarDate,
    entered: CalendarDate? = nil, due: CalendarDate? = nil,
    calendar: WorkingCalendar? = nil, passing: [Moment: Bool] = [:]
  ) {
    self.facts = facts
    self.inputs = inputs
    self.practice = practice
    self.others = others
    self.on = on
    self.today = today
    self.entered = entered
    self.due = due
    self.calendar = calendar
    self.passing = passing
  }
}
