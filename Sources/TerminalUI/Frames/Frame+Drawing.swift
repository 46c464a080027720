/// What happens to text that is too long for its place.
package enum Overflow: Sendable {
  /// The end is replaced by `…`.
  case ellipsis
  /// The end is cut.
  case cut
}

extension Frame {
  /// Writes a text in one line and returns the column after it.
  ///
  /// - Parameters:
  ///   - maxWidth: columns it may take; without it, up to the right edge of the clip.
  ///   - overflow: what happens when it does not fit; cutting, unless a width is given.
  @discardableResult
  package mutating func put(
    _ text: some StringProtocol, at position: Position, style: Style = .text,
    maxWidth: Int? = nil, overflow: Overflow? = nil
  ) -> Int {
    let room = min(maxWidth ?? Int.max, clip.right - position.column)
    guard room > 0 else { return position.column }
    guard position.row >= clip.row, position.row < clip.bottom else {
      return position.column + min(room, widths.columns(of: text))
    }
    let ellipsis = (overflow ?? (maxWidth == nil ? .cut : .ellipsis)) == .ellipsis
    let end = position.column + room
    var column = position.column
    // The cut point for an ellipsis is known only once the text turns out too long.
    let mark = widths.ambiguousIsWide ? 2 : 1
    var fits = position.column
    for scalar in text.unicodeScalars {
      let glyph = widths.glyph(for: scalar.value)
      if glyph.columns == 0 { continue }
      if column + glyph.columns > end {
        guard ellipsis, room >= mark else { break }
        set(0x2026, columns: mark, row: position.row, column: fits, style: style)
        for rest in (fits + mark)..<max(fits + mark, column) {
          set(0x20, columns: 1, row: position.row, column: rest, style: style)
        }
        return fits + mark
      }
      set(glyph.scalar, columns: glyph.columns, row: position.row, column: column, style: style)
      column += glyph.columns
      if column + mark <= end { fits = column }
    }
    return column
  }

  /// Writes a text in a place of a given width, filling the rest of the place.
  package mutating func put(
    _ text: some StringProtocol, in rect: Rect, style: Style = .text, align: Alignment = .left
  ) {
    guard !rect.isEmpty else { return }
    fill(rect.line(0), style: style)
    let room = align == .left ? 0 : max(0, rect.columns - widths.columns(of: text))
    let shift = align == .right ? room : align == .centre ? room / 2 : 0
    put(
      text, at: Position(rect.row, rect.column + shift), style: style,
      maxWidth: rect.columns - shift)
  }

  /// Fills a rectangle with one narrow glyph.
  package mutating func fill(_ rect: Rect, with glyph: Unicode.Scalar = " ", style: Style = .text) {
    let area = rect.intersection(clip)
    guard !area.isEmpty else { return }
    let cell = Cell(scalar: glyph.value, style: style)
    for row in area.row..<area.bottom {
      mend(row: row, column: area.column)
      mend(row: row, column: area.right)
      let start = row * size.columns + area.column
      for index in start..<(start + area.columns) { cells[index] = cell }
    }
  }

  /// Writes one glyph of one or two columns, whole or not at all.
  mutating func set(_ scalar: UInt32, columns: Int, row: Int, column: Int, style: Style) {
    guard row >= clip.row, row < clip.bottom, column < clip.right, column + columns > clip.column
    else { return }
    if column < clip.column || column + columns > clip.right {
      // A wide glyph across the edge leaves a blank in the half that can be drawn.
      set(0x20, columns: 1, row: row, column: max(column, clip.column), style: style)
      return
    }
    let index = row * size.columns + column
    if cells[index].scalar == 0 { mend(row: row, column: column) }
    let after = index + columns
    if column + columns < size.columns, cells[after].scalar == 0 {
      mend(row: row, column: column + columns)
    }
    cells[index] = Cell(scalar: scalar, style: style)
    if columns == 2 { cells[index + 1] = Cell(scalar: 0, style: style) }
  }

  /// Blanks both halves of a wide glyph that a border between two columns would cut.
  mutating func mend(row: Int, column: Int) {
    guard column > 0, column < size.columns else { return }
    let index = row * size.columns + column
    guard cells[index].scalar == 0 else { return }
    cells[index].scalar = 0x20
    cells[index - 1].scalar = 0x20
  }
}
