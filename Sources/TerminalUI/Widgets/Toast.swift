/// A message over the screen that goes away by itself; the caller counts the time.
package struct Toast: Sendable, Hashable {
  /// What it says.
  package var text: String
  /// Whether it reports something bad.
  package var isDanger: Bool

  /// Makes a message.
  package init(_ text: String, isDanger: Bool = false) {
    self.text = text
    self.isDanger = isDanger
  }

  /// Draws the message at the bottom right of an area, in at most three lines.
  package func draw(into frame: inout Frame, in area: Rect, hit: Int? = nil) {
    let widest = min(60, area.columns - 4)
    guard widest > 0 else { return }
    let lines = frame.widths.wrap(text, to: widest).prefix(3)
    let columns = (lines.map { frame.widths.columns(of: $0) }.max() ?? 0) + 2
    let rows = min(lines.count, area.rows)
    let place = Rect(
      row: area.bottom - rows, column: area.right - columns - 1, rows: rows, columns: columns)
    let style = Style(isDanger ? .toastDanger : .toast)
    frame.fill(place, style: style)
    for (index, line) in lines.enumerated() where index < rows {
      frame.put(line, at: Position(place.row + index, place.column + 1), style: style)
    }
    if let hit { frame.hit(place, id: hit) }
  }
}
