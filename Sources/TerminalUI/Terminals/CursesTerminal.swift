import CNcurses

/// Why curses could not be started.
package enum TerminalError: Error, Sendable, Hashable {
  /// Standard input or output is no terminal.
  case notATerminal
  /// The locale is not UTF-8 and there is no `C.UTF-8`.
  case notUTF8
  /// terminfo does not know `$TERM`.
  case unknownTerminal
}

/// What a curses screen is started with.
package struct TerminalOptions: Sendable, Hashable {
  /// Milliseconds that a lone Escape waits; raise it on slow lines.
  package var escapeDelay = 25
  /// Whether the mouse is read.
  package var mouse = true
  /// Whether pasted text is told apart from typed text.
  package var bracketedPaste = true
  /// Whether the terminal reports its focus.
  package var focus = true
  /// Whether large changes are wrapped in mode 2026, so that they do not tear.
  package var synchronized = true
  /// Whether colours are left out (`NO_COLOR`).
  package var noColour = false
  /// How text is measured.
  package var widths = WidthRule.narrow

  /// Makes the usual options.
  package init() {}
}

/// The terminal that the program runs in.
///
/// Use it from one thread, except ``wake()``.
package final class CursesTerminal: Terminal {
  package let depth: ColourDepth
  package private(set) var widths: WidthRule
  private let options: TerminalOptions
  private var drawn = FrameDifference()
  private var theme: Theme?
  private var inks: [UInt32: Ink] = [:]

  /// What curses needs to know of a style.
  private struct Ink {
    let attributes: UInt32
    let pair: Int32
  }

  /// Takes the screen over.
  ///
  /// Signals for the end of the session become events.
  package init(_ options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
    self.options = options
    widths = options.widths
    Self.measure(by: options.widths)
    let result = cn_start(
      cn_options(
        escape_delay_ms: Int32(options.escapeDelay), mouse: options.mouse,
        paste: options.bracketedPaste, focus: options.focus))
    switch result {
    case CN_STARTED: break
    case CN_NO_TERMINAL: throw .notATerminal
    case CN_NO_UTF8: throw .notUTF8
    default: throw .unknownTerminal
    }
    depth = ColourDepth(colours: Int(cn_colours()), noColour: options.noColour)
    cn_catch_signals()
  }

  deinit { cn_stop() }

  private static func measure(by widths: WidthRule) {
    cn_set_width_rule(
      { scalar, wide in
        scalar == WidthRule.missing
          ? (wide ? 2 : 1)
          : Int32(WidthRule(ambiguousIsWide: wide).glyph(for: scalar).columns)
      }, widths.ambiguousIsWide)
  }

  package func adopt(_ widths: WidthRule, escapeDelay milliseconds: Int) {
    cn_set_escape_delay(Int32(clamping: milliseconds))
    guard widths != self.widths else { return }
    self.widths = widths
    Self.measure(by: widths)
    repaint()
  }

  package var size: Size { Size(rows: Int(cn_rows()), columns: Int(cn_columns())) }

  package func show(_ frame: Frame, theme: Theme) {
    if self.theme != theme {
      self.theme = theme
      inks.removeAll(keepingCapacity: true)
      drawn = FrameDifference()
    }
    var changed = 0
    var lastStyle = UInt32.max
    var ink = Ink(attributes: 0, pair: 0)
    drawn.update(to: frame) { row, column, cells in
      changed += cells.count
      if let bits = cells.first?.styleBits, bits != lastStyle {
        lastStyle = bits
        ink = self.ink(for: bits, theme)
      }
      cells.withMemoryRebound(to: cn_cell.self) { run in
        cn_put(
          Int32(row), Int32(column), run.baseAddress, Int32(run.count), ink.attributes, ink.pair)
      }
    }
    let together = options.synchronized && changed > frame.cells.count / 4
    cn_show(
      Int32(frame.cursor.row), Int32(frame.cursor.column), frame.cursorVisible, together)
  }

  private func ink(for bits: UInt32, _ theme: Theme) -> Ink {
    if let known = inks[bits] { return known }
    let look = theme.look(of: Style(rawValue: bits), depth: depth)
    let pair = cn_pair(look.foreground.map(Int32.init) ?? -1, look.background.map(Int32.init) ?? -1)
    let ink = Ink(attributes: UInt32(look.attributes.rawValue), pair: pair)
    inks[bits] = ink
    return ink
  }

  package func repaint() {
    drawn = FrameDifference()
    cn_repaint()
  }

  package func next(waiting milliseconds: Int?) -> InputEvent? {
    if cn_hangup() { return .hangup }
    if cn_terminated() { return .terminate }
    let event = cn_next(Int32(clamping: milliseconds ?? -1))
    if event.kind == CN_NONE {
      if cn_hangup() { return .hangup }
      return cn_terminated() ? .terminate : nil
    }
    return translated(event)
  }

  package func suspend() {
    cn_suspend()
    drawn = FrameDifference()
  }

  package func handOff(to command: [String]) -> Int32 {
    guard !command.isEmpty else { return 127 }
    cn_leave()
    var arguments = command.map { UnsafePointer<CChar>(copied($0)) }
    arguments.append(nil)
    let status = cn_run(arguments)
    for case let argument? in arguments { argument.deallocate() }
    cn_return()
    drawn = FrameDifference()
    return status
  }

  private func copied(_ text: String) -> UnsafeMutablePointer<CChar>? {
    let bytes = UnsafeMutablePointer<CChar>.allocate(capacity: text.utf8.count + 1)
    for (index, byte) in text.utf8.enumerated() { bytes[index] = CChar(bitPattern: byte) }
    bytes[text.utf8.count] = 0
    return bytes
  }

  package func copy(_ text: String) {
    let sequence = Clipboard.sequence(for: text).map { CChar(bitPattern: $0) }
    cn_write(sequence, Int32(sequence.count))
  }

  package func bell() { cn_bell() }
  package func stop() { cn_stop() }

  /// Ends a wait of ``next(waiting:)`` from any thread.
  package nonisolated static func wake() { _ = cn_wake() }
}
