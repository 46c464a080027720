import RulePacks

extension DraftTrial {
  /// What the draft would change for a case of which the facts were glanced at.
  ///
  /// As much of the case is read as has to be known: nothing where the glance says it all, the facts
  /// where something would be missing or a guard or deadline differs, and the history where a
  /// person's decision may count.
  ///
  /// - Parameters:
  ///   - glance: what a `TrialScreen` of this trial saw.
  ///   - places: where the open proceedings stand; dates need not be filled in.
  ///   - isDecided: whether an event of some kinds about some conditions is on record.
  ///   - read: the case, with its history or without.
  package func effect(
    seen glance: TrialGlance, at places: [TrialCase.Place],
    isDecided: (Set<EventKind>, [String]) throws -> Bool,
    read: (_ withHistory: Bool) throws -> TrialCase
  ) rethrows -> CaseEffect {
    let needsHistory = places.contains {
      self.needsHistory(procedure: $0.procedure, stage: $0.stage)
    }
    let decisions = decisionsThatCount(glance)
    if try needsHistory
      || !decisions.kinds.isEmpty && isDecided(decisions.kinds, decisions.conditions)
    {
      return effect(on: try read(true))
    }
    let needsFacts = glance.findings.contains { !$0.isAlike && $0.after?.result == .notMet }
    let needsDates = places.contains {
      stages.readsCase(procedure: $0.procedure, stage: $0.stage)
    }
    let subject =
      needsFacts || needsDates
      ? try read(false) : TrialCase(facts: FactSheet([:]), places: places)
    var effect = CaseEffect()
    findings(glance, subject, &effect)
    for (pair, alert) in zip(grounds, glance.alerts) where alert.before != alert.after {
      guard let id = (pair.after ?? pair.before)?.id else { continue }
      effect.alerts.append(CaseEffect.AlertChange(ground: id, isRaised: alert.after))
    }
    for place in subject.places { stages.look(at: place, in: self, subject, &effect) }
    return effect
  }

  /// The kinds of decisions that may change what comes out otherwise, and of which conditions.
  private func decisionsThatCount(
    _ glance: TrialGlance
  ) -> (kinds: Set<EventKind>, conditions: [String]) {
    var kinds: Set<EventKind> = []
    var ids: [String] = []
    for (place, seen) in glance.findings.enumerated() {
      let pair = conditions[place]
      let isWaivedAlike = (pair.before?.waivableBy == nil) == (pair.after?.waivableBy == nil)
      let isAlike = seen.isAlike && isWaivedAlike && judgedAlike[place]
      guard !isAlike else { continue }
      let known = kinds.count
      let sides = [(pair.before, seen.before), (pair.after, seen.after)]
      var counts = false
      for case let (condition?, seen?) in sides {
        switch seen.result {
        case .judgement: kinds.insert(.judged)
        case .notMet where condition.waivableBy != nil: kinds.insert(.waiver)
        case .notMet, .unknown: break
        default: continue
        }
        if seen.force == .default, seen.result != .judgement { kinds.insert(.departed) }
        counts = true
      }
      if counts || kinds.count != known, let id = (pair.after ?? pair.before)?.id {
        ids.append(id)
      }
    }
    return (kinds, ids)
  }

  private func findings(
    _ glance: TrialGlance, _ subject: TrialCase, _ effect: inout CaseEffect
  ) {
    guard glance.findings.contains(where: { !$0.isAlike }) else { return }
    let moments = ahead.moments(for: subject.places)
    let new = FindingEvaluator(pack: draft.pack, scope: scope(subject, draft))
    for (pair, seen) in zip(conditions, glance.findings) where !seen.isAlike {
      guard let leading = pair.after ?? pair.before else { continue }
      var shortfall: Value?
      if seen.after?.result == .notMet, let condition = pair.after,
        let moment = condition.testedAt.first
      {
        shortfall = new.finding(of: condition, at: moment, nil).shortfall
      }
      effect.findings.append(
        CaseEffect.FindingChange(
          condition: leading.id, before: seen.before?.result, after: seen.after?.result,
          forceBefore: seen.before?.force,
          force: seen.after?.force ?? seen.before?.force ?? leading.force,
          isAhead: !moments.isDisjoint(with: leading.testedAt), shortfall: shortfall))
    }
  }
}

extension RulePack {
  /// The procedures whose runs ask for a new judgement of what is tested at a moment.
  func proceduresLooking(at moment: Moment?) -> Set<String> {
    guard let moment else { return [] }
    return Set(procedures.filter { !$0.isMain && $0.looks(at: moment) }.map(\.id))
  }
}
