package import Quantities

/// A departure with who took it and when.
package struct DepartureRecord: Hashable, Sendable {
  /// From which default, and why.
  package var departed: Departed
  /// The user who took it.
  package var actor: String
  /// The official date of the departure.
  package var on: CalendarDate
  /// Its place among the events of the case, from 1.
  package var place: Int

  /// The reason that was given.
  package var reason: String { departed.reason }
}
