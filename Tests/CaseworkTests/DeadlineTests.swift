import Casework
import Quantities
import RulePacks
import Testing

@Suite("Counting of due dates")
struct DeadlineTests {
  /// The schedule of 2026: holidays on weekdays and weekends that are worked.
  static let calendar: WorkingCalendar = {
    func days(_ list: [String]) -> [CalendarDate] { list.compactMap(CalendarDate.init(parsing:)) }
    func span(_ from: String, _ count: Int) -> [CalendarDate] {
      guard let start = CalendarDate(parsing: from) else { return [] }
      return (0..<count).map(start.adding(days:))
    }
    return WorkingCalendar([
      WorkingCalendar.Year(
        year: 2026,
        daysOff: span("2026-01-01", 3) + span("2026-02-15", 9) + span("2026-04-04", 3)
          + span("2026-05-01", 5) + span("2026-06-19", 3) + span("2026-09-25", 3)
          + span("2026-10-01", 7),
        makeUpDays: days([
          "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
        ]))
    ])
  }()

  private let counter = DeadlineCounter(calendar: calendar, practice: PracticeInForce(items: [:]))

  private func due(
    _ start: String, _ period: Period, inclusive: Bool = false, rolling: Bool = false
  ) throws -> String {
    let anchor = try #require(CalendarDate(parsing: start))
    return counter.deadline(
      period, from: anchor, countingFirstDay: inclusive, rolling: rolling, cites: "9.5",
      source: .law
    ).due.description
  }

  @Test(
    "Five working days end on the golden dates",
    arguments: [
      ("2026-02-09", "2026-02-13", "2026-02-14"), ("2026-02-11", "2026-02-24", "2026-02-25"),
      ("2026-04-01", "2026-04-08", "2026-04-09"), ("2026-04-03", "2026-04-10", "2026-04-13"),
      ("2026-04-29", "2026-05-08", "2026-05-09"), ("2026-09-18", "2026-09-23", "2026-09-24"),
      ("2026-09-24", "2026-10-08", "2026-10-09"),
    ])
  func workingDays(_ start: String, _ inclusive: String, _ exclusive: String) throws {
    #expect(try due(start, Period(5, .workingDay), inclusive: true) == inclusive)
    #expect(try due(start, Period(5, .workingDay)) == exclusive)
  }

  @Test(
    "Thirty days roll over holidays to the next working day",
    arguments: [
      ("2026-01-23", "2026-02-24"), ("2026-03-06", "2026-04-07"), ("2026-04-01", "2026-05-06"),
      ("2026-08-26", "2026-09-28"), ("2026-09-04", "2026-10-08"),
    ])
  func thirtyDays(_ start: String, _ end: String) throws {
    #expect(try due(start, Period(30, .day), rolling: true) == end)
  }

  @Test("Three years from 29 February end on 28 February")
  func leapDay() throws {
    #expect(try due("2024-02-29", Period(3, .year)) == "2027-02-28")
  }

  @Test("A deadline says which days broke the rule of the week, and which years are not known")
  func explanation() throws {
    let start = try #require(CalendarDate(parsing: "2026-02-11"))
    let deadline = counter.deadline(
      Period(5, .workingDay), from: start, countingFirstDay: false, rolling: false, cites: "9.5",
      source: .law)
    #expect(deadline.exceptions.map(\.description).contains("2026-02-14"))
    #expect(deadline.exceptions.map(\.description).contains("2026-02-16"))
    #expect(deadline.unknownYears.isEmpty)
    let late = try #require(CalendarDate(parsing: "2026-12-30"))
    let next = counter.deadline(
      Period(5, .workingDay), from: late, countingFirstDay: false, rolling: false, cites: "9.5",
      source: .law)
    #expect(next.unknownYears == [2027])
  }
}
