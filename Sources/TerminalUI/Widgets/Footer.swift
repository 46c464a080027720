/// The row at the bottom that names keys: `↵ 打开  a 办理  ? 帮助`.
package enum Footer {
  /// Draws the hints that fit, each whole or not at all.
  package static func draw(
    _ hints: [(key: String, text: String)], into frame: inout Frame, _ rect: Rect
  ) {
    let line = rect.line(0)
    guard !line.isEmpty else { return }
    frame.fill(line, style: Style(.footer))
    var column = line.column
    for hint in hints {
      let columns =
        frame.widths.columns(of: hint.key) + frame.widths.columns(of: hint.text) + 1
      guard column + columns <= line.right else { break }
      column = frame.put(
        hint.key, at: Position(line.row, column), style: Style(.key, on: .footer))
      column = frame.put(
        " " + hint.text, at: Position(line.row, column), style: Style(.footer))
      column += 2
    }
  }
}
