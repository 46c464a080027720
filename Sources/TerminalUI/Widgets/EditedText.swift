/// A text with an insertion point, shared by ``TextField`` and ``TextArea``.
struct EditedText: Sendable, Hashable {
  var characters: [Character]
  private(set) var cursor: Int
  var limit: Int?

  init(_ text: String, limit: Int?) {
    characters = Array(text)
    cursor = characters.count
    self.limit = limit
  }

  var text: String { String(characters) }

  mutating func move(to index: Int) { cursor = min(max(0, index), characters.count) }

  /// Inserts what fits under the limit; false when nothing did.
  mutating func insert(_ text: some Sequence<Character>) -> Bool {
    let room = limit.map { max(0, $0 - characters.count) } ?? Int.max
    let new = Array(text.prefix(room))
    characters.insert(contentsOf: new, at: cursor)
    cursor += new.count
    return !new.isEmpty
  }

  mutating func remove(_ range: Range<Int>) -> Bool {
    let range = range.clamped(to: 0..<characters.count)
    guard !range.isEmpty else { return false }
    characters.removeSubrange(range)
    if cursor > range.lowerBound { cursor = max(range.lowerBound, cursor - range.count) }
    return true
  }

  /// The kinds of characters that make words: a run of one kind is a word.
  private enum Kind { case space, letter, ideograph, mark }

  private func kind(_ index: Int) -> Kind {
    let character = characters[index]
    if character.isWhitespace { return .space }
    guard character.isLetter || character.isNumber || character == "_" else { return .mark }
    let wide = character.unicodeScalars.first.map { WidthRule.narrow.columns(of: $0) == 2 }
    return wide == true ? .ideograph : .letter
  }

  /// The start of the word before the cursor.
  var wordStart: Int {
    var index = cursor
    while index > 0, kind(index - 1) == .space { index -= 1 }
    guard index > 0 else { return 0 }
    let own = kind(index - 1)
    while index > 0, kind(index - 1) == own { index -= 1 }
    return index
  }

  /// The end of the word after the cursor.
  var wordEnd: Int {
    var index = cursor
    while index < characters.count, kind(index) == .space { index += 1 }
    guard index < characters.count else { return index }
    let own = kind(index)
    while index < characters.count, kind(index) == own { index += 1 }
    return index
  }

  /// The keys that edit a line as well as an area; nil when the key is none of them.
  mutating func edit(_ key: Key) -> WidgetReply? {
    if let typed = key.typed { return insert(CollectionOfOne(typed)) ? .changed : .moved }
    switch (key.code, key.modifiers) {
    case (.left, []), (.character("b"), .control): return moved(to: cursor - 1)
    case (.right, []), (.character("f"), .control): return moved(to: cursor + 1)
    case (.left, .control), (.left, .alt), (.character("b"), .alt): return moved(to: wordStart)
    case (.right, .control), (.right, .alt), (.character("f"), .alt): return moved(to: wordEnd)
    case (.backspace, []): return removed((cursor - 1)..<cursor)
    case (.delete, []), (.character("d"), .control): return removed(cursor..<(cursor + 1))
    case (.character("w"), .control), (.backspace, .alt), (.backspace, .control):
      return removed(wordStart..<cursor)
    case (.delete, .control), (.character("d"), .alt): return removed(cursor..<wordEnd)
    default: return nil
    }
  }

  mutating func moved(to index: Int) -> WidgetReply {
    move(to: index)
    return .moved
  }

  mutating func removed(_ range: Range<Int>) -> WidgetReply { remove(range) ? .changed : .moved }
}
