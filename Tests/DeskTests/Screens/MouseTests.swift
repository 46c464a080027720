import CaseStore
import Casework
import Quantities
import TerminalUI
import Testing

@testable import Desk

@Suite("The mouse at the desk")
struct MouseTests {
  @Test("A click on a key that the footer names presses it, and the box stays when it is let go")
  func footer() throws {
    let bench = try FormBench(rows: 44, columns: 120, language: .en)
    try bench.click("? Help")
    #expect(bench.runner.state.top is KeyHelpPane)
    try bench.click("Lists")
    #expect(bench.runner.state.top is QueuePane)
  }

  @Test("A click chooses a row, a second one opens it, and the way back is a click too")
  func rows() throws {
    let bench = try FormBench(language: .en)
    bench.press("tab")
    let number = try #require(try bench.caseFolder().state.number)
    try bench.click(number)
    if !(bench.runner.state.top is CasePane) { try bench.click(number) }
    #expect((bench.runner.state.top as? CasePane)?.stream == bench.stream)
    try bench.click("History")
    #expect((bench.runner.state.top as? CasePane)?.tab == .history)
    try bench.click("List")
    #expect(bench.runner.state.top is QueuePane)
  }

  @Test("A click on a view shows it")
  func views() throws {
    let bench = try FormBench(language: .en)
    let queue = { bench.runner.state.top as? QueuePane }
    #expect(queue()?.view == .todo)
    try bench.click("All 1")
    #expect(queue()?.view == .all)
  }

  @Test("A click on a button of a dialog presses it, on a field goes into it")
  func dialog() throws {
    let bench = try FormBench(rows: 40, columns: 120, language: .en)
    bench.open(CasePane(bench.stream))
    try bench.click("Submit the application")
    #expect(bench.runner.state.top is DecisionPane)
    try bench.click("Cancel")
    #expect(bench.runner.state.top is CasePane)
    try bench.click("Submit the application")
    try bench.click("Confirm")
    #expect(bench.runner.state.top is CasePane)
    #expect(try bench.caseFolder().state.main?.stage == "preliminary")
  }

  @Test("The wheel scrolls a text in its box")
  func wheel() throws {
    let bench = try FormBench(rows: 20, language: .en)
    bench.press("?")
    let before = bench.screen
    let middle = Position(8, 40)
    bench.runner.send(
      .mouse(MouseEvent(.wheelDown, at: middle), region: bench.frame.hit(at: middle)))
    #expect(bench.runner.state.top is KeyHelpPane)
    #expect(bench.screen != before)
  }
}
