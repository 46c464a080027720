import Glibc
import Testing

@Suite("A terminal of its own")
struct PseudoTerminalTests {
  @Test("Text, wide characters and movements end up where xterm puts them")
  func screen() {
    var screen = Screen(rows: 4, columns: 12)
    screen.take("案卷 Dossier\r\n\u{1B}[3;5Hab\u{1B}[2Dc\u{1B}[1;1HX".utf8)
    #expect(screen.lines == ["X卷 Dossier", "", "    cb", ""])
    screen.take("\u{1B}[1;5H\u{1B}[K\u{1B}[4;1Hlast\r\nnew\u{1B}[".utf8)
    #expect(screen.lines == ["", "    cb", "last", "new"])
    screen.take("2J\u{1B}[Hx\u{1B}[5b\u{1B}[?2004h".utf8)
    #expect(screen.lines == ["xxxxxx", "", "", ""])
    #expect(screen.modes == [2004])
  }

  @Test("Bytes may come in any pieces")
  func pieces() {
    var screen = Screen(rows: 2, columns: 20)
    for byte in "\u{1B}[2;3H青岛\u{1B}[31m红".utf8 { screen.take([byte]) }
    #expect(screen.lines == ["", "  青岛红"])
  }

  @Test("The queue is printed in columns and in the terminal's width")
  func queue() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    let terminal = try PseudoTerminal(store.program, ["queue"], rows: 24, columns: 120)
    #expect(terminal.end() == .exited(0))
    #expect(terminal.text.contains("QD-2026-001"))
    #expect(terminal.text.contains("青岛市海洋传感技术创新中心"))
    #expect(terminal.isCooked)
  }

  @Test("A process in it can be ended by a signal and by dropping the line")
  func signals() throws {
    let program = try Program()
    defer { program.clean() }
    var shell = program
    shell.prefix = ["/bin/sh", "-c", "echo ready; sleep 60", "sh"]
    for drop in [true, false] {
      let terminal = try PseudoTerminal(shell, [])
      #expect(terminal.shows("ready"))
      if drop { terminal.hangUp() } else { terminal.signal(SIGHUP) }
      #expect(terminal.end() == .killed(SIGHUP))
    }
  }
}
