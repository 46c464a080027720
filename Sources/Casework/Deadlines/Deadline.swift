package import Quantities
package import RulePacks

/// A due date with how it was counted.
package struct Deadline: Hashable, Sendable, Codable {
  /// What the date was counted from.
  package enum Source: Hashable, Sendable, Codable {
    /// A period that the article states.
    case law
    /// A period of practice, by the item's id; `isSuggested` where the bureau has set none.
    case practice(item: String, isSuggested: Bool)
    /// A date that the article names.
    case namedDate
    /// What was left when a pause ended.
    case resumed
  }

  /// The last day.
  package var due: CalendarDate
  /// The article, or for practice the one that is silent.
  package var cites: Citation
  /// Where the length comes from.
  package var source: Source
  /// The period; nil for named dates.
  package var period: Period?
  /// The day from which it was counted.
  package var anchor: CalendarDate
  /// Whether the anchor was day one.
  package var countsFirstDay: Bool
  /// The day on which it would have ended, where it was moved to a working day.
  package var rolledFrom: CalendarDate?
  /// Public holidays on weekdays that were skipped, and weekend days that were worked.
  package var exceptions: [CalendarDate]
  /// Years whose schedule of holidays was not known; weekends alone were counted there.
  package var unknownYears: [Int]

  /// A due date.
  package init(
    due: CalendarDate, cites: Citation, source: Source, period: Period?, anchor: CalendarDate,
    countsFirstDay: Bool, rolledFrom: CalendarDate?, exceptions: [CalendarDate],
    unknownYears: [Int]
  ) {
    self.due = due
    self.cites = cites
    self.source = source
    self.period = period
    self.anchor = anchor
    self.countsFirstDay = countsFirstDay
    self.rolledFrom = rolledFrom
    self.exceptions = exceptions
    self.unknownYears = unknownYears
  }
}
