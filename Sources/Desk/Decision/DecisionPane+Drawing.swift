import Casework
import Quantities
package import TerminalUI
import Wording

extension DecisionPane {
  /// The most columns of the box.
  private static let widest = 96

  /// Columns of the inside of the box.
  private func innerColumns(_ circumstances: Circumstances) -> Int {
    min(Self.widest, circumstances.size.columns - 2) - 4
  }

  /// Columns that fields have.
  func fieldColumns(_ circumstances: Circumstances) -> Int {
    let inner = innerColumns(circumstances)
    return inner - headColumns(inner, circumstances)
  }

  private func headColumns(_ inner: Int, _ circumstances: Circumstances) -> Int {
    max(9, fields.labelColumns(inner, circumstances))
  }

  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    let wording = circumstances.wording(under: pack)
    let inner = innerColumns(circumstances)
    let isFixed = isDone || isPerforming
    // Results have no headings.
    let head = isFixed ? 0 : headColumns(inner, circumstances)
    let lines = ForecastText(pane: self, circumstances: circumstances).lines(width: inner - head)
    let fieldRows = isFixed ? 0 : fields.rows(circumstances)
    let wanted = fieldRows + lines.count + 4 + (subjects.count == 1 ? 1 : 0)
    let box = area.centred(rows: min(area.rows, wanted), columns: inner + 4)
    frame.fill(box, style: Style(.dialog))
    frame.box(box, style: Style(.borderFocused, on: .dialog))
    drawHead(into: &frame, box, wording, circumstances)
    var inside = box.inset(rows: 1, columns: 2)
    let buttons = inside.takeBottom(1)
    if let subject = subjects.first, subjects.count == 1 {
      let line = inside.takeTop(1)
      frame.put(
        subject.title + "  " + subject.name, at: line.origin, style: Style(.dim, on: .dialog),
        maxWidth: line.columns)
    }
    let most = max(3, inside.rows - min(lines.count, max(3, inside.rows / 2)) - 1)
    let place = inside.takeTop(min(fieldRows, most))
    if !isFixed {
      fields.draw(into: &frame, place, isFocused: !fields.isOnButtons, in: circumstances)
    }
    if !isFixed {
      let rule = inside.takeTop(1)
      frame.hline(
        at: rule.origin, columns: rule.columns, style: Style(.border, on: .dialog))
    }
    draw(lines, into: &frame, inside, head: head)
    drawButtons(into: &frame, buttons, circumstances)
    fields.drawMenu(into: &frame, place, in: circumstances)
  }

  private func drawHead(
    into frame: inout Frame, _ box: Rect, _ wording: Wording, _ circumstances: Circumstances
  ) {
    var title = plan.title(wording)
    if subjects.count > 1 {
      title += circumstances.say(
        zh: "（\(subjects.count) 件）", en: " (\(subjects.count.counted("case")))")
    }
    let badge = plan.cites.isEmpty ? "" : " " + wording.articles(Array(plan.cites.prefix(2))) + " "
    let columns = frame.widths.columns(of: badge)
    frame.put(
      " " + title + " ", at: Position(box.row, box.column + 1), style: Style(.dialogTitle),
      maxWidth: max(8, box.columns - columns - 5))
    if columns > 0, columns < box.columns / 2 {
      frame.put(
        badge, at: Position(box.row, box.right - columns - 2), style: Style(.badge, on: .dialog))
    }
  }

  private func draw(
    _ lines: [ForecastText.Line], into frame: inout Frame, _ rect: Rect, head: Int
  ) {
    for (index, line) in lines.enumerated() where index < rect.rows {
      let row = rect.line(index)
      if index == rect.rows - 1, lines.count > rect.rows {
        frame.put(
          "… F6", at: Position(row.row, row.column), style: Style(.dim, on: .dialog))
        return
      }
      if head > 1 {
        frame.put(
          line.heading, at: row.origin, style: Style(.label, on: .dialog), maxWidth: head - 1)
      }
      frame.put(
        line.text, at: Position(row.row, row.column + head), maxWidth: row.columns - head,
        on: .dialog)
    }
  }

  private func drawButtons(
    into frame: inout Frame, _ line: Rect, _ circumstances: Circumstances
  ) {
    let say = circumstances.say
    let labels =
      isPerforming
      ? [say("停下 Esc", "Stop Esc")]
      : isDone
        ? [say("关闭 Enter", "Close Enter")]
        : [
          isAsking ? say("确定，不能撤回", "Yes, for good") : say("确认 Enter", "Confirm Enter"),
          say("取消 Esc", "Cancel Esc"),
        ]
    var column = line.right
    for (index, label) in labels.enumerated().reversed() {
      let text = "[ " + label + " ]"
      let columns = frame.widths.columns(of: text)
      column -= columns
      let isEnabled = index == 1 || isDone || isPossible
      let hasFocus = fields.isOnButtons && button == index
      let style =
        hasFocus
        ? Style(.buttonFocused) : isEnabled ? Style(.button) : Style(.disabled, on: .button)
      let place = Rect(row: line.row, column: column, rows: 1, columns: columns)
      frame.put(text, at: place.origin, style: style)
      frame.hit(place, id: Region.button.id(index))
      if hasFocus { frame.cursor = Position(line.row, column + 2) }
      column -= 1
    }
  }
}
