package import Quantities

/// A judgement with who gave it and when.
package struct JudgementRecord: Hashable, Sendable {
  /// What was judged, and how.
  package var judged: Judged
  /// The user who recorded it.
  package var actor: String
  /// The official date of the judgement.
  package var on: CalendarDate
  /// Its place among the events of the case, from 1.
  package var place: Int
}
