package import Casework
import Quantities
import RulePacks

extension Wording {
  /// What a decision will do, before it is done: stage, due date, facts, proceedings, and what it
  /// rests on.
  package func preview(of decision: Decision, state: CaseState? = nil) -> [Entry] {
    var entries = decision.drafts.flatMap { preview(of: $0, state) }
    let results = decision.findings.map(\.result)
    if !results.isEmpty { entries.append(Entry(basisHeading, basis(of: decision.findings))) }
    if decision.drafts.contains(where: { isPublic($0.payload) }) {
      entries.append(
        Entry(
          text(zh: "注意", en: "Mind"),
          text(zh: "对外公布或送达，不能撤回", en: "Published or served: it cannot be undone")))
    }
    return entries
  }

  private var basisHeading: String { text(zh: "依据", en: "Rests on") }
  private var willHeading: String { text(zh: "将会", en: "Will") }

  private func preview(of draft: EventDraft, _ state: CaseState?) -> [Entry] {
    switch draft.payload {
    case .acted(let acted): preview(of: acted, state)
    case .proceeding(let opened):
      [
        Entry(
          willHeading,
          what(draft.payload, state) + text(zh: "，进入", en: ", at ")
            + stage(opened.entry.stage, of: opened.procedure))
      ]
        + due(opened.entry) + settings(opened.sets)
    case .reopened(let reopened):
      [Entry(willHeading, what(draft.payload, state))] + due(reopened.entry)
    case .undone(let undone):
      takenBack(undone, state) ?? [Entry(willHeading, what(draft.payload, state))]
    default: [Entry(willHeading, what(draft.payload, state))]
    }
  }

  /// Which steps an undoing takes back, the last first; nil where they are not known.
  private func takenBack(_ undone: Undone, _ state: CaseState?) -> [Entry]? {
    let steps = state?.steps.filter { undone.events.contains($0.event) } ?? []
    guard !steps.isEmpty else { return nil }
    return steps.reversed().map { step in
      var what = name(of: step.kind)
      if let id = step.proceeding {
        let place = proceeding(id)
        if let action = step.action {
          what = self.action(action, of: procedure(ofProceeding: id)?.id) + bracketed(place)
        } else if step.kind == .proceeding {
          what = text(zh: "启动", en: "opening of ") + place
        }
      }
      return Entry(
        willHeading, text(zh: "撤回 \(step.on) 的“\(what)”", en: "Undo \"\(what)\" of \(step.on)"))
    }
  }

  private func preview(of acted: Acted, _ state: CaseState?) -> [Entry] {
    let procedure =
      state?.proceeding(acted.proceeding)?.procedure
      ?? self.procedure(ofProceeding: acted.proceeding)?.id
    let from = stage(acted.from, of: procedure)
    let to = stage(acted.entry.stage, of: procedure)
    var entries: [Entry] = []
    if acted.from == acted.entry.stage {
      entries.append(
        Entry(willHeading, text(zh: "只作登记，仍在\(from)环节", en: "Record only; stays at \(from)")))
      if movesDueDate(acted, of: procedure) { entries += due(acted.entry) }
    } else {
      let end = acted.entry.ends.map { bracketed(name(of: $0)) } ?? ""
      entries.append(Entry(willHeading, text(zh: "环节 ", en: "Stage ") + arrow(from, to) + end))
      entries += due(acted.entry)
    }
    if let consent = acted.consent, !consent.awaits.isEmpty {
      entries.append(
        Entry(
          text(zh: "待同意", en: "Awaits"),
          list(consent.awaits.map { owner($0) })
            + text(zh: "（都同意后才生效）", en: " (it takes effect once all have agreed)")))
    }
    if let closed = acted.closed {
      entries.append(
        Entry(
          willHeading, text(zh: "终止办理", en: "Stop ") + list(closed.map { proceeding($0) })))
    }
    if let main = acted.main {
      entries.append(
        Entry(willHeading, text(zh: "案卷进入", en: "The case goes to ") + stage(main.stage)))
    }
    if let round = acted.round {
      entries.append(
        Entry(willHeading, text(zh: "第 \(round) 次退回补正", en: "Correction round \(round)")))
    }
    if let paused = acted.paused {
      let left = text(of: paused.remaining)
      entries.append(
        Entry(
          text(zh: "停表", en: "Clock"),
          text(zh: "\(from)环节剩 \(left)", en: "\(from) has \(left) left")))
    }
    return entries + settings(acted.sets)
  }

  private func due(_ entry: StageEntry) -> [Entry] {
    guard let deadline = entry.deadline else { return [] }
    return [Entry(text(zh: "期限", en: "Due"), summary(of: deadline))]
  }

  private func settings(_ sets: Facts) -> [Entry] {
    guard !sets.isEmpty else { return [] }
    let words = sets.sorted { $0.key < $1.key }.map { path, value in
      fact(path) + text(zh: "：", en: ": ") + text(of: value, for: path)
    }
    return [Entry(text(zh: "登记", en: "Records"), clauses(words))]
  }

  /// What a decision rests on: counts, then each departure, waiver and judgement by name.
  private func basis(of findings: [Finding]) -> String {
    let named = findings.filter {
      [.departed, .waived, .waiverRequested].contains($0.result)
    }.map { finding in
      condition(finding.id) + name(of: finding.result, spaced: true)
    }
    return clauses([tally(findings.map(\.result))] + named)
  }

  private func name(of result: FindingResult, spaced: Bool) -> String {
    text(zh: name(of: result), en: " " + name(of: result))
  }

  private func isPublic(_ payload: EventPayload) -> Bool {
    if case .acted(let acted) = payload { return acted.isPublic }
    return false
  }
}
