import Quantities
import RuleDrafting
import RulePacks
import TerminalUI
import CaseStore
import Foundation
import Testing

@testable import Desk

@Suite("Settings of the desk")
struct SettingsTests {
  @Test("What the desk writes leaves the rest of the file alone")
  func merging() {
    let settings = DeskSettings(language: .en, theme: "light")
    let text = "# mine\ntheme: dark\nkeys:\n  queue:\n    open: [x]\n"
    #expect(
      settings.merged(into: text)
        == "language: en\n# mine\ntheme: light\nkeys:\n  queue:\n    open: [x]\n")
  }

  @Test("Keys are taken from the file, and what is wrong with them is said")
  func keys() {
    let settings = DeskSettings(
      SourceFile(
        path: "config.yaml",
        text: "keys:\n  queue:\n    open: x\n    fly: z\n  list:\n    up: [hyper-q]\n"))
    let (keymap, problems) = settings.keymap(from: DeskProgram.standardKeymap)
    #expect(keymap.action(for: .character("x"), in: [DeskKeymap.queue]) == .open)
    #expect(problems.contains(.unknownAction(context: "queue", name: "fly")))
    #expect(problems.contains(.unknownKey(context: "list", name: "up", key: "hyper-q")))
  }

  @Test("A file that is no UTF-8 is left as it is, and the desk does not say that it saved")
  func otherEncoding() throws {
    let bench = try FormBench(settings: "config.yaml")
    let file = bench.folder + "/config.yaml"
    let bytes = Array("# ".utf8) + [0xC9, 0xE8, 0xD6, 0xC3] + Array("\nkeys: {}\n".utf8)
    #expect(SmallFile.write(bytes, to: file))
    bench.open(AppearancePane())
    bench.press("tab", "right", "f2")
    #expect(SmallFile.bytes(of: file) == bytes)
    #expect(bench.screen.contains("The settings are not saved: The file is not UTF-8"))
    #expect(throws: Problem("yaml.encoding", at: Problem.Place(file: file))) {
      try DeskSettings(language: .en).save(to: file)
    }
  }

  @Test("What stands where the settings should be is never overwritten")
  func unreadable() throws {
    let bench = try FormBench(settings: "config.yaml")
    let file = bench.folder + "/config.yaml"
    try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
    #expect(DeskSettings(readingFrom: file).problems.map(\.code) == ["file.unreadable"])
    #expect(throws: Problem("file.unreadable", at: Problem.Place(file: file))) {
      try DeskSettings(language: .en).save(to: file)
    }
    bench.open(AppearancePane())
    bench.press("f2")
    #expect(bench.screen.contains("设置没有保存"))
    #expect(!bench.screen.contains("设置已保存"))
  }

  @Test("That settings are saved is said when they are")
  func saved() throws {
    let bench = try FormBench(settings: "config.yaml")
    bench.open(AppearancePane())
    bench.press("f2")
    #expect(bench.screen.contains("设置已保存"))
  }

  @Test("A wrong value is named with its line")
  func wrong() {
    let settings = DeskSettings(
      SourceFile(path: "config.yaml", text: "theme: dark\nborders: dots\n"))
    #expect(settings.theme == "dark")
    #expect(settings.isPlain == nil)
    #expect(settings.problems.first?.place.line == 2)
  }

  @Test("The keymap that ships has nothing wrong with it")
  func standard() {
    #expect(DeskProgram.standardKeymap.problems.isEmpty)
  }

  @Test("ASCII borders hold at once and are remembered; Escape changes nothing")
  func borders() throws {
    let bench = try FormBench(settings: "config.yaml")
    bench.open(AppearancePane())
    bench.press("tab", "tab", "tab", "right", "esc")
    #expect(!bench.runner.state.circumstances.isPlain)
    bench.open(AppearancePane())
    bench.press("tab", "tab", "tab", "right", "ctrl-s")
    #expect(bench.runner.state.circumstances.isPlain)
    #expect(DeskSettings(readingFrom: bench.folder + "/config.yaml").isPlain == true)
  }

  @Test("Order and columns of the queue are kept for the next time, and only when they changed")
  func arrangement() throws {
    let bench = try FormBench(settings: "config.yaml")
    let file = bench.folder + "/config.yaml"
    bench.press("q")
    #expect(DeskSettings(readingFrom: file).sort == nil)
    let again = try FormBench(settings: "config.yaml")
    again.press("tab", ":")
    again.type("sort name")
    again.press("enter", "O", ">", "q")
    let settings = DeskSettings(readingFrom: again.folder + "/config.yaml")
    #expect(settings.problems.isEmpty)
    let queue = QueuePane(remembering: settings)
    #expect(queue.sort == .name)
    #expect(queue.isDescending)
    #expect(queue.extra == 2)
    #expect(queue.memory == nil)
  }

  @Test("Language and theme that keys changed meanwhile stay, and the labels follow")
  func keysMeanwhile() throws {
    let bench = try FormBench(settings: "config.yaml")
    bench.open(AppearancePane())
    bench.press("f9", "f8")
    #expect(bench.screen.contains("Language"))
    #expect(!bench.screen.contains("语言"))
    let theme = bench.runner.state.circumstances.theme
    bench.press("f2")
    #expect(bench.runner.state.circumstances.language == .en)
    #expect(bench.runner.state.circumstances.theme == theme)
    let settings = DeskSettings(readingFrom: bench.folder + "/config.yaml")
    #expect(settings.language == .en)
    #expect(settings.theme == theme)
  }

  @Test("Width and Escape hold at once")
  func live() throws {
    let bench = try FormBench(settings: "config.yaml")
    bench.open(AppearancePane())
    bench.press("tab", "tab", "right", "tab", "tab", "ctrl-u")
    bench.type("150")
    bench.press("ctrl-s")
    #expect(bench.terminal.widths.ambiguousIsWide)
    #expect(bench.terminal.escapeDelay == 150)
    #expect(bench.runner.state.circumstances.widths.ambiguousIsWide)
  }

  @Test("The box looks the same as ever", arguments: [Language.zh, .en])
  func picture(language: Language) throws {
    let bench = try FormBench(language: language)
    bench.open(AppearancePane())
    try bench.expectGolden("settings-\(language.rawValue)")
  }
}
