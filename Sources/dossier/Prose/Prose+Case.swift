import CaseStore
import Casework
import Quantities
import RulePacks
import Wording

extension Prose {
  /// A case of a list.
  func sentence(
    for row: QueueRow, standing stage: String, due: String
  ) -> String {
    let wording = speech.wording
    return sentence([
      row.reference + " " + row.name, text("牵头单位\(row.host)", "hosted by \(row.host)"),
      row.department.map(wording.department),
      text("现处\(stage)环节", "at \(stage)"), due,
      row.assignee.map(wording.person).map { text("由\($0)承办", "assigned to \($0)") },
      row.waitingFor.map { text("等待\($0)", "waiting for \($0)") },
    ])
  }

  /// A case, whole.
  func sentences(for state: CaseState) -> [String] {
    let wording = speech.wording
    var lines = [heading(state)]
    lines += [
      pair(text("牵头单位", "Host"), state.text("host.name")),
      pair(text("统一社会信用代码", "Credit code"), state.text("host.credit_code")),
      pair(text("主管部门", "Department"), state.text("department").map(wording.department)),
      pair(text("规则包", "Pack"), state.pack),
      pair(text("承办", "Assignee"), state.assignee.map(wording.person)),
      pair(text("代办", "Deputy"), state.deputy?.deputy.map(wording.person)),
    ].compactMap { $0.map(ended) }
    lines += section(text("事项", "Proceedings"), state.proceedings.flatMap(sentences))
    lines += section(
      text("事实", "Facts"),
      state.facts.sorted { $0.key < $1.key }.map { path, fact in
        ended(wording.fact(path) + text("：", ": ") + wording.text(of: fact, for: path))
      })
    lines += section(
      text("材料", "Documents"),
      state.materials.map { material in
        sentence([
          wording.material(material.kind), material.title,
          material.year.map { text("\($0)年", "\($0)") },
          material.received.map { text("\($0) 收到", "received on \($0)") },
        ])
      })
    lines += section(
      text("判断、放宽、偏离", "Judgements, waivers, departures"),
      CaseText.weighed(state, speech).map { ended($0.replacing("  ", with: text("，", ", "))) })
    return lines
      + section(
        text("联系", "Contacts"),
        state.contacts.map { sentence(["\($0.on)", $0.contact.with, $0.contact.text]) })
  }

  private func sentences(for proceeding: Proceeding) -> [String] {
    let stage = speech.wording.stage(proceeding.stage, of: proceeding.procedure)
    var lines = [
      sentence([
        speech.wording.proceeding(proceeding.id), text("现处\(stage)环节", "at \(stage)"),
        text("自 \(proceeding.enteredOn) 起", "since \(proceeding.enteredOn)"),
        proceeding.entry.deadline.map { text("期限 \($0.due)", "due \($0.due)") },
      ])
    ]
    if let deadline = proceeding.entry.deadline {
      lines += speech.wording.explanation(of: deadline).map { ended(spoken($0)) }
    }
    return lines + proceeding.defects.map { ended(text("须补正：", "To be corrected: ") + $0) }
  }

  /// What conditions came to, and what blocks.
  func sentences(
    for findings: [Finding], blocking: [Refusal], alerts: [GroundAlert], of state: CaseState,
    at moment: Moment
  ) -> [String] {
    let wording = speech.wording
    var lines = [
      heading(state), ended(text("核查时点：", "Tested for: ") + wording.name(of: moment)),
    ]
    for finding in findings {
      let remark = speech.remark(on: finding)
      lines.append(
        sentence([
          result(of: finding) + text("：", ": ") + wording.condition(finding.id),
          wording.articles(finding.cites), spoken(remark),
        ]))
    }
    if blocking.isEmpty {
      lines.append(text("没有妨碍办理的条件。", "Nothing blocks."))
    } else {
      lines += section(text("妨碍办理", "What blocks"), blocking.flatMap(sentences))
    }
    return lines + FindingText.alerts(alerts, speech).map { ended(spoken($0)) }
  }

  private func result(of finding: Finding) -> String {
    finding.result == .notApplicable
      ? text("不适用", "not applicable") : speech.wording.name(of: finding.result)
  }

  /// What can be done, what cannot, and why.
  func sentences(for offers: [ActionOffer], of state: CaseState) -> [String] {
    let able = offers.filter(\.isAllowed)
    let rest = offers.filter { !$0.isAllowed }
    return [heading(state)]
      + section(
        text("现在可办 \(able.count) 项", "Can be done now, \(able.count)"),
        able.flatMap(sentences))
      + section(
        text("暂不可办 \(rest.count) 项", "Cannot be done now, \(rest.count)"),
        rest.flatMap(sentences))
  }

  private func sentences(for offer: ActionOffer) -> [String] {
    let wording = speech.wording
    let target = offer.toLabel[speech.language]
    var lines = [
      sentence([
        offer.label[speech.language],
        offer.proceeding.map { text("事项：", "in ") + wording.proceeding($0) },
        offer.toLabel == offer.label ? nil : text("转到\(target)", "leads to \(target)"),
        offer.cites.isEmpty ? nil : wording.articles(offer.cites),
        text("命令词 \(offer.id)", "typed as \(offer.id)"),
      ])
    ]
    if let agreements = wording.agreements(of: offer) { lines.append(ended(agreements)) }
    if offer.isAllowed {
      lines += offer.needs.map { input in
        sentence([
          text("须填：", "To be given: ") + input.label[speech.language],
          text("写法：", "as ")
            + speech.form(of: input.type, options: input.options, speech.language),
          text("命令词 \(input.id)", "typed as \(input.id)"),
        ])
      }
    }
    return lines + offer.refusals.flatMap(sentences)
  }

  /// What happened to a case.
  func sentences(
    for events: [Event], undone: Set<EventID>, of state: CaseState, saying: (Event) -> String
  ) -> [String] {
    [heading(state)]
      + events.map { event in
        ended(
          "\(event.header.on)" + text("，", ", ") + speech.wording.person(event.header.actor)
            + (undone.contains(event.id) ? text("（后已撤回）", " (undone later)") : "")
            + text("：", ": ") + spoken(saying(event)))
      }
  }
}
