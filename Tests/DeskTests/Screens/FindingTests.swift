import CaseStore
import Casework
import Exchange
import Quantities
import TerminalUI
import Testing

@testable import Desk

@Suite("Searching apart from filters")
struct FindingTests {
  /// A desk with three applications.
  private func bench(_ look: ScreenTests.Look? = nil) throws -> FormBench {
    let look = look ?? ScreenTests.looks[0]
    let bench = try FormBench(rows: look.rows, columns: look.columns, language: look.language)
    let files = ["university", "institution"].map {
      FormBench.root + "/data/samples/qingdao-\($0).yaml"
    }
    let vocabulary = try FormBench.shelf.vocabulary()
    let report = try Importer(store: bench.store, vocabulary: vocabulary, departments: []).run(
      files: files, by: bench.session)
    #expect(report.imported.count == 2)
    bench.press("f5")
    return bench
  }

  private func number(_ bench: FormBench) -> String? {
    (bench.runner.state.top as? QueuePane)?.current?.number
  }

  @Test("n and N go from one match to the next and around; the list is not narrowed")
  func queue() throws {
    let bench = try bench()
    bench.press("tab", "s")
    bench.type("青岛")
    bench.press("enter")
    let queue = try #require(bench.runner.state.top as? QueuePane)
    #expect(queue.list.count == 3)
    #expect(queue.finder.total == 3)
    let first = number(bench)
    bench.press("n")
    let second = number(bench)
    #expect(second != first)
    bench.press("n", "n")
    #expect(number(bench) == first)
    bench.press("N", "N")
    #expect(number(bench) == second)
    bench.press("esc", "n")
    #expect((bench.runner.state.top as? QueuePane)?.finder.isActive == false)
  }

  @Test("What is nowhere is said, and the cursor stays")
  func nothing() throws {
    let bench = try bench()
    bench.press("tab", "down")
    let before = number(bench)
    bench.press("s")
    bench.type("不存在的词")
    #expect(bench.screen.contains("没有找到"))
    #expect(number(bench) == before)
  }

  @Test("The queue with a search that stands", arguments: ScreenTests.looks)
  func queuePicture(_ look: ScreenTests.Look) throws {
    let bench = try bench(look)
    bench.press("tab", "s")
    bench.type("大学")
    bench.press("enter")
    try bench.expectGolden("find-queue-\(look.testDescription)")
  }

  @Test("A tab of a case is searched, and the next case is not left for it")
  func casePage() throws {
    let bench = try bench()
    bench.press("tab", "enter", "/")
    bench.type("研发")
    bench.press("enter")
    let page = try #require(bench.runner.state.top as? CasePane)
    #expect(page.places.count > 2)
    let stream = page.stream
    bench.press("n")
    let later = try #require(bench.runner.state.top as? CasePane)
    #expect(later.stream == stream)
    #expect(later.finder.ordinal == 2)
    #expect(later.currentFinding?.id != page.currentFinding?.id)
    bench.press("esc")
    #expect((bench.runner.state.top as? CasePane)?.finder.isActive == false)
    #expect(bench.runner.state.top is CasePane)
  }

  @Test("A search goes on in the conditions that are left")
  func openOnly() throws {
    let bench = try bench()
    bench.press("tab", "enter", "/")
    bench.type("合作")
    bench.press("enter", "x")
    let page = try #require(bench.runner.state.top as? CasePane)
    #expect(!page.places.isEmpty)
    #expect(page.finder.ordinal == 1)
    #expect(!bench.screen.contains("没有找到"))
  }

  @Test("The articles are searched one after the other")
  func law() throws {
    let bench = try bench()
    bench.press("tab", "enter", "shift-tab", "shift-tab", "l", "/")
    bench.type("撤销")
    bench.press("enter")
    let first = try #require(bench.runner.state.top as? LawPane)
    bench.press("n")
    let second = try #require(bench.runner.state.top as? LawPane)
    #expect(second.selected != first.selected)
    #expect(bench.screen.contains("撤销"))
    bench.press("N")
    #expect((bench.runner.state.top as? LawPane)?.selected == first.selected)
    bench.press("esc", "esc")
    #expect(bench.runner.state.top is CasePane)
  }

  @Test("A graph with a search that is typed", arguments: ScreenTests.looks)
  func graphPicture(_ look: ScreenTests.Look) throws {
    let bench = try bench(look)
    bench.press("tab", "enter", "g", "/")
    bench.type(look.language == .zh ? "公示" : "publicity")
    try bench.expectGolden("find-graph-\(look.testDescription)")
  }

  @Test("Every place in a line is marked, and capitals do not matter")
  func marking() {
    let line = StyledText([.init("Rd and RD", Style(.text)), .init(" rd", Style(.dim))])
    #expect(
      line.marking("rd").spans == [
        .init("Rd", Style(.match)), .init(" and ", Style(.text)), .init("RD", Style(.match)),
        .init(" ", Style(.dim)), .init("rd", Style(.match)),
      ])
    #expect(line.marking("").spans == line.spans)
  }
}
