package import Casework
import Quantities
import RulePacks

extension Wording {
  /// An event on one line: date, who in which role, what, from which stage to which, note.
  ///
  /// - Parameter state: the case, by which the stages of its proceedings are named; may be nil.
  package func line(for event: Event, state: CaseState? = nil) -> String {
    let history = history(of: event, state: state)
    let change = history.change.map { text(zh: "：\($0)", en: ": \($0)") } ?? ""
    let note = history.note.map { text(zh: "。\($0)", en: ". \($0)") } ?? ""
    return "\(history.on) \(history.who)\(bracketed(history.role)) \(history.what)\(change)\(note)"
  }

  /// An event in the parts of a history.
  package func history(of event: Event, state: CaseState? = nil) -> HistoryLine {
    let header = event.header
    let payload = event.payload
    return HistoryLine(
      on: header.on, who: person(header.actor), role: name(of: header.role),
      what: payload.map { what($0, state) }
        ?? name(of: header.kind) + bracketed(text(zh: "内容已脱敏", en: "content redacted")),
      change: payload.flatMap { change($0, state) }, note: payload.flatMap(note))
  }

  /// What happened, without who and when.
  package func what(_ payload: EventPayload, _ state: CaseState? = nil) -> String {
    switch payload {
    case .opened: text(zh: "收到申报", en: "Application received")
    case .takenOver: text(zh: "接收已有中心", en: "Existing centre taken over")
    case .numbered(let numbered):
      text(zh: "编号 \(numbered.number)", en: "Numbered \(numbered.number)")
    case .facts(let set): what(set)
    case .acted(let acted):
      action(acted.action, at: acted.from, of: procedure(of: acted.proceeding, state))
        + (acted.consent.map(agreement) ?? "")
    case .proceeding(let opened):
      text(
        zh: "启动\(proceeding(opened.proceeding))", en: "Opened \(proceeding(opened.proceeding))")
        + (opened.about.map { bracketed(proceeding($0)) } ?? "")
    case .judged(let judged): what(judged)
    case .waiver(let step):
      name(of: step.step) + text(zh: "：", en: ": ") + condition(step.condition)
    case .departed(let departed):
      text(zh: "偏离：", en: "Departed from ") + condition(departed.condition)
    case .attached(let attached): what(attached.material)
    case .assigned(let assigned): what(assigned)
    case .contact(let contact):
      channel(contact.channel) + text(zh: "联系\(contact.with)", en: " with \(contact.with)")
    case .note: text(zh: "备注", en: "Note")
    case .undone(let undone):
      text(
        zh: "撤回上一步（\(undone.events.count) 条记录）",
        en: undone.events.count == 1
          ? "Undid the last step (1 event)"
          : "Undid the last step (\(undone.events.count) events)")
    case .reopened(let reopened):
      text(
        zh: "重新办理\(proceeding(reopened.proceeding))",
        en: "Reopened \(proceeding(reopened.proceeding))")
    case .restated(let restated): what(restated)
    case .redacted(let redacted):
      text(
        zh: "脱敏 \(redacted.removed.count) 项内容", en: "Redacted \(redacted.removed.count) items")
    case .migrated(let migrated): what(migrated)
    case .user, .practice, .calendar, .pack, .campaign, .office, .verification, .law:
      office(payload)
    }
  }

  private func what(_ set: FactsSet) -> String {
    let paths = set.changes.keys.sorted() + set.cleared
    if set.changes.count == 1, set.cleared.isEmpty, let (path, value) = set.changes.first {
      return text(zh: "登记\(fact(path))：", en: "Recorded \(fact(path)): ")
        + text(of: value, for: path)
    }
    return text(zh: "登记", en: "Recorded ") + facts(paths)
  }

  private func what(_ judged: Judged) -> String {
    let answer =
      switch judged.answer {
      case .some(true): text(zh: "符合", en: "met")
      case .some(false): text(zh: "不符合", en: "not met")
      case nil: text(zh: "须补充材料", en: "to be supplemented")
      }
    return text(
      zh: "\(owner(judged.owner))判断\(condition(judged.condition))：\(answer)",
      en: "\(owner(judged.owner)) on \(condition(judged.condition)): \(answer)")
  }

  private func what(_ material: Material) -> String {
    let kind = self.material(material.kind)
    let year = material.year.map { self.year($0) } ?? ""
    let title = material.title.isEmpty ? "" : bracketed(material.title)
    return text(zh: "收到材料：\(year)\(kind)", en: "Document: \(kind)\(year.isEmpty ? "" : " \(year)")")
      + title
  }

  private func what(_ assigned: Assigned) -> String {
    if let deputy = assigned.deputy {
      let until = assigned.until.map { text(zh: "至 \($0)", en: " until \($0)") } ?? ""
      return text(zh: "由\(person(deputy))代理\(until)", en: "\(person(deputy)) stands in\(until)")
    }
    guard let assignee = assigned.assignee else {
      return text(zh: "取消分办", en: "Assigned to nobody")
    }
    return text(zh: "分办给\(person(assignee))", en: "Assigned to \(person(assignee))")
  }

  private func change(_ payload: EventPayload, _ state: CaseState?) -> String? {
    switch payload {
    case .restated(let restated): return change(restated)
    case .migrated(let migrated): return change(migrated)
    case .acted(let acted):
      let procedure = procedure(of: acted.proceeding, state)
      let from = stage(acted.from, of: procedure)
      let to = stage(acted.entry.stage, of: procedure)
      let main = acted.main.map { stage($0.stage) }
      if let main {
        return (acted.from == acted.entry.stage ? from : arrow(from, to))
          + text(zh: "；案卷 → \(main)", en: "; case → \(main)")
      }
      if movesDueDate(acted, of: procedure), let due = acted.entry.deadline?.due {
        return text(zh: "期限改为 \(due)", en: "due date moved to \(due)")
      }
      return acted.from == acted.entry.stage ? nil : arrow(from, to)
    case .opened(let opened): return stage(opened.entry.stage, of: opened.procedure)
    case .takenOver(let taken): return stage(taken.entry.stage, of: taken.procedure)
    case .proceeding(let opened): return stage(opened.entry.stage, of: opened.procedure)
    case .reopened(let reopened):
      let procedure = procedure(of: reopened.proceeding, state)
      return arrow(
        stage(reopened.from, of: procedure), stage(reopened.entry.stage, of: procedure))
    default: return nil
    }
  }

  /// Whether an action that stays at its stage gave it another due date, as an extension does.
  func movesDueDate(_ acted: Acted, of procedure: String?) -> Bool {
    guard acted.from == acted.entry.stage, acted.consent?.awaits.isEmpty != false else {
      return false
    }
    let stage = procedure.flatMap { pack?.procedure($0) }?.stage(acted.from)
    return stage?.action(acted.action)?.due != nil
  }

  /// From one stage to another.
  func arrow(_ from: String, _ to: String) -> String { from + (isPlain ? " -> " : " → ") + to }

  private func procedure(of proceeding: ProceedingID, _ state: CaseState?) -> String? {
    state?.proceeding(proceeding)?.procedure ?? procedure(ofProceeding: proceeding)?.id
  }

  private func note(_ payload: EventPayload) -> String? {
    let text: String? =
      switch payload {
      case .acted(let acted): acted.note ?? firstText(of: acted.inputs)
      case .proceeding(let opened): opened.note ?? firstText(of: opened.inputs)
      case .takenOver(let taken): taken.source
      case .facts(let set): set.note ?? set.source
      case .judged(let judged): judged.note
      case .waiver(let step):
        [step.reason, step.basis].compactMap { $0 }.joined(separator: self.text(zh: "；", en: "; "))
      case .departed(let departed): departed.reason
      case .assigned(let assigned): assigned.note
      case .contact(let contact): contact.text
      case .note(let note): note.text
      case .undone(let undone): undone.reason
      case .reopened(let reopened): reopened.reason
      case .restated(let restated):
        [restated.reason, restated.basis ?? ""].filter { !$0.isEmpty }
          .joined(separator: self.text(zh: "；", en: "; "))
      case .migrated(let migrated):
        [migrated.basis[language], migrated.note].compactMap { $0 }
          .joined(separator: self.text(zh: "；", en: "; "))
      case .redacted(let redacted): redacted.reason
      default: nil
      }
    guard let text, !text.isEmpty else { return nil }
    return text.replacing("\n", with: self.text(zh: "；", en: "; "))
  }

  /// The opinion, reason or list of defects among some inputs.
  private func firstText(of inputs: [String: Value]) -> String? {
    for id in ["opinion", "reason", "defects", "note"] {
      if case .text(let text) = inputs[id] { return text }
    }
    return nil
  }
}
