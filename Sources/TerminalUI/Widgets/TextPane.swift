/// Lines that are read and scrolled: help, an article, a history.
package struct TextPane: Sendable, Hashable {
  /// The lines, wrapped already.
  package var lines: [StyledText]
  /// The first line shown.
  package var top = 0

  /// Makes a pane.
  package init(_ lines: [StyledText]) { self.lines = lines }

  /// Makes a pane of plain text, wrapped to a width.
  package init(_ text: String, wrappedTo width: Int, widths: WidthRule, style: Style = .text) {
    lines = widths.wrap(text, to: width).map { StyledText(String($0), style) }
  }

  /// Takes a key that scrolls, in a rectangle of so many rows.
  package mutating func update(_ key: Key, rows: Int) -> WidgetReply {
    let last = max(0, lines.count - rows)
    switch key {
    case .up, .character("k"): top = min(last, max(0, top - 1))
    case .down, .character("j"): top = min(last, top + 1)
    case .pageUp: top = max(0, min(last, top) - max(1, rows - 1))
    case .pageDown, .space: top = min(last, top + max(1, rows - 1))
    case .home: top = 0
    case .end: top = last
    default: return .ignored
    }
    return .moved
  }

  /// Draws what shows, with a scroll bar when there is more.
  package func draw(into frame: inout Frame, _ rect: Rect, on ground: Role? = nil) {
    var rect = rect
    let first = min(top, max(0, lines.count - rect.rows))
    if lines.count > rect.rows {
      Scrollbar(total: lines.count, first: first, visible: rect.rows)
        .draw(into: &frame, rect.takeRight(1))
    }
    for row in 0..<max(0, min(rect.rows, lines.count - first)) {
      frame.put(
        lines[first + row], at: Position(rect.row + row, rect.column), maxWidth: rect.columns,
        on: ground)
    }
  }
}
