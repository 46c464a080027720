import CaseStore
import Casework
import Foundation
import Quantities
import RuleDrafting
import RulePacks
import TerminalUI
import Testing

@testable import Desk

@Suite("The screens of campaigns")
struct CampaignScreenTests {
  static let looks = ScreenTests.looks

  /// A desk on a store with twelve invented centres; the evaluation of 2026 is open, and some have
  /// submitted.
  private func bench(_ look: ScreenTests.Look, isOpen: Bool = true) throws -> FormBench {
    let bench = try FormBench(rows: look.rows, columns: look.columns, language: look.language)
    try bench.takeOver(0..<12)
    var session = bench.session
    guard isOpen else { return bench }
    session.on = CalendarDate(parsing: "2026-03-26")
    session.today = try #require(CalendarDate(parsing: "2026-03-26"))
    let launch = try bench.store.launch(try Self.notice(), by: session)
    for (index, stream) in launch.opened.enumerated() where index % 2 == 0 {
      session.today = try #require(CalendarDate(parsing: "2026-04-0\(5 + index)"))
      session.on = session.today
      let command = Command.act(
        action: "submit", proceeding: "evaluation-2026", inputs: [:], note: nil)
      _ = try bench.store.perform(command, on: .stream(stream), by: session)
    }
    return bench
  }

  @Test("On several cases, what has to be filled in is asked once, and nothing is red before")
  func bulkInputs() throws {
    let bench = try bench(Self.looks[3])
    bench.press("f5", "tab", "*", "a")
    bench.type("Correct what was announced")
    bench.press("enter")
    #expect(bench.runner.state.top is DecisionPane)
    #expect(bench.screen.components(separatedBy: "Still to be given: ").count == 2)
    #expect(!bench.screen.contains("is missing"))
  }

  private static func notice() throws -> CampaignNotice {
    let vocabulary = try FormBench.shelf.vocabulary()
    let sources = FormBench.shelf.sources(ofPack: "qingdao-2026-evaluation")
    return try CampaignLoader.load(
      sources, extending: FormBench.shelf.pack("qingdao-2024", vocabulary),
      vocabulary: vocabulary
    ).notice
  }

  private func line() throws -> CampaignLine {
    let notice = try Self.notice()
    return CampaignLine(id: notice.id, title: notice.title, campaign: nil, notice: notice)
  }

  @Test("The list of campaigns", arguments: looks)
  func list(_ look: ScreenTests.Look) throws {
    let bench = try bench(look)
    bench.press("B")
    try bench.expectGolden("campaigns-\(look.testDescription)")
  }

  @Test(
    "One campaign: its windows with today's place, and progress by department", arguments: looks)
  func progress(_ look: ScreenTests.Look) throws {
    let bench = try bench(look)
    bench.press("B", "enter")
    #expect(bench.runner.state.top is CampaignPane)
    try bench.expectGolden("campaign-\(look.testDescription)")
  }

  @Test("Those whose handing in was late, with whose delay it was", arguments: looks)
  func late(_ look: ScreenTests.Look) throws {
    let bench = try bench(look)
    bench.press("B", "enter", "tab", "tab")
    try bench.expectGolden("campaign-late-\(look.testDescription)")
  }

  @Test("Those that are out, each with its reason", arguments: looks)
  func outside(_ look: ScreenTests.Look) throws {
    let bench = try bench(look)
    bench.press("B", "enter", "tab", "tab", "tab")
    try bench.expectGolden("campaign-out-\(look.testDescription)")
  }

  @Test("Opening by keys: the desk says how many, asks, and records it")
  func opening() throws {
    let bench = try bench(Self.looks[0], isOpen: false)
    bench.open(CampaignPane(try line()))
    bench.press("o")
    #expect(bench.screen.contains("启动批次"))
    bench.press("esc")
    #expect(try bench.store.office().campaigns.isEmpty)
    bench.press("o", "enter")
    let campaign = try #require(try bench.store.office().campaigns["qingdao-2026-evaluation"])
    #expect(!campaign.isClosed)
    let progress = try bench.store.progress(of: campaign.id, for: bench.session)
    #expect(progress.entries.count == 4)
    bench.press("x", "enter")
    #expect(try bench.store.office().campaigns[campaign.id]?.isClosed == true)
  }

  @Test("The notice opens part by part beside its gist")
  func articles() throws {
    let bench = try bench(Self.looks[2])
    bench.press("B", "enter", "f3")
    let pane = try #require(bench.runner.state.top as? LawPane)
    #expect(pane.keys.allSatisfy { $0.hasPrefix("qingdao-2026-evaluation#") })
    #expect(bench.screen.contains("按 T 载入") || bench.screen.contains("Press T to load it"))
    bench.press("T")
    let loading = try #require(bench.runner.state.top as? LoadLawPane)
    #expect(loading.line?.law.id == "qingdao-2026-evaluation")
    bench.press("esc")
    #expect(bench.screen.contains("Whom it concerns") || bench.screen.contains("评价对象"))
  }

  @Test("The departments say how many runs were opened, and how many are not yet")
  func opened() throws {
    let bench = try bench(Self.looks[1])
    bench.press("B", "enter")
    #expect(!bench.screen.contains("not opened"))
    let sums = try #require(bench.runner.state.top as? CampaignPane).sums
    #expect(sums.map(\.total).reduce(0, +) == 4)
    for sum in sums {
      let name = bench.runner.state.circumstances.department(sum.department).prefix(16)
      let line = try #require(bench.screen.split(separator: "\n").first { $0.contains(name) })
      let figures = line.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
      #expect(figures.first == sum.total, "\(line)")
      #expect(figures.last == sum.ended, "\(line)")
    }
    try bench.takeOver(12..<24)
    bench.press("f5")
    let waiting = try #require(bench.runner.state.top as? CampaignPane).waiting.count
    #expect(waiting > 0)
    #expect(bench.screen.contains("In \(4 + waiting) (\(waiting) not opened)"))
    #expect(try #require(FrameText(bench.frame).lines.last).contains("o Open / take in"))
  }

  @Test("In a narrow list the stage stands whole; the procedure before it is cut")
  func narrowStages() throws {
    let bench = try bench(Self.looks[1])
    bench.press("f5", "tab")
    #expect(bench.screen.contains("…: Review by the department "))
    #expect(bench.screen.contains(" wd le") || bench.screen.contains(" wd la"))
  }

  @Test("Where nobody waits to be taken in, no key offers it")
  func nobodyWaits() throws {
    let bench = try bench(Self.looks[1])
    bench.press("B", "enter")
    #expect(try !#require(FrameText(bench.frame).lines.last).contains("o Open"))
  }

  @Test("A reason that is cut off in its column unfolds under the cursor, one that fits does not")
  func unfolding() throws {
    for (look, unfolds) in [(Self.looks[1], true), (Self.looks[3], false)] {
      let bench = try bench(look)
      bench.press("B", "enter", "tab", "tab", "tab", "down")
      let pane = try #require(bench.runner.state.top as? CampaignPane)
      let words = bench.runner.state.circumstances
      let row = try #require(pane.row(pane.list.cursor, words))
      let reason = row.cells[2].spans.map(\.text).joined()
      #expect(bench.screen.contains(reason) == true)
      #expect(row.details.isEmpty != unfolds, "\(look): \(reason)")
      #expect(bench.screen.contains("…") || !unfolds)
    }
  }

  @Test("A refusal names the key that opens its article, and the key opens it")
  func refusal() throws {
    let bench = try bench(Self.looks[0])
    bench.press("B", "enter")
    let refusal = Refusal(.law, "campaign.closed", cites: ["18.3"], arguments: ["id": "2026"])
    bench.runner.send(
      .answer(
        .errand(
          TurnCampaignErrand.answerName,
          Result<Int, any Error>.failure(Refusals([refusal])))))
    #expect(bench.screen.contains("按 F3 看条文"))
    bench.press("f3")
    #expect((bench.runner.state.top as? LawPane)?.keys == ["18.3"])
    bench.press("esc", "f3")
    #expect((bench.runner.state.top as? LawPane)?.keys.first?.hasPrefix("qingdao-2026") == true)
  }

  @Test("A department's row leads to its cases, and Escape back to all")
  func narrowing() throws {
    let bench = try bench(Self.looks[0])
    bench.press("B", "enter", "enter")
    let pane = try #require(bench.runner.state.top as? CampaignPane)
    #expect(pane.department != nil)
    #expect(pane.tab == .members)
    bench.press("esc")
    #expect((bench.runner.state.top as? CampaignPane)?.department == nil)
    bench.press("enter")
    #expect(bench.runner.state.top is CasePane)
  }
}
