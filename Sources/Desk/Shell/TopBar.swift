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
    let room = max(12, line.columns - columns - 3)
    let dash = circumstances.isPlain ? " - " : " ─ "
    var left = parts(circumstances)
    // Where there is little room the office gives way to the person.
    while left.count > 1, frame.widths.columns(of: left.joined(separator: dash)) > room {
      left.remove(at: left.count > 2 ? left.count - 2 : 0)
    }
    frame.put(
      " " + left.joined(separator: dash), at: line.origin, style: Style(.header),
      maxWidth: room + 1)
    frame.put(
      right, at: Position(line.row, line.right - columns - 1), maxWidth: columns, on: .header)
  }

  /// Program, office, whether it is for training, and the person.
  private static func parts(_ circumstances: Circumstances) -> [String] {
    var parts = [
      circumstances.say(zh: "案卷 Dossier", en: "Dossier"),
      circumstances.officeName[circumstances.language],
    ]
    if circumstances.isTraining { parts.append(circumstances.say(zh: "训练库", en: "training")) }
    if let user = circumstances.user {
      let role = user.roles.first.map { circumstances.wording.name(of: $0) } ?? ""
      parts.append(user.display + " " + (user.department == nil ? role : ""))
      if user.department != nil {
        parts[parts.count - 1] += circumstances.department(user.department)
      }
    } else {
      parts.append(circumstances.say(zh: "未登记用户（只读）", en: "unknown user (read only)"))
    }
    return parts.filter { !$0.isEmpty }
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
