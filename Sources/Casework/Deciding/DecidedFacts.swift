import Quantities
import RulePacks

extension DecisionTable {
  /// What stands in the way of changing facts that steps of a procedure set.
  ///
  /// A name, an approval or a grade that was decided changes by a procedure. What was written
  /// wrongly an officer corrects, and says why; a clerk does not. What no step has recorded yet cannot
  /// be corrected, except in a centre that was taken over with its papers.
  func decidedFactRefusals(_ paths: [FactPath], note: String?) -> [Refusal] {
    let decided = paths.filter(isRecordedBySteps).sorted()
    guard let first = decided.first else { return [] }
    let cites = settingActions(of: first).flatMap(\.cites)
    let arguments = ["missing": decided.joined(separator: ", ")]
    guard context.actor.roles.contains(.officer) else {
      return [Refusal(.role, "facts.decided", cites: cites, arguments: arguments)]
    }
    let open = state.isTakenOver ? [] : decided.filter(isStillToBeRecorded)
    if let first = open.first {
      let actions = settingActions(of: first)
      return [
        Refusal(
          .law, "facts.not_recorded", cites: actions.flatMap(\.cites),
          arguments: ["missing": open.joined(separator: ", "), "action": actions.first?.id ?? ""])
      ]
    }
    guard TextFolding.trimmed(note ?? "").isEmpty else { return [] }
    return [Refusal(.input, "facts.correction", cites: cites, arguments: arguments)]
  }

  /// Whether a step put a fact on record, or has to: what is not there and could have come with the
  /// application, such as a first director, is filled in by whoever knows it.
  func isRecordedBySteps(_ path: FactPath) -> Bool {
    isDecided(path) && (state.facts[path] != nil || isForStepsAlone(path))
  }

  /// Whether a fact comes from steps alone: a row that procedures keep, or what the way to the centre
  /// decides.
  private func isForStepsAlone(_ path: FactPath) -> Bool {
    path.contains("[") || isOthersThanClerks(path, pack.mainProcedure?.stages ?? [])
  }

  /// Whether a step has yet to put a fact on record.
  ///
  /// It is not there, and no step that says what it is was taken; one that left it out is corrected.
  private func isStillToBeRecorded(_ path: FactPath) -> Bool {
    guard state.facts[path] == nil else { return false }
    let deciding = Set(
      pack.procedures.flatMap(\.stages).flatMap(\.actions).filter { $0.decides(path) }.map(\.id))
    return !deciding.isEmpty && !state.steps.contains { $0.action.map(deciding.contains) == true }
  }

  /// What stands in the way of an application that brings facts which only a step on the way to the
  /// centre puts on record, such as an approval, or as what a hospital is treated.
  func applicationRefusals(_ facts: Facts) -> [Refusal] {
    guard let procedure = pack.mainProcedure else { return [] }
    let stages = procedure.stagesBeforeCentre
    let early = Set(stages.flatMap(\.actions).flatMap(\.sets).map(\.path))
    let decided = facts.keys.filter { early.contains($0) && isOthersThanClerks($0, stages) }
      .sorted()
    guard let first = decided.first else { return [] }
    return [
      Refusal(
        .law, "facts.decided_later", cites: settingActions(of: first).flatMap(\.cites),
        arguments: ["missing": decided.joined(separator: ", ")])
    ]
  }

  /// Whether a fact stands by a decision: a step set it, or only a step may.
  ///
  /// Once the centre exists a procedure changes what procedures set. Before, what only steps of
  /// others than the clerks put on record (an agency's opinion, a result, an approval) is theirs.
  private func isDecided(_ path: FactPath) -> Bool {
    if let source = state.factSources[path],
      state.steps.contains(where: { step in
        step.event == source && (step.kind == .acted || step.kind == .proceeding)
      })
    {
      return true
    }
    guard let main = state.main, let procedure = pack.procedure(main.procedure) else {
      return false
    }
    let exists =
      state.isTakenOver || main.visited.contains(where: procedure.takeOverStages.contains)
    if exists { return !settingActions(of: path).isEmpty }
    return isOthersThanClerks(path, procedure.stages)
  }

  /// Whether steps put a fact on record, and none of them is a clerk's.
  private func isOthersThanClerks(_ path: FactPath, _ stages: [Stage]) -> Bool {
    let setters = stages.flatMap { stage in
      stage.actions.filter { $0.decides(path) }.map { action in
        action.roles.isEmpty ? stage.owner.flatMap(pack.owner)?.roles ?? [] : action.roles
      }
    }
    return !setters.isEmpty && setters.allSatisfy { !$0.contains(.clerk) }
  }

  /// The actions whose steps set a fact; rows count whatever their key is.
  func settingActions(of path: FactPath) -> [Action] {
    pack.procedures.flatMap(\.stages).flatMap(\.actions).filter { $0.sets(path) }
  }
}

extension Procedure {
  /// The stages on the way to a centre: those before the first at which a centre may be taken over.
  fileprivate var stagesBeforeCentre: [Stage] {
    let first = spine.firstIndex(where: takeOverStages.contains) ?? spine.count
    let later = Set(spine[first...]).union(takeOverStages)
    return stages.filter { !later.contains($0.id) }
  }
}

extension Action {
  /// Whether its step says what a fact is; one that may leave it as it was (a new name, or the old
  /// one) does not.
  fileprivate func decides(_ path: FactPath) -> Bool {
    let wanted = Self.withoutKey(path)
    return sets.contains { setting in
      Self.withoutKey(setting.path) == wanted && !setting.value.facts.contains(path)
    }
  }

  /// Whether its step sets a fact; rows count whatever their key is.
  func sets(_ path: FactPath) -> Bool {
    let wanted = Self.withoutKey(path)
    return sets.contains { Self.withoutKey($0.path) == wanted }
  }

  private static func withoutKey(_ path: FactPath) -> String {
    guard let open = path.firstIndex(of: "["), let close = path.lastIndex(of: "]"), open < close
    else { return path }
    return String(path[..<open]) + "[]" + String(path[path.index(after: close)...])
  }
}
