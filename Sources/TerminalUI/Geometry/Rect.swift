/// A cell of the screen: row and column from 0 at the top left.
package struct Position: Sendable, Hashable {
  /// Row from the top.
  package var row: Int
  /// Column from the left.
  package var column: Int

  /// Makes a position.
  package init(_ row: Int, _ column: Int) {
    self.row = row
    self.column = column
  }
}

/// The size of a screen or of a part of it, in cells.
package struct Size: Sendable, Hashable {
  /// Number of rows.
  package var rows: Int
  /// Number of columns.
  package var columns: Int

  /// Makes a size.
  package init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}

/// A rectangle of cells; never of negative size.
package struct Rect: Sendable, Hashable {
  /// Top row.
  package var row: Int
  /// Left column.
  package var column: Int
  /// Number of rows.
  package var rows: Int
  /// Number of columns.
  package var columns: Int

  /// Makes a rectangle.
  package init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  /// The whole of a screen.
  package init(_ size: Size) {
    self.init(row: 0, column: 0, rows: size.rows, columns: size.columns)
  }

  /// The row below the last.
  package var bottom: Int { row + rows }
  /// The column right of the last.
  package var right: Int { column + columns }
  /// The top left cell.
  package var origin: Position { Position(row, column) }
  /// Whether there is no cell in it.
  package var isEmpty: Bool { rows == 0 || columns == 0 }

  /// Whether the cell lies in the rectangle.
  package func contains(_ position: Position) -> Bool {
    position.row >= row && position.row < bottom && position.column >= column
      && position.column < right
  }

  /// What two rectangles share.
  package func intersection(_ other: Rect) -> Rect {
    let top = max(row, other.row)
    let left = max(column, other.column)
    return Rect(
      row: top, column: left, rows: min(bottom, other.bottom) - top,
      columns: min(right, other.right) - left)
  }
}
