import Quantities
package import TerminalUI

extension Desk {
  /// The picture of a state.
  ///
  /// Panes over others are drawn after them; what is wholly covered is not drawn at all.
  ///
  /// - Parameter before: the picture that it follows. It changes nothing but the time that is
  ///   needed.
  package static func view(_ state: DeskState, after before: Frame? = nil) -> Frame {
    let circumstances = state.circumstances
    var frame = Frame(
      size: circumstances.size, widths: circumstances.widths, ascii: circumstances.isPlain,
      after: before)
    let area = frame.rect
    guard area.rows >= leastSize.rows, area.columns >= leastSize.columns else {
      drawTooSmall(into: &frame, circumstances)
      return frame
    }
    let first = state.panes.lastIndex { !$0.isOverlay } ?? 0
    var body = area
    let footer = body.takeBottom(1)
    for pane in state.panes[first...] {
      // What lies below a box takes no clicks and has no cursor.
      frame.hits.removeAll()
      frame.cursorVisible = false
      pane.draw(into: &frame, body, in: circumstances)
    }
    drawFooter(of: state, into: &frame, footer)
    if let toast = state.toast {
      toast.toast.draw(into: &frame, in: body)
    }
    return frame
  }

  /// The keys that the footer names.
  static func hints(of state: DeskState) -> [Hint] {
    let circumstances = state.circumstances
    return fitting(
      state.top?.hints(of: circumstances.hints(of: state.contexts), in: circumstances) ?? [],
      into: circumstances.size.columns, circumstances.widths)
  }

  private static func fitting(_ hints: [Hint], into columns: Int, _ widths: WidthRule) -> [Hint] {
    FooterRoom(columns - 2, widths).fitting(hints)
  }

  private static func drawFooter(of state: DeskState, into frame: inout Frame, _ line: Rect) {
    let circumstances = state.circumstances
    let basis = FooterBasis(
      keymap: circumstances.keymap, contexts: state.contexts, language: circumstances.language)
    let keymap = frame.kept("footer.keymap", while: basis) {
      circumstances.hints(of: basis.contexts)
    }
    let hints = state.top?.hints(of: keymap.value, in: circumstances) ?? []
    frame.part("footer", in: line, showing: hints) { frame, line in
      let hints = fitting(hints, into: line.columns, frame.widths)
      drawFooter(hints, into: &frame, line)
    }
  }

  private static func drawFooter(_ hints: [Hint], into frame: inout Frame, _ line: Rect) {
    Footer.draw(hints.map { ($0.key, $0.text) }, into: &frame, line.inset(columns: 1))
    var column = line.column + 1
    for (index, hint) in hints.enumerated() {
      let columns = frame.widths.columns(of: hint.key + " " + hint.text)
      guard column + columns <= line.right - 1 else { break }
      frame.hit(
        Rect(row: line.row, column: column, rows: 1, columns: columns),
        id: Region.hint.id(index))
      column += columns + 2
    }
  }

  private static func drawTooSmall(into frame: inout Frame, _ circumstances: Circumstances) {
    let need = "\(leastSize.columns)×\(leastSize.rows)"
    let text = circumstances.say(
      zh: "窗口太小，请放大到 \(need) 以上", en: "The window is too small: \(need) is needed")
    for (row, line) in frame.widths.wrap(text, to: max(1, frame.size.columns)).enumerated() {
      frame.put(line, at: Position(row, 0), style: Style(.warning))
    }
  }
}

/// What the keymap's part in the footer rests on.
private struct FooterBasis: Equatable, Sendable {
  let keymap: Keymap<DeskAction>
  let contexts: [KeyContext]
  let language: Language
}

/// Which keys a footer names where there is no room for all.
struct FooterRoom {
  private let columns: Int
  private let widths: WidthRule

  /// A footer of so many columns.
  init(_ columns: Int, _ widths: WidthRule) {
    self.columns = columns
    self.widths = widths
  }

  /// The hints that fit, in their order: the way out and the help always, the others from the first.
  func fitting(_ hints: [Hint]) -> [Hint] {
    var left = columns
    var chosen: Set<Int> = []
    func choose(_ index: Int) -> Bool {
      let hint = hints[index]
      let needed = widths.columns(of: hint.key + " " + hint.text) + (chosen.isEmpty ? 0 : 2)
      guard needed <= left else { return false }
      left -= needed
      chosen.insert(index)
      return true
    }
    let kept = hints.indices.filter { [.back, .cancel, .help].contains(hints[$0].action) }
    for index in kept { _ = choose(index) }
    for index in hints.indices where !kept.contains(index) {
      guard choose(index) else { break }
    }
    return chosen.sorted().map { hints[$0] }
  }
}

/// What regions of the frame stand for, so that the mouse can be understood.
package enum Region: Int, CaseIterable, Sendable {
  case hint = 1
  case row, tab, view, offer, field, button, option, palette, back, detail, moment

  private static let span = 1_000_000

  /// The number of the n-th region of this kind.
  package func id(_ index: Int) -> Int { rawValue * Self.span + index }

  /// The kind and place that a number stands for.
  package static func read(_ id: Int?) -> (Region, Int)? {
    guard let id, let kind = Region(rawValue: id / span) else { return nil }
    return (kind, id % span)
  }
}
