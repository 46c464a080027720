import Casework
import Quantities
import RulePacks
import TerminalUI
import Wording

/// Findings as JSON and as a table.
enum FindingText {
  /// `{id, cites, force, tested_at, result, value, threshold, shortfall, explanation}` and more.
  static func json(_ finding: Finding, _ speech: Speech) -> JSON {
    [
      "id": .text(finding.id), "cites": .text(finding.cites.joined(separator: ", ")),
      "force": .text(finding.force.rawValue), "tested_at": .text(finding.moment.rawValue),
      "result": .text(finding.result.rawValue), "value": JSON(finding.value),
      "threshold": JSON(finding.threshold), "shortfall": JSON(finding.shortfall),
      "explanation": .text(speech.explanation(of: finding)),
      "label": .text(speech.wording.condition(finding.id)), "missing": JSON(finding.missing),
      "partial": .flag(finding.isPartial), "exception": JSON(finding.exception),
      "reason": JSON(finding.reason), "waivable_by": JSON(finding.waivableBy),
    ]
  }

  /// The line above the table.
  static func heading(_ state: CaseState, _ moment: Moment, _ speech: Speech) -> String {
    let stage = state.main.map { speech.wording.stage($0.stage, of: $0.procedure) } ?? ""
    return [state.name, state.text("name") ?? "", stage, speech.wording.name(of: moment)]
      .joined(separator: "  ")
  }

  /// One finding a row.
  static func table(_ findings: [Finding], _ speech: Speech) -> TextTable {
    var table = TextTable([
      .init(speech.text(zh: "结果", en: "Result")), .init("", limit: 40),
      .init(speech.text(zh: "条件", en: "Condition"), limit: 44),
      .init(speech.text(zh: "条款", en: "Article")),
      .init(speech.text(zh: "申报值", en: "Declared"), .right),
      .init(speech.text(zh: "要求", en: "Required"), .right),
      .init(speech.text(zh: "说明", en: "Remark"), limit: 60),
    ])
    for finding in findings {
      table.rows.append([
        speech.word(of: finding.result), finding.id, speech.wording.condition(finding.id),
        finding.cites.joined(separator: ", "),
        speech.wording.value(of: finding), speech.wording.demand(sign: finding),
        finding.result == .met ? "" : speech.remark(on: finding),
      ])
    }
    return table
  }

  /// What blocks, and what alerts.
  static func closing(
    _ blocking: [Refusal], _ alerts: [GroundAlert], _ speech: Speech
  ) -> [String] {
    var lines: [String] = []
    if blocking.isEmpty {
      lines.append(speech.text(zh: "没有妨碍办理的条件。", en: "Nothing blocks."))
    } else {
      lines.append(speech.text(zh: "妨碍办理：", en: "What blocks:"))
      lines += blocking.flatMap { refusal in speech.lines(refusal).map { "  " + $0 } }
    }
    return lines + Self.alerts(alerts, speech)
  }

  /// What alerts, a line each.
  static func alerts(_ alerts: [GroundAlert], _ speech: Speech) -> [String] {
    alerts.map { alert in
      speech.text(zh: "提醒：", en: "Alert: ")
        + (alert.silentSince == nil
          ? alert.ground.label[speech.language] + "  "
            + speech.wording.articles([alert.ground.cites])
          : speech.wording.line(for: alert))
    }
  }
}
