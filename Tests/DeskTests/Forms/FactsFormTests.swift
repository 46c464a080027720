import CaseStore
import Casework
import Quantities
import RulePacks
import TerminalUI
import Testing

@testable import Desk

@Suite("The form of facts")
struct FactsFormTests {
  private func open(_ bench: FormBench) throws {
    bench.open(FactsPane(try bench.caseFolder()))
  }

  /// A desk with the form of its case open.
  private func form(
    rows: Int = 24, columns: Int = 80, language: Language = .zh
  ) throws -> FormBench {
    let bench = try FormBench(rows: rows, columns: columns, language: language)
    try open(bench)
    return bench
  }

  private func find(_ text: String, _ bench: FormBench) {
    bench.press("f3")
    bench.type(text)
    bench.press("enter")
  }

  /// Types a text in place of what stands in a field, or in the one that has the cursor.
  private func retype(_ field: String? = nil, as text: String, _ bench: FormBench) {
    if let field { find(field, bench) }
    bench.press("ctrl-u")
    bench.type(text)
  }

  @Test("A new application in which nothing was typed leaves no draft")
  func untouched() throws {
    let bench = try FormBench()
    bench.press("N", "esc")
    #expect(bench.runner.state.drafts.isEmpty)
    bench.press("N")
    bench.type("青岛市甲技术创新中心")
    bench.press("esc")
    #expect(bench.runner.state.drafts.count == 1)
    bench.press("N", "ctrl-g")
    #expect(bench.runner.state.drafts.isEmpty)
    #expect(bench.runner.state.top is QueuePane)
  }

  @Test("It looks the same as ever", arguments: [(24, 80), (40, 120)], [Language.zh, .en])
  func picture(size: (Int, Int), language: Language) throws {
    let bench = try form(rows: size.0, columns: size.1, language: language)
    try bench.expectGolden("facts-\(size.1)-\(language.rawValue)")
    retype("finance.rd", as: "700", bench)
    try bench.expectGolden("facts-wrong-\(size.1)-\(language.rawValue)")
    retype(as: "150 万元", bench)
    bench.press("ctrl-s")
    try bench.expectGolden("facts-save-\(size.1)-\(language.rawValue)")
  }

  @Test("An amount without its unit is refused at the field, and nothing is saved")
  func unit() throws {
    let bench = try form()
    retype("premises.equipment", as: "1100", bench)
    #expect(bench.form?.outcome.problems.values.first?.code == "fact.unit_missing")
    #expect(bench.screen.contains("缺单位"))
    bench.press("ctrl-s")
    #expect(bench.form != nil)
  }

  @Test("What conditions come to follows what is typed")
  func findings() throws {
    let bench = try form()
    let before = try #require(bench.form?.now.first { $0.id == "floor-area" })
    retype("premises.area", as: "10 平方米", bench)
    let after = try #require(bench.form?.now.first { $0.id == before.id })
    #expect(after.value == .area(try #require(Area(parsing: "10 平方米"))))
    #expect(after.result != .met)
  }

  @Test("Only what changed is written, with source and note, and undone fields are not")
  func saving() throws {
    let bench = try form()
    retype("中心名称", as: "青岛市深海感知技术创新中心", bench)
    find("English name", bench)
    bench.type("x")
    bench.press("f7", "ctrl-s")
    #expect(bench.runner.state.top is SaveFactsPane)
    bench.press("tab")
    bench.type("申报单位更名")
    bench.press("ctrl-s")
    #expect(try bench.facts()["name"] == .value(.text("青岛市深海感知技术创新中心")))
    let events = try bench.store.events(of: .stream(bench.stream), at: .now)
    guard case .facts(let recorded)? = events.last?.payload else {
      Issue.record("no facts were written")
      return
    }
    #expect(recorded.changes.keys.sorted() == ["name"])
    #expect(recorded.note == "申报单位更名")
    #expect(!(bench.runner.state.top is FactsPane))
  }

  @Test("A year is added with the year before the first, and its row is written under it")
  func year() throws {
    let bench = try form()
    let years = try bench.facts().keys.compactMap(RowAddress.init)
      .filter { $0.group == "finance" }.map(\.key)
    find("finance", bench)
    bench.press("ctrl-n")
    bench.type("600 万元")
    bench.press("ctrl-s", "ctrl-s")
    let facts = try bench.facts()
    let newest = try #require(years.max())
    let oldest = try #require(years.min())
    let year = newest < 2025 ? newest + 1 : oldest - 1
    #expect(facts["finance[\(year)].rd"] == .value(.money(try #require(Money(parsing: "600 万元")))))
  }

  @Test("A row taken out of a list lets the others move up")
  func list() throws {
    let bench = try form()
    find("partners", bench)
    bench.press("ctrl-n")
    bench.type("甲研究所（虚构）")
    bench.press("ctrl-n")
    bench.type("乙研究所（虚构）")
    bench.press("ctrl-s", "ctrl-s")
    let before = try bench.facts()
    try open(bench)
    find("partners.name", bench)
    bench.press("ctrl-x", "ctrl-s", "ctrl-s")
    let after = try bench.facts()
    #expect(after["partners[0].name"] == before["partners[1].name"])
    let count = { (facts: Facts) in
      facts.keys.filter { $0.hasSuffix("].name") && $0.hasPrefix("partners") }.count
    }
    #expect(count(after) == count(before) - 1)
  }

  @Test("That there can be no such figure is a statement of its own")
  func absent() throws {
    let bench = try form()
    find("premises.equipment", bench)
    bench.press("f6", "ctrl-s", "ctrl-s")
    #expect(try bench.facts()["premises.equipment"] == .absent)
  }

  @Test("An emptied field takes the fact off the record")
  func cleared() throws {
    let bench = try form()
    find("premises.equipment", bench)
    bench.press("ctrl-u", "ctrl-s", "ctrl-s")
    #expect(try bench.facts()["premises.equipment"] == nil)
  }

  @Test("What was typed is kept when one leaves, and offered again")
  func drafts() throws {
    let bench = try form()
    retype("研究方向", as: "深海声学", bench)
    bench.press("esc", "esc")
    #expect(bench.runner.state.drafts.count == 1)
    try open(bench)
    #expect(
      bench.form?.form?.entries[FactSlot(group: "", row: nil, field: "direction")]?.editor.text
        == "深海声学")
    bench.press("ctrl-s", "ctrl-s")
    #expect(bench.runner.state.drafts.isEmpty)
  }

  @Test("A lost connection leaves a draft")
  func hangup() throws {
    let bench = try form()
    find("研究方向", bench)
    bench.type("，水下通信")
    bench.runner.send(.input(.hangup))
    #expect(bench.runner.state.isDone)
    #expect(bench.runner.state.drafts.count == 1)
  }

  @Test("A draft that was taken up and left untouched keeps its writer and its moment")
  func hangupTwice() throws {
    let bench = try form()
    retype("研究方向", as: "深海声学", bench)
    bench.press("esc", "esc")
    let first = try #require(bench.runner.state.drafts.values.first)
    try open(bench)
    bench.runner.send(.input(.hangup))
    #expect(bench.runner.state.drafts.values.first == first)
    #expect(first.user == "wangmin")
  }

  @Test("A case that moved meanwhile is said so, and saved once confirmed")
  func moved() throws {
    let bench = try form()
    _ = try bench.store.perform(
      .setFacts(
        changes: ["field": .value(.text("海洋"))], cleared: [], source: nil, note: nil),
      on: .stream(bench.stream), by: bench.session, expecting: nil)
    retype("研究方向", as: "深海声学", bench)
    bench.press("ctrl-s")
    #expect(bench.runner.state.top is SaveFactsPane)
    #expect(bench.screen.contains("案卷有了变化"))
    bench.press("ctrl-s")
    #expect(try bench.facts()["direction"] == .value(.text("深海声学")))
  }
}
