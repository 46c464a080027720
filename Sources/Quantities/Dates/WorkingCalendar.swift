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
  // What differs from weekdays and weekends, in order: lists of due dates ask thousands of times.
  private let closedWeekdays: [CalendarDate]
  private let openWeekendDays: [CalendarDate]

  /// A calendar of the given schedules.
  package init(_ schedules: [Year] = []) {
    years = Dictionary(schedules.map { ($0.year, $0) }) { _, later in later }
    let worked = Set(years.values.flatMap(\.makeUpDays))
    let closed = Set(years.values.flatMap(\.daysOff)).subtracting(worked)
    closedWeekdays = closed.filter { $0.weekday <= 5 }.sorted()
    openWeekendDays = worked.filter { $0.weekday > 5 }.sorted()
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
    date.weekday <= 5 ? !closedWeekdays.has(date) : openWeekendDays.has(date)
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
    return Self.weekdays(through: end) - Self.weekdays(through: start)
      - closedWeekdays.count(after: start, through: end)
      + openWeekendDays.count(after: start, through: end)
  }

  /// How many weekdays there are up to a day, from a Monday long ago on; only differences matter.
  private static func weekdays(through day: CalendarDate) -> Int {
    // 1970-01-01 was a Thursday: with 4 added, the days of a week are 1 to 7 from Monday.
    let days = Int(day.ordinal) + 4
    let weeks = days >= 0 ? days / 7 : (days - 6) / 7
    return 5 * weeks + min(days - 7 * weeks, 5)
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

extension [CalendarDate] {
  /// Where a day stands, or would stand, in a list in order.
  fileprivate func place(after date: CalendarDate) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= date { low = middle + 1 } else { high = middle }
    }
    return low
  }

  fileprivate func has(_ date: CalendarDate) -> Bool {
    let place = place(after: date)
    return place > 0 && self[place - 1] == date
  }

  fileprivate func count(after start: CalendarDate, through end: CalendarDate) -> Int {
    place(after: end) - place(after: start)
  }
}
