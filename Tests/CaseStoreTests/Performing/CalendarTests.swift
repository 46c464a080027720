import Casework
import GRDB
import Quantities
import RulePacks
import Testing

@testable import CaseStore

@Suite("A year's schedule that comes after deadlines were counted")
struct CalendarTests {
  private func day(_ month: Int, _ day: Int, _ year: Int = 2027) -> CalendarDate {
    InventedPack.day(year, month, day)
  }

  /// The New Year's holiday of 2027 as a notice might have it.
  private var schedule: CalendarSet {
    CalendarSet(
      year: WorkingCalendar.Year(
        year: 2027, daysOff: [day(1, 1), day(1, 2), day(1, 3)], makeUpDays: []),
      source: "虚构放假通知")
  }

  private let december = InventedPack.day(2026, 12, 28)

  /// A case at the preliminary review since 28 December 2026, due after ten working days.
  private func waiting(_ office: TrainingStore, _ name: String) throws -> String {
    let session = TrainingStore.session("li", today: december)
    let number = try office.store.open(
      TrainingStore.application(name), under: InventedPack.id,
      by: TrainingStore.session("wang", today: december)
    ).after.number
    let reference = CaseReference.text(try #require(number))
    _ = try office.store.perform(
      .act(action: "submit", proceeding: nil, inputs: [:], note: nil), on: reference, by: session)
    return try #require(number)
  }

  private func due(_ number: String, _ office: TrainingStore) throws -> CalendarDate? {
    try office.store.state(of: .text(number)).main?.entry.deadline?.due
  }

  private var root: Session { TrainingStore.session("root", today: december) }

  @Test("Deadlines that ran into the year move, each by an event of its own that names the notice")
  func moved() throws {
    let office = try TrainingStore()
    let number = try waiting(office, "甲")
    let quiet = try office.receive("乙")
    // 28 December sets it off: 29, 30, 31; 1, 4, 5, 6, 7, 8 and 11 January on weekends alone.
    #expect(try due(number, office) == day(1, 11))
    let before = try office.store.events(of: .text(number)).count
    let restated = try office.store.load([schedule], by: root)
    #expect(restated.map(\.state.number) == [number])
    let change = try #require(restated.first?.changes.first)
    #expect(change.before.due == day(1, 11))
    #expect(change.before.unknownYears == [2026, 2027])
    // The first of January, a Friday, is off.
    #expect(change.after.due == day(1, 12))
    #expect(change.after.unknownYears == [2026])
    #expect(change.hasMoved)
    let events = try office.store.events(of: .text(number))
    #expect(events.count == before + 1)
    guard case .restated(let event) = events.last?.payload else {
      Issue.record("no restatement")
      return
    }
    #expect(event.basis == "虚构放假通知")
    #expect(event.years == [2027])
    #expect(event.instead?["establishment"] == change.before)
    #expect(try due(number, office) == change.after.due)
    #expect(try office.store.events(of: .text(quiet)).count == 2)
    #expect(try office.store.verify().problems == [])
    #expect(try office.store.load([schedule], by: root).isEmpty)
  }

  @Test("Days off put a deadline back; the golden days of an invented notice")
  func golden() throws {
    let office = try TrainingStore()
    let number = try waiting(office, "甲")
    let longer = CalendarSet(
      year: WorkingCalendar.Year(
        year: 2027, daysOff: [1, 2, 3, 4, 5].map { day(1, $0) }, makeUpDays: []),
      source: nil)
    _ = try office.store.load([longer], by: root)
    // 29, 30, 31 December; 6, 7, 8, 11, 12, 13 and 14 January.
    #expect(try due(number, office) == day(1, 14))
  }

  @Test("A deadline that stands is on record as no longer provisional")
  func certain() throws {
    let office = try TrainingStore()
    let number = try waiting(office, "甲")
    // The Friday that is off is made up for by a Sunday that is worked.
    let balanced = CalendarSet(
      year: WorkingCalendar.Year(year: 2027, daysOff: [day(1, 1)], makeUpDays: [day(1, 10)]),
      source: nil)
    let change = try office.store.load([balanced], by: root).first?.changes.first
    #expect(change?.hasMoved == false)
    #expect(try due(number, office) == day(1, 11))
    let deadline = try office.store.state(of: .text(number)).main?.entry.deadline
    #expect(deadline?.unknownYears == [2026])
    #expect(deadline?.exceptions == [day(1, 1), day(1, 10)])
  }

  @Test("A dry run says what would move and writes nothing")
  func dryRun() throws {
    let office = try TrainingStore()
    let number = try waiting(office, "甲")
    let head = try office.store.checkpoint()
    let restated = try office.store.load([schedule], by: root, isDryRun: true)
    #expect(restated.count == 1)
    #expect(restated.first?.event == nil)
    #expect(try office.store.checkpoint() == head)
    #expect(try office.store.office().calendarYears[2027] == nil)
    #expect(try due(number, office) == day(1, 11))
  }

  @Test("A step is undone after its deadline was restated, and the one before is counted anew")
  func undo() throws {
    let office = try TrainingStore()
    let number = try waiting(office, "甲")
    let first = try due(number, office)
    let session = TrainingStore.session("li", today: december.adding(days: 1))
    _ = try office.store.perform(
      .act(action: "recommend", proceeding: nil, inputs: [:], note: nil), on: .text(number),
      by: session)
    let longer = CalendarSet(
      year: WorkingCalendar.Year(
        year: 2027, daysOff: [1, 2, 3, 4, 5].map { day(1, $0) }, makeUpDays: []),
      source: nil)
    #expect(try office.store.load([longer], by: root).count == 1)
    #expect(try due(number, office) == day(1, 15))
    let undone = try office.store.perform(
      .undo(proceeding: nil, reason: nil), on: .text(number), by: session)
    #expect(undone.after.main?.stage == "preliminary")
    #expect(undone.after.main?.entry.deadline?.due == day(1, 14))
    #expect(undone.events.map(\.header.kind) == [.undone, .restated])
    #expect(first == day(1, 11))
    #expect(try office.store.verify().problems == [])
    try office.store.rebuild()
    #expect(try due(number, office) == day(1, 14))
  }

  @Test("Only an administrator puts a schedule in")
  func role() throws {
    let office = try TrainingStore()
    #expect(throws: Refusals.self) {
      try office.store.load([schedule], by: TrainingStore.session("wang", today: december))
    }
  }
}
