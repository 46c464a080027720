import Casework
import Quantities
import RulePacks
import Testing

@testable import Wording

@Suite("New schedules and new packs in words")
struct PassingTests {
  private func deadline(_ due: String) -> Deadline {
    Deadline(
      due: Fixture.date(due), cites: "9.2", source: .law, period: Period(10, .workingDay),
      anchor: Fixture.date("2026-12-28"), countsFirstDay: false, rolledFrom: nil, exceptions: [],
      unknownYears: [])
  }

  @Test("A restatement says by which year's schedule, from which day to which, and on what notice")
  func restated() {
    let payload = EventPayload.restated(
      DeadlinesRestated(
        deadlines: ["establishment": deadline("2027-01-14")],
        instead: ["establishment": deadline("2027-01-11")], reason: "", basis: "虚构放假通知",
        years: [2027]))
    let zh = Fixture.zh.history(of: Fixture.event(payload))
    #expect(zh.what == "按 2027 年放假安排重算 1 项期限")
    #expect(zh.change == "2027-01-11 → 2027-01-14")
    #expect(zh.note == "虚构放假通知")
    let en = Fixture.en.history(of: Fixture.event(payload))
    #expect(en.what == "Restated a deadline by the holidays of 2027")
  }

  @Test("A passing says from which pack to which, from which stage to which, and on what basis")
  func migrated() {
    let entry = StageEntry(
      stage: "formal_review", owner: "bureau", deadline: deadline("2027-01-14"), clock: .running,
      ends: nil)
    let payload = EventPayload.migrated(
      Migrated(
        from: "old-2020", fromLaw: "a", to: "new-2026", toLaw: "b",
        places: [
          "establishment": Migrated.Place(
            procedure: "establishment", left: "checking", entry: entry, stages: [:])
        ], basis: Fixture.both("第三十条", "Article 30"), note: nil))
    let zh = Fixture.zh.history(of: Fixture.event(payload))
    #expect(zh.what == "由 old-2020 转用 new-2026")
    #expect(zh.change == "checking → 形式审查，期限 2027-01-14")
    #expect(zh.note == "第三十条")
    #expect(Fixture.en.history(of: Fixture.event(payload)).note == "Article 30")
  }

  @Test("A network share is refused with the reason and the way out")
  func network() {
    let problem = Problem("store.network", ["kind": "nfs"])
    #expect(Fixture.zh.line(for: problem).contains("网络盘上（nfs）"))
    #expect(Fixture.zh.line(for: problem).contains("SSH"))
    #expect(Fixture.en.line(for: problem).contains("network share (nfs)"))
  }

  @Test("What stands in the way of a passing is told with the cases and a remedy")
  func refused() {
    let problem = Problem(
      "migration.stage_unmapped", at: .init(file: "map.yaml", line: 6, column: 3),
      ["procedure": "establishment", "stage": "preliminary", "count": "1", "cases": "QD-2026-001"])
    let line = Fixture.en.line(for: problem)
    #expect(line.hasPrefix("map.yaml:6:3"))
    #expect(line.contains("QD-2026-001"))
    #expect(line.contains("Add preliminary under establishment"))
  }
}
