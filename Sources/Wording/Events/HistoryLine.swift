package import Quantities

/// One event as a reader of the history meets it.
package struct HistoryLine: Hashable, Sendable {
  /// The official date.
  package var on: CalendarDate
  /// The person.
  package var who: String
  /// The role in which the person acted.
  package var role: String
  /// What happened.
  package var what: String
  /// From which stage to which; nil where nothing moved.
  package var change: String?
  /// What was noted: a reason, an opinion, a remark.
  package var note: String?

  /// A line.
  package init(
    on: CalendarDate, who: String, role: String, what: String, change: String?, note: String?
  ) {
    self.on = on
    self.who = who
    self.role = role
    self.what = what
    self.change = change
    self.note = note
  }
}
