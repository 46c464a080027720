package import Quantities

/// An agreement with who gave it.
package struct ConsentRecord: Hashable, Sendable {
  /// The id of the owner for whom it was given.
  package var owner: String
  /// The user who gave it.
  package var actor: String
  /// The official date of the agreement.
  package var on: CalendarDate
}
