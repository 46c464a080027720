import Casework
import Quantities
import TerminalUI
import Testing

@testable import Desk

@Suite("The screens of the desk")
struct ScreenTests {
  struct Look: Sendable, CustomTestStringConvertible {
    var rows: Int
    var columns: Int
    var language: Language
    var testDescription: String { "\(columns)-\(language.rawValue)" }
  }

  static let looks = [
    Look(rows: 24, columns: 80, language: .zh), Look(rows: 24, columns: 80, language: .en),
    Look(rows: 40, columns: 120, language: .zh), Look(rows: 40, columns: 120, language: .en),
  ]

  private func bench(_ look: Look) throws -> FormBench {
    try FormBench(rows: look.rows, columns: look.columns, language: look.language)
  }

  /// Presses keys and compares the picture; the pane on top is the one that is meant.
  private func expect(
    _ name: String, _ look: Look, after keys: [String], typing text: String = "",
    on pane: (any DeskPane.Type)? = nil
  ) throws {
    let bench = try bench(look)
    for key in keys { bench.press(key) }
    bench.type(text)
    if let pane { #expect(bench.runner.state.top.map { type(of: $0) == pane } == true) }
    try bench.expectGolden("\(name)-\(look.testDescription)")
  }

  @Test("The queue with its preview", arguments: looks)
  func queue(_ look: Look) throws {
    try expect("queue", look, after: ["tab"])
  }

  @Test("The conditions of a case, with what can be done beside them", arguments: looks)
  func casePage(_ look: Look) throws {
    try expect("case", look, after: ["tab", "enter"], on: CasePane.self)
  }

  @Test("What is kept from one picture to the next never shows old things", arguments: looks)
  func kept(_ look: Look) throws {
    let bench = try bench(look)
    let keys = [
      "tab", "space", "j", "k", "space", "ctrl-l", ">", ">", "<", "/", "a", "esc", "esc", "s",
      "enter", "j", "j", "tab", "esc", "?", "esc", "ctrl-p", "esc", "*", "esc", "V", "esc", "f2",
    ]
    for key in keys {
      bench.press(key)
      // The bench compares each picture with one that is made anew.
      #expect(!bench.screen.isEmpty, "after \(key)")
    }
  }

  @Test("The dialog of an action says what will happen", arguments: looks)
  func decision(_ look: Look) throws {
    try expect("decision", look, after: ["tab", "enter", "1"], on: DecisionPane.self)
  }

  @Test("A dialog takes the other language over, and what was typed stays")
  func languageInDialog() throws {
    let bench = try bench(Self.looks[0])
    for key in ["tab", "enter", "t"] { bench.press(key) }
    bench.type("已电话联系")
    #expect(bench.screen.contains("备注"))
    bench.press("f9")
    #expect(bench.runner.state.circumstances.language == .en)
    #expect(bench.screen.contains("Note"))
    #expect(!bench.screen.contains("备注"))
    #expect(bench.screen.contains("已电话联系"))
  }

  @Test("The keys of the queue", arguments: looks)
  func help(_ look: Look) throws {
    try expect("help", look, after: ["f1"], on: KeyHelpPane.self)
  }

  @Test("The palette finds a command by the initials of its pinyin", arguments: looks)
  func palette(_ look: Look) throws {
    try expect("palette", look, after: ["ctrl-p"], typing: "sx", on: PalettePane.self)
  }

  @Test("The import of a file, as it would come out", arguments: looks)
  func importing(_ look: Look) throws {
    let bench = try bench(look)
    bench.open(ImportPane())
    bench.type("data/samples/qingdao-university.yaml")
    try bench.expectGolden("import-\(look.testDescription)")
  }

  @Test("The page of a host", arguments: looks)
  func host(_ look: Look) throws {
    try expect("host", look, after: ["tab", "h"], on: HostPane.self)
  }

  @Test("The form of a document that is put on file", arguments: looks)
  func attach(_ look: Look) throws {
    try expect("attach", look, after: ["tab", "enter", "f"], on: AttachPane.self)
  }

  @Test("The form of a new application", arguments: looks)
  func newCase(_ look: Look) throws {
    try expect("new", look, after: ["N"], on: FactsPane.self)
  }

  @Test("Submitting by keys moves the case, and the page shows the next stage")
  func submit() throws {
    let bench = try FormBench()
    bench.press("tab", "enter", "1", "f2")
    let state = try bench.caseFolder().state
    #expect(state.main?.stage == "preliminary")
    #expect(bench.runner.state.top is CasePane)
    #expect(bench.screen.contains("▣初审推荐"))
  }

  @Test("No line is wider than the screen, whatever its names")
  func widths() throws {
    for look in Self.looks {
      let bench = try bench(look)
      for keys in [["tab"], ["enter"], ["tab"], ["tab"], ["tab"], ["tab"]] {
        for key in keys { bench.press(key) }
        for line in FrameText(bench.frame).lines {
          #expect(WidthRule.narrow.columns(of: line) <= look.columns)
        }
      }
    }
  }
}
