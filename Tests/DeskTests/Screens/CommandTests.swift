import CaseStore
import Casework
import Foundation
import Quantities
import TerminalUI
import Testing

@testable import Desk

@Suite("Commands that are typed")
struct CommandTests {
  @Test("A command is completed, takes what it wants, and opens the case")
  func open() throws {
    let bench = try FormBench()
    let number = try #require(try bench.caseFolder().state.number)
    bench.press(":")
    bench.type("ope")
    bench.press("tab")
    #expect(bench.screen.contains("open "))
    bench.type(String(number.dropFirst(3)))
    bench.press("enter")
    #expect((bench.runner.state.top as? CasePane)?.stream == bench.stream)
  }

  @Test("A command that has a field of its own opens it; one entry stands for both ways")
  func field() throws {
    let bench = try FormBench()
    bench.press(":")
    bench.type("filter")
    bench.press("enter")
    #expect(bench.runner.state.top is QueuePane)
    bench.type("海洋")
    bench.press("enter")
    #expect((bench.runner.state.top as? QueuePane)?.filterText == "海洋")
  }

  @Test("A case that there is not is said to be none")
  func missing() throws {
    let bench = try FormBench()
    bench.press(":")
    bench.type("open QD-1900-001")
    bench.press("enter")
    #expect(bench.runner.state.top is QueuePane)
    #expect(bench.screen.contains("QD-1900-001"))
  }

  @Test("Words come before what a title only contains; sorts and views have words of their own")
  func ranking() throws {
    let bench = try FormBench()
    bench.press(":")
    bench.type("sort n")
    let number = try #require(bench.screen.range(of: "sort number"))
    let name = try #require(bench.screen.range(of: "sort name"))
    #expect(number.lowerBound < name.lowerBound)
    bench.press("tab")
    #expect(bench.screen.contains("│ sort n"))
    bench.type("ame")
    bench.press("enter")
    #expect((bench.runner.state.top as? QueuePane)?.sort == .name)
  }

  @Test(
    "A word that is no command runs nothing, and that is said",
    arguments: ["save", "xyz", "view foo", "write-off"])
  func unknown(word: String) throws {
    let bench = try FormBench()
    bench.press("tab", ":")
    bench.type(word)
    bench.press("enter")
    #expect(bench.runner.state.top is PalettePane)
    #expect(bench.screen.contains("没有“\(word)”这样的命令"))
    #expect((bench.runner.state.panes.first as? QueuePane)?.selected.isEmpty == true)
  }

  @Test("undo undoes on the page of a case, and says so elsewhere")
  func undoing() throws {
    let bench = try FormBench()
    bench.press("tab", ":")
    bench.type("undo")
    bench.press("enter")
    #expect(bench.runner.state.top is QueuePane)
    #expect(bench.screen.contains("撤回在案卷页办"))
    bench.press("enter", "1", "f2", ":")
    bench.type("undo")
    bench.press("enter")
    #expect(bench.screen.contains("撤回 2026-04-13 的“提交申报材料（建设）”"))
  }

  @Test(
    "Chinese words take what follows them as English ones do",
    arguments: ["打开 ", "打开案卷 ", "打开　", "dkaj "])
  func chinese(words: String) throws {
    let bench = try FormBench()
    let number = try #require(try bench.caseFolder().state.number)
    bench.press(":")
    bench.type(words + number.dropFirst(3))
    bench.press("enter")
    #expect((bench.runner.state.top as? CasePane)?.stream == bench.stream)
  }

  @Test("A list needs a path, in a folder that there is")
  func paths() throws {
    let bench = try FormBench()
    bench.press("tab", ":")
    bench.type("export")
    bench.press("enter")
    #expect(bench.screen.contains("请接着输入：文件路径"))
    bench.type(bench.folder + "/none/list.csv")
    bench.press("enter")
    #expect(bench.screen.contains("没有文件夹"))
    #expect(!FileManager.default.fileExists(atPath: bench.folder + "/none"))
  }

  @Test("What no command is called is said")
  func nothing() throws {
    let bench = try FormBench()
    bench.press(":")
    bench.type("xyzzy")
    #expect(bench.screen.contains("没有这样的命令"))
  }

  @Test("The list of actions says what it is, and opens the articles of the one under the cursor")
  func articles() throws {
    let bench = try FormBench()
    bench.press("tab", "enter", "a")
    #expect(bench.screen.contains("┌ 办理 "))
    bench.press("f3")
    #expect(bench.runner.state.top is LawPane)
    bench.press("esc")
    #expect(bench.runner.state.top is PalettePane)
  }

  @Test("One key opens the articles of all that cannot be done yet")
  func reasons() throws {
    let bench = try FormBench()
    bench.press("tab", "enter", "L")
    let law = try #require(bench.runner.state.top as? LawPane)
    let refused = try bench.caseFolder().offers.filter { !$0.isAllowed }
    #expect(Set(law.keys) == Set(refused.flatMap { $0.cites + $0.refusals.flatMap(\.cites) }))
  }

  @Test("Only the conditions that are still to be seen to, on demand")
  func openOnly() throws {
    let bench = try FormBench()
    bench.press("tab", "enter")
    let all = try #require(bench.runner.state.top as? CasePane).findings
    bench.press("x")
    let few = try #require(bench.runner.state.top as? CasePane).findings
    #expect(!few.isEmpty)
    #expect(few == all.filter { $0.result != .met && $0.result != .notApplicable })
    #expect(bench.screen.contains("条件 \(few.count)/\(all.count)"))
    bench.press("x")
    #expect((bench.runner.state.top as? CasePane)?.findings.count == all.count)
  }

  @Test("The list is written for spreadsheets; a file that is there stays")
  func export() throws {
    let bench = try FormBench()
    let file = bench.folder + "/list.csv"
    for round in 1...2 {
      bench.press("tab", ":")
      bench.type("export " + file)
      bench.press("enter")
      #expect(bench.screen.contains("已导出 1 件") == (round == 1))
      bench.press("shift-tab")
    }
    let bytes = try #require(SmallFile.bytes(of: file))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    let lines = text.split(separator: "\r\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("编号,中心名称,牵头单位,统一社会信用代码,"))
    #expect(lines[1].contains("青岛市海洋传感技术创新中心"))
  }

  @Test("Number and name are copied")
  func copying() throws {
    let bench = try FormBench()
    let state = try bench.caseFolder().state
    bench.press("tab", "y", "Y", "enter", "Y")
    let number = try #require(state.number)
    let name = try #require(state.text("name"))
    #expect(bench.terminal.copied == [number, name, name])
  }

  @Test("The column of the name is widened and narrowed")
  func columns() throws {
    let bench = try FormBench()
    bench.press("tab")
    let before = bench.screen
    bench.press(">")
    #expect(bench.screen != before)
    bench.press("<")
    #expect(bench.screen == before)
  }

  @Test("Undoing says which step it takes back")
  func undo() throws {
    let bench = try FormBench()
    bench.press("tab", "enter", "1", "f2", "u")
    #expect(bench.screen.contains("撤回 2026-04-13 的“提交申报材料（建设）”"))
  }

  @Test("The commands with their words", arguments: ScreenTests.looks)
  func picture(_ look: ScreenTests.Look) throws {
    let bench = try FormBench(rows: look.rows, columns: look.columns, language: look.language)
    bench.press(":")
    bench.type("s")
    try bench.expectGolden("commands-\(look.testDescription)")
  }
}
