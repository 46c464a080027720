import CaseStore
import Foundation
import Quantities
import TerminalUI
import Testing

@testable import Desk

@Suite("A draft tried at the desk")
struct SimulateTests {
  /// A draft of the shipped pack with a figure changed, in the bench's own folder.
  private func draft(
    on bench: FormBench, replacing old: String = ".rd) >= 2000 万元",
    with new: String = ".rd) >= 3000 万元"
  ) throws -> String {
    let folder = bench.folder + "/qingdao-2024"
    try FileManager.default.copyItem(
      atPath: FormBench.root + "/data/packs/qingdao-2024", toPath: folder)
    let file = folder + "/conditions.yaml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacingOccurrences(of: old, with: new)
      .write(toFile: file, atomically: true, encoding: .utf8)
    return folder
  }

  @Test("What would change is shown case by case, and a case opens", arguments: ScreenTests.looks)
  func picture(_ look: ScreenTests.Look) throws {
    let bench = try FormBench(rows: look.rows, columns: look.columns, language: look.language)
    let folder = try draft(on: bench)
    let before = try bench.store.checkpoint()
    bench.open(SimulatePane())
    bench.type(folder)
    bench.press("enter")
    let isChinese = look.language == .zh
    #expect(bench.screen.contains(isChinese ? "变差 1 件" : "for the worse 1"))
    #expect(bench.screen.contains(isChinese ? "近三年研发费用总额" : "R&D spending over the last"))
    #expect(bench.screen.contains("青岛市海洋传感技术创新中心"))
    #expect(bench.screen.contains("未写入任何内容") == isChinese)
    #expect(try bench.store.checkpoint() == before)
    bench.press("enter")
    #expect(bench.runner.state.top is CasePane)
  }

  @Test("A draft that cannot be loaded is told with its places, and can be chosen again")
  func faulty() throws {
    let bench = try FormBench()
    let folder = try draft(on: bench, replacing: "force: mandatory", with: "force: strict")
    bench.open(SimulatePane())
    bench.type(folder)
    bench.press("enter")
    #expect(bench.screen.contains("草案不能读取"))
    #expect(bench.screen.contains("conditions.yaml:"))
    bench.press("esc")
    #expect(bench.screen.contains("选规则包草案的目录"))
    bench.press("esc")
    #expect(!(bench.runner.state.top is SimulatePane))
  }

  @Test("The palette finds it by its pinyin initials")
  func palette() throws {
    let bench = try FormBench()
    bench.press("ctrl-p")
    bench.type("ssgz")
    bench.press("enter")
    #expect(bench.runner.state.top is SimulatePane)
  }
}
