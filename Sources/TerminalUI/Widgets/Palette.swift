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

    /// Makes a command.
    package init(
      id: Int, title: String, note: String = "", keys: [String] = [], enabled: Bool = true
    ) {
      self.id = id
      self.title = title
      self.note = note
      self.keys = keys
      self.enabled = enabled
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

  /// Makes a palette.
  package init(_ items: [Item], placeholder: String = "") {
    self.items = items
    matches = items
    field = TextField(placeholder: placeholder)
  }

  /// The command under the cursor.
  package var current: Item? { matches.indices.contains(cursor) ? matches[cursor] : nil }

  /// Takes an event: arrows move, Enter chooses, the rest is typed.
  package mutating func update(_ event: InputEvent) -> Reply {
    switch event {
    case .key(.up), .key(.control("p")): return move(by: -1)
    case .key(.down), .key(.control("n")), .key(.tab): return move(by: 1)
    case .key(.pageUp): return move(by: -8)
    case .key(.pageDown): return move(by: 8)
    default: break
    }
    switch field.update(event) {
    case .ignored: return .ignored
    case .cancelled: return .cancelled
    case .moved: return .moved
    case .submitted:
      guard let current, current.enabled else { return .ignored }
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

  private mutating func filter() {
    cursor = 0
    let query = field.text
    guard !query.isEmpty else {
      matches = items
      return
    }
    var scored: [(score: Int, index: Int)] = []
    for (index, item) in items.enumerated() {
      if let score = Fuzzy.score(query, in: item.title, keys: item.keys) {
        scored.append((score, index))
      }
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
    frame.put(
      item.title, at: line.origin, style: Style(item.enabled ? .text : .disabled, on: ground),
      maxWidth: line.columns - (note > 0 ? note + 1 : 0))
    if note > 0, note < line.columns {
      frame.put(
        item.note, at: Position(line.row, line.right - note), style: Style(.key, on: ground))
    }
  }
}
