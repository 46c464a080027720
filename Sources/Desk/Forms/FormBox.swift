import TerminalUI

/// A box with lines, fields, what stands in the way, and two buttons.
struct FormBox {
  /// The title in the border.
  var title: String
  /// What is said above the fields.
  var lines: [StyledText]
  /// What stands in the way.
  var trouble: [String]
  /// What the buttons say: to confirm, to go back.
  var buttons: (String, String)
  /// The first of the lines that shows.
  var top = 0
  /// The most columns.
  var columns = 84

  /// Draws the box in the middle of an area.
  func draw(
    _ fields: FieldSet, into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    let columns = min(area.columns - 4, columns)
    let lines = lines.flatMap { wrapped($0, to: columns - 5, circumstances) }
    let trouble = trouble.flatMap {
      circumstances.widths.wrap($0, to: columns - 4).map { String($0) }
    }
    let below = fields.rows(circumstances) + trouble.count + 2
    let shown = min(lines.count, max(2, area.rows - below - 3))
    let box = area.centred(rows: shown + below + 2, columns: columns)
    frame.fill(box, style: Style(.dialog))
    frame.box(box, style: Style(.borderFocused, on: .dialog))
    frame.put(
      " " + title + " ", at: Position(box.row, box.column + 1), style: Style(.dialogTitle),
      maxWidth: box.columns - 4)
    var inside = box.inset(rows: 1, columns: 2)
    let first = min(top, max(0, lines.count - shown))
    let text = inside.takeTop(shown)
    for (row, line) in lines[first..<min(lines.count, first + shown)].enumerated() {
      frame.put(
        line, at: Position(text.row + row, text.column), maxWidth: text.columns - 1,
        on: .dialog)
    }
    Scrollbar(total: lines.count, first: first, visible: shown).draw(into: &frame, text)
    drawButtons(fields.isOnButtons, into: &frame, inside.takeBottom(1), circumstances)
    let form = inside.takeTop(fields.rows(circumstances))
    fields.draw(into: &frame, form, in: circumstances)
    for line in trouble {
      let place = inside.takeTop(1)
      frame.put(
        line, at: place.origin, style: Style(.danger, on: .dialog), maxWidth: place.columns)
    }
    fields.drawMenu(into: &frame, form, in: circumstances)
  }

  /// Plain lines are wrapped; lines in several styles are cut where they do not fit.
  private func wrapped(
    _ line: StyledText, to columns: Int, _ circumstances: Circumstances
  ) -> [StyledText] {
    guard line.spans.count == 1, line.columns(circumstances.widths) > columns else {
      return [line]
    }
    return circumstances.widths.wrap(line.plain, to: columns)
      .map { StyledText(String($0), line.spans[0].style) }
  }

  private func drawButtons(
    _ isFocused: Bool, into frame: inout Frame, _ line: Rect, _ circumstances: Circumstances
  ) {
    let labels = ["[ " + buttons.0 + " ]", "[ " + buttons.1 + " ]"]
    let width = circumstances.widths
    var column = line.right - labels.reduce(1) { $0 + width.columns(of: $1) }
    for (index, label) in labels.enumerated() {
      let place = Rect(
        row: line.row, column: column, rows: 1, columns: width.columns(of: label))
      frame.put(
        label, at: place.origin,
        style: Style(index == 0 && isFocused ? .buttonFocused : .button))
      frame.hit(place, id: Region.button.id(index))
      if index == 0, isFocused { frame.cursor = Position(place.row, place.column + 2) }
      column = place.right + 1
    }
  }
}

/// What a box with fields makes of input, before its pane looks at it.
enum FormBoxReply {
  /// Somebody confirmed.
  case confirmed
  /// Somebody goes back.
  case left
  /// Something in the fields moved or changed.
  case edited
  /// It means nothing here.
  case ignored
}

extension FieldSet {
  /// Takes input in the manner of all boxes with fields.
  mutating func take(_ input: DeskInput) -> FormBoxReply {
    switch input {
    case .action(.confirm): return .confirmed
    case .action(.open):
      guard let current, current.takesEnter else { return .confirmed }
      _ = update(.key(.enter))
      return .edited
    case .action(.nextField): move(by: 1)
    case .action(.previousField): move(by: -1)
    case .action(.cancel), .action(.back): return .left
    case .action: return .ignored
    case .key(let key): return update(.key(key)) == .ignored ? .ignored : .edited
    case .paste(let text): _ = update(.paste(text))
    case .mouse(let mouse, let region):
      guard mouse.action == .press, let (kind, index) = Region.read(region) else {
        return .ignored
      }
      if kind == .button { return index == 0 ? .confirmed : .left }
      return click(kind, index) == nil ? .ignored : .edited
    }
    return .edited
  }

  /// The contexts of a box with these fields.
  var boxContexts: [KeyContext] {
    if current?.isOpen == true { return [FormKeymap.menu, DeskKeymap.everywhere] }
    return [DeskKeymap.box, DeskKeymap.everywhere]
  }
}
