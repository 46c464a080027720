/// A row of tabs of which one is open.
package struct Tabs: Sendable, Hashable {
  /// Their titles.
  package var titles: [String]
  /// The open one.
  package var selected: Int

  /// Makes a row of tabs.
  package init(_ titles: [String], selected: Int = 0) {
    self.titles = titles
    self.selected = selected
  }

  /// Takes Tab, Shift-Tab and the arrows to the sides.
  package mutating func update(_ key: Key) -> WidgetReply {
    guard !titles.isEmpty else { return .ignored }
    switch key {
    case .tab, .right: selected = (selected + 1) % titles.count
    case .backtab, .left: selected = (selected + titles.count - 1) % titles.count
    default: return .ignored
    }
    return .changed
  }

  /// Draws the tabs in one row; when they do not all fit, those around the open one show.
  ///
  /// - Parameter hitBase: the tab `n` answers to the mouse as `hitBase + n`.
  package func draw(into frame: inout Frame, _ rect: Rect, hitBase: Int? = nil) {
    let line = rect.line(0)
    guard !line.isEmpty, !titles.isEmpty else { return }
    let lengths = titles.map { frame.widths.columns(of: $0) + 2 }
    let open = min(max(0, selected), titles.count - 1)
    let bar = frame.ascii ? "|" : "│"
    var first = 0
    // Leave tabs out at the left until the open one ends inside the row.
    while first < open, lengths[first...open].reduce(0, { $0 + $1 + 1 }) > line.columns - 2 {
      first += 1
    }
    var column = line.column
    if first > 0 { column = frame.put("‹", at: line.origin, style: Style(.dim), maxWidth: 2) }
    for index in first..<titles.count {
      let room = line.right - column
      guard room > 0 else { break }
      if index > first {
        column = frame.put(
          bar, at: Position(line.row, column), style: Style(.border), maxWidth: room)
      }
      let start = column
      column = frame.put(
        " " + titles[index] + " ", at: Position(line.row, column),
        style: Style(index == open ? .tabActive : .tab), maxWidth: line.right - column)
      if let hitBase {
        frame.hit(
          Rect(row: line.row, column: start, rows: 1, columns: column - start),
          id: hitBase + index)
      }
    }
  }
}
