/// Cells and regions of a part of a frame, apart from where it stands.
struct DrawnPart: Sendable {
  let cells: [Cell]
  let hits: [HitRegion]
}

/// What a drawn part rests on: what it shows, and how large it is.
private struct PartBasis<Shown: Equatable & Sendable>: Equatable, Sendable {
  let shown: Shown
  let size: Size
}

extension Frame {
  /// A value that the frame before had, too, unless what it rests on has changed since.
  ///
  /// - Parameters:
  ///   - name: under which it is kept; one value a name and frame.
  ///   - basis: everything that the value is made from.
  package mutating func kept<Basis: Equatable & Sendable, Value: Sendable>(
    _ name: KeptName, while basis: Basis, make: () -> Value
  ) -> Kept<Value> {
    let kept = memory.recall(name, restingOn: basis, as: Value.self) ?? Kept(make())
    memory.keep(kept, as: name, restingOn: basis)
    return kept
  }

  /// Draws a part, or shows it as it was drawn for the frame before while it shows the same.
  ///
  /// Nothing may lie under the part, and it has no cursor. Where it goes over the edge of the frame
  /// or of the clip it is drawn as usual and not kept.
  ///
  /// - Parameters:
  ///   - name: under which it is kept; one part a name and frame. It may stand elsewhere next time.
  ///   - shown: everything that the picture of the part depends on, but for its size.
  package mutating func part<Shown: Equatable & Sendable>(
    _ name: KeptName, in rect: Rect, showing shown: Shown, draw: (inout Frame, Rect) -> Void
  ) {
    guard !rect.isEmpty, rect.intersection(clip) == rect else { return draw(&self, rect) }
    let basis = PartBasis(shown: shown, size: Size(rows: rect.rows, columns: rect.columns))
    let known = memory.recall(name, restingOn: basis, as: DrawnPart.self)
    if let known { show(known.value, in: rect) }
    let part = known ?? Kept(drawn(in: rect, draw))
    memory.keep(part, as: name, restingOn: basis)
  }

  /// Draws a part and takes a copy of it.
  mutating func drawn(in rect: Rect, _ draw: (inout Frame, Rect) -> Void) -> DrawnPart {
    let before = (clip: clip, hits: hits.count)
    clip = rect
    draw(&self, rect)
    clip = before.clip
    var copy: [Cell] = []
    copy.reserveCapacity(rect.rows * rect.columns)
    for row in rect.row..<rect.bottom {
      let start = row * size.columns + rect.column
      copy += cells[start..<(start + rect.columns)]
    }
    return DrawnPart(cells: copy, hits: hits[before.hits...].map { $0.moved(by: rect.origin, -1) })
  }

  /// Shows a part as it was drawn, at a place of its size.
  mutating func show(_ part: DrawnPart, in rect: Rect) {
    for row in 0..<rect.rows {
      let start = (rect.row + row) * size.columns + rect.column
      mend(row: rect.row + row, column: rect.column)
      mend(row: rect.row + row, column: rect.right)
      cells.withUnsafeMutableBufferPointer { whole in
        part.cells.withUnsafeBufferPointer { own in
          for column in 0..<rect.columns {
            whole[start + column] = own[row * rect.columns + column]
          }
        }
      }
    }
    for hit in part.hits { hits.append(hit.moved(by: rect.origin, 1)) }
  }
}

extension HitRegion {
  /// The region so much farther down and right, or with -1 up and left.
  fileprivate func moved(by distance: Position, _ sign: Int) -> HitRegion {
    HitRegion(
      rect: Rect(
        row: rect.row + sign * distance.row, column: rect.column + sign * distance.column,
        rows: rect.rows, columns: rect.columns), id: id)
  }
}
