import Quantities
package import RulePacks

/// Tests a case against the conditions of its pack.
package struct FindingEvaluator: Sendable {
  /// The pack.
  package let pack: RulePack
  /// What expressions may read.
  package let scope: Scope

  /// An evaluator.
  package init(pack: RulePack, scope: Scope) {
    self.pack = pack
    self.scope = scope
  }

  /// Every condition of a moment, in the order of the pack; nil for a case that is not there yet.
  package func findings(at moment: Moment, of state: CaseState?) -> [Finding] {
    pack.conditions
      .filter { $0.testedAt.contains(moment) }
      .map { finding(of: $0, at: moment, state) }
  }

  /// One condition at a moment.
  package func finding(
    of condition: Condition, at moment: Moment, _ state: CaseState?
  ) -> Finding {
    var finding = tested(condition, at: moment, state)
    finding.judge = condition.judgedBy
    finding.waivableBy = mayBeWaived(condition) == false ? nil : condition.waivableBy
    guard finding.result == .notMet || finding.result == .unknown else { return finding }
    let since = state.map { start(of: condition, at: moment, $0) } ?? 0
    if finding.result == .notMet, condition.waivableBy != nil,
      let waiver = state?.waivers[condition.id], waiver.place > since
    {
      switch waiver.step.step {
      case .requested: finding.result = .waiverRequested
      case .granted: finding.result = .waived
      case .refused: break
      }
      finding.reason = waiver.step.reason
    } else if finding.force == .default, let departure = state?.departures[condition.id],
      departure.place > since
    {
      finding.result = .departed
      finding.reason = departure.reason
    }
    return finding
  }

  /// Whether the circumstances in which a condition may be waived are there; nil where unknown.
  package func mayBeWaived(_ condition: Condition) -> Bool? {
    guard condition.waivableBy != nil else { return false }
    guard let test = condition.waivableWhen else { return true }
    return test.evaluate(in: scope).truth
  }

  private func tested(
    _ condition: Condition, at moment: Moment, _ state: CaseState?
  ) -> Finding {
    var finding = Finding(
      id: condition.id, cites: condition.cites, force: condition.force, moment: moment,
      result: .met)
    if let applies = condition.applies {
      let explanation = applies.explain(in: scope)
      switch explanation.outcome {
      case .value(.boolean(true)): break
      case .unknown(let missing):
        finding.result = .unknown
        finding.missing = missing
        finding.explanation = explanation
        return finding
      default:
        finding.result = .notApplicable
        finding.explanation = explanation
        return finding
      }
    }
    var openExemption: [FactPath]?
    for exception in condition.exceptions {
      switch exception.applies.evaluate(in: scope) {
      case .value(.boolean(true)):
        finding.exception = exception.cites
        if exception.effect == .softens {
          finding.force = .default
        } else {
          finding.result = .notApplicable
          finding.explanation = exception.applies.explain(in: scope)
          return finding
        }
      case .unknown(let missing) where exception.effect == .exempts: openExemption = missing
      default: break
      }
    }
    if let test = condition.requires {
      test.explain(in: scope).settle(&finding)
    } else {
      judged(state.flatMap { judgement(of: condition, at: moment, $0) }, &finding)
    }
    if let shows = condition.shows, case .value(let value) = shows.evaluate(in: scope) {
      finding.value = value
    }
    if finding.result == .notMet, let missing = openExemption {
      finding.result = .unknown
      finding.missing = missing
    }
    return finding
  }

  /// The judgement that counts: none that was given before the evaluation that runs now.
  private func judgement(
    of condition: Condition, at moment: Moment, _ state: CaseState
  ) -> JudgementRecord? {
    guard let record = state.judgements[condition.id],
      record.place > start(of: condition, at: moment, state)
    else { return nil }
    return record
  }

  /// Where among the events the evaluation that runs now began: what was settled before is none of it.
  ///
  /// That is the opening of the latest run that looks at the moment; where the main procedure is at
  /// the stage that owes the judgement, its entry there, which may be the second one. What is tested
  /// at the application stands through all of it.
  private func start(of condition: Condition, at moment: Moment, _ state: CaseState) -> Int {
    let opened = latestRun(at: moment, of: state)?.openedAt ?? 0
    guard moment != .application, let main = state.main, main.stage == condition.judgedBy?.stage
    else { return opened }
    return max(opened, main.enteredAt)
  }

  /// The latest run beside the main one that looks at the conditions of a moment; nil where the main
  /// procedure alone does, as it looks at those of the application.
  ///
  /// What was judged, waived or departed from in the evaluation before says nothing about the one
  /// that runs now. The order of the events counts, not their dates: both may be of one day.
  private func latestRun(at moment: Moment, of state: CaseState) -> Proceeding? {
    state.proceedings.last { proceeding in
      !proceeding.isMain && pack.procedure(proceeding.procedure)?.looks(at: moment) == true
    }
  }

  private func judged(_ record: JudgementRecord?, _ finding: inout Finding) {
    switch record?.judged.answer {
    case .some(true): finding.result = .met
    case .some(false): finding.result = .notMet
    case nil: finding.result = .judgement
    }
    finding.reason = record?.judged.note
  }
}

extension Explanation {
  /// Writes what a test came to into a finding.
  fileprivate func settle(_ finding: inout Finding) {
    finding.explanation = self
    finding.isPartial = isPartial
    if let comparison = leadingComparison, comparison.parts.count == 2 {
      if case .value(let value) = comparison.parts[0].outcome { finding.value = value }
      if case .value(let value) = comparison.parts[1].outcome { finding.threshold = value }
      finding.shortfall = comparison.shortfall
    }
    switch outcome {
    case .value(.boolean(true)): finding.result = .met
    case .value: finding.result = .notMet
    case .unknown(let missing):
      finding.result = .unknown
      finding.missing = missing
    case .absent: finding.result = .notMet
    case .notApplicable: finding.result = .notApplicable
    }
  }
}

extension Procedure {
  /// Whether an action of it tests the conditions of a moment.
  func looks(at moment: Moment) -> Bool {
    stages.contains { stage in
      stage.actions.contains { action in
        action.passes.contains(moment) || action.terms?.checks.contains(moment) == true
      }
    }
  }
}
