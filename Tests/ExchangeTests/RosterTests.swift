import Casework
import Exchange
import Quantities
import RulePacks
import Testing

@Suite("Rosters of centres that exist already")
struct RosterTests {
  private func entries(_ file: ReadFile) -> [RosterEntry] {
    file.arriving.compactMap { arriving in
      if case .rosterEntry(let entry) = arriving.content { entry } else { nil }
    }
  }

  @Test("A table gives approval, batch, stage, upgrade, reports and evaluations")
  func table() throws {
    let file = try Regulation.read(
      """
      中心名称,统一社会信用代码,批准日期,批准文号,批次,环节,纳入体系日期,2023年度报告,2024年报,历次评价
      青岛市甲技术创新中心,91370211MA0000A27G,2021-12-30,青科字〔2021〕30号,2021-2,在册,2025-01-10,2024-03-20,迟报,2025:优秀
      """, as: "roster.csv", roster: true)
    #expect(file.errors == [])
    let entry = try #require(entries(file).first)
    #expect(entry.stage == "on_roster")
    #expect(entry.since == Regulation.day(2025, 1, 10))
    #expect(entry.source == "roster.csv")
    let facts = entry.facts
    #expect(facts["approval.date"] == .value(.date(Regulation.day(2021, 12, 30))))
    #expect(facts["approval.number"] == .value(.text("青科字〔2021〕30号")))
    #expect(facts["batch.year"] == .value(.count(2021, .year)))
    #expect(facts["batch.number"] == .value(.count(2, .plain)))
    #expect(facts["reports[2023].received_on"] == .value(.date(Regulation.day(2024, 3, 20))))
    #expect(facts["reports[2024].result"] == .value(.choice("late")))
    #expect(facts["evaluations[2025].grade"] == .value(.choice("excellent")))
  }

  @Test("A YAML roster may list years, years with days, or whole rows")
  func yaml() throws {
    let file = try Regulation.read(
      """
      - name: 青岛市甲技术创新中心
        stage: upgraded
        upgraded_on: 2025-06-01
        reports: [2022, 2023]
        evaluations: { 2024: { kind: comprehensive, grade: 合格 } }
      - name: 青岛市乙技术创新中心
        stage: construction
        approval: { date: 2025-04-15 }
        batch: { year: 2025, number: 1 }
        reports: { 2025: 2026-03-01 }
      """, as: "roster.yaml", roster: true)
    #expect(file.errors == [])
    let found = entries(file)
    #expect(found.map(\.stage) == ["upgraded", "construction"])
    #expect(found.map(\.since) == [Regulation.day(2025, 6, 1), Regulation.day(2025, 4, 15)])
    #expect(found[0].facts["reports[2022].result"] == .value(.choice("on_time")))
    #expect(found[0].facts["evaluations[2024].grade"] == .value(.choice("qualified")))
    #expect(
      found[1].facts["reports[2025].received_on"] == .value(.date(Regulation.day(2026, 3, 1))))
    #expect(found[1].facts["batch.number"] == .value(.count(1, .plain)))
  }

  @Test("A stage that a roster may not name is an error that names those it may")
  func stages() throws {
    let file = try Regulation.read(
      "中心名称,环节\n甲,专家评审\n乙,在测\n丙,\n", as: "roster.csv", roster: true)
    #expect(
      file.errors == ["import.stage.not_allowed", "import.stage.unknown", "import.stage.missing"])
    #expect(file.problems.first { $0.severity == .error }?.place.line == 2)
    let known = file.problems("import.stage.unknown").first?.arguments["known"] ?? ""
    #expect(known.contains("construction (建设"))
    #expect(known.contains("on_roster"))
    #expect(!known.contains("expert_review"))
  }

  @Test("A batch that a spreadsheet made a date of, and a year twice, are errors")
  func badCells() throws {
    let file = try Regulation.read(
      "中心名称,环节,批次,年度报告\n甲,建设,2月1日,2023；2023\n乙,建设,一,二零二三\n",
      as: "roster.csv", roster: true)
    #expect(
      Set(file.errors) == [
        "import.spreadsheet.date", "import.row.duplicate", "import.batch.form",
        "import.row.key_form",
      ])
  }
}
