/// Under which name a list keeps the rows that it drew, and what their pictures rest on.
///
/// The basis has everything that the rows depend on, but for their columns and for which of them the
/// cursor is on.
package struct KeptRows<Basis: Equatable & Sendable> {
  let name: KeptName
  let basis: Basis

  /// Rows that are kept.
  package init(_ name: KeptName, while basis: Basis) {
    self.name = name
    self.basis = basis
  }
}

/// What the pictures of all rows rest on.
private struct RowsBasis<Basis: Equatable & Sendable>: Equatable, Sendable {
  let own: Basis
  let layout: RowLayout
  let columns: Int
}

/// Where the cells of a row stand.
private struct RowLayout: Equatable, Sendable {
  let lengths: [Int]
  let alignments: [Alignment]
}

/// Rows of a list as they were drawn, from the first that showed.
private struct DrawnRows: Sendable {
  struct Row: Sendable {
    let ground: Role?
    let part: DrawnPart
  }

  let first: Int
  var rows: [Row] = []

  /// The row of an index, if it was drawn on a ground.
  func part(_ index: Int, on ground: Role?) -> DrawnPart? {
    let place = index - first
    guard rows.indices.contains(place), rows[place].ground == ground else { return nil }
    return rows[place].part
  }
}

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
    let none: KeptRows<Int>? = nil
    draw(
      into: &frame, rect, focused: focused, details: details, keeping: none, hits: hits, row: row)
  }

  /// Draws headings and visible rows; a row that shows the same as in the frame before is not made.
  ///
  /// - Parameters:
  ///   - focused: whether the list takes the keys; the row of the cursor looks different.
  ///   - details: detail lines under the row of the cursor, the same number as its row gives. The
  ///     rows of a list with details are not kept.
  ///   - kept: under which name rows are kept, and what they rest on.
  ///   - hits: what a row stands for under the mouse, given its index.
  ///   - row: makes the row of an index; asked for visible ones only. Nil draws a blank.
  package func draw<Basis: Equatable & Sendable>(
    into frame: inout Frame, _ rect: Rect, focused: Bool = true, details: Int = 0,
    keeping kept: KeptRows<Basis>?, hits: ((Int) -> Int)? = nil, row: (Int) -> ListRow?
  ) {
    guard !rect.isEmpty else { return }
    var body = rect
    let first = firstVisible(rows: rect.rows, details: details)
    let head = body.takeTop(showsHeadings ? 1 : 0)
    let fit = body.rows
    let bar = count > fit && fit > 0
    let layout = RowLayout(
      lengths: lengths(in: rect.columns - (bar ? 1 : 0)), alignments: columns.map(\.alignment))
    if showsHeadings { drawHeadings(into: &frame, head, layout) }
    if bar {
      Scrollbar(total: count, first: first, visible: fit).draw(into: &frame, body.takeRight(1))
    }
    let basis = kept.map { RowsBasis(own: $0.basis, layout: layout, columns: body.columns) }
    let before: DrawnRows? = kept.flatMap { kept in
      basis.flatMap { frame.memory.recall(kept.name, restingOn: $0, as: DrawnRows.self)?.value }
    }
    var drawn = DrawnRows(first: first)
    var index = first
    while body.rows > 0, index < count {
      let line = body.takeTop(1)
      let current = index == cursor
      let ground: Role? = current ? (focused ? .selection : .selectionIdle) : nil
      if kept != nil, details == 0, frame.clip.intersection(line) == line {
        let part = before?.part(index, on: ground)
        if let part { frame.show(part, in: line) }
        drawn.rows.append(
          DrawnRows.Row(
            ground: ground,
            part: part
              ?? frame.drawn(in: line) { frame, line in
                if let content = row(index) { draw(content, into: &frame, line, layout, ground) }
              }))
      } else if let content = row(index) {
        draw(content, into: &frame, line, layout, ground)
        if current { draw(content.details, into: &frame, &body) }
      }
      if current, !frame.cursorVisible { frame.cursor = line.origin }
      if let hits { frame.hit(line, id: hits(index)) }
      index += 1
    }
    if let kept, let basis { frame.memory.keep(Kept(drawn), as: kept.name, restingOn: basis) }
  }

  /// Two columns stand before the first: the sign of the cursor and the mark.
  private func lengths(in width: Int) -> [Int] {
    Share.split(max(0, width - 2), among: columns.map(\.share), gap: 1)
  }

  private func drawHeadings(into frame: inout Frame, _ line: Rect, _ layout: RowLayout) {
    var column = line.column + 2
    for (heading, length) in zip(columns, layout.lengths) where length > 0 {
      let place = Rect(row: line.row, column: column, rows: 1, columns: length)
      frame.put(heading.title, in: place, style: Style(.label), align: heading.alignment)
      column += length + 1
    }
  }

  /// Lines of detail take their rows from what is left for the list.
  private func draw(_ details: [StyledText], into frame: inout Frame, _ body: inout Rect) {
    for detail in details {
      let below = body.takeTop(1)
      guard !below.isEmpty else { break }
      frame.put(detail, at: Position(below.row, below.column + 2), maxWidth: below.columns - 2)
    }
  }

  private func draw(
    _ row: ListRow, into frame: inout Frame, _ line: Rect, _ layout: RowLayout, _ ground: Role?
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
    for (index, length) in layout.lengths.enumerated() {
      defer { column += length > 0 ? length + 1 : 0 }
      guard length > 0, index < row.cells.count else { continue }
      let room = max(0, min(length, line.right - column))
      let text = row.cells[index]
      var shift = 0
      if layout.alignments[index] != .left {
        let free = max(0, room - text.columns(frame.widths))
        shift = layout.alignments[index] == .right ? free : free / 2
      }
      frame.put(text, at: Position(line.row, column + shift), maxWidth: room - shift, on: ground)
    }
  }
}
