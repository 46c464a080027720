import Quantities
import RulePacks

extension DecisionTable {
  /// The procedures that could be opened beside the main one where the case stands.
  var openable: [Procedure] {
    guard let main = state.main, !main.isEnded else { return [] }
    return pack.procedures.filter { procedure in
      guard let opening = procedure.opening, opening.terms?.isByAction != true else {
        return false
      }
      return opening.during.isEmpty || opening.during.contains(main.stage)
    }
  }

  /// Opens a proceeding beside the main one.
  func open(
    _ id: String, _ inputs: [String: Value], _ note: String?
  ) -> Result<Decision, Refusals> {
    guard let procedure = pack.procedure(id), let opening = procedure.opening else {
      return .failure(
        Refusals([
          Refusal(
            .input, "procedure.unknown",
            arguments: [
              "procedure": id, "known": openable.map(\.id).joined(separator: ", "),
            ])
        ]))
    }
    let refusals = refusals(opening: procedure, opening, inputs, isProbing: false)
    guard refusals.isEmpty, let role = role(among: opening.roles),
      let opened = self.opening(of: procedure, inputs, note, sheet)
    else { return .failure(Refusals(refusals)) }
    return .success(
      Decision(drafts: [EventDraft(payload: .proceeding(opened), role: role, on: context.on)]))
  }

  /// What stands in the way of an opening.
  func refusals(
    opening procedure: Procedure, _ opening: Procedure.Opening, _ inputs: [String: Value],
    isProbing: Bool
  ) -> [Refusal] {
    var refusals: [Refusal] = []
    if !openable.contains(where: { $0.id == procedure.id }) {
      refusals.append(
        Refusal(
          .law, "procedure.not_now", cites: opening.cites, label: procedure.label,
          arguments: [
            "procedure": procedure.id, "stage": state.main?.stage ?? "",
            "during": opening.during.joined(separator: ", "),
          ]))
    }
    if let refusal = roleRefusal(allowed: opening.roles, cites: opening.cites) {
      refusals.append(refusal)
    }
    if let refusal = dateRefusal(notBefore: knownSince) { refusals.append(refusal) }
    refusals += inputRefusals(
      needs: opening.needs, mayHave: opening.mayHave, given: inputs, cites: opening.cites,
      isProbing: isProbing)
    if let refusal = duplicateRefusal(procedure, opening, inputs) { refusals.append(refusal) }
    refusals += barringRefusals(
      opening.terms?.barredWhile ?? [], at: nil, cites: opening.cites)
    if let refusal = aboutRefusal(procedure, opening, inputs) { refusals.append(refusal) }
    if let refusal = campaignRefusal(procedure, inputs) { refusals.append(refusal) }
    refusals +=
      lawRefusals(
        passes: [], guards: opening.guards, isDeciding: false, inputs: inputs,
        standing: state.main,
        awaiting: isProbing ? Set(opening.needs + opening.mayHave) : []
      ).refusals
    return refusals
  }

  /// From which day on a run may have been opened: that of the first event, or since when a centre
  /// that was taken over had stood where it stands.
  ///
  /// So what was done under a notice before the roster was read is put on record with its own days.
  private var knownSince: CalendarDate {
    guard state.isTakenOver, let main = state.main else { return state.openedOn }
    return min(state.openedOn, main.enteredOn)
  }

  /// The event that opens a run; nil where a run with the same key exists already.
  func opening(
    of procedure: Procedure, _ inputs: [String: Value], _ note: String?, _ facts: FactSheet
  ) -> ProceedingOpened? {
    guard let opening = procedure.opening, let start = procedure.stage(procedure.start) else {
      return nil
    }
    let inputs = enrolled(inputs, in: procedure)
    let key = opening.key.flatMap { inputs[$0] }.map(Self.plain)
    let runs = state.proceedings.filter { $0.procedure == procedure.id }
    if let key, standingRun(of: procedure, opening, key: key) != nil { return nil }
    let sets = self.facts(set: opening.sets, inputs: inputs)
    let after = facts.setting(sets)
    let entry = entry(
      to: start, of: procedure, action: nil, paused: nil, inputs: inputs, facts: after)
    return ProceedingOpened(
      proceeding: proceedingID(of: procedure, key, after: runs), procedure: procedure.id,
      key: key, entry: entry, inputs: inputs, note: note, sets: sets,
      practice: practiceUsed(
        sources: opening.guards.map(\.requires.source), rules: [start.due].compactMap { $0 }),
      about: subject(of: procedure, opening, inputs)?.id)
  }

  /// The run with a key that stands in the way of another one: it is under way, or has ended
  /// otherwise than the pack lets it be opened again after.
  ///
  /// A run that came to no end of its own, since the case ended, stands in nobody's way: once the
  /// case goes on, what it was about is still owed.
  private func standingRun(
    of procedure: Procedure, _ opening: Procedure.Opening, key: String
  ) -> Proceeding? {
    state.proceedings.first { run in
      run.procedure == procedure.id && run.key == key
        && !(run.isEnded
          && (opening.terms?.reopensAfter.contains(run.stage) == true
            || procedure.stage(run.stage)?.ends == nil))
    }
  }

  /// `change-2`, `evaluation-2026`, and `evaluation-2026-2` for what is opened again.
  private func proceedingID(
    of procedure: Procedure, _ key: String?, after runs: [Proceeding]
  ) -> ProceedingID {
    guard let key else { return "\(procedure.id)-\(runs.count + 1)" }
    let earlier = runs.count { $0.key == key }
    return "\(procedure.id)-\(key)" + (earlier == 0 ? "" : "-\(earlier + 1)")
  }

  private func duplicateRefusal(
    _ procedure: Procedure, _ opening: Procedure.Opening, _ inputs: [String: Value]
  ) -> Refusal? {
    let runs = state.proceedings.filter { $0.procedure == procedure.id }
    if let key = opening.key.flatMap({ inputs[$0] }).map(Self.plain) {
      guard let run = standingRun(of: procedure, opening, key: key) else { return nil }
      return Refusal(
        .law, "proceeding.exists", cites: opening.cites, label: procedure.label,
        arguments: ["proceeding": run.id, "stage": "\(run.procedure).\(run.stage)"])
    }
    guard !opening.isRepeatable, let run = runs.first(where: { !$0.isEnded }) else { return nil }
    return Refusal(
      .law, "proceeding.exists", cites: opening.cites, label: procedure.label,
      arguments: ["proceeding": run.id, "stage": "\(run.procedure).\(run.stage)"])
  }
}

extension Decider {
  /// Receives an application: the main proceeding begins.
  ///
  /// Missing facts do not stand in the way; they show up as findings.
  package static func open(
    _ application: Application, in context: DecisionContext
  ) -> Result<Decision, Refusals> {
    let state = CaseState.blank(facts: application.facts, context)
    let table = DecisionTable(state, context)
    let allowed: [Role] = [.clerk, .officer]
    var refusals = [table.roleRefusal(allowed: allowed, cites: [])].compactMap { $0 }
    refusals += [table.dateRefusal(notBefore: nil)].compactMap { $0 }
    refusals += table.applicationRefusals(application.facts)
    guard refusals.isEmpty, let role = table.role(among: allowed),
      let procedure = context.pack.mainProcedure,
      let start = procedure.stage(procedure.start)
    else { return .failure(Refusals(refusals)) }
    let entry = table.entry(
      to: start, of: procedure, action: nil, paused: nil, inputs: [:], facts: table.sheet)
    let opened = CaseOpened(
      pack: context.pack.id, facts: application.facts, materials: application.materials,
      procedure: procedure.id, entry: entry, fingerprint: application.fingerprint)
    return .success(
      Decision(drafts: [EventDraft(payload: .opened(opened), role: role, on: context.on)]))
  }

  /// Takes a centre over from a roster; no earlier decision is simulated.
  package static func takeOver(
    _ entry: RosterEntry, in context: DecisionContext
  ) -> Result<Decision, Refusals> {
    let state = CaseState.blank(facts: entry.facts, context)
    let table = DecisionTable(state, context)
    let allowed: [Role] = [.officer, .administrator]
    var refusals = [table.roleRefusal(allowed: allowed, cites: [])].compactMap { $0 }
    guard let procedure = context.pack.mainProcedure else { return .failure(Refusals(refusals)) }
    guard let stage = procedure.stage(entry.stage),
      procedure.takeOverStages.contains(entry.stage) || stage.ends != nil
    else {
      refusals.append(
        Refusal(
          .input, "takeover.stage",
          arguments: [
            "stage": entry.stage, "known": procedure.takeOverStages.joined(separator: ", "),
          ]))
      return .failure(Refusals(refusals))
    }
    guard refusals.isEmpty, let role = table.role(among: allowed) else {
      return .failure(Refusals(refusals))
    }
    let deadline = stage.due.flatMap { rule in
      table.counter.deadline(
        of: rule, enteredOn: entry.since ?? context.on, in: table.scope())
    }
    var entered = table.entry(
      to: stage, of: procedure, action: nil, paused: nil, inputs: [:], facts: table.sheet)
    entered.deadline = deadline
    let taken = CaseTakenOver(
      pack: context.pack.id, facts: entry.facts, procedure: procedure.id, entry: entered,
      since: entry.since, source: entry.source, fingerprint: entry.fingerprint)
    return .success(
      Decision(drafts: [EventDraft(payload: .takenOver(taken), role: role, on: context.on)]))
  }
}

extension CaseState {
  /// A case before its first event, for checks on what is to open it.
  static func blank(facts: Facts, _ context: DecisionContext) -> CaseState {
    var state = CaseState(
      id: StreamID(text: ""), pack: context.pack.id, law: context.pack.lawHash,
      openedOn: context.on)
    state.facts = facts
    return state
  }
}
