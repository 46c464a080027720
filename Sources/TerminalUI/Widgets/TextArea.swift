/// A field for several lines of text, wrapped to its width.
///
/// Enter starts a new line; the caller takes another key (Ctrl-S, F10) to submit. Escape cancels.
package struct TextArea: Sendable, Hashable {
  private var edited: EditedText
  /// The column that Up and Down try to keep.
  private var wanted: Int?

  /// Makes an area with the cursor behind the text.
  package init(_ text: String = "", limit: Int? = nil) {
    edited = EditedText(text, limit: limit)
  }

  /// The text, whose lines end in `\n`; setting it moves the cursor to its end.
  package var text: String {
    get { edited.text }
    set { edited = EditedText(newValue, limit: edited.limit) }
  }

  /// The insertion point, in characters from the start.
  package var cursor: Int {
    get { edited.cursor }
    set { edited.move(to: newValue) }
  }

  /// Takes an event; `columns` is the width it is drawn in.
  package mutating func update(
    _ event: InputEvent, columns: Int, widths: WidthRule = .narrow
  ) -> WidgetReply {
    switch event {
    case .paste(let text):
      wanted = nil
      let clean = text.filter { character in
        character.isNewline || !character.unicodeScalars.contains { $0.value < 0x20 }
      }
      return edited.insert(clean.map { $0.isNewline ? "\n" : $0 }) ? .changed : .moved
    case .key(let key): return update(key, columns, widths)
    default: return .ignored
    }
  }

  private mutating func update(_ key: Key, _ columns: Int, _ widths: WidthRule) -> WidgetReply {
    switch key {
    case .up: return move(by: -1, columns, widths)
    case .down: return move(by: 1, columns, widths)
    case .pageUp: return move(by: -8, columns, widths)
    case .pageDown: return move(by: 8, columns, widths)
    default: wanted = nil
    }
    if let reply = edited.edit(key) { return reply }
    let lines = lines(columns, widths)
    let row = self.row(of: cursor, in: lines)
    switch key {
    case .enter: return edited.insert(CollectionOfOne("\n")) ? .changed : .moved
    case .home, .control("a"): return edited.moved(to: lines[row].lowerBound)
    case .end, .control("e"): return edited.moved(to: lines[row].upperBound)
    case .escape: return .cancelled
    default: return .ignored
    }
  }

  /// The lines as ranges of characters.
  private func lines(_ columns: Int, _ widths: WidthRule) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    let characters = edited.characters
    while true {
      let end = characters[start...].firstIndex(of: "\n") ?? characters.count
      let paragraph = String(characters[start..<end])
      var used = paragraph.startIndex
      var offset = start
      // One column is kept for the cursor behind the last character.
      for piece in widths.wrap(paragraph, to: max(1, columns - 1)) {
        offset += paragraph.distance(from: used, to: piece.startIndex)
        result.append(offset..<(offset + piece.count))
        offset += piece.count
        used = piece.endIndex
      }
      if end == characters.count { return result }
      start = end + 1
    }
  }

  private func row(of index: Int, in lines: [Range<Int>]) -> Int {
    lines.lastIndex { $0.lowerBound <= index } ?? 0
  }

  private func column(of index: Int, in line: Range<Int>, _ widths: WidthRule) -> Int {
    let end = min(max(index, line.lowerBound), edited.characters.count)
    return widths.columns(of: String(edited.characters[line.lowerBound..<end]))
  }

  private mutating func move(
    by rows: Int, _ columns: Int, _ widths: WidthRule
  ) -> WidgetReply {
    let lines = lines(columns, widths)
    let row = row(of: cursor, in: lines)
    let goal = wanted ?? column(of: cursor, in: lines[row], widths)
    let line = lines[min(max(0, row + rows), lines.count - 1)]
    var index = line.lowerBound
    while index < line.upperBound, column(of: index + 1, in: line, widths) <= goal { index += 1 }
    edited.move(to: index)
    wanted = goal
    return .moved
  }

  /// Draws the area; with the focus it has the cursor, and scrolls to show it.
  package func draw(into frame: inout Frame, _ rect: Rect, focused: Bool, hit: Int? = nil) {
    guard !rect.isEmpty else { return }
    let style = Style(focused ? .fieldFocused : .field)
    frame.fill(rect, style: style)
    if let hit { frame.hit(rect, id: hit) }
    let lines = lines(rect.columns, frame.widths)
    let current = row(of: cursor, in: lines)
    let first = focused ? max(0, current - rect.rows + 1) : 0
    for row in 0..<min(rect.rows, lines.count - first) {
      frame.put(
        String(edited.characters[lines[first + row]]), at: Position(rect.row + row, rect.column),
        style: style, maxWidth: rect.columns, overflow: .cut)
    }
    if focused {
      let column = column(of: cursor, in: lines[current], frame.widths)
      frame.showCursor(
        at: Position(
          rect.row + current - first, rect.column + min(column, rect.columns - 1)))
    }
  }
}
