import CaseStore
import Casework
import Quantities
import RulePacks
import TerminalUI
import Wording

/// What a draft would change, drawn: sums, conditions, then the cases with what changes for the one
/// under the cursor.
struct SimulatePicture {
  let circumstances: Circumstances

  private func say(_ zh: String, _ en: String) -> String { circumstances.say(zh: zh, en: en) }

  func draw(
    _ simulation: Simulation, _ present: RulePack, _ list: ListView, into frame: inout Frame,
    _ area: Rect
  ) {
    var body = area
    for line in sums(simulation) {
      let row = body.takeTop(1)
      frame.put(line, at: row.origin, maxWidth: row.columns)
    }
    if !simulation.conditions.isEmpty {
      let rows = min(simulation.conditions.count + 1, max(3, body.rows / 3))
      drawConditions(simulation, into: &frame, body.takeTop(rows))
    }
    let rule = body.takeTop(1)
    frame.hline(at: rule.origin, columns: rule.columns)
    guard !simulation.touched.isEmpty else {
      frame.put(
        say(" 没有案卷受影响", " No case is touched"), at: body.origin, style: Style(.ok),
        maxWidth: body.columns)
      return
    }
    drawCases(simulation, present, list, into: &frame, body)
  }

  private func sums(_ simulation: Simulation) -> [StyledText] {
    let worse = simulation.setBack
    return [
      StyledText([
        .init(
          say(
            " 在办案卷 \(simulation.cases) 件，有变化 \(simulation.touched.count) 件，",
            " Open cases \(simulation.cases), changed \(simulation.touched.count), "),
          Style(.strong)),
        .init(say("变差 \(worse) 件", "for the worse \(worse)"), Style(worse > 0 ? .danger : .ok)),
        .init(say("（未写入任何内容）", " (nothing was written)"), Style(.dim)),
      ]),
      StyledText(
        say(
          " 期限变动 \(simulation.deadlines)，环节不再存在 \(simulation.stranded)，办理受阻或消失 \(simulation.lostActions)",
          " Deadlines moved \(simulation.deadlines), without a stage \(simulation.stranded), actions lost \(simulation.lostActions)"
        )),
    ]
  }

  private func drawConditions(
    _ simulation: Simulation, into frame: inout Frame, _ area: Rect
  ) {
    let figures = [
      say("不再符合", "Failing"), say("转为符合", "Met"), say("缺事实", "Unknown"), say("不再核查", "Not tested"),
    ]
    let columns =
      [ListColumn(say("条件", "Condition"), minimum: 20, weight: 1)]
      + figures.map { ListColumn($0, minimum: 10, alignment: .right) }
    let table = ListView(columns, count: simulation.conditions.count)
    var shown = table
    shown.cursor = 0
    shown.draw(into: &frame, area, focused: false) { index in
      guard simulation.conditions.indices.contains(index) else { return nil }
      let total = simulation.conditions[index]
      let counts = [total.newlyFailing, total.newlyMet, total.newlyUnknown, total.past]
      let roles: [TerminalUI.Role] = [.danger, .ok, .warning, .dim]
      return ListRow(
        [StyledText(total.label[circumstances.language])]
          + zip(counts, roles).map { StyledText("\($0)", $0 > 0 ? $1 : .dim) })
    }
  }

  private func drawCases(
    _ simulation: Simulation, _ present: RulePack, _ list: ListView, into frame: inout Frame,
    _ area: Rect
  ) {
    let wording = circumstances.wording(under: simulation.draft)
    var shown = list
    shown.columns = [
      ListColumn(say("编号", "Number"), minimum: 12),
      ListColumn(say("中心名称", "Centre"), minimum: 16, weight: 2),
      ListColumn(say("变化", "What changes"), minimum: 20, weight: 3),
    ]
    let now = simulation.touched.indices.contains(list.cursor) ? list.cursor : 0
    let details = Self.clauses(of: simulation.touched[now].effect, wording, present).flatMap {
      circumstances.widths.wrap("· " + $0, to: max(20, area.columns - 6))
    }.prefix(max(1, area.rows / 2)).map { StyledText("  " + String($0), .dim) }
    shown.draw(into: &frame, area, details: details.count, hits: { Region.row.id($0) }) { index in
      guard simulation.touched.indices.contains(index) else { return nil }
      let touched = simulation.touched[index]
      let clauses = Self.clauses(of: touched.effect, wording, present)
      let role: TerminalUI.Role = touched.effect.isSetBack ? .danger : .text
      return ListRow(
        [
          StyledText(touched.row.number ?? touched.row.stream.short), StyledText(touched.row.name),
          StyledText(clauses.first ?? "", role),
        ],
        details: index == list.cursor ? details : [])
    }
  }

  private static func clauses(
    of effect: CaseEffect, _ wording: Wording, _ present: RulePack
  ) -> [String] { wording.clauses(for: effect, under: present) }

  func draw(_ problems: [Problem], from top: Int, into frame: inout Frame, _ area: Rect) {
    let wording = circumstances.wording
    var lines = [
      StyledText(
        say(
          " 草案不能读取：\(problems.count) 处问题；案卷库未改动",
          " The draft cannot be loaded: \(problems.count.counted("problem")); the store is untouched"
        ),
        .danger)
    ]
    for problem in problems {
      lines += circumstances.widths.wrap(wording.line(for: problem), to: area.columns - 4)
        .map { StyledText("  " + String($0)) }
    }
    let first = min(top, max(0, lines.count - area.rows))
    for (row, line) in lines[first..<min(lines.count, first + area.rows)].enumerated() {
      frame.put(line, at: Position(area.row + row, area.column), maxWidth: area.columns - 1)
    }
    Scrollbar(total: lines.count, first: first, visible: area.rows).draw(into: &frame, area)
  }
}
