import Quantities
import RulePacks

/// What a draft changes about stages: whether they are there, by when, and what can be done.
struct StageTrial {
  private struct Site: Hashable {
    let procedure: String
    let stage: String
  }

  /// A stage that is not alike on both sides.
  private struct Entry {
    var isMissing = false
    /// Rules that may have given the due date, with what takes their place.
    var rules: [(before: DeadlineRule?, after: DeadlineRule?)] = []
    var actions: [(before: Action?, after: Action?)] = []
    /// Guards of actions on both sides that differ.
    var guards: [(action: String, before: Guard?, after: Guard?)] = []
    /// Actions on both sides, with the moments that they test in the draft.
    var tests: [(action: String, moments: [Moment])] = []

    /// Whether a rule needs what the proceeding was given.
    var readsInputs: Bool {
      rules.contains { pair in
        [pair.before, pair.after].contains { rule in
          guard let rule else { return false }
          if rule.anchor?.source.contains("input.") == true { return true }
          if case .date(let date) = rule.measure { return date.source.contains("input.") }
          return false
        }
      }
    }
  }

  private var entries: [Site: Entry] = [:]
  /// Every expression that has to be evaluated.
  private(set) var expressions: [Expression?] = []

  /// Whether no stage differs.
  var isIdle: Bool {
    entries.values.allSatisfy {
      !$0.isMissing && $0.rules.isEmpty && $0.actions.isEmpty && $0.guards.isEmpty
    }
  }

  init(_ before: DraftTrial.Side, _ after: DraftTrial.Side, _ differs: Difference) {
    for procedure in before.pack.procedures {
      let draft = after.pack.procedure(procedure.id)
      for stage in procedure.stages where stage.ends == nil {
        let entry = Self.entry(stage, draft?.stage(stage.id), procedure, draft, differs)
        entries[Site(procedure: procedure.id, stage: stage.id)] = entry
        expressions += entry.guards.flatMap { [$0.before?.requires, $0.after?.requires] }
        for rule in entry.rules.flatMap({ [$0.before, $0.after] }) {
          expressions.append(rule?.anchor)
          if case .date(let date)? = rule?.measure { expressions.append(date) }
        }
      }
    }
  }

  private static func entry(
    _ stage: Stage, _ draft: Stage?, _ procedure: Procedure, _ after: Procedure?,
    _ differs: Difference
  ) -> Entry {
    var entry = Entry()
    guard let draft, draft.ends == nil else {
      entry.isMissing = true
      return entry
    }
    if differs.deadline(stage.due, draft.due) { entry.rules.append((stage.due, draft.due)) }
    for origin in procedure.stages {
      for action in origin.actions where action.to == stage.id {
        let other = after?.stage(origin.id)?.action(action.id)
        guard let due = action.due, let other, differs.deadline(due, other.due) else { continue }
        entry.rules.append((due, other.due ?? draft.due))
      }
    }
    for pair in DraftTrial.pairs(stage.actions, draft.actions, \.id) {
      guard let old = pair.before, let new = pair.after else {
        entry.actions.append(pair)
        continue
      }
      let asksMore = !Set(new.needs).isSubset(of: old.needs)
      if asksMore || !Set(new.passes).isSubset(of: old.passes) { entry.actions.append(pair) }
      for own in DraftTrial.pairs(old.guards, new.guards, \.id)
      where differs.expression(own.before?.requires, own.after?.requires) {
        entry.guards.append((new.id, own.before, own.after))
      }
      entry.tests.append((new.id, new.passes.filter(old.passes.contains)))
    }
    return entry
  }

  /// Whether what a proceeding at a place was given has to be known.
  func readsInputs(procedure: String, stage: String) -> Bool {
    entries[Site(procedure: procedure, stage: stage)]?.readsInputs == true
  }

  /// Whether dates or facts of a case at a place have to be known.
  func readsCase(procedure: String, stage: String) -> Bool {
    guard let entry = entries[Site(procedure: procedure, stage: stage)] else { return false }
    return !entry.rules.isEmpty || !entry.guards.isEmpty
  }

  /// Notes what the draft changes for a case at a place.
  func look(
    at place: TrialCase.Place, in trial: DraftTrial, _ subject: TrialCase,
    _ effect: inout CaseEffect
  ) {
    guard let entry = entries[Site(procedure: place.procedure, stage: place.stage)] else { return }
    guard !entry.isMissing else {
      effect.stages.append(
        CaseEffect.MissingStage(procedure: place.procedure, stage: place.stage))
      return
    }
    let before = trial.scope(subject, trial.present, at: place)
    let after = trial.scope(subject, trial.draft, at: place)
    deadline(entry, place, trial, before, after, &effect)
    actions(entry, place, &effect)
    guards(entry, place, before, after, &effect)
    conditions(entry, place, trial, &effect)
  }

  /// The due date on record is recounted only where a rule that differs gave it: what was set by a
  /// pause or a person stays.
  private func deadline(
    _ entry: Entry, _ place: TrialCase.Place, _ trial: DraftTrial, _ before: Scope,
    _ after: Scope, _ effect: inout CaseEffect
  ) {
    let old = DeadlineCounter(calendar: trial.calendar, practice: trial.present.practice)
    let new = DeadlineCounter(calendar: trial.calendar, practice: trial.draft.practice)
    for pair in entry.rules {
      let was = pair.before.flatMap {
        old.deadline(of: $0, enteredOn: place.enteredOn, in: before)?.due
      }
      guard was == place.due else { continue }
      let would = pair.after.flatMap {
        new.deadline(of: $0, enteredOn: place.enteredOn, in: after)?.due
      }
      if would != place.due {
        effect.deadlines.append(
          CaseEffect.DeadlineChange(
            procedure: place.procedure, stage: place.stage, before: place.due, after: would))
      }
      return
    }
  }

  private func actions(_ entry: Entry, _ place: TrialCase.Place, _ effect: inout CaseEffect) {
    for pair in entry.actions {
      guard let id = (pair.after ?? pair.before)?.id else { continue }
      var because: [String] = []
      let fate: CaseEffect.ActionChange.Fate
      switch (pair.before, pair.after) {
      case (.some, nil): fate = .gone
      case (nil, _): fate = .added
      case (let old?, let new?):
        fate = .asksMore
        because = new.needs.filter { !old.needs.contains($0) }
        because += new.passes.filter { !old.passes.contains($0) }.map { "passes(\($0.rawValue))" }
      }
      effect.actions.append(change(place, id, fate, because))
    }
  }

  /// What a guard asks of inputs that nobody has given yet does not stand in the way.
  private func guards(
    _ entry: Entry, _ place: TrialCase.Place, _ before: Scope, _ after: Scope,
    _ effect: inout CaseEffect
  ) {
    var blocked: [String: [String]] = [:]
    var freed: [String: [String]] = [:]
    for pair in entry.guards {
      let was = pair.before.map { Self.holds($0, before) } ?? true
      let would = pair.after.map { Self.holds($0, after) } ?? true
      guard was != would, let id = (pair.after ?? pair.before)?.id else { continue }
      if would { freed[pair.action, default: []].append(id) }
      if was { blocked[pair.action, default: []].append(id) }
    }
    for (action, because) in blocked.sorted(by: { $0.key < $1.key }) {
      effect.actions.append(change(place, action, .blocked, because))
    }
    for (action, because) in freed.sorted(by: { $0.key < $1.key }) {
      effect.actions.append(change(place, action, .freed, because))
    }
  }

  private static func holds(_ requirement: Guard, _ scope: Scope) -> Bool {
    switch requirement.requires.evaluate(in: scope) {
    case .value(.boolean(let flag)): flag || requirement.requires.source.contains("input.")
    case .notApplicable, .unknown: true
    default: false
    }
  }

  /// Mandatory conditions that come out otherwise block the actions of the stage that test them, or
  /// free them.
  private func conditions(
    _ entry: Entry, _ place: TrialCase.Place, _ trial: DraftTrial, _ effect: inout CaseEffect
  ) {
    for test in entry.tests where !test.moments.isEmpty {
      let own = effect.findings.filter { finding in
        let condition =
          trial.draft.pack.condition(finding.condition)
          ?? trial.present.pack.condition(finding.condition)
        return finding.force == .mandatory
          && condition?.testedAt.contains(where: test.moments.contains) == true
      }
      let failing = own.filter { $0.newlyFails || $0.newlyUnknown }.map(\.condition)
      let passing = own.filter(\.newlyPasses).map(\.condition)
      if !failing.isEmpty {
        effect.actions.append(change(place, test.action, .blocked, failing))
      } else if !passing.isEmpty {
        effect.actions.append(change(place, test.action, .freed, passing))
      }
    }
  }

  private func change(
    _ place: TrialCase.Place, _ action: String, _ fate: CaseEffect.ActionChange.Fate,
    _ because: [String]
  ) -> CaseEffect.ActionChange {
    CaseEffect.ActionChange(
      procedure: place.procedure, stage: place.stage, action: action, fate: fate,
      because: because)
  }
}
