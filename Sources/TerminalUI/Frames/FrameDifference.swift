/// What changed from one frame to the next, as runs of cells of one style.
struct FrameDifference {
  private var size = Size(rows: -1, columns: -1)
  private var cells: [Cell] = []

  /// Calls `run` for each changed run (row, first column, cells) and keeps the frame.
  ///
  /// A run never begins or ends inside a wide glyph. After a change of size every cell is a change.
  mutating func update(
    to frame: Frame, _ run: (Int, Int, UnsafeBufferPointer<Cell>) -> Void
  ) {
    let columns = frame.size.columns
    let all = frame.size != size || cells.count != frame.cells.count
    frame.cells.withUnsafeBufferPointer { new in
      cells.withUnsafeBufferPointer { old in
        for row in 0..<frame.size.rows {
          let start = row * columns
          let line = UnsafeBufferPointer(rebasing: new[start..<(start + columns)])
          if all {
            Self.emit(row, 0, columns, line, run)
          } else {
            let before = UnsafeBufferPointer(rebasing: old[start..<(start + columns)])
            Self.compare(row, before, line, run)
          }
        }
      }
    }
    size = frame.size
    cells = frame.cells
  }

  private static func compare(
    _ row: Int, _ old: UnsafeBufferPointer<Cell>, _ new: UnsafeBufferPointer<Cell>,
    _ run: (Int, Int, UnsafeBufferPointer<Cell>) -> Void
  ) {
    var column = 0
    while column < new.count {
      if old[column] == new[column] {
        column += 1
        continue
      }
      var first = column
      var end = column
      while end < new.count, old[end] != new[end] { end += 1 }
      while first > 0, new[first].isContinuation || old[first].isContinuation { first -= 1 }
      while end < new.count, new[end].isContinuation || old[end].isContinuation { end += 1 }
      emit(row, first, end, new, run)
      column = end
    }
  }

  /// Splits a changed stretch by style.
  private static func emit(
    _ row: Int, _ first: Int, _ end: Int, _ line: UnsafeBufferPointer<Cell>,
    _ run: (Int, Int, UnsafeBufferPointer<Cell>) -> Void
  ) {
    var start = first
    while start < end {
      var stop = start + 1
      while stop < end,
        line[stop].styleBits == line[start].styleBits || line[stop].isContinuation
      { stop += 1 }
      run(row, start, UnsafeBufferPointer(rebasing: line[start..<stop]))
      start = stop
    }
  }
}
