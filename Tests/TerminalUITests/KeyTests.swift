import Testing

@testable import TerminalUI

@Suite("Keys")
struct KeyTests {
  @Test(
    "A name is read and printed",
    arguments: [
      ("a", Key.character("a")), ("A", .character("A")), ("ctrl-l", .control("l")),
      ("alt-x", .alt("x")), ("f2", .function(2)), ("f12", .function(12)), ("space", .space),
      ("shift-tab", .backtab), ("enter", .enter), ("esc", .escape), ("page-down", .pageDown),
      ("ctrl-right", Key(.right, .control)), ("-", .character("-")), ("ctrl--", .control("-")),
      ("?", .character("?")), ("ctrl-alt-x", Key(.character("x"), [.control, .alt])),
    ])
  func names(name: String, key: Key) {
    #expect(Key(name: name) == key)
    #expect(key.description == name)
  }

  @Test("Other spellings mean the same key")
  func aliases() {
    #expect(Key(name: "PgDn") == .pageDown)
    #expect(Key(name: "Ctrl-L") == .control("l"))
    #expect(Key(name: "backtab") == .backtab)
    #expect(Key(name: "ctrl-i") == .tab)
    #expect(Key(name: "ctrl-m") == .enter)
    #expect(Key(name: "shift-a") == .character("A"))
  }

  @Test("What is no key is refused", arguments: ["", "f13", "f0", "hyper-x", "ctrl-", "word"])
  func refused(name: String) {
    #expect(Key(name: name) == nil)
  }

  @Test("Codes from the terminal become keys")
  func scalars() {
    #expect(CursesTerminal.key(scalar: 12, 0) == .control("l"))
    #expect(CursesTerminal.key(scalar: 13, 0) == .enter)
    #expect(CursesTerminal.key(scalar: 27, 0) == .escape)
    #expect(CursesTerminal.key(scalar: 127, 0) == .backspace)
    #expect(CursesTerminal.key(scalar: 0x6C49, 0) == .character("汉"))
    #expect(CursesTerminal.key(scalar: 0x61, 2) == .alt("a"))
  }

  @Test("Footers show short symbols")
  func symbols() {
    #expect(Key.enter.symbol == "↵")
    #expect(Key.control("l").symbol == "^L")
    #expect(Key.function(2).symbol == "F2")
    #expect(Key.space.symbol == "Space")
    #expect(Key.pageDown.symbol == "Page-Down")
  }

  @Test("The clipboard sequence carries base64")
  func clipboard() {
    func encoded(_ text: String) -> String {
      String(decoding: Clipboard.base64(Array(text.utf8)), as: UTF8.self)
    }
    #expect(encoded("") == "")
    #expect(encoded("f") == "Zg==")
    #expect(encoded("fo") == "Zm8=")
    #expect(encoded("foo") == "Zm9v")
    #expect(encoded("案卷") == "5qGI5Y23")
    #expect(
      String(decoding: Clipboard.sequence(for: "foo"), as: UTF8.self) == "\u{1B}]52;c;Zm9v\u{7}")
  }
}

@Suite("Keymap")
struct KeymapTests {
  enum Act { case open, up, filter, quit, back }
  static let list: KeyContext = "list"
  static let all: KeyContext = "global"

  let keymap = Keymap<Act>([
    KeyBinding(list, ["enter"], .open, name: "open", help: "help.open", inFooter: true),
    KeyBinding(list, ["up", "k"], .up, name: "up", help: "help.up"),
    KeyBinding(list, ["q"], .back, name: "back", help: "help.back"),
    KeyBinding(all, ["/", "f3"], .filter, name: "filter", help: "help.filter", inFooter: true),
    KeyBinding(all, ["q", "ctrl-q"], .quit, name: "quit", help: "help.quit", inFooter: true),
  ])

  @Test("The inner context is asked first")
  func contexts() {
    #expect(keymap.action(for: .character("q"), in: [Self.list, Self.all]) == .back)
    #expect(keymap.action(for: .character("q"), in: [Self.all]) == .quit)
    #expect(keymap.action(for: .function(3), in: [Self.list, Self.all]) == .filter)
    #expect(keymap.action(for: .function(4), in: [Self.list, Self.all]) == nil)
    #expect(keymap.key(for: .up, in: [Self.list]) == .up)
  }

  @Test("Help leaves out keys that an inner context takes")
  func help() {
    let quit = keymap.help(in: [Self.list, Self.all]).first { $0.action == .quit }
    #expect(quit?.keys == [.control("q")])
    #expect(keymap.footer(in: [Self.list]).map(\.action) == [.open])
  }

  @Test("Conflicts, painful keys and actions without a key are found")
  func problems() {
    #expect(keymap.problems.isEmpty)
    let bad = Keymap<Act>([
      KeyBinding(Self.list, ["x"], .open, name: "open", help: ""),
      KeyBinding(Self.list, ["x"], .up, name: "up", help: ""),
      KeyBinding(Self.list, ["[", "@"], .back, name: "back", help: ""),
      KeyBinding(Self.list, [], .quit, name: "quit", help: ""),
    ])
    #expect(
      bad.problems == [
        .conflict(context: Self.list, key: .character("x"), first: "open", second: "up"),
        .awkward(context: Self.list, name: "back"),
        .unreachable(context: Self.list, name: "quit"),
      ])
    #expect(bad.action(for: .character("x"), in: [Self.list]) == .open)
  }

  @Test("Keys are remapped, and mistakes are named")
  func remapped() {
    let (changed, problems) = keymap.remapped([
      "list": ["open": ["o", "f4"], "fly": ["f"]], "global": ["quit": ["hyper-q"]],
    ])
    #expect(changed.action(for: .function(4), in: [Self.list]) == .open)
    #expect(changed.action(for: .enter, in: [Self.list]) == nil)
    #expect(
      problems == [
        .unknownKey(context: "global", name: "quit", key: "hyper-q"),
        .unknownAction(context: "list", name: "fly"),
      ])
    #expect(changed.problems == [.unreachable(context: Self.all, name: "quit")])
  }
}
