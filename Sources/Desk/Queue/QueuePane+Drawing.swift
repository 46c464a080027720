import CaseStore
import Casework
import Quantities
package import TerminalUI
import Wording

extension QueuePane {
  /// Rows of the glance at the bottom, its line included.
  private static let glanceRows = 4

  /// Rows that the list with its headings has.
  func listRows(_ circumstances: Circumstances) -> Int {
    let used = 4 + (field == nil ? 0 : 1) + Self.glanceRows
    return max(3, circumstances.size.rows - used)
  }

  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    var body = area
    let texts = circumstances.textBasis(in: &frame)
    frame.part(
      "queue.top", in: body.takeTop(1), showing: TopBarBasis(texts: texts, tally: tally)
    ) { frame, line in TopBar.draw(into: &frame, line, tally: tally, circumstances) }
    drawTabs(into: &frame, body.takeTop(1), texts, circumstances)
    drawFilter(into: &frame, &body, circumstances)
    let glance = body.takeBottom(min(Self.glanceRows, body.rows))
    if list.count == 0 {
      drawEmpty(into: &frame, body, circumstances)
    } else {
      drawList(into: &frame, body, texts, circumstances)
    }
    drawGlance(into: &frame, glance, circumstances)
  }

  private func drawList(
    into frame: inout Frame, _ area: Rect, _ texts: Kept<Circumstances.TextBasis>,
    _ circumstances: Circumstances
  ) {
    let basis = QueueColumnsBasis(
      texts: texts, area: area, isLonger: list.count > list.capacity(rows: area.rows),
      sights: window.sights, extra: extra, number: window.numberColumns)
    let columns = frame.kept("queue.columns", while: basis) {
      QueueColumns(
        of: list, in: area, sights: basis.sights, extra: basis.extra, number: basis.number,
        circumstances)
    }
    var shown = list
    shown.columns = columns.value.columns
    let kept = KeptRows(
      "queue.rows",
      while: QueueRowsBasis(
        columns: columns, first: window.start, rows: window.rows, selected: selected,
        found: finder.text))
    shown.draw(into: &frame, area, keeping: kept, hits: { Region.row.id($0) }) { index in
      guard let found = window[index] else { return nil }
      var row = columns.value.row(found, isMarked: selected.contains(found.stream))
      if !finder.text.isEmpty { row.cells = row.cells.map { $0.marking(finder.text) } }
      return row
    }
  }

  private func drawTabs(
    into frame: inout Frame, _ line: Rect, _ texts: Kept<Circumstances.TextBasis>,
    _ circumstances: Circumstances
  ) {
    var tabs = tabs
    // A view that was put away and is looked at all the same has its tab as long as that lasts.
    if !tabs.contains(where: { $0.view == view }),
      let own = tally?.tabs.first(where: { $0.view == view })
    {
      tabs.append(own)
    }
    guard !tabs.isEmpty else { return }
    frame.part(
      "queue.tabs", in: line, showing: QueueTabsBasis(texts: texts, tabs: tabs, view: view)
    ) { frame, line in
      let titles = tabs.map { "\(QueueNames.title(of: $0)[circumstances.language]) \($0.count)" }
      Tabs(titles, selected: tabs.firstIndex { $0.view == view } ?? 0)
        .draw(into: &frame, line.inset(columns: 1), hitBase: Region.tab.id(0))
    }
  }

  private func drawFilter(
    into frame: inout Frame, _ body: inout Rect, _ circumstances: Circumstances
  ) {
    var line = body.takeTop(1)
    guard let field else {
      frame.hline(at: line.origin, columns: line.columns)
      drawState(into: &frame, line, circumstances)
      finder.draw(
        into: &frame, Rect(row: line.row, column: 1, rows: 1, columns: min(46, line.columns - 2)),
        circumstances)
      return
    }
    let prompt = line.takeLeft(3)
    frame.put(" / ", at: prompt.origin, style: Style(.key))
    field.draw(into: &frame, line, focused: true)
    let help = body.takeTop(1)
    if let problem {
      let text = circumstances.wording.message(for: problem)
      frame.put(
        text, at: Position(help.row, help.column + 3), style: Style(.danger),
        maxWidth: help.columns - 4)
    } else {
      frame.put(
        QueueFilter.help[circumstances.language], at: Position(help.row, help.column + 3),
        style: Style(.dim), maxWidth: help.columns - 4)
    }
  }

  /// What narrows and orders the list, on the line under the tabs.
  private func drawState(
    into frame: inout Frame, _ line: Rect, _ circumstances: Circumstances
  ) {
    var parts: [StyledText.Span] = []
    if !filterText.isEmpty {
      parts.append(StyledText.Span(" / \(filterText) ", Style(.accent)))
    }
    if !selected.isEmpty {
      parts.append(
        StyledText.Span(
          circumstances.say(zh: " 已选 \(selected.count) 件 ", en: " \(selected.count) selected "),
          Style(.mark)))
    }
    if sort != .due || isDescending {
      let name = QueueNames.title(of: sort)[circumstances.language]
      parts.append(
        StyledText.Span(
          circumstances.say(zh: " 按\(name)", en: " by \(name)") + (isDescending ? " ↓ " : " ↑ "),
          Style(.label)))
    }
    guard !parts.isEmpty else { return }
    if let total {
      parts.append(
        StyledText.Span(
          circumstances.say(zh: " \(total) 件 ", en: " \(total.counted("case")) "), Style(.dim)))
    }
    let text = StyledText(parts)
    let column = max(line.column + 1, line.right - text.columns(frame.widths) - 2)
    frame.put(text, at: Position(line.row, column), maxWidth: line.right - column - 1)
  }

  private func keys(_ circumstances: Circumstances) -> (new: String, import: String) {
    func symbol(_ action: DeskAction, _ other: String) -> String {
      circumstances.keymap.key(for: action, in: contexts)?.symbol ?? other
    }
    return (symbol(FormKeymap.newCase, "N"), symbol(FormKeymap.importFile, "I"))
  }

  private func drawEmpty(
    into frame: inout Frame, _ body: Rect, _ circumstances: Circumstances
  ) {
    let lines: [String]
    if !filterText.isEmpty {
      lines = [
        circumstances.say(
          zh: "没有案卷符合“\(filterText)”", en: "No case matches \"\(filterText)\""),
        circumstances.say(zh: "按 Esc 清除筛选，按 / 修改", en: "Esc drops the filter, / changes it"),
      ]
    } else if view == .todo {
      lines = [
        circumstances.say(zh: "没有轮到您办理的案卷", en: "Nothing is waiting for you"),
        circumstances.say(
          zh: "按 Tab 看其他视图；\(keys(circumstances).new) 新建申报，\(keys(circumstances).import) 导入文件",
          en: "Tab shows other views; \(keys(circumstances).new) a new application, "
            + "\(keys(circumstances).import) imports a file"),
      ]
    } else {
      lines = [
        circumstances.say(zh: "这个视图里没有案卷", en: "There is no case in this view"),
        circumstances.say(zh: "按 Tab 看其他视图", en: "Tab shows other views"),
      ]
    }
    for (index, line) in lines.enumerated() {
      let place = Rect(
        row: body.row + body.rows / 3 + index, column: body.column, rows: 1, columns: body.columns)
      frame.put(line, in: place, style: Style(index == 0 ? .strong : .dim), align: .centre)
    }
  }

  private func drawGlance(
    into frame: inout Frame, _ area: Rect, _ circumstances: Circumstances
  ) {
    var area = area
    let rule = area.takeTop(1)
    frame.hline(at: rule.origin, columns: rule.columns)
    guard let row = current else { return }
    var first = area.takeTop(1).inset(columns: 1)
    let second = area.takeTop(1).inset(columns: 1)
    let third = area.takeTop(1).inset(columns: 1)
    let known = glances[row.stream].flatMap { $0.version == row.version ? $0.glance : nil }
    let name = QueueColumns.shortName(row.name, under: known?.pack)
    let title = frame.widths.clip(name, to: max(12, first.columns / 3))
    let head = first.takeLeft(frame.widths.columns(of: title) + 2)
    frame.put(title, at: head.origin, style: Style(.strong), maxWidth: head.columns)
    if let known {
      CaseStepper.steps(of: known.state, under: known.pack, circumstances.language)
        .draw(into: &frame, first)
      frame.put(
        GlanceText.line(known, circumstances), at: second.origin, maxWidth: second.columns)
    } else {
      frame.put(
        QueueColumns.stage(StageSight(of: row), circumstances), at: first.origin,
        maxWidth: first.columns)
    }
    frame.put(
      GlanceText.line(row, circumstances), at: third.origin, maxWidth: third.columns)
  }
}

/// What the first line rests on.
private struct TopBarBasis: Equatable, Sendable {
  let texts: Kept<Circumstances.TextBasis>
  let tally: QueueTally?
}

/// What the line of tabs rests on.
private struct QueueTabsBasis: Equatable, Sendable {
  let texts: Kept<Circumstances.TextBasis>
  let tabs: [QueueTab]
  let view: QueueView
}

/// What the pictures of the rows rest on.
private struct QueueRowsBasis: Equatable, Sendable {
  let columns: Kept<QueueColumns>
  /// The place of the first row in the whole list, and the rows.
  let first: Int
  let rows: [QueueRow]
  let selected: Selection
  /// What is searched for and marked in the rows.
  let found: String
}
