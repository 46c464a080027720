import Casework
import Quantities
import RulePacks
import TerminalUI
import Wording

extension FactsPane {
  /// Draws what is to be known about the field with the cursor: its hint, what is on record, which
  /// conditions read it and what they come to.
  func drawAdvice(
    _ form: FactsForm, into frame: inout Frame, _ area: Rect, _ circumstances: Circumstances
  ) {
    var row = area.row
    for line in advice(form, circumstances, columns: area.columns) {
      guard row < area.bottom else { return }
      frame.put(line, at: Position(row, area.column), maxWidth: area.columns)
      row += 1
    }
  }

  private func advice(
    _ form: FactsForm, _ circumstances: Circumstances, columns: Int
  ) -> [StyledText] {
    let wording = circumstances.wording(under: ground.pack)
    var lines: [StyledText] = []
    guard let slot = form.currentSlot, let field = form.field(of: slot),
      let entry = form.entries[slot]
    else { return overview(wording, circumstances) }
    let path = outcome.paths[slot] ?? slot.column
    lines.append(
      StyledText([
        .init(wording.fact(path), Style(.strong)), .init("  " + path, Style(.dim)),
      ]))
    if let problem = outcome.problems[slot], entry.editor.isTouched {
      let remedy = wording.remedy(for: problem).map { circumstances.say(zh: "。", en: ". ") + $0 }
      lines += circumstances.widths.wrap(
        wording.message(for: problem) + (remedy ?? ""), to: columns
      ).map { StyledText(String($0), .danger) }
    }
    if let hint = field.hint?[circumstances.language] {
      lines += circumstances.widths.wrap(hint, to: columns).map { StyledText(String($0), .dim) }
    }
    if entry.isEdited {
      let recorded = wording.text(of: entry.recorded, for: path)
      lines.append(
        StyledText(
          circumstances.say(zh: "原值：\(recorded)", en: "On record: \(recorded)"), .dim))
    }
    let conditions = ground.conditions(reading: slot.column, of: slot.group)
    if conditions.isEmpty {
      lines.append(
        StyledText(
          circumstances.say(zh: "没有条件用到此项", en: "No condition reads this"), .dim))
    }
    for condition in conditions {
      lines += line(about: condition, wording, circumstances, columns: columns)
    }
    return lines
  }

  private func line(
    about condition: Condition, _ wording: Wording, _ circumstances: Circumstances, columns: Int
  ) -> [StyledText] {
    guard let finding = now.first(where: { $0.id == condition.id }) else {
      let moment = condition.testedAt.first.map(wording.name(of:)) ?? ""
      return name(
        of: condition, after: .init("· ", Style(.dim)), in: Style(.dim),
        before: .init("  " + moment, Style(.dim)), circumstances, columns: columns)
    }
    let sign = StyledText.Span(
      wording.sign(of: finding.result) + " ", Style(FindingRole.of(finding.result)))
    var lines = name(of: condition, after: sign, circumstances, columns: columns)
    let figures = [wording.value(of: finding), wording.demand(sign: finding)]
      .filter { $0 != "—" }.joined(separator: "  ")
    var text = "  " + wording.name(of: finding.result)
    if !figures.isEmpty { text += "  " + figures }
    if finding.result == .unknown, !finding.missing.isEmpty {
      text += "  " + wording.detail(of: finding)
    }
    var spans = [StyledText.Span(text, Style(FindingRole.of(finding.result)))]
    if let earlier = before[finding.id],
      earlier.result != finding.result || earlier.value != finding.value
    {
      let value = wording.value(of: earlier)
      let was = wording.name(of: earlier.result) + (value == "—" ? "" : " " + value)
      spans.append(
        .init(circumstances.say(zh: "（原 \(was)）", en: " (was \(was))"), Style(.dim)))
    }
    lines.append(StyledText(spans))
    return lines
  }

  /// The name of a condition and its articles, on as many lines as they need.
  private func name(
    of condition: Condition, after sign: StyledText.Span, in style: Style = Style(.text),
    before end: StyledText.Span? = nil, _ circumstances: Circumstances, columns: Int
  ) -> [StyledText] {
    let cites = StyledText.Span("  " + condition.cites.joined(separator: ", "), Style(.cite))
    let last = [cites] + [end].compactMap(\.self)
    let room = columns - 2 - StyledText(last).columns(circumstances.widths)
    let parts = circumstances.widths.wrap(
      condition.label[circumstances.language], to: max(10, room))
    return parts.enumerated().map { index, part in
      StyledText(
        [index == 0 ? sign : .init("  "), .init(String(part), style)]
          + (index == parts.count - 1 ? last : []))
    }
  }

  /// What all conditions of the moment come to.
  private func overview(_ wording: Wording, _ circumstances: Circumstances) -> [StyledText] {
    [
      StyledText(wording.name(of: ground.moment), .strong),
      StyledText(wording.tally(of: now)),
    ]
  }
}

/// How the result of a finding looks.
enum FindingRole {
  /// The role of a result.
  static func of(_ result: FindingResult) -> TerminalUI.Role {
    switch result {
    case .met, .waived: .ok
    case .notMet: .danger
    case .unknown, .judgement: .judgement
    case .waiverRequested, .departed: .warning
    case .notApplicable: .dim
    }
  }
}
