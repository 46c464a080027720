import CaseStore
import Casework
import Quantities
import RulePacks
import TerminalUI
import Testing

@testable import Desk

@Suite("Articles and graphs on the desk")
struct LawPaneTests {
  /// Invented text, long enough to wrap; the figures are not those of the regulation.
  private static let text: String = {
    var lines = ["青岛市技术创新中心建设运行管理暂行办法"]
    let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    for numeral in numerals {
      lines.append("第\(numeral)条  虚构的第\(numeral)条，用来说明条文怎样显示在窗口里，应当满足以下要求：")
      for item in 1...8 {
        lines.append("\(item).虚构的第\(item)项，写得长一些，以便在较窄的窗口里折成两行来看；")
      }
    }
    return lines.joined(separator: "\n")
  }()

  private func bench(_ look: ScreenTests.Look, isLoaded: Bool) throws -> FormBench {
    let bench = try FormBench(rows: look.rows, columns: look.columns, language: look.language)
    if isLoaded {
      try bench.store.perform(
        .law(
          NewLawText(
            pack: "qingdao-2024", text: Self.text, source: "invented.txt",
            sha256: SealedEvent.hash(Array(Self.text.utf8)), encoding: "UTF-8", articles: 10)),
        by: bench.session)
    }
    return bench
  }

  @Test("A condition opens its article, the gist beside or below it", arguments: ScreenTests.looks)
  func condition(_ look: ScreenTests.Look) throws {
    let bench = try bench(look, isLoaded: true)
    bench.press("tab", "enter", "l")
    #expect(bench.runner.state.top is LawPane)
    try bench.expectGolden("law-\(look.testDescription)")
  }

  @Test("Without a text the gist stands alone, and the pane offers the key that loads one")
  func notLoaded() throws {
    for look in ScreenTests.looks {
      let bench = try bench(look, isLoaded: false)
      bench.press("tab", "enter", "l")
      #expect(bench.screen.contains(look.language == .zh ? "按 T 载入" : "Press T to load it"))
      #expect(bench.screen.contains(look.language == .zh ? "要点" : "Gist"))
    }
  }

  @Test("Several articles are gone through by the arrows")
  func several() throws {
    let bench = try bench(ScreenTests.looks[2], isLoaded: true)
    let pack = try bench.caseFolder().pack
    bench.open(LawPane(["8.1", "9.2", "8.1"], of: pack))
    #expect(bench.screen.contains("1/2"))
    #expect(bench.screen.contains("1.虚构的第1项"))
    bench.press("right")
    #expect(bench.screen.contains("2/2"))
    #expect(bench.screen.contains("虚构的第九条"))
    bench.press("right", "esc")
    #expect(!(bench.runner.state.top is LawPane))
  }

  @Test("The parts of a notice open in the notice's own text")
  func notice() throws {
    let bench = try bench(ScreenTests.looks[2], isLoaded: true)
    let text = "关于虚构评价的通知\n一、虚构的对象\n二、虚构的程序\n（一）虚构的自评。\n"
    try bench.store.perform(
      .law(
        NewLawText(
          pack: "notice-1", text: text, source: "notice.txt",
          sha256: SealedEvent.hash(Array(text.utf8)), encoding: "UTF-8", articles: 2)),
      by: bench.session)
    let pack = try bench.caseFolder().pack
    bench.open(LawPane(["notice-1#2.1", "8.1", "notice-2#1"], of: pack))
    #expect(bench.screen.contains("虚构的自评"))
    bench.press("right")
    #expect(bench.screen.contains("1.虚构的第1项"))
    bench.press("right")
    #expect(bench.screen.contains("Press T to load it") || bench.screen.contains("按 T 载入"))
  }

  @Test("The dialog of a decision opens the articles it rests on, and keeps what was typed")
  func decision() throws {
    let bench = try bench(ScreenTests.looks[0], isLoaded: true)
    bench.press("tab", "enter", "1", "f3")
    let pane = try #require(bench.runner.state.top as? LawPane)
    #expect(!pane.keys.isEmpty)
    bench.press("esc")
    #expect(bench.runner.state.top is DecisionPane)
  }

  @Test("Every tab of the case page has articles behind it")
  func tabs() throws {
    let bench = try bench(ScreenTests.looks[2], isLoaded: true)
    bench.press("tab", "enter")
    for _ in 0..<6 {
      bench.press("l")
      let pane = try #require(bench.runner.state.top as? LawPane)
      #expect(!pane.keys.isEmpty)
      bench.press("esc", "tab")
    }
  }

  @Test("The graph marks where the case stands", arguments: ScreenTests.looks)
  func graph(_ look: ScreenTests.Look) throws {
    let bench = try bench(look, isLoaded: false)
    bench.press("tab", "enter", "g")
    #expect(bench.runner.state.top is GraphPane)
    #expect(bench.screen.contains("▣"))
    try bench.expectGolden("graph-\(look.testDescription)")
    bench.press("g")
    #expect(bench.runner.state.top is CasePane)
  }

  @Test("Where no text is loaded, only an administrator is offered the key that loads one")
  func missingText() throws {
    let bench = try FormBench()
    bench.press("tab", "enter", "l")
    #expect(bench.screen.contains("按 T 载入"))
    let other = try FormBench(roles: [.officer])
    other.press("tab", "enter", "l")
    #expect(other.runner.state.top is LawPane)
    #expect(other.screen.contains("请系统管理员载入"))
    #expect(!other.screen.contains("按 T"))
  }
}
