/// A list of commands that is searched while one types.
package struct Palette: Sendable, Hashable {
  /// A command.
  package struct Item: Sendable, Hashable {
    /// The caller's number for it.
    package var id: Int
    /// What it does.
    package var title: String
    /// The key that does the same, or a short note.
    package var note: String
    /// Other spellings that find it, such as pinyin (`zhuanjiapingshen`) and initials (`zjps`).
    package var keys: [String]
    /// Whether it can be done now.
    package var enabled: Bool
    /// The words by which it is typed, such as `sort due`; empty for none.
    package var words: String
    /// Whether something has to follow the words, such as a number.
    package var takesArgument: Bool

    /// Makes a command.
    package init(
      id: Int, title: String, note: String = "", keys: [String] = [], enabled: Bool = true,
      words: String = "", takesArgument: Bool = false
    ) {
      self.id = id
      self.title = title
      self.note = note
      self.keys = keys
      self.enabled = enabled
      self.words = words
      self.takesArgument = takesArgument
    }
  }

  /// What a palette did with an event.
  package enum Reply: Sendable, Hashable {
    /// Nothing.
    case ignored
    /// Something moved, or the matches changed.
    case moved
    /// A command was chosen.
    case chosen(Int)
    /// Enter on what no command is called.
    case unknown(String)
    /// Enter on a command that wants something more, which is now waited for.
    case wanting(Int)
    /// Escape.
    case cancelled
  }

  /// All commands.
  package private(set) var items: [Item]
  /// The commands that match, best first; with nothing typed all, in their own order.
  package private(set) var matches: [Item]
  /// What was typed.
  package private(set) var field: TextField
  private var cursor = 0
  private let nothing: String

  /// Makes a palette.
  ///
  /// - Parameter nothing: what stands there when nothing matches.
  package init(_ items: [Item], placeholder: String = "", nothing: String = "") {
    self.items = items
    matches = items
    self.nothing = nothing
    field = TextField(placeholder: placeholder)
  }

  /// What was typed after the words of a command that takes something; nil where nothing was.
  package func argument(of item: Item) -> String? {
    guard item.takesArgument, let rest = Self.rest(of: typed, after: item) else { return nil }
    return rest.isEmpty ? nil : rest
  }

  /// What was typed, without spaces before it; wide spaces are as good as narrow ones.
  private var typed: Substring {
    Substring(field.text.map { $0 == "\u{3000}" ? " " : $0 }).drop { $0 == " " }
  }

  /// What follows the words of a command, or the beginning of one of its titles.
  private static func rest(of typed: Substring, after item: Item) -> String? {
    let words: Substring
    if typed.lowercased().hasPrefix(item.words + " ") {
      words = typed.prefix(item.words.count)
    } else {
      words = typed.prefix { $0 != " " }
      guard words.count < typed.count, isBegun(item, with: words) else { return nil }
    }
    let rest = typed.dropFirst(words.count).drop { $0 == " " }
    return String(rest.reversed().drop { $0 == " " }.reversed())
  }

  /// Whether a title begins with a word of at least two letters.
  private static func isBegun(_ item: Item, with word: Substring) -> Bool {
    let word = word.lowercased()
    return word.count > 1 && ([item.title] + item.keys).contains { $0.lowercased().hasPrefix(word) }
  }

  /// The command under the cursor.
  package var current: Item? { matches.indices.contains(cursor) ? matches[cursor] : nil }

  /// Takes an event: arrows move, Enter chooses, the rest is typed.
  package mutating func update(_ event: InputEvent) -> Reply {
    switch event {
    case .key(.up), .key(.control("p")): return move(by: -1)
    case .key(.tab): return complete() ? .moved : move(by: 1)
    case .key(.down), .key(.control("n")): return move(by: 1)
    case .key(.pageUp): return move(by: -8)
    case .key(.pageDown): return move(by: 8)
    default: break
    }
    switch field.update(event) {
    case .ignored: return .ignored
    case .cancelled: return .cancelled
    case .moved: return .moved
    case .submitted:
      if matches.isEmpty, !typed.isEmpty { return .unknown(String(typed)) }
      guard let current, current.enabled else { return .ignored }
      if current.takesArgument, argument(of: current) == nil {
        write(current.words + " ")
        return .wanting(current.id)
      }
      return .chosen(current.id)
    case .changed:
      filter()
      return .moved
    }
  }

  private mutating func move(by distance: Int) -> Reply {
    cursor = min(max(0, cursor + distance), max(0, matches.count - 1))
    return .moved
  }

  /// Writes on what was typed as far as the words of the commands that begin with it agree.
  private mutating func complete() -> Bool {
    let begun = typed.lowercased()
    let words = items.map(\.words).filter { !begun.isEmpty && $0.hasPrefix(begun) }
    guard var common = words.first else { return false }
    for other in words { common = String(zip(common, other).prefix { $0 == $1 }.map(\.0)) }
    if words.count == 1, items.contains(where: { $0.words == common && $0.takesArgument }) {
      common += " "
    }
    guard common.count > begun.count else { return false }
    write(common)
    return true
  }

  private mutating func write(_ text: String) {
    field.text = text
    filter()
  }

  /// How well a command answers: its words come before what its title or other spellings give.
  private func score(_ item: Item, _ query: String) -> Int? {
    let begun = typed.lowercased()
    if item.takesArgument, Self.rest(of: typed, after: item) != nil { return 4_000 }
    if !item.words.isEmpty {
      if item.words == begun { return 3_000 }
      if item.words.hasPrefix(begun) { return 2_000 }
      if item.words.contains(" " + begun) { return 1_000 }
    }
    return Fuzzy.score(query, in: item.title, keys: item.keys)
  }

  private mutating func filter() {
    cursor = 0
    let query = field.text
    guard !query.isEmpty else {
      matches = items
      return
    }
    var scored: [(score: Int, index: Int)] = []
    for (index, item) in items.enumerated() {
      if let score = score(item, query) { scored.append((score, index)) }
    }
    scored.sort { $0.score != $1.score ? $0.score > $1.score : $0.index < $1.index }
    matches = scored.map { items[$0.index] }
  }

  /// Draws a box with the field and the matches at the top of an area.
  ///
  /// - Parameter hitBase: the command of id `n` answers to the mouse as `hitBase + n`.
  package func draw(into frame: inout Frame, in area: Rect, title: String, hitBase: Int? = nil) {
    let columns = min(area.columns, max(40, min(72, area.columns - 8)))
    let rows = min(area.rows, min(12, max(1, matches.count)) + 3)
    guard rows > 3, columns > 8 else { return }
    let box = Rect(
      row: area.row + min(2, area.rows - rows), column: area.column + (area.columns - columns) / 2,
      rows: rows, columns: columns)
    frame.fill(box, style: Style(.dialog))
    frame.box(box, style: Style(.borderFocused, on: .dialog))
    frame.put(
      " \(title) ", at: Position(box.row, box.column + 1), style: Style(.dialogTitle),
      maxWidth: columns - 2)
    var inside = box.inset(rows: 1, columns: 2)
    field.draw(into: &frame, inside.takeTop(1), focused: true)
    if matches.isEmpty {
      frame.put(
        nothing, at: inside.origin, style: Style(.dim, on: .dialog), maxWidth: inside.columns)
    }
    let first = max(0, cursor - inside.rows + 1)
    for row in 0..<max(0, min(inside.rows, matches.count - first)) {
      let index = first + row
      draw(matches[index], current: index == cursor, into: &frame, inside.line(row))
      if let hitBase { frame.hit(inside.line(row), id: hitBase + matches[index].id) }
    }
  }

  private func draw(_ item: Item, current: Bool, into frame: inout Frame, _ line: Rect) {
    let ground: Role = current ? .selection : .dialog
    frame.fill(line, style: Style(.text, on: ground))
    let note = frame.widths.columns(of: item.note)
    var room = line.columns - (note > 0 ? note + 1 : 0)
    let words = item.words + (item.takesArgument ? " …" : "")
    let used = frame.widths.columns(of: words)
    if !item.words.isEmpty, frame.widths.columns(of: item.title) + used + 2 <= room {
      frame.put(
        words, at: Position(line.row, line.column + room - used), style: Style(.dim, on: ground))
      room -= used + 2
    }
    frame.put(
      item.title, at: line.origin, style: Style(item.enabled ? .text : .disabled, on: ground),
      maxWidth: room)
    if note > 0, note < line.columns {
      frame.put(
        item.note, at: Position(line.row, line.right - note), style: Style(.key, on: ground))
    }
  }
}
