package import TerminalUI

extension FieldSet {
  /// Draws labels and fields; where they do not all fit, those around the focus.
  ///
  /// - Parameters:
  ///   - ground: the ground of labels.
  ///   - isFocused: whether one of the fields has the keys.
  package func draw(
    into frame: inout Frame, _ rect: Rect, on ground: Role? = .dialog, isFocused: Bool = true,
    in circumstances: Circumstances
  ) {
    let label = labelColumns(rect.columns, circumstances)
    var heights: [Int] = []
    for field in fields {
      heights.append(field.rows + (complaint(about: field, circumstances) == nil ? 0 : 1))
    }
    var first = 0
    let last = min(focus, fields.count - 1)
    while first < last, heights[first...last].reduce(0, +) > rect.rows { first += 1 }
    var body = rect
    for index in first..<max(first, fields.count) {
      var place = body.takeTop(heights[index])
      guard !place.isEmpty else { break }
      let head = place.takeLeft(label)
      drawLabel(of: fields[index], into: &frame, head.line(0), ground)
      let box = Rect(
        row: place.row, column: place.column, rows: min(fields[index].rows, place.rows),
        columns: place.columns)
      fields[index].draw(
        into: &frame, box, focused: isFocused && index == focus, hit: Region.field.id(index))
      if let complaint = complaint(about: fields[index], circumstances) {
        frame.put(
          complaint, at: Position(place.row + fields[index].rows, place.column),
          style: Style(.danger, on: ground), maxWidth: place.columns)
      }
    }
  }

  /// Draws the open list of a choice, above everything drawn before.
  package func drawMenu(into frame: inout Frame, _ rect: Rect, in circumstances: Circumstances) {
    guard let current, current.isOpen, case .choice(let choice) = current.editor else { return }
    let label = labelColumns(rect.columns, circumstances)
    var row = rect.row
    for field in fields[..<focus] {
      row += field.rows + (complaint(about: field, circumstances) == nil ? 0 : 1)
    }
    row = min(row, rect.bottom - 1)
    let place = Rect(
      row: row, column: rect.column + label, rows: 1, columns: rect.columns - label)
    choice.drawMenu(
      into: &frame, below: place, in: frame.rect, hitBase: Region.option.id(0))
  }

  /// The columns that labels take, with a blank after them.
  package func labelColumns(_ total: Int, _ circumstances: Circumstances) -> Int {
    let widest = fields.map { circumstances.widths.columns(of: $0.spec.label) + 1 }.max() ?? 0
    return min(widest + 1, max(8, total * 2 / 5))
  }

  private func drawLabel(
    of field: FieldEditor, into frame: inout Frame, _ line: Rect, _ ground: Role?
  ) {
    let end = frame.put(
      field.spec.label, at: line.origin, style: Style(.label, on: ground),
      maxWidth: line.columns - 2)
    if field.spec.isRequired, field.isEmpty {
      frame.put("*", at: Position(line.row, end), style: Style(.warning, on: ground))
    }
  }
}
