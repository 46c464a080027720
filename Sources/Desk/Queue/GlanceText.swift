import CaseStore
import Casework
import Quantities
import TerminalUI
import Wording

/// The lines of the glance under the queue.
enum GlanceText {
  /// What the conditions came to.
  static func line(_ glance: Glance, _ circumstances: Circumstances) -> StyledText {
    let wording = circumstances.wording(under: glance.pack)
    var spans: [StyledText.Span] = [
      StyledText.Span(circumstances.say(zh: "条件 ", en: "Conditions "), Style(.label))
    ]
    for (index, result) in FindingResult.allCases.enumerated() {
      let count = glance.findings.count { $0.result == result }
      guard count > 0 else { continue }
      if spans.count > 1, index > 0 { spans.append(StyledText.Span(" · ", Style(.dim))) }
      spans.append(
        StyledText.Span("\(count) \(wording.name(of: result))", FindingStyle.style(of: result)))
    }
    let waiting = glance.state.contacts.last?.contact.waitingFor
    if let waiting {
      spans.append(
        StyledText.Span(
          circumstances.say(zh: " · 等待 \(waiting)", en: " · waiting for \(waiting)"),
          Style(.paused)))
    }
    return StyledText(spans)
  }

  /// What the list knows of a case.
  static func line(_ row: QueueRow, _ circumstances: Circumstances) -> StyledText {
    var parts: [String] = [row.host]
    if let department = row.department { parts.append(circumstances.department(department)) }
    if let field = row.field { parts.append(field) }
    if let due = row.due {
      parts.append(circumstances.say(zh: "期限 \(due)", en: "due \(due)"))
    }
    parts.append(
      circumstances.say(zh: "\(row.enteredOn) 进入本环节", en: "here since \(row.enteredOn)"))
    return StyledText(parts.filter { !$0.isEmpty }.joined(separator: " · "), .dim)
  }
}

/// How results of conditions look.
enum FindingStyle {
  static func style(of result: FindingResult) -> Style {
    switch result {
    case .met: Style(.ok)
    case .notMet: Style(.danger)
    case .notApplicable: Style(.dim)
    case .unknown: Style(.warning)
    case .judgement: Style(.judgement)
    case .waiverRequested, .waived, .departed: Style(.info)
    }
  }
}
