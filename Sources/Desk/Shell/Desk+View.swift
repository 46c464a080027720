import Quantities
package import TerminalUI

extension Desk {
  /// The picture of a state.
  ///
  /// Panes over others are drawn after them; what is wholly covered is not drawn at all.
  package static func view(_ state: DeskState) -> Frame {
    let circumstances = state.circumstances
    var frame = Frame(
      size: circumstances.size, widths: circumstances.widths, ascii: circumstances.isPlain)
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
    drawFooter(state.top?.hints(in: circumstances) ?? [], into: &frame, footer)
    if let toast = state.toast {
      toast.toast.draw(into: &frame, in: body)
    }
    return frame
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
