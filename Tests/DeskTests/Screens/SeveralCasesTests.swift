import CaseStore
import Casework
import Quantities
import TerminalUI
import Testing
import Wording

@testable import Desk

@Suite("Several cases at once")
struct SeveralCasesTests {
  /// A desk with 150 centres taken over, of which no more than 60 are loaded at first.
  private func bench(_ look: ScreenTests.Look? = nil, hurries: Bool = true) throws -> FormBench {
    let look = look ?? ScreenTests.looks[0]
    let bench = try FormBench(
      rows: look.rows, columns: look.columns, language: look.language, hurries: hurries)
    try bench.takeOver(0..<150)
    bench.press("f5", "tab")
    return bench
  }

  private func queue(_ bench: FormBench) throws -> QueuePane {
    try #require(bench.runner.state.panes.first as? QueuePane)
  }

  /// Fills in the dialog of a contact with all cases that are chosen.
  private func begin(_ bench: FormBench) {
    bench.press("c")
    bench.paste("联系人")
    bench.press("tab", "tab")
    bench.paste("提醒")
  }

  /// Logs a contact with all cases that are chosen.
  private func contact(_ bench: FormBench) {
    begin(bench)
    bench.press("f2")
  }

  /// Lets a run go on to its end.
  private func settle(_ bench: FormBench) throws {
    while try run(bench).isRunning { bench.tick() }
  }

  private func run(_ bench: FormBench) throws -> BulkRun {
    let pane = try #require(bench.runner.state.top as? DecisionPane)
    guard case .several(let run) = pane.forecast else { throw Lost() }
    return run
  }

  private struct Lost: Error {}

  @Test("The whole list is chosen, not only the rows that are loaded")
  func all() throws {
    let bench = try bench()
    #expect(try queue(bench).window.rows.count == 60)
    bench.press("*")
    #expect(try queue(bench).selected.count == 151)
    #expect(bench.screen.contains("已选 151 件"))
    bench.press("end")
    let last = try #require(try queue(bench).current)
    #expect(try queue(bench).selected.contains(last.stream))
    bench.press("esc")
    #expect(try queue(bench).selected.isEmpty)
  }

  @Test("Only what the filter lets through is chosen, and what was chosen before stays")
  func filtered() throws {
    let bench = try bench()
    bench.press("space", "/")
    bench.type("区:崂山")
    bench.press("enter", "*")
    let chosen = try queue(bench).selected
    #expect(chosen.count == 50 || chosen.count == 51)
    #expect(chosen.inOrder.filter { $0.standing.department == "qd-laoshan" }.count >= 50)
  }

  @Test("What is done with all of them is done with those that are not loaded too")
  func done() throws {
    let bench = try bench()
    bench.press("*")
    contact(bench)
    try settle(bench)
    #expect(bench.screen.contains("已办理 151 件，未办理 0 件"))
    bench.press("enter")
    #expect(bench.runner.state.top is QueuePane)
    #expect(try queue(bench).selected.isEmpty)
    let page = try bench.store.page(
      .init(view: .all, limit: 200), for: bench.runner.state.circumstances.viewer)
    for row in page.rows {
      let events = try bench.store.events(of: .stream(row.stream), at: .now)
      #expect(events.last?.header.kind == .contact)
    }
  }

  @Test("It says how far it is; Escape stops after the present one, and the rest stays untouched")
  func stopping() throws {
    let bench = try bench(hurries: false)
    bench.press("*")
    contact(bench)
    #expect(try !run(bench).isDryRun)
    #expect(bench.screen.contains("正在办理 1 / 151"))
    bench.tick()
    bench.tick()
    #expect(bench.screen.contains("正在办理 3 / 151"))
    try bench.expectGolden("several-working-80-zh")
    bench.press("x", "enter")
    #expect(try run(bench).isRunning)
    bench.press("esc")
    #expect(bench.screen.contains("已办理 3 件，未办理 0 件"))
    #expect(bench.screen.contains("已停下：其余 148 件没有动"))
    bench.tick()
    #expect(try run(bench).lines.count == 3)
    bench.press("enter")
    #expect(try queue(bench).selected.count == 148)
  }

  @Test("Nothing is decided on a case that moved since it was chosen, looked at before or not")
  func moved() throws {
    let bench = try bench()
    bench.press("*", "a")
    bench.type("启动撤销")
    bench.press("enter", "3", "tab")
    bench.paste("核查报告（虚构）")
    let chosen = try queue(bench).selected
    let sample = Set(chosen.sample(QueuePane.sampled))
    let able = try #require(bench.runner.state.top as? DecisionPane).subjects.map(\.stream)
    let unseen = able.filter { !sample.contains($0) }
    let other = try #require(unseen.first)
    _ = try bench.store.perform(.note("先行一步"), on: .stream(other), by: bench.session)
    bench.press("f2")
    if try !run(bench).isRunning { bench.press("f2") }
    try settle(bench)
    func last(_ stream: StreamID) throws -> EventKind? {
      try bench.store.events(of: .stream(stream), at: .now).last?.header.kind
    }
    #expect(try last(other) == .note)
    #expect(try last(try #require(unseen.last)) == .proceeding)
    #expect(unseen.count > 2)
  }

  @Test("Where the whole list is worked off from its end, the list begins anew")
  func emptied() throws {
    let bench = try bench()
    bench.press("end", "*")
    let pane = try queue(bench)
    #expect(pane.window.start > 0)
    let none = QueuePage(rows: [], keys: [])
    let query = pane.query(.offset(pane.window.start), bench.runner.state.circumstances)
    bench.runner.send(.answer(.page(none, for: query)))
    #expect(try queue(bench).window.start == 0)
    #expect(try queue(bench).current != nil)
  }

  @Test("The actions on many cases say how many were looked at", arguments: ScreenTests.looks)
  func actions(_ look: ScreenTests.Look) throws {
    let bench = try bench(look)
    bench.press("*", "a")
    #expect(bench.runner.state.top is PalettePane)
    #expect(bench.screen.contains("151"))
    bench.type(look.language == .zh ? "启动撤销" : "Revocation")
    try bench.expectGolden("several-actions-\(look.testDescription)")
  }

  @Test("Beforehand so many are looked at as there is patience for, and that is said")
  func beforehand() throws {
    let bench = try FormBench()
    try bench.takeOver(0..<320)
    bench.press("f5", "tab", "*")
    begin(bench)
    try settle(bench)
    #expect(bench.screen.contains("可办 300 件，不可办 0 件"))
    #expect(bench.screen.contains("已先核对 300 件，其余 21 件轮到时逐件核对"))
  }
}

@Suite("Choices that are still open")
struct OpenChoiceTests {
  /// A desk with a dialog about a condition of its case.
  private func dialog(
    _ plan: (Finding) -> DecisionPlan, about fits: (Finding) -> Bool = { _ in true }
  ) throws -> (bench: FormBench, finding: Finding) {
    let bench = try FormBench()
    let folder = try bench.caseFolder()
    let found = folder.findings.values.flatMap { $0 }.first { fits($0) }
    let finding = try #require(found)
    bench.open(
      DecisionPane(
        plan(finding), about: [DecisionSubject(folder: folder)], pack: folder.pack,
        in: bench.runner.state.circumstances))
    return (bench, finding)
  }

  @Test("A judgement that nobody has made yet comes to nothing, and says what is to be given")
  func judging() throws {
    let (bench, _) = try dialog({ .judge($0) }, about: { $0.result == .judgement })
    #expect(bench.screen.contains("还需填写：判断、说明"))
    #expect(!bench.screen.contains("将会"))
  }

  @Test("A waiver that is asked for is neither granted nor refused before somebody says which")
  func waiving() throws {
    let (bench, finding) = try dialog { finding in
      var finding = finding
      finding.waivableBy = "8.8"
      finding.result = .waiverRequested
      return .waive(finding)
    }
    #expect(bench.screen.contains("还需填写：放宽、理由"))
    #expect(!bench.screen.contains("不须放宽"))
    let pane = try #require(bench.runner.state.top as? DecisionPane)
    let words = bench.runner.state.circumstances.wording(under: pane.pack)
    var fields = pane.fields
    fields.fill(["step": "refused"])
    #expect(pane.plan.deed(fields, words) == "不予放宽：" + words.condition(finding.id))
  }
}
