import CaseStore
import Casework
import Quantities
import RulePacks
import TerminalUI
import Wording

/// What a decision would come to, in lines: what will happen, or what stands in the way and what
/// would make it possible.
struct ForecastText {
  private let pane: DecisionPane
  private let circumstances: Circumstances
  private let wording: Wording

  init(pane: DecisionPane, circumstances: Circumstances) {
    self.pane = pane
    self.circumstances = circumstances
    wording = circumstances.wording(under: pane.pack)
  }

  private func say(_ zh: String, _ en: String) -> String { circumstances.say(zh: zh, en: en) }

  /// A line with its heading.
  struct Line {
    var heading = ""
    var text: StyledText
  }

  /// The lines for the dialog, wrapped to a width.
  func lines(width: Int) -> [Line] {
    var lines = notices(width)
    switch pane.forecast {
    case .none: lines += labelled(pane.unanswered, width)
    case .done(let performed): lines += effects(of: performed, width)
    case .trouble(.refused(let refusals)): lines += refused(refusals.list, width)
    case .trouble(let trouble):
      lines += wrap("", Speech.line(for: trouble, in: circumstances), .danger, width)
    case .several(let run): lines += several(run, width)
    }
    return lines
  }

  /// Everything, for reading at leisure: how deadlines were counted, what every condition came to.
  var details: [StyledText] {
    if case .several(let run) = pane.forecast {
      let text = BulkText(run: run, subjects: pane.subjects, circumstances: circumstances)
      return text.heading + text.rows()
    }
    var lines = lines(width: 72).map { line in
      StyledText(line.heading.isEmpty ? "" : line.heading + "  ", .label) + line.text
    }
    if case .done(let performed) = pane.forecast {
      for entry in performed.decision.deadlines {
        lines.append("")
        lines += wording.explanation(of: entry.deadline).map { StyledText($0) }
      }
      if !performed.decision.findings.isEmpty { lines.append("") }
      lines += performed.decision.findings.map {
        StyledText(wording.line(for: $0), FindingStyle.style(of: $0.result))
      }
    }
    return lines
  }

  private func notices(_ width: Int) -> [Line] {
    var lines: [Line] = []
    if pane.isResumed {
      lines += wrap(
        "", say("已恢复上次未提交的内容（F7 清空）", "Taken up from a draft (F7 discards it)"), .info, width)
    }
    if !pane.moved.isEmpty {
      lines += wrap(
        "",
        say("案卷已有变化，请再看一遍：", "The case has changed; please look again:"), .warning, width)
      for event in pane.moved.suffix(3) {
        lines += wrap("", "  " + wording.line(for: event), .warning, width)
      }
    }
    return lines
  }

  private func effects(of performed: Performed, _ width: Int) -> [Line] {
    var lines: [Line] = []
    for entry in wording.preview(of: performed.decision, state: performed.before) {
      lines += wrap(entry.heading, entry.text, .text, width)
    }
    let kinds = performed.decision.drafts.map { wording.name(of: $0.payload.kind) }
    lines += wrap(
      say("记录", "Events"), "\(kinds.count)  " + wording.list(kinds), .dim, width)
    if pane.isAsking {
      lines += wrap(
        "", say("公布或送达后不能撤回。确定吗？", "Once published or served it cannot be undone. Sure?"),
        .danger, width)
    }
    return lines
  }

  private func refused(_ refusals: [Refusal], _ width: Int) -> [Line] {
    var lines: [Line] = []
    let lacking = refusals.filter { $0.code == "input.missing" }
    let rest = refusals.filter { $0.code != "input.missing" }
    for refusal in rest {
      let sign = circumstances.isPlain ? "x " : "✗ "
      lines += wrap("", sign + wording.line(for: refusal), .refusal, width)
      if let remedy = wording.remedy(for: refusal) {
        lines += wrap("", "  " + say("办法：", "Remedy: ") + remedy, .dim, width)
      }
    }
    if rest.isEmpty, case .act(let offer) = pane.plan {
      let arrow = circumstances.isPlain ? "-> " : "→ "
      lines += wrap(
        say("将会", "Will"), arrow + offer.toLabel[circumstances.language], .text, width)
    }
    return lines + stillToBeGiven(lacking, width)
  }

  /// One line of what has to be filled in, each thing once.
  private func stillToBeGiven(_ lacking: [Refusal], _ width: Int) -> [Line] {
    var names: [String] = []
    for refusal in lacking {
      let input = refusal.arguments["input"] ?? ""
      let name =
        refusal.label?[circumstances.language] ?? pane.fields[input]?.spec.label
        ?? wording.input(input)
      if !names.contains(name) { names.append(name) }
    }
    return labelled(names, width)
  }

  private func labelled(_ names: [String], _ width: Int) -> [Line] {
    guard !names.isEmpty else { return [] }
    return wrap("", say("还需填写：", "Still to be given: ") + wording.list(names), .label, width)
  }

  /// A command on several cases, with as many results as there is room for in a dialog.
  private func several(_ run: BulkRun, _ width: Int) -> [Line] {
    let text = BulkText(run: run, subjects: pane.subjects, circumstances: circumstances)
    var lines: [Line] = []
    if !text.isWaiting { lines += text.heading.map { Line(text: $0) } }
    lines += stillToBeGiven(text.lacking, width)
    return lines + text.rows(most: Self.shownResults).map { Line(text: $0) }
  }

  /// The most results of several cases in the dialog; all are in the details.
  private static let shownResults = 60

  private func wrap(
    _ heading: String, _ text: String, _ role: TerminalUI.Role, _ width: Int
  ) -> [Line] {
    circumstances.widths.wrap(text, to: max(16, width)).enumerated().map { index, piece in
      Line(heading: index == 0 ? heading : "", text: StyledText(String(piece), role))
    }
  }
}
