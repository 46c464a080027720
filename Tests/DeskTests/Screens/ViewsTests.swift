import CaseStore
import Casework
import Foundation
import Quantities
import TerminalUI
import Testing

@testable import Desk

@Suite("Views that are put in order and put away")
struct ViewsTests {
  private func queue(_ bench: FormBench) throws -> QueuePane {
    try #require(bench.runner.state.panes.first as? QueuePane)
  }

  @Test("The views with what is shown of them", arguments: ScreenTests.looks)
  func picture(_ look: ScreenTests.Look) throws {
    let bench = try FormBench(
      rows: look.rows, columns: look.columns, language: look.language, settings: "desk.yaml")
    bench.press("V", "down", "space")
    try bench.expectGolden("views-\(look.testDescription)")
  }

  @Test("A view that is put away has no tab, is still found by its name, and stays away")
  func hiding() throws {
    let bench = try FormBench(settings: "desk.yaml")
    let all = try queue(bench).tabs
    bench.press("V", "down", "space", "esc")
    #expect(try queue(bench).tabs.map(\.view) == all.map(\.view).filter { $0 != all[1].view })
    let kept = DeskSettings(readingFrom: bench.folder + "/desk.yaml")
    #expect(kept.problems.isEmpty)
    #expect(kept.views == ViewArrangement(hidden: [all[1].view.id]))
    #expect(QueuePane(remembering: kept).views == kept.views)
    bench.press(":")
    bench.type("view all")
    bench.press("enter")
    #expect(try queue(bench).view == .all)
    #expect(bench.screen.contains("全部 1"))
  }

  @Test("A view is moved; the order is kept, and views that it does not know come behind")
  func order() throws {
    let bench = try FormBench(settings: "desk.yaml")
    let all = try queue(bench).tabs.map(\.view)
    bench.press("V", "d", "esc")
    #expect(try queue(bench).tabs.map(\.view) == [all[1], all[0]] + all[2...])
    let kept = DeskSettings(readingFrom: bench.folder + "/desk.yaml")
    #expect(kept.views?.order.first == all[1].id)
    bench.press("V", "r", "esc")
    #expect(try queue(bench).tabs.map(\.view) == all)
    let known = ViewArrangement(order: ["roster"])
    let tabs = try #require(queue(bench).tally?.tabs)
    #expect(known.inOrder(tabs).count == tabs.count)
    if all.contains(.roster) { #expect(known.inOrder(tabs).first?.view == .roster) }
  }

  @Test("Where every view was put away, all show; ids of no view are left out")
  func none() throws {
    let tabs = try #require(queue(FormBench()).tally?.tabs)
    #expect(ViewArrangement(hidden: Set(tabs.map(\.view.id))).shown(tabs).count == tabs.count)
    #expect(ViewArrangement().hiding(["nonsense", "all"]).hidden == ["all"])
    #expect(ViewArrangement().ordered(["nonsense", "ended"]).order == ["ended"])
  }

  @Test("The desk opens on the first view that shows")
  func first() throws {
    let bench = try FormBench()
    var pane = QueuePane()
    pane.views = ViewArrangement(hidden: ["todo"])
    let steps = pane.receive(
      .tally(try #require(queue(bench).tally)), in: bench.runner.state.circumstances)
    #expect(pane.view == .all)
    #expect(!steps.isEmpty)
  }
}

@Suite("The footer")
struct FooterTests {
  @Test("The way out and the help show where there is no room for all keys")
  func room() throws {
    for look in ScreenTests.looks {
      let bench = try FormBench(rows: look.rows, columns: look.columns, language: look.language)
      bench.press("tab", "enter", "tab")
      let footer = try #require(FrameText(bench.frame).lines.last)
      #expect(footer.contains(look.language == .zh ? "Esc 返回" : "Esc Back"))
      #expect(footer.contains(look.language == .zh ? "? 帮助" : "? Help"))
      bench.press("e")
      let form = try #require(FrameText(bench.frame).lines.last)
      #expect(form.contains(look.language == .zh ? "F2 保存" : "F2 Save"))
      #expect(form.contains(look.language == .zh ? "Esc 离开" : "Esc Leave"))
    }
  }
}
