/// A column of a list.
package struct ListColumn: Sendable, Hashable {
  /// Its heading.
  package var title: String
  /// The least it takes, and its part of what is left.
  package var share: Share
  /// Where text stands in it.
  package var alignment: Alignment

  /// Makes a column; with a weight of 0 it keeps its minimum.
  package init(_ title: String, minimum: Int, weight: Int = 0, alignment: Alignment = .left) {
    self.title = title
    share = Share(minimum: minimum, weight: weight)
    self.alignment = alignment
  }
}

/// A row of a list, made only while it is visible.
package struct ListRow: Sendable, Hashable {
  /// One text a column.
  package var cells: [StyledText]
  /// Whether the row is marked for a bulk action.
  package var marked: Bool
  /// Lines shown below the row while the cursor is on it.
  package var details: [StyledText]

  /// Makes a row.
  package init(_ cells: [StyledText], marked: Bool = false, details: [StyledText] = []) {
    self.cells = cells
    self.marked = marked
    self.details = details
  }
}

/// A list with a cursor that shows a window onto any number of rows.
///
/// It keeps only the count, the cursor and the first visible row. The rows come from a closure,
/// which is asked for what is visible and nothing else.
package struct ListView: Sendable, Hashable {
  /// The columns.
  package var columns: [ListColumn]
  /// Number of rows.
  package var count: Int { didSet { clamp() } }
  /// The row under the cursor; 0 when there are none.
  package var cursor: Int { didSet { clamp() } }
  /// The row at the top of the window when it was last moved.
  package private(set) var top = 0
  /// Whether the headings are shown.
  package var showsHeadings: Bool

  /// Makes a list with the cursor on the first row.
  package init(_ columns: [ListColumn], count: Int = 0, showsHeadings: Bool = true) {
    self.columns = columns
    self.count = max(0, count)
    self.showsHeadings = showsHeadings
    cursor = 0
  }

  private mutating func clamp() {
    let valid = min(max(0, cursor), max(0, count - 1))
    if valid != cursor { cursor = valid }
  }

  /// Rows of the list that fit into a rectangle of so many rows.
  package func capacity(rows: Int) -> Int { max(0, rows - (showsHeadings ? 1 : 0)) }

  /// The first row shown in a rectangle of so many rows, so that the cursor and its details show.
  package func firstVisible(rows: Int, details: Int = 0) -> Int {
    let fit = max(1, capacity(rows: rows))
    let lowest = max(0, cursor - max(0, fit - 1 - min(details, fit - 1)))
    return min(max(min(top, max(0, count - fit)), lowest), cursor)
  }

  /// The rows shown in a rectangle of so many rows; load these before drawing.
  package func visible(rows: Int, details: Int = 0) -> Range<Int> {
    let first = firstVisible(rows: rows, details: details)
    return first..<max(first, min(count, first + capacity(rows: rows)))
  }

  /// Takes a key that moves the cursor; Enter submits.
  ///
  /// Arrows, `j`, `k`, page keys, Home, End, `g`, `G`.
  ///
  /// - Parameters:
  ///   - rows: the height of the rectangle that the list is drawn in.
  ///   - letters: whether letters move, too.
  package mutating func update(_ key: Key, rows: Int, letters: Bool = true) -> WidgetReply {
    let page = max(1, capacity(rows: rows) - 1)
    switch (key.code, key.modifiers) {
    case (.up, []), (.character("p"), .control): return move(by: -1, rows)
    case (.down, []), (.character("n"), .control): return move(by: 1, rows)
    case (.character("k"), []) where letters: return move(by: -1, rows)
    case (.character("j"), []) where letters: return move(by: 1, rows)
    case (.pageUp, []): return move(by: -page, rows)
    case (.pageDown, []): return move(by: page, rows)
    case (.home, []): return move(by: -count, rows)
    case (.end, []): return move(by: count, rows)
    case (.character("g"), []) where letters: return move(by: -count, rows)
    case (.character("G"), []) where letters: return move(by: count, rows)
    case (.enter, []): return count > 0 ? .submitted : .ignored
    default: return .ignored
    }
  }

  /// Moves the cursor, and the window with it.
  @discardableResult
  package mutating func move(by distance: Int, _ rows: Int) -> WidgetReply {
    top = firstVisible(rows: rows)
    cursor = min(max(0, cursor + distance), max(0, count - 1))
    top = firstVisible(rows: rows)
    return .moved
  }

  /// Moves the window as the mouse wheel does; the cursor stays inside it.
  package mutating func scroll(by distance: Int, rows: Int) {
    let fit = max(1, capacity(rows: rows))
    top = min(max(0, firstVisible(rows: rows) + distance), max(0, count - fit))
    cursor = min(max(cursor, top), max(top, min(count, top + fit) - 1))
  }
}
