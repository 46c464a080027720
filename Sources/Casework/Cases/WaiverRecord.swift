package import Quantities

/// The last step of a waiver, with who took it.
package struct WaiverRecord: Hashable, Sendable {
  /// Whether it was asked for, granted or refused, and why.
  package var step: WaiverStep
  /// The user who asked for it, whoever took the last step.
  package var requestedBy: String
  /// The user who took the last step.
  package var actor: String
  /// The official date of the last step.
  package var on: CalendarDate
  /// Its place among the events of the case, from 1.
  package var place: Int
}
