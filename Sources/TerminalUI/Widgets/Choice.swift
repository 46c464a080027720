/// One of several options, shown as a list with buttons or as a field that drops down.
package struct Choice: Sendable, Hashable {
  /// What can be chosen.
  package var options: [String]
  /// The chosen one; nil before a choice was made.
  package var selected: Int?
  /// Whether the list hangs open under the field.
  package var isOpen = false
  private var cursor: Int

  /// Makes a choice.
  package init(_ options: [String], selected: Int? = nil) {
    self.options = options
    self.selected = selected
    cursor = selected ?? 0
  }

  /// Takes a key of the radio list: arrows choose, digits choose, Enter submits.
  package mutating func updateList(_ key: Key) -> WidgetReply {
    guard !options.isEmpty else { return .ignored }
    switch key {
    case .up: return choose(max(0, (selected ?? 1) - 1))
    case .down: return choose(min(options.count - 1, (selected ?? -1) + 1))
    case .enter: return selected == nil ? .ignored : .submitted
    case .escape: return .cancelled
    default:
      if let digit = key.typed?.wholeNumberValue, (1...options.count).contains(digit) {
        return choose(digit - 1)
      }
      return .ignored
    }
  }

  /// Takes a key of the field: Enter, the space bar or Down open it, and then choose.
  package mutating func update(_ key: Key) -> WidgetReply {
    guard !options.isEmpty else { return .ignored }
    guard isOpen else {
      guard [.enter, .space, .down].contains(key) else { return .ignored }
      isOpen = true
      cursor = selected ?? 0
      return .moved
    }
    switch key {
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = min(options.count - 1, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = options.count - 1
    case .escape, .tab: isOpen = false
    case .enter, .space:
      isOpen = false
      return choose(cursor)
    default: return .ignored
    }
    return .moved
  }

  private mutating func choose(_ index: Int) -> WidgetReply {
    let same = selected == index
    selected = index
    cursor = index
    return same ? .moved : .changed
  }

  /// Draws the options as a radio list, one a row.
  package func drawList(
    into frame: inout Frame, _ rect: Rect, focused: Bool, hitBase: Int? = nil
  ) {
    let first = max(0, min((selected ?? 0) - rect.rows + 1, options.count - rect.rows))
    for row in 0..<min(rect.rows, options.count - first) {
      let index = first + row
      let line = rect.line(row)
      let on = index == selected
      let mark = frame.ascii ? (on ? "(*) " : "( ) ") : (on ? "● " : "○ ")
      let style = on && focused ? Style(.text, on: .selection) : Style.text
      frame.put(mark + options[index], at: line.origin, style: style, maxWidth: line.columns)
      if on && focused { frame.cursor = line.origin }
      if let hitBase { frame.hit(line, id: hitBase + index) }
    }
  }

  /// Draws the field; call ``drawMenu(into:below:in:hitBase:)`` after everything else.
  package func draw(into frame: inout Frame, _ rect: Rect, focused: Bool, hit: Int? = nil) {
    var line = rect.line(0)
    guard line.columns > 2 else { return }
    let style = Style(focused ? .fieldFocused : .field)
    if let hit { frame.hit(line, id: hit) }
    frame.fill(line, style: style)
    let arrow = line.takeRight(frame.widths.ambiguousIsWide ? 3 : 2)
    frame.put(frame.ascii ? "v" : "▾", at: Position(arrow.row, arrow.column), style: style)
    let text = selected.flatMap { options.indices.contains($0) ? options[$0] : nil }
    frame.put(text ?? "", at: line.origin, style: style, maxWidth: line.columns)
    if focused { frame.cursor = line.origin }
  }

  /// Draws the open list under (or over) the field, above what was drawn before.
  package func drawMenu(
    into frame: inout Frame, below rect: Rect, in area: Rect, hitBase: Int? = nil
  ) {
    guard isOpen, !options.isEmpty else { return }
    let under = area.bottom - rect.bottom
    let over = rect.row - area.row
    let rows = min(options.count, max(under, over), 10)
    let top = under >= min(options.count, 10) || under >= over ? rect.row + 1 : rect.row - rows
    let first = max(0, min(cursor - rows + 1, options.count - rows))
    for row in 0..<max(0, rows) {
      let index = first + row
      let line = Rect(row: top + row, column: rect.column, rows: 1, columns: rect.columns)
      let style = Style(index == cursor ? .selection : .menu)
      frame.put(" " + options[index], in: line, style: style)
      if index == cursor { frame.cursor = line.origin }
      if let hitBase { frame.hit(line, id: hitBase + index) }
    }
  }
}
