import CaseStore
import Casework
import Quantities
import RulePacks
import TerminalUI
import Wording

/// The first line of the queue: office, user, day, what is overdue and due today.
enum TopBar {
  static func draw(
    into frame: inout Frame, _ line: Rect, tally: QueueTally?, _ circumstances: Circumstances
  ) {
    frame.fill(line, style: Style(.header))
    let right = right(tally, circumstances)
    let columns = right.columns(frame.widths)
    var left = [circumstances.say(zh: "案卷 Dossier", en: "Dossier")]
    left.append(circumstances.officeName[circumstances.language])
    if let user = circumstances.user {
      let roles = circumstances.wording.list(
        user.roles.prefix(1).map { circumstances.wording.name(of: $0) })
      left.append(user.display + " " + (circumstances.department(user.department) + roles))
    } else {
      left.append(circumstances.say(zh: "未登记用户（只读）", en: "unknown user (read only)"))
    }
    if circumstances.isTraining { left.append(circumstances.say(zh: "训练库", en: "training")) }
    let dash = circumstances.isPlain ? " - " : " ─ "
    frame.put(
      " " + left.filter { !$0.isEmpty }.joined(separator: dash), at: line.origin,
      style: Style(.header), maxWidth: max(12, line.columns - columns - 2))
    frame.put(
      right, at: Position(line.row, line.right - columns - 1), maxWidth: columns, on: .header)
  }

  private static func right(_ tally: QueueTally?, _ circumstances: Circumstances) -> StyledText {
    var spans = [
      StyledText.Span(circumstances.wording.dated(circumstances.today), Style(.header))
    ]
    let dash = circumstances.isPlain ? " - " : " ─ "
    guard let tally else { return StyledText(spans) }
    spans.append(StyledText.Span(dash, Style(.header)))
    spans.append(
      StyledText.Span(
        circumstances.say(zh: "逾期 \(tally.overdue)", en: "\(tally.overdue) overdue"),
        Style(tally.overdue > 0 ? .danger : .header)))
    spans.append(StyledText.Span(dash, Style(.header)))
    spans.append(
      StyledText.Span(
        circumstances.say(zh: "今日到期 \(tally.dueToday)", en: "\(tally.dueToday) today"),
        Style(tally.dueToday > 0 ? .warning : .header)))
    return StyledText(spans)
  }
}
