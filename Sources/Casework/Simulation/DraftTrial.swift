package import Quantities
package import RulePacks

/// A draft of a pack, tried on cases that stand under the present one; pure, and nothing is decided.
///
/// Only what the two say differently is computed: conditions, grounds, guards and deadlines that are
/// alike in both come to the same.
package struct DraftTrial: Sendable {
  /// One side of the trial: a pack with the practice that would be in force.
  package struct Side: Sendable {
    /// The pack.
    package let pack: RulePack
    /// The practice in force under it.
    package let practice: PracticeInForce

    /// A side.
    package init(pack: RulePack, practice: PracticeInForce) {
      self.pack = pack
      self.practice = practice
    }
  }

  let present: Side
  let draft: Side
  let calendar: WorkingCalendar
  let today: CalendarDate
  /// The conditions of either side that may come out otherwise, in the order of the draft.
  let conditions: [(before: Condition?, after: Condition?)]
  /// Whether the same judgement counts on both sides, pair by pair: not where another procedure asks
  /// for a new one.
  let judgedAlike: [Bool]
  let grounds: [(before: Ground?, after: Ground?)]
  let stages: StageTrial
  let ahead: MomentsAhead

  /// The facts that cases have to bring, tables by their name.
  package let facts: Set<FactPath>
  /// The questions about other cases that have to be answered.
  package let questions: [Question]
  /// The conditions that may come out otherwise, as the draft has them where it does.
  package var differing: [Condition] { conditions.compactMap { $0.after ?? $0.before } }

  /// A trial; `today` is the day on which alerts are looked at.
  package init(
    of draft: Side, against present: Side, calendar: WorkingCalendar, today: CalendarDate
  ) {
    self.present = present
    self.draft = draft
    self.calendar = calendar
    self.today = today
    let differs = Difference(present, draft)
    conditions = Self.pairs(present.pack.conditions, draft.pack.conditions, \.id)
      .filter { differs.condition($0.before, $0.after) }
    judgedAlike = conditions.map { pair in
      present.pack.proceduresLooking(at: pair.before?.testedAt.first)
        == draft.pack.proceduresLooking(at: pair.after?.testedAt.first)
    }
    grounds = Self.pairs(present.pack.grounds, draft.pack.grounds, \.id)
      .filter { differs.expression($0.before?.alerts, $0.after?.alerts) }
    stages = StageTrial(present, draft, differs)
    ahead = MomentsAhead(draft.pack)
    var expressions: [Expression?] = stages.expressions
    for pair in conditions {
      expressions += Difference.expressions(of: pair.before)
      expressions += Difference.expressions(of: pair.after)
    }
    for pair in grounds { expressions += [pair.before?.alerts, pair.after?.alerts] }
    var facts: Set<FactPath> = [FactSheet.foundedOnPath]
    for expression in expressions { facts.formUnion(expression?.facts ?? []) }
    self.facts = facts
    let asked = expressions.compactMap { $0?.source }.filter { $0.contains("others.") }
    let known = present.pack.questions.filter { own in
      !draft.pack.questions.contains { $0.id == own.id }
    }
    questions = (draft.pack.questions + known).filter { question in
      asked.contains { $0.contains("others.\(question.id)") }
    }
  }

  /// Whether the whole history of a case at a place is needed: what its proceeding was given.
  package func needsHistory(procedure: String, stage: String) -> Bool {
    stages.readsInputs(procedure: procedure, stage: stage)
  }

  /// Whether the draft can change nothing for any case.
  package var isIdle: Bool { conditions.isEmpty && grounds.isEmpty && stages.isIdle }

  /// What the draft would change for a case.
  package func effect(on trial: TrialCase) -> CaseEffect {
    var effect = CaseEffect()
    let before = scope(trial, present)
    let after = scope(trial, draft)
    findings(trial, before, after, &effect)
    for pair in grounds {
      let was = pair.before?.alerts?.evaluate(in: before).truth == true
      let would = pair.after?.alerts?.evaluate(in: after).truth == true
      guard was != would, let id = (pair.after ?? pair.before)?.id else { continue }
      effect.alerts.append(CaseEffect.AlertChange(ground: id, isRaised: would))
    }
    for place in trial.places { stages.look(at: place, in: self, trial, &effect) }
    return effect
  }

  func scope(
    _ trial: TrialCase, _ side: Side, at place: TrialCase.Place? = nil
  ) -> Scope {
    Scope(
      facts: trial.facts, inputs: place?.inputs ?? [:], practice: side.practice.values,
      others: trial.others, on: today, today: today, entered: place?.enteredOn, due: place?.due)
  }

  private func findings(
    _ trial: TrialCase, _ before: Scope, _ after: Scope, _ effect: inout CaseEffect
  ) {
    guard !conditions.isEmpty else { return }
    let moments = ahead.moments(for: trial.places)
    let old = FindingEvaluator(pack: present.pack, scope: before)
    let new = FindingEvaluator(pack: draft.pack, scope: after)
    for pair in conditions {
      guard let leading = pair.after ?? pair.before else { continue }
      let was = pair.before.flatMap { condition in
        condition.testedAt.first.map { old.finding(of: condition, at: $0, trial.state) }
      }
      let would = pair.after.flatMap { condition in
        condition.testedAt.first.map { new.finding(of: condition, at: $0, trial.state) }
      }
      guard was?.result != would?.result || was?.force != would?.force else { continue }
      effect.findings.append(
        CaseEffect.FindingChange(
          condition: leading.id, before: was?.result, after: would?.result, forceBefore: was?.force,
          force: would?.force ?? was?.force ?? leading.force,
          isAhead: !moments.isDisjoint(with: leading.testedAt),
          shortfall: would?.result == .notMet ? would?.shortfall : nil))
    }
  }

  /// The parts of two packs by their ids, in the order of the later one.
  static func pairs<Part>(
    _ before: [Part], _ after: [Part], _ id: (Part) -> String
  ) -> [(before: Part?, after: Part?)] {
    let old = Dictionary(before.map { (id($0), $0) }) { first, _ in first }
    let new = Set(after.map(id))
    return after.map { (old[id($0)], $0) }
      + before.filter { !new.contains(id($0)) }.map { ($0, nil) }
  }
}
