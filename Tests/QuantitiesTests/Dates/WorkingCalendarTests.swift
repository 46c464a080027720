import Quantities
import Testing

@Suite("Working days")
struct WorkingCalendarTests {
  static func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(parsing: text))
  }

  /// National Day of 2025 with its make-up days, and an oddity: a weekday off that is worked as well.
  static func calendar() throws -> WorkingCalendar {
    WorkingCalendar([
      WorkingCalendar.Year(
        year: 2025,
        daysOff: try [
          "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-04", "2025-10-06", "2025-10-07",
          "2025-10-08", "2025-12-31",
        ].map(day),
        makeUpDays: try ["2025-09-28", "2025-10-11", "2025-12-31"].map(day))
    ])
  }

  @Test("Counting them is the same as looking at each day", arguments: 0..<120)
  func counting(offset: Int) throws {
    let calendar = try Self.calendar()
    let start = try Self.day("2025-09-10").adding(days: offset)
    for length in 0..<45 {
      let end = start.adding(days: length)
      let each = (0..<length).count { calendar.isWorkingDay(start.adding(days: $0 + 1)) }
      #expect(calendar.workingDays(after: start, through: end) == each)
      #expect(calendar.workingDays(after: end, through: start) == -each)
    }
  }

  @Test("Weekdays are counted before 1970 too")
  func early() throws {
    let none = WorkingCalendar()
    let start = try Self.day("1969-12-01")
    #expect(none.workingDays(after: start, through: try Self.day("1970-01-31")) == 44)
  }

  @Test("Holidays, make-up days and ordinary days are told apart")
  func days() throws {
    let calendar = try Self.calendar()
    #expect(!calendar.isWorkingDay(try Self.day("2025-10-01")))
    #expect(!calendar.isWorkingDay(try Self.day("2025-10-04")))
    #expect(!calendar.isWorkingDay(try Self.day("2025-10-12")))
    #expect(calendar.isWorkingDay(try Self.day("2025-09-28")))
    #expect(calendar.isWorkingDay(try Self.day("2025-12-31")))
    #expect(calendar.isWorkingDay(try Self.day("2025-10-09")))
  }
}

@Suite("Dates as texts")
struct CalendarDateTextTests {
  @Test(
    "A day is written and read as it was",
    arguments: 0..<480)
  func roundTrip(number: Int) {
    let ordinal = number * 7_919 - 800_000
    let date = CalendarDate(ordinal: Int32(ordinal))
    guard (1...9999).contains(date.year) else { return }
    #expect(date.description.utf8.count == 10)
    #expect(CalendarDate(parsing: date.description) == date)
    #expect(CalendarDate(parsing: "\(date.year)年\(date.month)月\(date.day)日") == date)
  }

  @Test(
    "No day is read from what is none",
    arguments: ["2026-02-30", "2026-13-01", "2026-1--1", "202a-01-01", "2026_01_01", "0000-01-01"])
  func none(text: String) { #expect(CalendarDate(parsing: text) == nil) }
}
