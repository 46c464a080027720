import Exchange
import Quantities
import RulePacks
package import TerminalUI
import Wording

extension ImportPane {
  /// Draws the field or the answer.
  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    var body = area
    let head = body.takeTop(1)
    frame.fill(head, style: Style(.header))
    let what =
      reading.isRoster
      ? circumstances.say(zh: "导入名册（已有中心）", en: "Import a roster of existing centres")
      : circumstances.say(zh: "导入申报文件", en: "Import applications")
    frame.put(" ‹ " + what, at: head.origin, style: Style(.header), maxWidth: head.columns)
    let line = body.takeTop(1)
    let end = frame.put(
      " " + circumstances.say(zh: "文件 ", en: "File "), at: line.origin, style: Style(.label))
    picker.field.draw(
      into: &frame,
      Rect(row: line.row, column: end, rows: 1, columns: line.right - end - 1),
      focused: answer == nil && columnsPicker == nil && picker.chosen == nil)
    drawReading(into: &frame, body.takeTop(1), circumstances)
    let rule = body.takeTop(1)
    frame.hline(at: rule.origin, columns: rule.columns)
    let room = body.inset(columns: 1)
    guard let answer, columnsPicker == nil else {
      let hint = body.takeBottom(1)
      frame.put(
        circumstances.say(
          zh: " YAML、JSON、JSON Lines、CSV（UTF-8 或 GBK）；先预览，确认后才写入",
          en: " YAML, JSON, JSON lines, CSV (UTF-8 or GBK); shown first, written when confirmed"),
        at: hint.origin, style: Style(.dim), maxWidth: hint.columns)
      (columnsPicker ?? picker).drawNames(
        into: &frame,
        Rect(row: room.row, column: room.column, rows: room.rows - 1, columns: room.columns))
      return
    }
    draw(answer, into: &frame, room, circumstances)
  }

  /// How the file is to be read: the pack of files that name none, and the column map of tables.
  private func drawReading(
    into frame: inout Frame, _ line: Rect, _ circumstances: Circumstances
  ) {
    let own = circumstances.say(zh: "文件自带", en: "as the file says")
    let pack =
      packs.first { $0.id == reading.pack }?.title[circumstances.language] ?? reading.pack ?? own
    var column = frame.put(
      " " + circumstances.say(zh: "规则包 ", en: "Pack "), at: line.origin, style: Style(.label))
    column = frame.put(
      pack, at: Position(line.row, column), style: Style(reading.pack == nil ? .dim : .text),
      maxWidth: max(0, line.columns / 2 - column))
    column = frame.put(
      "  " + circumstances.say(zh: "列对应表 ", en: "Column map "),
      at: Position(line.row, column), style: Style(.label))
    let rest = Rect(
      row: line.row, column: column, rows: 1, columns: max(0, line.right - column - 1))
    if let columnsPicker {
      columnsPicker.field.draw(into: &frame, rest, focused: columnsPicker.chosen == nil)
    } else {
      let name = reading.columns?.split(separator: "/").last.map(String.init)
      frame.put(
        name ?? circumstances.say(zh: "按列名认", en: "by the headers"),
        at: rest.origin, style: Style(reading.columns == nil ? .dim : .text),
        maxWidth: rest.columns)
    }
  }

  private func draw(
    _ answer: ImportErrand.Answer, into frame: inout Frame, _ area: Rect,
    _ circumstances: Circumstances
  ) {
    let lines = lines(answer, circumstances, columns: area.columns - 1)
    let first = min(top, max(0, lines.count - area.rows))
    for (row, line) in lines[first..<min(lines.count, first + area.rows)].enumerated() {
      frame.put(
        line, at: Position(area.row + row, area.column), maxWidth: area.columns - 1)
    }
    Scrollbar(total: lines.count, first: first, visible: area.rows).draw(into: &frame, area)
  }

  /// A problem whose place names the file without its folders: the path stands above.
  private func named(_ problem: Problem) -> Problem {
    var problem = problem
    problem.place.file = problem.place.file?.split(separator: "/").last.map(String.init)
    return problem
  }

  /// Whether a file is refused for the role of the person alone: there is nothing to mend in it.
  private func isOfRole(_ problem: Problem) -> Bool {
    problem.severity == .warning
      || problem.code == "import.refused"
        && ["role", "role.missing", "department"].contains(problem.arguments["refusal"] ?? "")
  }

  private func lines(
    _ answer: ImportErrand.Answer, _ circumstances: Circumstances, columns: Int
  ) -> [StyledText] {
    let wording = circumstances.wording(under: answer.pack)
    guard case .success(let report) = answer.result else {
      guard case .failure(let trouble) = answer.result else { return [] }
      return [StyledText(Speech.line(for: trouble, in: circumstances), .danger)]
    }
    let errors = report.problems.filter { $0.severity == .error }.count
    let warnings = report.problems.count - errors
    let count = report.imported.count
    let isForAnother = errors > 0 && report.problems.allSatisfy { isOfRole($0) }
    var lines = [
      StyledText(
        count == 0
          ? isForAnother
            ? circumstances.say(
              zh: "文件可读，但不由您导入（Esc 返回）",
              en: "The file reads well, but is not yours to import (Esc goes back)")
            : circumstances.say(
              zh: "不能导入：错误 \(errors)，提醒 \(warnings)。改好文件后重试（Esc 另选文件）",
              en: "Cannot be imported: \(errors) errors, \(warnings) warnings (Esc: another file)")
          : circumstances.say(
            zh: "将导入 \(count) 件，提醒 \(warnings)。按 Enter 确认写入，Esc 返回",
            en: "\(count) to be imported, \(warnings) warnings. Enter writes them, Esc goes back"),
        count == 0 ? .danger : .strong),
      StyledText(""),
    ]
    for imported in report.imported {
      lines.append(
        StyledText([.init("+ ", Style(.ok)), .init(imported.name)]))
    }
    if !answer.unmatched.isEmpty {
      let unmatched =
        circumstances.say(zh: "不对应任何事实、未导入的列：", en: "Columns that stand for no fact, left out: ")
        + circumstances.wording.list(answer.unmatched)
      lines += circumstances.widths.wrap(unmatched, to: columns)
        .map { StyledText(String($0), .warning) }
    }
    func said(_ severity: Problem.Severity) -> [StyledText] {
      // Columns that nobody knows are named together above.
      report.problems.filter { $0.severity == severity && $0.code != "import.column.unmatched" }
        .flatMap { circumstances.widths.wrap(wording.line(for: named($0)), to: columns) }
        .map { StyledText(String($0), severity == .error ? .danger : .warning) }
    }
    lines += said(.error)
    for (index, row) in answer.rows.enumerated() {
      lines.append(
        StyledText(
          circumstances.say(zh: "第 \(index + 1) 行读作", en: "Row \(index + 1) is read as"),
          .label))
      lines += row.map { StyledText("  " + $0) } + [""]
    }
    lines += said(.warning)
    return lines
  }
}
