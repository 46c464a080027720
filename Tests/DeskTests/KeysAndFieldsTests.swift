import Quantities
import RulePacks
import TerminalUI
import Testing

@testable import Desk

@Suite("The keymap as delivered")
struct KeymapTests {
  @Test("No two bindings claim one key, and no essential action needs a key that is hard to type")
  func problems() {
    #expect(DeskKeymap.standard.problems.isEmpty)
  }

  @Test("Every key has a name in both languages")
  func texts() {
    for binding in DeskKeymap.standard.bindings {
      let text = DeskKeymap.help(binding.help)
      #expect(!text.zh.isEmpty)
      #expect(text.zh != text.en, "\(binding.name)")
    }
  }
}

@Suite("Fields of dialogs")
struct FieldEditorTests {
  @Test("Typing replaces a date that the desk suggested; moving in it first keeps it")
  func suggestedDate() throws {
    let bench = try FormBench()
    let circumstances = bench.runner.state.circumstances
    let spec = FieldSpec(id: "on", label: "日期", type: .date)
    var replaced = FieldEditor(spec, text: "2026-04-13", in: circumstances)
    for character in "2026-04-09" {
      _ = replaced.update(.key(.character(character)), columns: 20)
    }
    #expect(replaced.text == "2026-04-09")
    var corrected = FieldEditor(spec, text: "2026-04-13", in: circumstances)
    _ = corrected.update(.key(Key(.backspace)), columns: 20)
    _ = corrected.update(.key(.character("2")), columns: 20)
    #expect(corrected.text == "2026-04-12")
  }
}
