import Quantities
import RulePacks

extension DecisionTable {
  /// Undoes the last step of a proceeding, or of the case.
  ///
  /// Only by its own actor, only while nothing builds on it, and never what was published, served
  /// or numbered: that is corrected or withdrawn by a new step.
  func undo(_ proceeding: ProceedingID?, _ reason: String?) -> Result<Decision, Refusals> {
    let candidates = state.steps.filter { step in
      !Self.standsBeside(step.kind) && (proceeding == nil || step.proceeding == proceeding)
    }
    guard let last = candidates.last else {
      return .failure(Refusals([Refusal(.law, "undo.nothing")]))
    }
    let group = state.steps.filter { step in
      step.moment == last.moment && step.actor == last.actor && !Self.standsBeside(step.kind)
    }
    let decision = group.first { $0.kind == .acted } ?? last
    var refusals: [Refusal] = []
    func refuse(_ kind: Refusal.Kind, _ code: String, _ more: [String: String] = [:]) {
      refusals.append(
        Refusal(
          kind, code,
          arguments: ["step": decision.action ?? decision.kind.rawValue, "on": "\(decision.on)"]
            .merging(more) { old, _ in old }))
    }
    if decision.actor != context.actor.name {
      refuse(.role, "undo.other_actor", ["actor": decision.actor])
    }
    if group.contains(where: \.isFinal) { refuse(.law, "undo.final") }
    if let later = laterStep(than: group) {
      refuse(.law, "undo.built_upon", ["later": later.action ?? later.kind.rawValue])
    }
    let undone = Undone(events: group.map(\.event), reason: reason)
    return settle(.undone(undone), refusals, [decision.role])
  }

  /// Whether an event of a kind is no step of the case: what was done stays undoable after it.
  private static func standsBeside(_ kind: EventKind) -> Bool {
    [.undone, .numbered, .redacted, .restated].contains(kind)
  }

  /// A step after some others that rests on them: in the same proceedings, or on the same facts.
  private func laterStep(than group: [Step]) -> Step? {
    guard let last = group.last,
      let position = state.steps.lastIndex(where: { $0.event == last.event })
    else { return nil }
    let proceedings = Set(group.compactMap(\.proceeding))
    let facts = Set(group.flatMap(\.facts))
    return state.steps[(position + 1)...].first { step in
      guard step.kind != .undone, step.kind != .note, step.kind != .contact else { return false }
      if step.kind == .migrated { return true }
      if let proceeding = step.proceeding, proceedings.contains(proceeding) { return true }
      return !facts.isDisjoint(with: step.facts) || (step.kind == .acted && !facts.isEmpty)
    }
  }

  /// Takes an ended proceeding up again at the stage before its end.
  ///
  /// A published or served decision is withdrawn by this; then the document that does so is needed.
  func reopen(
    _ id: ProceedingID, _ reason: String, _ basis: String?
  ) -> Result<Decision, Refusals> {
    guard let proceeding = state.proceeding(id) else {
      return .failure(
        Refusals([
          Refusal(
            .input, "proceeding.unknown",
            arguments: [
              "proceeding": id, "known": state.proceedings.map(\.id).joined(separator: ", "),
            ])
        ]))
    }
    let allowed: [Role] = [.officer, .leader]
    var refusals = [roleRefusal(allowed: allowed, cites: [])].compactMap { $0 }
    if !proceeding.isEnded {
      refusals.append(
        Refusal(.law, "reopen.not_ended", arguments: ["stage": proceeding.stage]))
    }
    if TextFolding.trimmed(reason).isEmpty {
      refusals.append(
        Refusal(.input, "input.missing", arguments: ["input": "reason", "option": "reason"]))
    }
    let ending = state.steps.last { $0.proceeding == id && $0.kind == .acted }
    if ending?.isFinal == true, TextFolding.trimmed(basis ?? "").isEmpty {
      refusals.append(
        Refusal(.input, "input.missing", arguments: ["input": "basis", "option": "basis"]))
    }
    refusals += [dateRefusal(notBefore: proceeding.enteredOn)].compactMap { $0 }
    guard let procedure = pack.procedure(proceeding.procedure),
      let stage = proceeding.visited.reversed().lazy
        .compactMap({ procedure.stage($0) })
        .first(where: { $0.ends == nil })
    else { return .failure(Refusals(refusals + [Refusal(.law, "reopen.nowhere")])) }
    let entry = entry(
      to: stage, of: procedure, action: nil, paused: nil, inputs: proceeding.inputs, facts: sheet)
    return settle(
      .reopened(
        Reopened(
          proceeding: id, from: proceeding.stage, entry: entry, reason: reason, basis: basis)),
      refusals, allowed)
  }
}
