/// A bar that shows which part of something long is visible.
package struct Scrollbar: Sendable, Hashable {
  /// How much there is.
  package var total: Int
  /// The first that is visible.
  package var first: Int
  /// How much is visible.
  package var visible: Int

  /// Makes a bar.
  package init(total: Int, first: Int, visible: Int) {
    self.total = total
    self.first = first
    self.visible = visible
  }

  /// The rows of the thumb in a bar of so many rows; empty when all is visible.
  package func thumb(rows: Int) -> Range<Int> {
    guard total > visible, visible > 0, rows > 0 else { return 0..<0 }
    let length = min(rows, max(1, rows * visible / total))
    let last = total - visible
    let start = (rows - length) * min(max(0, first), last) / last
    return start..<(start + length)
  }

  /// Draws the bar in the last column of a rectangle; nothing when all is visible.
  package func draw(into frame: inout Frame, _ rect: Rect) {
    var rect = rect
    let bar = rect.takeRight(1)
    let thumb = thumb(rows: bar.rows)
    guard !thumb.isEmpty else { return }
    for row in 0..<bar.rows {
      let inside = thumb.contains(row)
      let glyph: Unicode.Scalar =
        frame.ascii ? (inside ? "#" : "|") : (inside ? "┃" : "│")
      frame.fill(
        bar.line(row), with: glyph, style: Style(inside ? .scrollThumb : .scrollbar))
    }
  }
}
