extension Rect {
  /// The rectangle without a margin.
  package func inset(rows: Int = 0, columns: Int = 0) -> Rect {
    Rect(
      row: row + rows, column: column + columns, rows: self.rows - 2 * rows,
      columns: self.columns - 2 * columns)
  }

  /// One row of the rectangle, counted from its top; empty when there is none.
  package func line(_ index: Int) -> Rect {
    Rect(
      row: row + index, column: column, rows: index >= 0 && index < rows ? 1 : 0, columns: columns)
  }

  /// Takes rows off the top and leaves the rest.
  package mutating func takeTop(_ count: Int) -> Rect {
    let taken = min(max(0, count), rows)
    defer {
      row += taken
      rows -= taken
    }
    return Rect(row: row, column: column, rows: taken, columns: columns)
  }

  /// Takes rows off the bottom and leaves the rest.
  package mutating func takeBottom(_ count: Int) -> Rect {
    let taken = min(max(0, count), rows)
    rows -= taken
    return Rect(row: row + rows, column: column, rows: taken, columns: columns)
  }

  /// Takes columns off the left and leaves the rest.
  package mutating func takeLeft(_ count: Int) -> Rect {
    let taken = min(max(0, count), columns)
    defer {
      column += taken
      columns -= taken
    }
    return Rect(row: row, column: column, rows: rows, columns: taken)
  }

  /// Takes columns off the right and leaves the rest.
  package mutating func takeRight(_ count: Int) -> Rect {
    let taken = min(max(0, count), columns)
    columns -= taken
    return Rect(row: row, column: column + columns, rows: rows, columns: taken)
  }

  /// A rectangle of at most this size in the middle of this one.
  package func centred(rows wantedRows: Int, columns wantedColumns: Int) -> Rect {
    let height = min(rows, wantedRows)
    let width = min(columns, wantedColumns)
    return Rect(
      row: row + (rows - height) / 2, column: column + (columns - width) / 2, rows: height,
      columns: width)
  }
}

/// How a length is shared among parts: each has a minimum, and weights share what is left.
package struct Share: Sendable, Hashable {
  /// The least it takes.
  package var minimum: Int
  /// Its part of what is left over; 0 keeps the minimum.
  package var weight: Int

  /// Makes a share.
  package init(minimum: Int, weight: Int = 0) {
    self.minimum = minimum
    self.weight = weight
  }

  /// Lengths that add up to at most `total`, with `gap` between them.
  ///
  /// When even the minimums do not fit, the last parts are shortened, to nothing if need be.
  package static func split(_ total: Int, among shares: [Share], gap: Int = 0) -> [Int] {
    var left = total - gap * max(0, shares.count - 1)
    var lengths: [Int] = []
    for share in shares {
      let length = max(0, min(share.minimum, left))
      lengths.append(length)
      left -= length
    }
    var weights = shares.reduce(0) { $0 + $1.weight }
    for (index, share) in shares.enumerated() where share.weight > 0 && left > 0 {
      let extra = left * share.weight / weights
      lengths[index] += extra
      left -= extra
      weights -= share.weight
    }
    return lengths
  }
}
