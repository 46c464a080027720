import Quantities
import RulePacks

extension DecisionTable {
  /// What stands in the way of changing facts that steps of a procedure set.
  ///
  /// A name, an approval or a grade that was decided changes by a procedure. What was written
  /// wrongly an officer corrects, and says why; a clerk does not.
  func decidedFactRefusals(_ paths: [FactPath], note: String?) -> [Refusal] {
    let decided = paths.filter(isDecided).sorted()
    guard let first = decided.first else { return [] }
    let cites = settingActions(of: first).flatMap(\.cites)
    let arguments = ["missing": decided.joined(separator: ", ")]
    guard context.actor.roles.contains(.officer) else {
      return [Refusal(.role, "facts.decided", cites: cites, arguments: arguments)]
    }
    guard TextFolding.trimmed(note ?? "").isEmpty else { return [] }
    return [Refusal(.input, "facts.correction", cites: cites, arguments: arguments)]
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
    let setters = procedure.stages.flatMap { stage in
      stage.actions.filter { $0.sets(path) }.map { action in
        action.roles.isEmpty ? stage.owner.flatMap(pack.owner)?.roles ?? [] : action.roles
      }
    }
    return !setters.isEmpty && setters.allSatisfy { !$0.contains(.clerk) }
  }

  /// The actions whose steps set a fact; rows count whatever their key is.
  private func settingActions(of path: FactPath) -> [Action] {
    pack.procedures.flatMap(\.stages).flatMap(\.actions).filter { $0.sets(path) }
  }
}

extension Action {
  /// Whether its step sets a fact; rows count whatever their key is.
  fileprivate func sets(_ path: FactPath) -> Bool {
    let wanted = Self.withoutKey(path)
    return sets.contains { Self.withoutKey($0.path) == wanted }
  }

  private static func withoutKey(_ path: FactPath) -> String {
    guard let open = path.firstIndex(of: "["), let close = path.lastIndex(of: "]"), open < close
    else { return path }
    return String(path[..<open]) + "[]" + String(path[path.index(after: close)...])
  }
}
