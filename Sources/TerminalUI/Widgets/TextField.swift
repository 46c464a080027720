/// A field for one line of text.
///
/// Arrows, Home, End and Ctrl with an arrow move; Ctrl-W, Ctrl-U and Ctrl-K remove the word
/// before, everything before and everything after; Enter submits, Escape cancels.
package struct TextField: Sendable, Hashable {
  private var edited: EditedText
  /// What stands in the field while it is empty.
  package var placeholder: String
  /// Whether the text is shown as `•`.
  package var masked: Bool

  /// Makes a field with the cursor behind the text.
  ///
  /// - Parameter limit: the most characters it takes.
  package init(
    _ text: String = "", placeholder: String = "", limit: Int? = nil, masked: Bool = false
  ) {
    edited = EditedText(text, limit: limit)
    self.placeholder = placeholder
    self.masked = masked
  }

  /// The text; setting it moves the cursor to its end.
  package var text: String {
    get { edited.text }
    set { edited = EditedText(newValue, limit: edited.limit) }
  }

  /// The insertion point, in characters from the start.
  package var cursor: Int {
    get { edited.cursor }
    set { edited.move(to: newValue) }
  }

  /// Takes a key or a pasted text.
  package mutating func update(_ event: InputEvent) -> WidgetReply {
    switch event {
    case .key(let key): return update(key)
    case .paste(let text):
      // Line ends become spaces; other controls have no place in one line.
      let line = text.compactMap { character -> Character? in
        if character.isNewline || character == "\t" { return " " }
        return character.unicodeScalars.contains { $0.value < 0x20 } ? nil : character
      }
      return edited.insert(line) ? .changed : .moved
    default: return .ignored
    }
  }

  /// Takes a key.
  package mutating func update(_ key: Key) -> WidgetReply {
    if let reply = edited.edit(key) { return reply }
    switch (key.code, key.modifiers) {
    case (.home, []), (.character("a"), .control): return edited.moved(to: 0)
    case (.end, []), (.character("e"), .control):
      return edited.moved(to: edited.characters.count)
    case (.character("u"), .control): return edited.removed(0..<edited.cursor)
    case (.character("k"), .control):
      return edited.removed(edited.cursor..<edited.characters.count)
    case (.enter, []): return .submitted
    case (.escape, []): return .cancelled
    default: return .ignored
    }
  }

  /// Draws the field in the first row of a rectangle; with the focus it has the cursor.
  package func draw(into frame: inout Frame, _ rect: Rect, focused: Bool, hit: Int? = nil) {
    let line = rect.line(0)
    guard !line.isEmpty else { return }
    let style = Style(focused ? .fieldFocused : .field)
    frame.fill(line, style: style)
    if let hit { frame.hit(line, id: hit) }
    if edited.characters.isEmpty {
      let ground: Role = focused ? .fieldFocused : .field
      frame.put(
        placeholder, at: line.origin, style: Style(.placeholder, on: ground),
        maxWidth: line.columns)
    }
    let shown = masked ? Array(repeating: "•", count: edited.characters.count) : edited.characters
    var first = 0
    if focused {
      // The beginning scrolls away until the cursor has a cell of its own.
      var used = 1
      first = cursor
      while first > 0 {
        let columns = frame.widths.columns(of: String(shown[first - 1]))
        if used + columns > line.columns { break }
        used += columns
        first -= 1
      }
    }
    frame.put(
      String(shown[first...]), at: line.origin, style: style, maxWidth: line.columns,
      overflow: focused ? .cut : .ellipsis)
    if focused {
      let before = frame.widths.columns(of: String(shown[first..<cursor]))
      frame.showCursor(at: Position(line.row, line.column + min(before, line.columns - 1)))
    }
  }
}
