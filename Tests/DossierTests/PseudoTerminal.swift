import Foundation
import Glibc
import Synchronization

/// A program in a terminal of its own, with a screen to look at and keys to press.
///
/// The program leads a session whose controlling terminal this is, as under `ssh`.
final class PseudoTerminal: Sendable {
  /// What could not be had.
  struct Failure: Error {
    var what: String
  }

  /// How the program ended.
  enum Ending: Equatable {
    case exited(Int32)
    case killed(Int32)
  }

  /// Keys by their names, as xterm sends them.
  static let keys: [String: String] = [
    "enter": "\r", "esc": "\u{1B}", "tab": "\t", "space": " ", "backspace": "\u{7F}",
    "up": "\u{1B}OA", "down": "\u{1B}OB", "right": "\u{1B}OC", "left": "\u{1B}OD",
    "home": "\u{1B}OH", "end": "\u{1B}OF", "shift-tab": "\u{1B}[Z", "ctrl-c": "\u{3}",
    "ctrl-l": "\u{C}", "ctrl-p": "\u{10}", "ctrl-s": "\u{13}", "ctrl-z": "\u{1A}",
    "ctrl-u": "\u{15}", "f1": "\u{1B}OP", "f2": "\u{1B}OQ", "f3": "\u{1B}OR", "f4": "\u{1B}OS",
    "f5": "\u{1B}[15~", "f9": "\u{1B}[20~", "f10": "\u{1B}[21~",
  ]

  /// The process.
  let process: pid_t
  private let master: Int32
  /// The terminal's other side, held open so that its settings can be read afterwards.
  private let slave: Int32
  private let state: Mutex<(screen: Screen, ending: Ending?, isOpen: Bool)>

  /// Starts a program.
  init(
    _ program: Program, _ arguments: [String], rows: Int = 30, columns: Int = 110,
    environment: [String: String] = [:]
  ) throws {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    var master: Int32 = -1
    var slave: Int32 = -1
    var name = [CChar](repeating: 0, count: 256)
    guard openpty(&master, &slave, &name, nil, &size) == 0 else {
      throw Failure(what: "openpty")
    }
    for side in [master, slave] { _ = fcntl(side, F_SETFD, FD_CLOEXEC) }
    self.master = master
    self.slave = slave
    state = Mutex((Screen(rows: rows, columns: columns), nil, true))
    var all = program.process(arguments).environment ?? [:]
    all["TERM"] = "xterm-256color"
    all.merge(environment) { _, own in own }
    process = try Self.spawn(
      ["/usr/bin/env", "-C", program.folder] + program.prefix + [Program.path] + arguments, all,
      on: String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
  }

  deinit {
    if state.withLock({ $0.ending == nil }) {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    close(slave)
    if state.withLock({ $0.isOpen }) { close(master) }
  }

  /// Starts a process that leads a session of its own; what it opens first becomes its terminal.
  private static func spawn(
    _ words: [String], _ environment: [String: String], on terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    let startsSession: Int16 = 0x80
    let givesSignals = Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, startsSession | givesSignals)
    var argv = words.map { strdup($0) } + [nil]
    var envp = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var process: pid_t = 0
    guard posix_spawn(&process, words[0], &actions, &attributes, &argv, &envp) == 0 else {
      throw Failure(what: "posix_spawn \(words[0])")
    }
    return process
  }

  // MARK: Looking

  /// What the screen shows now, with lines parted by line ends.
  var text: String { state.withLock { $0.screen.text } }

  /// The screen.
  var screen: Screen { state.withLock { $0.screen } }

  /// Whether the terminal is as a shell expects it: lines are edited and what is typed is shown.
  var isCooked: Bool {
    var modes = termios()
    guard tcgetattr(slave, &modes) == 0 else { return false }
    return modes.c_lflag & tcflag_t(ICANON) != 0 && modes.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Waits until the screen satisfies a test.
  ///
  /// - Returns: whether it came to that in time.
  func wait(seconds: Double = 10, until test: (Screen) -> Bool) -> Bool {
    let limit = Date(timeIntervalSinceNow: seconds)
    while true {
      take(milliseconds: 20)
      if test(screen) { return true }
      if Date() > limit || ending != nil { return test(screen) }
    }
  }

  /// Waits until the screen shows some text.
  func shows(_ text: String, seconds: Double = 10) -> Bool {
    wait(seconds: seconds) { $0.text.contains(text) }
  }

  /// Waits until the screen no longer shows some text.
  func hides(_ text: String, seconds: Double = 10) -> Bool {
    wait(seconds: seconds) { !$0.text.contains(text) }
  }

  /// Waits for the program to answer, and takes in what it draws until it rests.
  func settle() {
    var quiet = take(milliseconds: 400) ? 0 : 2
    while quiet < 2, ending == nil { quiet = take(milliseconds: 30) ? 0 : quiet + 1 }
  }

  // MARK: Acting

  /// Types text or presses keys: `["2", "enter"]`.
  func press(_ keys: String...) {
    for key in keys {
      send(Self.keys[key] ?? key)
      settle()
    }
  }

  /// Types a text as it stands.
  func type(_ text: String) {
    send(text)
    settle()
  }

  /// Gives the terminal another size.
  func resize(rows: Int, columns: Int) {
    state.withLock { $0.screen = Screen(rows: rows, columns: columns) }
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Sends the process a signal.
  func signal(_ number: Int32) { kill(process, number) }

  /// Drops the line: what a lost connection does.
  func hangUp() {
    let wasOpen = state.withLock { state in
      defer { state.isOpen = false }
      return state.isOpen
    }
    if wasOpen { close(master) }
  }

  /// Waits for the program's end.
  ///
  /// - Returns: how it ended; nil where it has not in time.
  func end(seconds: Double = 10) -> Ending? {
    let limit = Date(timeIntervalSinceNow: seconds)
    while Date() < limit {
      take(milliseconds: 20)
      if let ending {
        while take(milliseconds: 20) {}
        return ending
      }
    }
    return nil
  }

  /// How the program ended, where it has.
  private var ending: Ending? {
    state.withLock { state in
      if state.ending != nil { return state.ending }
      var status: Int32 = 0
      guard waitpid(process, &status, WNOHANG) == process else { return nil }
      let signal = status & 0x7F
      state.ending = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal)
      return state.ending
    }
  }

  private func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Takes in what is there to be read.
  ///
  /// - Returns: whether anything came within the time.
  @discardableResult
  private func take(milliseconds: Int32) -> Bool {
    guard state.withLock({ $0.isOpen }) else {
      usleep(UInt32(milliseconds) * 1000)
      return false
    }
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0, waiting.revents & Int16(POLLIN) != 0 else {
      return false
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(master, &buffer, buffer.count)
    guard count > 0 else { return false }
    state.withLock { $0.screen.take(buffer[..<count]) }
    return true
  }
}
