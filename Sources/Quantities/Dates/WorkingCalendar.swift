/// Which days are working days: weekdays, less public holidays, plus make-up working days.
///
/// Years that were never announced count weekends alone; callers must say so (`isKnown`).
package struct WorkingCalendar: Hashable, Sendable, Codable {
  /// One year's schedule as the State Council announced it.
  package struct Year: Hashable, Sendable, Codable {
    /// The year.
    package let year: Int
    /// Every day off by the schedule, weekends among them.
    package let daysOff: [CalendarDate]
    /// Weekend days on which people work.
    package let makeUpDays: [CalendarDate]

    /// A year's schedule.
    package init(year: Int, daysOff: [CalendarDate], makeUpDays: [CalendarDate]) {
      self.year = year
      self.daysOff = daysOff.sorted()
      self.makeUpDays = makeUpDays.sorted()
    }
  }

  /// The schedules held, by year.
  package let years: [Int: Year]
  private let daysOff: Set<CalendarDate>
  private let makeUpDays: Set<CalendarDate>

  /// A calendar of the given schedules.
  package init(_ schedules: [Year] = []) {
    years = Dictionary(schedules.map { ($0.year, $0) }) { _, later in later }
    daysOff = Set(years.values.flatMap(\.daysOff))
    makeUpDays = Set(years.values.flatMap(\.makeUpDays))
  }

  /// Whether the schedule of a year is held.
  package func isKnown(_ year: Int) -> Bool { years[year] != nil }

  /// The years between two days whose schedule is not held.
  package func unknownYears(from start: CalendarDate, to end: CalendarDate) -> [Int] {
    guard start <= end else { return [] }
    return (start.year...end.year).filter { !isKnown($0) }
  }

  /// Whether people work on a day.
  package func isWorkingDay(_ date: CalendarDate) -> Bool {
    if makeUpDays.contains(date) { return true }
    return date.weekday <= 5 && !daysOff.contains(date)
  }

  /// The day itself where it is a working day, else the next one.
  package func workingDay(onOrAfter date: CalendarDate) -> CalendarDate {
    var day = date
    while !isWorkingDay(day) { day = day.adding(days: 1) }
    return day
  }

  /// The day that ends a period of working days.
  ///
  /// - Parameters:
  ///   - count: how many working days, 0 or more.
  ///   - start: the day on which the period is set off.
  ///   - countingStart: whether `start` itself, if it is a working day, is day one (Civil Code,
  ///     article 201, does not count it; notices of publicity in practice do).
  package func adding(
    workingDays count: Int, to start: CalendarDate, countingStart: Bool
  ) -> CalendarDate {
    var day = countingStart ? start.adding(days: -1) : start
    var remaining = max(0, count)
    while remaining > 0 {
      day = day.adding(days: 1)
      if isWorkingDay(day) { remaining -= 1 }
    }
    return day
  }

  /// How many working days lie after `start` up to and including `end`; negative where `end` is
  /// earlier.
  package func workingDays(after start: CalendarDate, through end: CalendarDate) -> Int {
    if end < start { return -workingDays(after: end, through: start) }
    var day = start
    var count = 0
    while day < end {
      day = day.adding(days: 1)
      if isWorkingDay(day) { count += 1 }
    }
    return count
  }

  /// Decodes the list of schedules.
  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode([Year].self))
  }

  /// Encodes the list of schedules, by year.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(years.values.sorted { $0.year < $1.year })
  }
}
