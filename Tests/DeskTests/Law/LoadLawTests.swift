import CaseStore
import Casework
import Exchange
import Foundation
import Quantities
import RulePacks
import TerminalUI
import Testing

@testable import Desk

@Suite("Official texts loaded at the desk")
struct LoadLawTests {
  private static let file = "Tests/Fixtures/laws/invented.txt"

  private func bench(
    _ look: ScreenTests.Look = ScreenTests.looks[0],
    roles: [RulePacks.Role] = RulePacks.Role.allCases
  ) throws -> FormBench {
    try FormBench(
      rows: look.rows, columns: look.columns, language: look.language, roles: roles)
  }

  private func loaded(_ bench: FormBench) throws -> LawTextRecord? {
    try bench.store.office().lawTexts["qingdao-2024"]?.last
  }

  @Test("A text is compared before it is loaded", arguments: ScreenTests.looks)
  func compared(_ look: ScreenTests.Look) throws {
    let bench = try bench(look)
    bench.open(LoadLawPane("qingdao-2024"))
    bench.type(Self.file)
    bench.press("enter")
    try bench.expectGolden("load-law-\(look.testDescription)")
    #expect(try loaded(bench) == nil)
  }

  @Test("What does not fit is said, and loaded all the same by a key", arguments: ScreenTests.looks)
  func doubtful(_ look: ScreenTests.Look) throws {
    let bench = try bench(look)
    bench.open(LoadLawPane("qingdao-2024"))
    bench.type("Tests/Fixtures/laws/other.txt")
    bench.press("enter")
    try bench.expectGolden("load-law-doubtful-\(look.testDescription)")
    bench.press("enter")
    #expect(try loaded(bench) == nil)
    bench.press("enter", "f3")
    #expect(try loaded(bench)?.loaded.source == "other.txt")
  }

  @Test("The window of an article goes from the key to the text")
  func fromArticle() throws {
    let bench = try bench()
    bench.press("tab", "enter", "l", "T")
    let pane = try #require(bench.runner.state.top as? LoadLawPane)
    #expect(pane.line?.law.id == "qingdao-2024")
    #expect(bench.screen.contains("未载入"))
    bench.type("Tests/Fixtures/laws/inv")
    bench.press("tab", "enter")
    #expect(bench.screen.contains("可以载入"))
    bench.press("enter")
    #expect(bench.runner.state.top is LawPane)
    #expect(bench.screen.contains("不是规定的原文"))
    #expect(bench.screen.contains("已载入 invented.txt"))
    let record = try #require(try loaded(bench))
    #expect(record.loaded.source == "invented.txt")
    #expect(record.loaded.articles == 24)
    #expect(record.actor == "wangmin")
  }

  @Test("The palette opens it, and the help names its key")
  func reached() throws {
    let bench = try bench()
    bench.press(":")
    bench.type("law")
    bench.press("enter")
    #expect(bench.runner.state.top is LoadLawPane)
    bench.press("f1")
    let help = try #require(bench.runner.state.top as? KeyHelpPane)
    #expect(help.isOverlay)
    #expect(bench.screen.contains("载入法规原文"))
    #expect(bench.screen.contains("换法规"))
  }

  @Test("The same file twice changes nothing, and says so")
  func same() throws {
    let bench = try bench()
    for _ in 0..<2 {
      bench.open(LoadLawPane("qingdao-2024"))
      bench.type(Self.file)
      bench.press("enter", "enter")
    }
    #expect(try bench.store.office().lawTexts["qingdao-2024"]?.count == 1)
    bench.press("enter")
    #expect(bench.screen.contains("同一文件已经载入"))
  }

  @Test("Who is no administrator is told so before anything is tried")
  func role() throws {
    let bench = try bench(roles: [.officer])
    bench.open(LoadLawPane())
    bench.type(Self.file)
    bench.press("enter")
    #expect(bench.screen.contains("原文由系统管理员载入"))
    bench.press("enter")
    #expect(try loaded(bench) == nil)
  }

  @Test("A file that is no text is refused with what mends it", arguments: [true, false])
  func unreadable(_ isThere: Bool) throws {
    let bench = try bench()
    let file = bench.folder + "/scan.pdf"
    if isThere { try Data("%PDF-1.7\n".utf8).write(to: URL(fileURLWithPath: file)) }
    bench.open(LoadLawPane())
    bench.type(file)
    bench.press("enter")
    #expect(bench.screen.contains(isThere ? "pdftotext" : "另选文件"))
    #expect(try loaded(bench) == nil)
  }
}
