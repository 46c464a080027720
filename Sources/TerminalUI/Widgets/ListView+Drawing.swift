extension ListView {
  /// Draws headings and visible rows.
  ///
  /// - Parameters:
  ///   - focused: whether the list takes the keys; the row of the cursor looks different.
  ///   - details: detail lines under the row of the cursor, the same number as its row gives.
  ///   - hits: what a row stands for under the mouse, given its index.
  ///   - row: makes the row of an index; asked for visible ones only. Nil draws a blank.
  package func draw(
    into frame: inout Frame, _ rect: Rect, focused: Bool = true, details: Int = 0,
    hits: ((Int) -> Int)? = nil, row: (Int) -> ListRow?
  ) {
    guard !rect.isEmpty else { return }
    var body = rect
    let first = firstVisible(rows: rect.rows, details: details)
    let head = body.takeTop(showsHeadings ? 1 : 0)
    let fit = body.rows
    let bar = count > fit && fit > 0
    let lengths = lengths(in: rect.columns - (bar ? 1 : 0))
    if showsHeadings { drawHeadings(into: &frame, head, lengths) }
    if bar {
      Scrollbar(total: count, first: first, visible: fit).draw(into: &frame, body.takeRight(1))
    }
    var index = first
    while body.rows > 0, index < count {
      let line = body.takeTop(1)
      if let content = row(index) {
        let current = index == cursor
        let ground: Role? = current ? (focused ? .selection : .selectionIdle) : nil
        draw(content, into: &frame, line, lengths, ground)
        if current {
          if !frame.cursorVisible { frame.cursor = line.origin }
          for detail in content.details {
            let below = body.takeTop(1)
            guard !below.isEmpty else { break }
            frame.put(
              detail, at: Position(below.row, below.column + 2), maxWidth: below.columns - 2)
          }
        }
      }
      if let hits { frame.hit(line, id: hits(index)) }
      index += 1
    }
  }

  /// Two columns stand before the first: the sign of the cursor and the mark.
  private func lengths(in width: Int) -> [Int] {
    Share.split(max(0, width - 2), among: columns.map(\.share), gap: 1)
  }

  private func drawHeadings(into frame: inout Frame, _ line: Rect, _ lengths: [Int]) {
    var column = line.column + 2
    for (heading, length) in zip(columns, lengths) where length > 0 {
      let place = Rect(row: line.row, column: column, rows: 1, columns: length)
      frame.put(heading.title, in: place, style: Style(.label), align: heading.alignment)
      column += length + 1
    }
  }

  private func draw(
    _ row: ListRow, into frame: inout Frame, _ line: Rect, _ lengths: [Int], _ ground: Role?
  ) {
    if let ground {
      frame.fill(line, style: Style(.text, on: ground))
      // Where there is neither colour nor reverse video, the sign still shows the row.
      frame.put(frame.ascii ? ">" : "▌", at: line.origin, style: Style(.accent, on: ground))
    }
    if row.marked {
      frame.put(
        frame.ascii ? "*" : "✓", at: Position(line.row, line.column + 1),
        style: Style(.mark, on: ground))
    }
    var column = line.column + 2
    for (index, length) in lengths.enumerated() {
      defer { column += length > 0 ? length + 1 : 0 }
      guard length > 0, index < row.cells.count else { continue }
      let room = max(0, min(length, line.right - column))
      let text = row.cells[index]
      var shift = 0
      if columns[index].alignment != .left {
        let free = max(0, room - text.columns(frame.widths))
        shift = columns[index].alignment == .right ? free : free / 2
      }
      frame.put(text, at: Position(line.row, column + shift), maxWidth: room - shift, on: ground)
    }
  }
}
