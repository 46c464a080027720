import Casework
import Quantities
import RulePacks
package import TerminalUI
import Wording

extension CasePane {
  /// Columns of the pane at the side.
  private static func sideColumns(_ total: Int) -> Int { min(44, max(26, total * 35 / 100)) }

  /// Columns of the part with the tabs.
  func mainColumns(_ circumstances: Circumstances) -> Int {
    circumstances.size.columns - Self.sideColumns(circumstances.size.columns) - 1
  }

  /// Rows of the part with the tabs.
  func bodyRows(_ circumstances: Circumstances) -> Int { max(3, circumstances.size.rows - 5) }

  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    var body = area
    drawHead(into: &frame, body.takeTop(1), circumstances)
    guard let folder else { return }
    drawSteps(into: &frame, body.takeTop(1), folder, circumstances)
    drawTabs(into: &frame, body.takeTop(1), folder, circumstances)
    let rule = body.takeTop(1)
    frame.hline(at: rule.origin, columns: rule.columns)
    finder.draw(
      into: &frame,
      Rect(row: rule.row, column: 1, rows: 1, columns: mainColumns(circumstances) - 2),
      circumstances)
    var side = body.takeRight(Self.sideColumns(area.columns))
    let line = body.takeRight(1)
    frame.vline(at: line.origin, rows: line.rows)
    frame.tee(at: Position(rule.row, line.column), down: true)
    _ = side.takeLeft(1)
    SideText(folder: folder, offers: orderedOffers, circumstances: circumstances)
      .draw(into: &frame, side)
    drawBody(into: &frame, body, folder, circumstances)
  }

  private func drawHead(
    into frame: inout Frame, _ line: Rect, _ circumstances: Circumstances
  ) {
    frame.fill(line, style: Style(.header))
    var spans: [String] = []
    if let folder {
      let department = circumstances.department(folder.state.text("department"))
      if line.columns >= 100, !department.isEmpty { spans.append(department) }
      if let assignee = folder.state.assignee { spans.append(circumstances.person(assignee)) }
    }
    if let place {
      spans.append(
        circumstances.say(
          zh: "第 \(place.index + 1) / \(place.total) 件",
          en: "\(place.index + 1) of \(place.total)"))
    }
    let right = spans.joined(separator: circumstances.isPlain ? " - " : " ─ ") + " "
    let columns = frame.widths.columns(of: right)
    let back = circumstances.isPlain ? " < " : " ‹ "
    let crumb = back + circumstances.say(zh: "列表", en: "List") + "  "
    let end = frame.put(crumb, at: line.origin, style: Style(.accent, on: .header))
    frame.hit(
      Rect(row: line.row, column: line.column, rows: 1, columns: end - line.column),
      id: Region.back.id(0))
    if let state = folder?.state {
      let number = state.number ?? state.id.short
      frame.put(
        number + "  " + (state.text("name") ?? ""), at: Position(line.row, end),
        style: Style(.header), maxWidth: max(0, line.right - end - columns - 1))
    }
    frame.put(
      right, at: Position(line.row, line.right - columns), style: Style(.header),
      maxWidth: columns)
  }

  private func drawSteps(
    into frame: inout Frame, _ line: Rect, _ folder: CaseFolder, _ circumstances: Circumstances
  ) {
    var line = line.inset(columns: 1)
    if let main = folder.state.main {
      let standing = DueStanding(
        due: main.entry.deadline?.due, clock: main.entry.clock, today: circumstances.today,
        calendar: circumstances.calendar)
      var text = circumstances.wording.text(of: standing)
      if let due = main.entry.deadline?.due, !standing.namesDate {
        let date = circumstances.wording.short(due, beside: circumstances.today)
        text += circumstances.language == .zh ? "（\(date)）" : " (\(date))"
      }
      let columns = frame.widths.columns(of: text)
      let place = line.takeRight(columns + 1)
      frame.put(
        text, at: Position(place.row, place.column + 1),
        style: Style(DueText.role(of: standing)))
    }
    CaseStepper.steps(of: folder.state, under: folder.pack, circumstances.language)
      .draw(into: &frame, line)
  }

  private func drawTabs(
    into frame: inout Frame, _ line: Rect, _ folder: CaseFolder, _ circumstances: Circumstances
  ) {
    let titles = Tab.allCases.map { title(of: $0, folder, circumstances) }
    Tabs(titles, selected: tab.rawValue)
      .draw(into: &frame, line.inset(columns: 1), hitBase: Region.tab.id(0))
  }

  private func title(
    of tab: Tab, _ folder: CaseFolder, _ circumstances: Circumstances
  ) -> String {
    let say = circumstances.say
    switch tab {
    case .overview: return say("概览", "Overview")
    case .conditions:
      let all = folder.findings[shownMoment(folder)]?.count ?? 0
      return say("条件", "Conditions")
        + (showsOpenOnly ? " \(findings.count)/\(all)" : " \(all)")
    case .materials:
      let lines = MaterialLine.lines(of: folder)
      let required = lines.filter(\.isRequired)
      return say("材料", "Documents") + " \(required.count { $0.isOnFile })/\(required.count)"
    case .proceedings: return say("事项", "Proceedings") + " \(folder.state.proceedings.count)"
    case .history: return say("进程", "History") + " \(folder.events.count)"
    case .articles: return say("法规", "Law")
    }
  }

  private func drawBody(
    into frame: inout Frame, _ body: Rect, _ folder: CaseFolder, _ circumstances: Circumstances
  ) {
    guard tab != .overview, var list = lists[tab] else {
      var shown = overview
      if !finder.text.isEmpty { shown.lines = shown.lines.map { $0.marking(finder.text) } }
      shown.draw(into: &frame, body.inset(columns: 1))
      return
    }
    guard list.count > 0 else {
      frame.put(
        circumstances.say(zh: "没有内容", en: "Nothing here"),
        at: Position(body.row + 1, body.column + 2), style: Style(.dim))
      return
    }
    let table = CaseTable(pane: self, folder: folder, width: body.columns, circumstances)
    list.columns = table.columns
    let details = table.details
    list.draw(
      into: &frame, body, details: details.count, hits: { Region.row.id($0) }
    ) { index in
      var row = table.row(index)
      if index == list.cursor { row?.details = details }
      if !finder.text.isEmpty, let cells = row?.cells {
        row?.cells = cells.map { $0.marking(finder.text) }
      }
      return row
    }
  }
}
