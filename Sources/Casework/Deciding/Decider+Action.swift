import Quantities
import RulePacks

extension DecisionTable {
  /// An action found at the stage of a proceeding.
  struct Site {
    let proceeding: Proceeding
    let procedure: Procedure
    let stage: Stage
    let action: Action

    /// The program roles that may take the action.
    func roles(in pack: RulePack) -> [Role] {
      guard !isJoint else { return Role.allCases.filter(awaitedRoles(in: pack).contains) }
      return action.roles.isEmpty ? stage.owner.flatMap(pack.owner)?.roles ?? [] : action.roles
    }
  }

  /// Takes an action.
  func act(
    _ action: String, _ proceeding: ProceedingID?, _ inputs: [String: Value], _ note: String?
  ) -> Result<Decision, Refusals> {
    if proceeding == nil, let procedure = ActionID(action).opens {
      return open(procedure, inputs, note)
    }
    switch find(action, proceeding) {
    case .failure(let refusals): return .failure(refusals)
    case .success(let site): return take(site, inputs, note)
    }
  }

  /// What stands in the way of an action at its site.
  func refusals(
    at site: Site, _ inputs: [String: Value], note: String? = nil, isProbing: Bool
  ) -> (refusals: [Refusal], findings: [Finding]) {
    let action = site.action
    var refusals: [Refusal] = []
    if let refusal = roleRefusal(allowed: site.roles(in: pack), cites: action.cites) {
      refusals.append(refusal)
    }
    if let refusal = separationRefusal(at: site, inputs) { refusals.append(refusal) }
    if let refusal = dateRefusal(notBefore: site.proceeding.enteredOn) { refusals.append(refusal) }
    refusals += inputRefusals(
      needs: action.needs, mayHave: action.mayHave, given: inputs, cites: action.cites,
      isProbing: isProbing)
    refusals += termRefusals(at: site)
    let law = lawRefusals(
      passes: action.passes, guards: action.guards, isDeciding: action.isDeciding,
      inputs: site.proceeding.inputs.merging(inputs) { _, new in new },
      standing: site.proceeding,
      awaiting: isProbing ? Set(action.needs + action.mayHave) : [])
    let checked = checkedFindings(at: site, inputs, note: note, isProbing: isProbing)
    let gate = gateRefusals(at: site)
    return (
      refusals + law.refusals + checked.refusals + gate.refusals,
      law.findings + checked.findings + gate.findings
    )
  }

  private func take(
    _ site: Site, _ given: [String: Value], _ note: String?
  ) -> Result<Decision, Refusals> {
    let (inputs, note) = settled(given, note, for: site.action)
    let (refusals, findings) = refusals(at: site, inputs, note: note, isProbing: false)
    let consent = consent(at: site)
    let speaking = consent.flatMap { pack.owner($0.owner)?.roles } ?? site.roles(in: pack)
    guard refusals.isEmpty, let role = role(among: speaking),
      let target = site.procedure.stage(site.action.to)
    else { return .failure(Refusals(refusals)) }
    let action = site.action
    let basis = findings.isEmpty ? nil : Basis.bytes(of: findings)
    var acted = Acted(
      proceeding: site.proceeding.id, action: action.id, from: site.stage.id,
      entry: site.proceeding.entry, inputs: inputs, note: note, sets: [:],
      findings: Dictionary(findings.map { ($0.id, $0.result) }) { _, last in last },
      basis: basis.map(SealedEvent.hash), practice: practice(of: action, target), paused: nil,
      round: nil, main: nil, isPublic: false, consent: consent)
    var following: [EventDraft] = []
    if consent?.awaits.isEmpty != false {
      let merged = site.proceeding.inputs.merging(inputs) { _, new in new }
      acted.sets = facts(set: action.sets, inputs: merged, at: site.proceeding.entry)
      let cleared = cleared(by: action, merged, after: acted.sets)
      let after =
        cleared.isEmpty
        ? sheet.setting(acted.sets) : remaining(after: acted.sets, without: cleared)
      acted.entry = entry(by: site, to: target, merged, after)
      acted.paused = paused(leaving: site)
      acted.round = action.isReturn ? site.proceeding.round + 1 : nil
      acted.main = mainEntry(moved: action.movesMainTo, merged, after)
      acted.closed = closed(by: site)
      acted.isPublic = action.isPublic
      following = withdrawal(of: cleared, role) + opened(by: action, merged, after, role)
    }
    let draft = EventDraft(payload: .acted(acted), role: role, on: context.on)
    return .success(Decision(drafts: [draft] + following, findings: findings, basis: basis))
  }

  /// The facts that an action takes off the record, once it has set others.
  private func cleared(
    by action: Action, _ inputs: [String: Value], after sets: Facts
  ) -> [FactPath] {
    (action.terms?.clears ?? []).map { Self.filled($0, with: inputs) }
      .filter { state.facts[$0] != nil || sets[$0] != nil }
  }

  private func remaining(after sets: Facts, without cleared: [FactPath]) -> FactSheet {
    var facts = state.facts.merging(sets) { _, new in new }
    for path in cleared { facts[path] = nil }
    return FactSheet(facts)
  }

  /// The event, of the same decision, that takes facts off the record.
  private func withdrawal(of paths: [FactPath], _ role: Role) -> [EventDraft] {
    guard !paths.isEmpty else { return [] }
    let payload = FactsSet(changes: [:], cleared: paths, source: nil, note: nil)
    return [EventDraft(payload: .facts(payload), role: role, on: context.on)]
  }

  /// Where a proceeding stands after an action: in the stage that it leads to, or where it was, with
  /// a later due date where the action gives one.
  private func entry(
    by site: Site, to target: Stage, _ inputs: [String: Value], _ facts: FactSheet
  ) -> StageEntry {
    guard target.id == site.stage.id else {
      return self.entry(
        to: target, of: site.procedure, action: site.action,
        paused: site.proceeding.paused[target.id], inputs: inputs, facts: facts)
    }
    var entry = site.proceeding.entry
    if let rule = site.action.due {
      let scope = scope(
        inputs: inputs, entered: site.proceeding.enteredOn, due: entry.deadline?.due, facts: facts)
      let moved = counter.deadline(of: rule, enteredOn: site.proceeding.enteredOn, in: scope)
      entry.deadline = moved ?? entry.deadline
    }
    return entry
  }

  /// Takes a remark for the one text that the action needs and that was not given, such as an
  /// opinion or a reason.
  private func settled(
    _ inputs: [String: Value], _ note: String?, for action: Action
  ) -> (inputs: [String: Value], note: String?) {
    guard let note else { return (inputs, nil) }
    let missing = action.needs.filter { inputs[$0] == nil }
    guard missing.count == 1, let type = pack.input(missing[0])?.type,
      type == .text || type == .lines
    else { return (inputs, note) }
    return (inputs.merging([missing[0]: .text(note)]) { given, _ in given }, nil)
  }

  private func practice(of action: Action, _ target: Stage) -> [String: Value] {
    practiceUsed(
      sources: action.guards.map(\.requires.source) + action.sets.map(\.value.source)
        + [action.terms?.separationUnless?.source].compactMap { $0 }
        + (action.passes.isEmpty && action.terms?.checks.isEmpty != false
          ? []
          : pack.conditions.flatMap { condition in
            [condition.requires, condition.applies].compactMap { $0?.source }
          }),
      rules: [action.due ?? target.due].compactMap { $0 })
  }

  private func paused(leaving site: Site) -> PausedClock? {
    guard site.action.isReturn, let deadline = site.proceeding.entry.deadline else { return nil }
    return PausedClock(
      stage: site.stage.id, remaining: counter.remaining(of: deadline, on: context.on))
  }

  private func mainEntry(
    moved target: String?, _ inputs: [String: Value], _ facts: FactSheet
  ) -> StageEntry? {
    guard let target, let procedure = pack.mainProcedure, let stage = procedure.stage(target)
    else { return nil }
    return entry(
      to: stage, of: procedure, action: nil, paused: nil, inputs: inputs, facts: facts)
  }

  private func opened(
    by action: Action, _ inputs: [String: Value], _ facts: FactSheet, _ role: Role
  ) -> [EventDraft] {
    let scope = scope(inputs: inputs, entered: context.on, facts: facts)
    return action.opens.compactMap { effect in
      if let when = effect.when, when.evaluate(in: scope).truth != true { return nil }
      guard let procedure = pack.procedure(effect.procedure) else { return nil }
      var given: [String: Value] = [:]
      for (id, expression) in effect.inputs {
        guard case .value(let value) = expression.evaluate(in: scope) else { return nil }
        given[id] = value
      }
      guard let payload = opening(of: procedure, given, nil, facts) else { return nil }
      return EventDraft(payload: .proceeding(payload), role: role, on: context.on)
    }
  }

  private func find(
    _ action: String, _ proceeding: ProceedingID?
  ) -> Result<Site, Refusals> {
    if let proceeding, state.proceeding(proceeding) == nil {
      let known = state.proceedings.map(\.id).joined(separator: ", ")
      return .failure(
        Refusals([
          Refusal(
            .input, "proceeding.unknown", arguments: ["proceeding": proceeding, "known": known])
        ]))
    }
    let sites = sites.filter {
      $0.action.id == action && (proceeding == nil || $0.proceeding.id == proceeding)
    }
    if let site = sites.first(where: { $0.proceeding.isMain }) ?? sites.first {
      guard sites.count == 1 || site.proceeding.isMain else {
        let ids = sites.map(\.proceeding.id).joined(separator: ", ")
        return .failure(
          Refusals([
            Refusal(.input, "action.ambiguous", arguments: ["action": action, "proceedings": ids])
          ]))
      }
      return .success(site)
    }
    let stages = state.proceedings.filter { !$0.isEnded }
    let offered = Decider.offers(for: state, in: context).filter(\.isAllowed).map(\.id)
    return .failure(
      Refusals([
        Refusal(
          .law, stages.isEmpty ? "case.ended" : "action.not_here",
          cites: state.main.flatMap { main in
            pack.procedure(main.procedure)?.stage(main.stage)?.cites
          } ?? [],
          arguments: [
            "action": action, "stage": state.main?.stage ?? "",
            "offered": offered.joined(separator: ", "),
          ])
      ]))
  }

  /// Every action at the stages where the case stands.
  var sites: [Site] {
    state.proceedings.filter { !$0.isEnded }.flatMap { proceeding -> [Site] in
      guard let procedure = pack.procedure(proceeding.procedure),
        let stage = procedure.stage(proceeding.stage)
      else { return [] }
      return stage.actions.map {
        Site(proceeding: proceeding, procedure: procedure, stage: stage, action: $0)
      }
    }
  }
}
