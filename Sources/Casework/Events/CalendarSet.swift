package import Quantities

/// A year's schedule of working days was put in.
package struct CalendarSet: Hashable, Sendable, Codable {
  /// The year with its public holidays and its make-up working days.
  package var year: WorkingCalendar.Year
  /// The notice that it comes from; nil where none was named.
  package var source: String?
  /// A schedule put in.
  package init(year: WorkingCalendar.Year, source: String?) {
    self.year = year
    self.source = source
  }
}
