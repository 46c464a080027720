import Casework
import Quantities
import RulePacks
package import TerminalUI
import Wording

extension FactsPane {
  /// From so many columns on, what is said about a field stands beside the form, else below it.
  private static let wide = 110
  private static let sideColumns = 46
  private static let bottomRows = 7

  /// Rows of the form that show at once.
  func pageRows(_ circumstances: Circumstances) -> Int {
    let rows = circumstances.size.rows - 3
    return max(3, circumstances.size.columns >= Self.wide ? rows : rows - Self.bottomRows)
  }

  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    var body = area
    drawTitle(into: &frame, body.takeTop(1), circumstances)
    let rule = body.takeTop(1)
    frame.hline(at: rule.origin, columns: rule.columns)
    guard let form else { return }
    let isWide = area.columns >= Self.wide
    let side = isWide ? body.takeRight(Self.sideColumns) : body.takeBottom(Self.bottomRows)
    if isWide {
      frame.vline(at: side.origin, rows: side.rows)
      frame.tee(at: Position(rule.row, side.column), down: true)
    } else {
      frame.hline(at: side.origin, columns: side.columns)
    }
    drawForm(form, into: &frame, body, circumstances)
    let room =
      isWide
      ? Rect(
        row: side.row, column: side.column + 2, rows: side.rows, columns: side.columns - 3)
      : Rect(
        row: side.row + 1, column: side.column + 1, rows: side.rows - 1,
        columns: side.columns - 2)
    drawAdvice(form, into: &frame, room, circumstances)
    drawMenu(form, into: &frame, body, circumstances)
  }

  // MARK: Title

  private func drawTitle(
    into frame: inout Frame, _ line: Rect, _ circumstances: Circumstances
  ) {
    frame.fill(line, style: Style(.header))
    if let searchField {
      let end = frame.put(
        " " + circumstances.say(zh: "查找栏目：", en: "Find a field: "), at: line.origin,
        style: Style(.header))
      searchField.draw(
        into: &frame,
        Rect(row: line.row, column: end, rows: 1, columns: min(40, line.right - end - 1)),
        focused: true)
      return
    }
    let state = tallyText(circumstances)
    let room = line.columns - circumstances.widths.columns(of: state) - 3
    frame.put(
      " " + title(circumstances), at: line.origin, style: Style(.header), maxWidth: room)
    let column = line.right - circumstances.widths.columns(of: state) - 1
    frame.put(
      state, at: Position(line.row, column),
      style: outcome.problems.isEmpty ? Style(.header) : Style(.danger, on: .header))
  }

  private func title(_ circumstances: Circumstances) -> String {
    switch purpose {
    case .amend(let folder):
      let name = folder.state.text("name") ?? ""
      let what = circumstances.say(zh: "改事实", en: "Facts")
      return "‹ \(what)  \(folder.state.number ?? folder.state.id.text)  \(name)"
    case .receive:
      let what = circumstances.say(zh: "新建申报", en: "New application")
      return "‹ \(what)  \(ground.pack.title[circumstances.language])"
    }
  }

  private func tallyText(_ circumstances: Circumstances) -> String {
    guard let form else { return "" }
    let changes = form.changes(outcome)
    let changed = changes.set.count + changes.cleared.count
    var parts = [
      circumstances.say(zh: "改动 \(changed)", en: "\(changed) changed")
    ]
    let missing = Set(now.flatMap(\.missing)).count
    if missing > 0 {
      parts.append(circumstances.say(zh: "还缺 \(missing)", en: "\(missing) missing"))
    }
    if !outcome.problems.isEmpty {
      let count = outcome.problems.count
      parts.append(circumstances.say(zh: "错误 \(count)", en: "\(count) wrong"))
    }
    if !form.query.isEmpty {
      parts.append(circumstances.say(zh: "查找“\(form.query)”", en: "found “\(form.query)”"))
    } else if form.isShort {
      parts.append(circumstances.say(zh: "只看必需", en: "needed only"))
    }
    return parts.joined(separator: " · ")
  }

  // MARK: Form

  private func drawForm(
    _ form: FactsForm, into frame: inout Frame, _ area: Rect, _ circumstances: Circumstances
  ) {
    let lines = form.lines
    let missing = Set(now.flatMap(\.missing))
    guard !lines.isEmpty else {
      frame.put(
        circumstances.say(zh: "没有这样的栏目，Esc 显示全部", en: "No such field; Esc shows all"),
        at: Position(area.row + 1, area.column + 2), style: Style(.dim))
      return
    }
    var row = area.row
    for index in max(0, form.top)..<max(form.top, lines.count) {
      guard row < area.bottom else { break }
      let line = Rect(row: row, column: area.column, rows: 1, columns: area.columns - 1)
      row += 1
      draw(lines[index], at: index, form, missing, into: &frame, line, circumstances)
      if case .field(let slot) = lines[index], row < area.bottom,
        let complaint = complaint(about: slot, form, circumstances)
      {
        frame.put(
          complaint,
          at: Position(row, area.column + Self.labelEnd(area, circumstances.language) + 1),
          style: Style(.danger),
          maxWidth: area.columns - Self.labelEnd(area, circumstances.language) - 3)
        row += 1
      }
    }
    Scrollbar(total: lines.count, first: form.top, visible: area.rows).draw(into: &frame, area)
  }

  /// The columns that marks and labels take; English labels are longer than Chinese ones.
  private static func labelEnd(_ area: Rect, _ language: Language) -> Int {
    language == .zh ? min(34, area.columns * 2 / 5) : min(46, area.columns / 2)
  }

  private func draw(
    _ line: FactLine, at index: Int, _ form: FactsForm, _ missing: Set<FactPath>,
    into frame: inout Frame, _ rect: Rect, _ circumstances: Circumstances
  ) {
    let isHere = index == form.focus && searchField == nil
    let language = circumstances.language
    switch line {
    case .heading(let group):
      let label = form.vocabulary.group(group)?.label[language] ?? group
      let end = frame.put(
        " " + label + " ", at: Position(rect.row, rect.column + 1), style: Style(.title))
      frame.hline(at: Position(rect.row, end), columns: max(0, rect.right - end))
    case .row(let group, let number):
      drawRow(group, number, form, isHere, index, into: &frame, rect, circumstances)
    case .adding(let group):
      drawAdding(group, form, isHere, index, into: &frame, rect, circumstances)
    case .field(let slot):
      guard let entry = form.entries[slot] else { return }
      let path = outcome.paths[slot] ?? slot.column
      var label = entry.editor.spec.label
      if missing.contains(path) || missing.contains(slot.column) { label += " *" }
      let isWrong = outcome.problems[slot] != nil && entry.editor.isTouched
      let mark = isWrong ? "!" : entry.isEdited ? (frame.ascii ? "*" : "●") : " "
      frame.put(
        mark, at: rect.origin, style: Style(isWrong ? .danger : .accent))
      let indent = slot.row == nil ? 2 : 4
      let end = Self.labelEnd(rect, circumstances.language)
      frame.put(
        label, at: Position(rect.row, rect.column + indent),
        style: Style(isHere ? .strong : .label), maxWidth: end - indent)
      let box = Rect(
        row: rect.row, column: rect.column + end + 1, rows: 1,
        columns: rect.columns - end - 2)
      if entry.isAbsent {
        let text = circumstances.say(zh: "无此数据", en: "none exists")
        frame.put(text, in: box, style: Style(.paused, on: isHere ? .fieldFocused : .field))
        if isHere { frame.cursor = box.origin }
        frame.hit(box, id: Region.field.id(index))
      } else {
        entry.editor.draw(into: &frame, box, focused: isHere, hit: Region.field.id(index))
      }
    }
  }

  private func drawRow(
    _ group: String, _ number: Int, _ form: FactsForm, _ isHere: Bool, _ index: Int,
    into frame: inout Frame, _ rect: Rect, _ circumstances: Circumstances
  ) {
    let place = (form.rows[group] ?? []).firstIndex { $0.number == number } ?? 0
    var text = circumstances.say(zh: "第 \(place + 1) 项", en: "No. \(place + 1)")
    if case .table(let key)? = form.vocabulary.group(group)?.shape {
      let slot = FactSlot(group: group, row: number, field: key)
      let year = form.entries[slot]?.editor.text.filter(\.isNumber) ?? ""
      text = circumstances.say(zh: "\(year) 年", en: year)
    }
    if form.rows[group]?[place].isAbsent == true {
      text += circumstances.say(zh: "：无此数据", en: ": none exists")
    }
    frame.put(
      (frame.ascii ? "- " : "▸ ") + text, at: Position(rect.row, rect.column + 2),
      style: isHere ? Style(.text, on: .selection) : Style(.strong))
    if isHere { frame.cursor = Position(rect.row, rect.column + 2) }
    frame.hit(rect, id: Region.field.id(index))
  }

  private func drawAdding(
    _ group: String, _ form: FactsForm, _ isHere: Bool, _ index: Int,
    into frame: inout Frame, _ rect: Rect, _ circumstances: Circumstances
  ) {
    var isTable = false
    if case .table? = form.vocabulary.group(group)?.shape { isTable = true }
    var text =
      isTable
      ? circumstances.say(zh: "＋ 增加一个年度", en: "+ Add a year")
      : circumstances.say(zh: "＋ 增加一项", en: "+ Add one")
    if form.emptyGroups.contains(group) {
      text += circumstances.say(zh: "（已确认没有）", en: " (known to have none)")
    } else if isHere, form.rows[group]?.isEmpty ?? true {
      text += circumstances.say(zh: "（F6 确认没有）", en: " (F6: there are none)")
    }
    frame.put(
      text, at: Position(rect.row, rect.column + 2),
      style: isHere ? Style(.text, on: .selection) : Style(.accent), maxWidth: rect.columns - 2)
    if isHere { frame.cursor = Position(rect.row, rect.column + 2) }
    frame.hit(rect, id: Region.field.id(index))
  }

  /// What is wrong with a field, once somebody has been in it.
  private func complaint(
    about slot: FactSlot, _ form: FactsForm, _ circumstances: Circumstances
  ) -> String? {
    guard let problem = outcome.problems[slot], form.entries[slot]?.editor.isTouched == true
    else { return nil }
    return (circumstances.isPlain ? "^ " : "↑ ")
      + circumstances.wording(under: ground.pack).messageAtField(for: problem)
  }

  /// The open list, over everything drawn before.
  private func drawMenu(
    _ form: FactsForm, into frame: inout Frame, _ area: Rect, _ circumstances: Circumstances
  ) {
    guard let slot = form.currentSlot, let entry = form.entries[slot], entry.editor.isOpen,
      case .choice(let choice) = entry.editor.editor
    else { return }
    var row = area.row
    let lines = form.lines
    for index in form.top..<max(form.top, min(form.focus, lines.count)) {
      row += 1
      if case .field(let slot) = lines[index],
        complaint(about: slot, form, circumstances) != nil
      {
        row += 1
      }
    }
    let end = Self.labelEnd(
      Rect(row: 0, column: 0, rows: 1, columns: area.columns - 1), circumstances.language)
    choice.drawMenu(
      into: &frame,
      below: Rect(
        row: row, column: area.column + end + 1, rows: 1, columns: area.columns - end - 3),
      in: area, hitBase: Region.option.id(0))
  }
}
