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
    let departments = ["qd-shinan", "qd-laoshan", "qd-huangdao"]
    let entries = try (0..<12).map { number in
      let year = 2020 + number % 4
      var facts: Facts = [
        "name": .value(.text("青岛市虚构第\(number + 1)号技术创新中心")),
        "host.name": .value(.text("虚构第\(number + 1)号有限公司（虚构）")),
        "department": .value(.text(departments[number % 3])),
        "approval.date": .value(
          .date(try #require(CalendarDate(year: year, month: 6, day: 15)))),
        "batch.year": .value(.count(Int64(year), .year)),
      ]
      if number != 10 { facts["batch.number"] = .value(.count(Int64(1 + number % 3), .plain)) }
      return Arrival.rosterEntry(
        RosterEntry(
          facts: facts, stage: "on_roster", since: nil, source: "roster.csv",
          fingerprint: "centre-\(number)"), pack: "qingdao-2024")
    }
    var session = bench.session
    session.today = try #require(CalendarDate(parsing: "2026-03-20"))
    _ = try bench.store.admit(entries, by: session)
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
    #expect(bench.screen.contains("dossier law load qingdao-2026-evaluation"))
    #expect(bench.screen.contains("Whom it concerns") || bench.screen.contains("评价对象"))
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
