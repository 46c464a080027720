import CaseStore
import Casework
import Foundation
import Quantities
import RulePacks
import TerminalUI
import Testing

@testable import Desk

@Suite("The first run")
struct AssistantTests {
  @Test("Five pages lead to a store; nothing is written before the last is confirmed")
  func founding() throws {
    let bench = try FormBench(hasStore: false)
    let home = bench.folder + "/home"
    bench.open(AssistantPane(home: home))
    bench.press("enter", "enter", "enter", "enter")
    #expect(bench.screen.contains("正式库"))
    #expect(!FileManager.default.fileExists(atPath: home + "/office.dossier"))
    bench.press("enter")
    #expect(bench.runner.state.top is QueuePane)
    let store = try CaseStore.open(at: home + "/office.dossier")
    let office = try store.office()
    #expect(office.users["wangmin"]?.roles == [.administrator, .officer])
    #expect(office.settings?.allowsActingAs == false)
    #expect(Array(office.packs.keys) == [try #require(office.settings?.defaultPack)])
  }

  @Test("Escape goes back a page and keeps what was said")
  func back() throws {
    let bench = try FormBench(hasStore: false)
    bench.open(AssistantPane(home: bench.folder))
    bench.press("enter", "enter", "tab")
    bench.type("测试局")
    bench.press("enter", "esc")
    #expect(bench.screen.contains("测试局"))
    bench.press("esc", "esc")
    #expect(bench.screen.contains("There is no store yet"))
  }

  @Test("Which city it is, is asked where there are several, and names the office")
  func city() throws {
    let bench = try FormBench()
    bench.open(AssistantPane(home: bench.folder))
    bench.press("enter", "enter", "enter")
    #expect(bench.screen.contains("城市与规则包"))
    bench.press("tab", "tab", "enter")
    #expect(bench.screen.contains("请填写：城市与规则包"))
    bench.press("right")
    let first = bench.screen
    #expect(first.contains("城市与规则包  聊城市技术创新中心"))
    #expect(first.contains("聊城市科学技术局"))
    bench.press("right")
    #expect(bench.screen != first)
    bench.press("f2")
    #expect(bench.screen.contains("您的姓名"))
  }

  @Test("Where the data folder cannot be read, the reason is shown and not an empty list")
  func brokenVocabulary() throws {
    let bench = try FormBench(hasStore: false)
    try "facts: [".write(
      toFile: bench.folder + "/data/vocabulary.yaml", atomically: true, encoding: .utf8)
    bench.open(AssistantPane(home: bench.folder))
    #expect(bench.screen.contains("格式有误"), "\(bench.screen)")
    bench.press("enter", "enter")
    #expect(bench.screen.contains("格式有误"), "\(bench.screen)")
  }

  @Test("A pack that cannot be read is named with its fault where packs are chosen")
  func brokenPack() throws {
    let bench = try FormBench(hasStore: false)
    let packs = bench.folder + "/data/packs"
    try FileManager.default.copyItem(
      atPath: FormBench.root + "/data/packs/weihai-2022", toPath: packs + "/weihai-2022")
    let file = packs + "/weihai-2022/pack.yaml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try (text + "\ncolour: blue\n").write(toFile: file, atomically: true, encoding: .utf8)
    bench.open(AssistantPane(home: bench.folder))
    bench.press("enter", "enter")
    #expect(bench.screen.contains("weihai-2022/pack.yaml"), "\(bench.screen)")
    #expect(bench.screen.contains("青岛"))
  }

  @Test("Its pages look the same as ever", arguments: [(24, 80), (40, 120)], [Language.zh, .en])
  func pictures(size: (Int, Int), language: Language) throws {
    let bench = try FormBench(
      rows: size.0, columns: size.1, language: language, hasStore: false)
    bench.open(AssistantPane(home: "/home/wangmin/.local/share/dossier"))
    for page in ["language", "kind", "office", "person", "confirm"] {
      try bench.expectGolden("assistant-\(page)-\(size.1)-\(language.rawValue)")
      if page != "confirm" { bench.press("enter") }
    }
  }
}
