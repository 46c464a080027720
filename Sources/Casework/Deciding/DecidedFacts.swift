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

  /// Whether a fact stands by a decision: a step set it, or the centre exists and a procedure would
  /// have to change it.
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
    return exists && !settingActions(of: path).isEmpty
  }

  /// The actions whose steps set a fact; rows count whatever their key is.
  private func settingActions(of path: FactPath) -> [Action] {
    let wanted = Self.withoutKey(path)
    return pack.procedures.flatMap(\.stages).flatMap(\.actions).filter { action in
      action.sets.contains { Self.withoutKey($0.path) == wanted }
    }
  }

  private static func withoutKey(_ path: FactPath) -> String {
    guard let open = path.firstIndex(of: "["), let close = path.lastIndex(of: "]"), open < close
    else { return path }
    return String(path[..<open]) + "[]" + String(path[path.index(after: close)...])
  }
}
