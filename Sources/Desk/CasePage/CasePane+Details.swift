import Casework
import Quantities
import RulePacks
import TerminalUI
import Wording

extension CasePane {
  /// Makes the lines that are unfolded under the row of the cursor.
  mutating func rebuildTree(_ circumstances: Circumstances) {
    guard let unfolded, let folder else {
      tree = []
      return
    }
    let wording = circumstances.wording(under: folder.pack)
    if let finding = currentFinding, finding.id == unfolded {
      tree = lines(of: finding, wording, circumstances)
    } else if let event = currentEvent, event.id == unfolded {
      let wording = circumstances.wording(under: folder.pack(of: event))
      tree = lines(of: event, folder, wording, circumstances)
    } else if tab == .proceedings {
      tree = proceedingLines(folder, wording, circumstances)
    } else {
      tree = []
    }
  }

  private func lines(
    of finding: Finding, _ wording: Wording, _ circumstances: Circumstances
  ) -> [String] {
    func key(_ action: String) -> String { circumstances.remedyKeys[action] ?? "" }
    var lines = [wording.line(for: finding)]
    if let explanation = finding.explanation {
      lines += wording.explanation(of: explanation).map { "  " + $0 }
    }
    if !finding.missing.isEmpty {
      lines.append(
        circumstances.say(zh: "缺：", en: "Missing: ") + wording.facts(finding.missing)
          + circumstances.say(zh: "（\(key("facts")) 填写）", en: " (\(key("facts")) to give them)"))
    }
    if let hint = folder?.pack.condition(finding.id)?.hint?[circumstances.language] {
      lines.append(hint)
    }
    if let cites = finding.waivableBy, finding.result == .notMet {
      lines.append(
        circumstances.say(
          zh: "可依\(wording.article(cites))申请放宽（\(key("waive"))）",
          en: "May be waived under \(wording.article(cites)) (\(key("waive")))"))
    }
    return lines
  }

  private func lines(
    of event: Event, _ folder: CaseFolder, _ wording: Wording, _ circumstances: Circumstances
  ) -> [String] {
    var lines = wording.detail(of: event, state: folder.state).map {
      $0.heading + circumstances.say(zh: "：", en: ": ") + $0.text
    }
    if case .acted(let acted) = event.payload {
      if let deadline = acted.entry.deadline {
        lines += wording.explanation(of: deadline).map { "  " + $0 }
      }
      if let basis = acted.basis, let findings = bases[basis] {
        lines += findings.map { "  " + wording.line(for: $0) }
        if findings.isEmpty, !acted.findings.isEmpty {
          lines.append(
            circumstances.say(
              zh: "  依据明细已随脱敏删除", en: "  The explanation went with a redaction"))
        }
      }
    }
    if case .restated(let restated) = event.payload {
      for (_, deadline) in restated.deadlines.sorted(by: { $0.key < $1.key }) {
        lines += wording.explanation(of: deadline).map { "  " + $0 }
      }
    }
    return lines
  }

  private func proceedingLines(
    _ folder: CaseFolder, _ wording: Wording, _ circumstances: Circumstances
  ) -> [String] {
    let cursor = lists[.proceedings]?.cursor ?? 0
    guard folder.state.proceedings.indices.contains(cursor) else { return [] }
    let proceeding = folder.state.proceedings[cursor]
    var lines = [
      circumstances.say(
        zh: "\(proceeding.openedOn) 启动，\(proceeding.enteredOn) 进入本环节",
        en: "Opened \(proceeding.openedOn), here since \(proceeding.enteredOn)")
    ]
    if let owner = proceeding.entry.owner {
      lines.append(circumstances.say(zh: "承办：", en: "With: ") + wording.owner(owner))
    }
    if let deadline = proceeding.entry.deadline { lines += wording.explanation(of: deadline) }
    if proceeding.round > 0 {
      lines.append(
        circumstances.say(
          zh: "第 \(proceeding.round) 次补正", en: "Correction round \(proceeding.round)"))
      lines += proceeding.defects.map { "  · " + $0 }
    }
    return lines
  }
}
