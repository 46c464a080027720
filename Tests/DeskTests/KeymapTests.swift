import Desk
import Quantities
import Testing
import TerminalUI

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
