/// A button of a dialog.
package struct DialogButton: Sendable, Hashable {
  /// What is written on it.
  package var label: String
  /// The caller's number for it.
  package var id: Int
  /// Whether it can be pressed.
  package var enabled: Bool

  /// Makes a button.
  package init(_ label: String, id: Int, enabled: Bool = true) {
    self.label = label
    self.id = id
    self.enabled = enabled
  }
}

/// A box over the screen: title left, badge right, lines, room for fields, buttons.
package struct Dialog: Sendable, Hashable {
  /// What a dialog did with a key.
  package enum Reply: Sendable, Hashable {
    /// Nothing.
    case ignored
    /// Another button has the focus.
    case moved
    /// A button was pressed.
    case pressed(Int)
    /// Escape.
    case cancelled
  }

  /// The title, at the left of the upper border.
  package var title: String
  /// A short note at the right of the upper border, such as the article.
  package var badge: String
  /// Lines at the top of the inside.
  package var body: [StyledText]
  /// Rows for the caller's own fields, below the lines.
  package var contentRows: Int
  /// Buttons, drawn right-aligned in the last row.
  package var buttons: [DialogButton]
  /// The button with the focus; nil while a field of the caller has it.
  package var focus: Int?
  /// The least width of the box.
  package var minimumColumns: Int

  /// Makes a dialog whose first button has the focus.
  package init(
    title: String, badge: String = "", body: [StyledText] = [], contentRows: Int = 0,
    buttons: [DialogButton] = [], minimumColumns: Int = 40
  ) {
    self.title = title
    self.badge = badge
    self.body = body
    self.contentRows = contentRows
    self.buttons = buttons
    self.minimumColumns = minimumColumns
    focus = buttons.isEmpty ? nil : 0
  }

  /// Takes a key: arrows and Tab change the button, Enter and the space bar press it.
  package mutating func update(_ key: Key) -> Reply {
    if key == .escape { return .cancelled }
    guard let focus, !buttons.isEmpty else { return .ignored }
    switch key {
    case .left, .backtab: return step(from: focus, by: -1)
    case .right, .tab: return step(from: focus, by: 1)
    case .enter, .space:
      guard focus < buttons.count, buttons[focus].enabled else { return .ignored }
      return .pressed(buttons[focus].id)
    default: return .ignored
    }
  }

  private mutating func step(from start: Int, by distance: Int) -> Reply {
    focus = (start + distance + buttons.count) % buttons.count
    return .moved
  }

  /// Where the box lies in an area: as small as its text allows, in the middle.
  package func rect(in area: Rect, widths: WidthRule = .narrow) -> Rect {
    let head = widths.columns(of: title) + widths.columns(of: badge) + 8
    let longest = body.map { $0.columns(widths) }.max() ?? 0
    let foot = buttons.reduce(0) { $0 + widths.columns(of: $1.label) + 6 }
    let columns = max(minimumColumns, head, longest + 4, foot + 2)
    let rows = body.count + contentRows + (buttons.isEmpty ? 0 : 1) + 2
    return area.centred(rows: rows, columns: columns)
  }

  /// Draws the dialog and returns the room for the caller's fields.
  ///
  /// - Parameter hitBase: the button of id `n` answers to the mouse as `hitBase + n`.
  @discardableResult
  package func draw(into frame: inout Frame, in area: Rect, hitBase: Int? = nil) -> Rect {
    let rect = rect(in: area, widths: frame.widths)
    guard rect.rows >= 2, rect.columns >= 4 else {
      return Rect(row: 0, column: 0, rows: 0, columns: 0)
    }
    frame.fill(rect, style: Style(.dialog))
    frame.box(rect, style: Style(.borderFocused, on: .dialog))
    drawHead(into: &frame, rect)
    var inside = rect.inset(rows: 1, columns: 1).inset(columns: 1)
    if !buttons.isEmpty { drawButtons(into: &frame, inside.takeBottom(1), hitBase) }
    let room = inside.takeBottom(min(contentRows, inside.rows))
    for (index, line) in body.enumerated() where index < inside.rows {
      frame.put(
        line, at: Position(inside.row + index, inside.column), maxWidth: inside.columns,
        on: .dialog)
    }
    return room
  }

  private func drawHead(into frame: inout Frame, _ rect: Rect) {
    let badgeColumns = badge.isEmpty ? 0 : frame.widths.columns(of: badge) + 2
    let room = rect.columns - 4 - badgeColumns
    frame.put(
      " " + title + " ", at: Position(rect.row, rect.column + 1),
      style: Style(.dialogTitle), maxWidth: room)
    if badgeColumns > 0, room > 0 {
      frame.put(
        " " + badge + " ", at: Position(rect.row, rect.right - 2 - badgeColumns),
        style: Style(.badge, on: .dialog))
    }
  }

  private func drawButtons(into frame: inout Frame, _ line: Rect, _ hitBase: Int?) {
    var column = line.right
    for (index, button) in buttons.enumerated().reversed() {
      let text = "[ " + button.label + " ]"
      let columns = frame.widths.columns(of: text)
      column -= columns
      let style =
        index == focus
        ? Style(.buttonFocused)
        : button.enabled ? Style(.button) : Style(.disabled, on: .button)
      let place = Rect(row: line.row, column: column, rows: 1, columns: columns)
      frame.put(text, at: place.origin, style: style)
      if let hitBase { frame.hit(place, id: hitBase + button.id) }
      if index == focus, !frame.cursorVisible {
        frame.cursor = Position(line.row, max(0, column + 2))
      }
      column -= 1
    }
  }
}
