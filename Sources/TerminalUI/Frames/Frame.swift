/// A region that answers to the mouse.
package struct HitRegion: Sendable, Hashable {
  /// Where it is.
  package var rect: Rect
  /// What it stands for; the caller's own number.
  package var id: Int
}

/// A picture of the screen: cells, the one real cursor, and regions for the mouse.
///
/// Drawing outside the frame or its ``clip`` is harmless, and half a wide glyph is never left
/// behind. A value: make one for each key with ``init(size:widths:ascii:after:)`` and fill it. What
/// shows the same as in the frame before need not be drawn again, see ``part(_:in:showing:draw:)``.
package struct Frame: Sendable {
  /// Rows and columns.
  package let size: Size
  /// How text is measured.
  package let widths: WidthRule
  /// Whether borders and marks are drawn in ASCII.
  package let ascii: Bool
  /// Row after row; use ``subscript(_:_:)`` to read one.
  package internal(set) var cells: [Cell]
  /// Where the cursor is; input methods open their window there, so set it even when hidden.
  package var cursor = Position(0, 0)
  /// Whether the cursor shows.
  package var cursorVisible = false
  /// Regions for the mouse; a later one lies above an earlier one.
  package var hits: [HitRegion] = []
  /// Only cells in here are drawn to.
  package var clip: Rect
  /// What it has of the frame before, and leaves to the next.
  var memory: FrameMemory

  /// Makes an empty frame.
  ///
  /// - Parameter before: the frame that it follows; what that one kept is at hand, unless text is
  ///   measured or marked differently now.
  package init(
    size: Size, widths: WidthRule = .narrow, ascii: Bool = false, after before: Frame? = nil
  ) {
    let size = Size(rows: max(0, size.rows), columns: max(0, size.columns))
    self.size = size
    self.widths = widths
    self.ascii = ascii || widths.ambiguousIsWide
    cells = Array(
      repeating: Cell(scalar: 0x20, style: .text), count: size.rows * size.columns)
    clip = Rect(size)
    memory = FrameMemory()
    if let before, before.widths == widths, before.ascii == self.ascii {
      memory = FrameMemory(after: before.memory)
    }
  }

  /// The whole frame.
  package var rect: Rect { Rect(size) }

  /// The cell at a row and column; a blank outside.
  package subscript(row: Int, column: Int) -> Cell {
    guard rect.contains(Position(row, column)) else { return Cell(scalar: 0x20, style: .text) }
    return cells[row * size.columns + column]
  }

  /// Says what a region stands for; the last one added wins.
  package mutating func hit(_ rect: Rect, id: Int) {
    let visible = rect.intersection(clip)
    if !visible.isEmpty { hits.append(HitRegion(rect: visible, id: id)) }
  }

  /// What lies under the mouse, if anything.
  package func hit(at position: Position) -> Int? {
    hits.last { $0.rect.contains(position) }?.id
  }

  /// Shows the cursor at a cell.
  package mutating func showCursor(at position: Position) {
    cursor = Position(
      min(max(0, position.row), max(0, size.rows - 1)),
      min(max(0, position.column), max(0, size.columns - 1)))
    cursorVisible = true
  }
}
