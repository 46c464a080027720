/// The glyphs of lines and corners.
struct LineGlyphs {
  let horizontal, vertical, topLeft, topRight, bottomLeft, bottomRight: Unicode.Scalar
  let teeDown, teeUp, teeRight, teeLeft: Unicode.Scalar

  static let light = LineGlyphs(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└",
    bottomRight: "┘", teeDown: "┬", teeUp: "┴", teeRight: "├", teeLeft: "┤")
  static let ascii = LineGlyphs(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+",
    bottomRight: "+", teeDown: "+", teeUp: "+", teeRight: "+", teeLeft: "+")
}

extension Frame {
  var lines: LineGlyphs { ascii ? .ascii : .light }

  /// Draws a horizontal line.
  package mutating func hline(at position: Position, columns: Int, style: Style = Style(.border)) {
    fill(
      Rect(row: position.row, column: position.column, rows: 1, columns: columns),
      with: lines.horizontal, style: style)
  }

  /// Draws a vertical line.
  package mutating func vline(at position: Position, rows: Int, style: Style = Style(.border)) {
    fill(
      Rect(row: position.row, column: position.column, rows: rows, columns: 1),
      with: lines.vertical, style: style)
  }

  /// Draws where a vertical line meets a horizontal one: below it, or above it.
  package mutating func tee(
    at position: Position, down: Bool, style: Style = Style(.border)
  ) {
    corner(down ? lines.teeDown : lines.teeUp, position.row, position.column, style)
  }

  /// Draws a border; the inside is left as it is.
  package mutating func box(_ rect: Rect, style: Style = Style(.border)) {
    guard rect.rows >= 2, rect.columns >= 2 else { return }
    let inner = rect.columns - 2
    hline(at: Position(rect.row, rect.column + 1), columns: inner, style: style)
    hline(at: Position(rect.bottom - 1, rect.column + 1), columns: inner, style: style)
    vline(at: Position(rect.row + 1, rect.column), rows: rect.rows - 2, style: style)
    vline(at: Position(rect.row + 1, rect.right - 1), rows: rect.rows - 2, style: style)
    corner(lines.topLeft, rect.row, rect.column, style)
    corner(lines.topRight, rect.row, rect.right - 1, style)
    corner(lines.bottomLeft, rect.bottom - 1, rect.column, style)
    corner(lines.bottomRight, rect.bottom - 1, rect.right - 1, style)
  }

  private mutating func corner(
    _ glyph: Unicode.Scalar, _ row: Int, _ column: Int, _ style: Style
  ) {
    set(glyph.value, columns: 1, row: row, column: column, style: style)
  }
}
