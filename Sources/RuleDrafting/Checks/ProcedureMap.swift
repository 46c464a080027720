import RulePacks

/// Which stages of a procedure lead to which: its own actions, and for the main procedure also the
/// moves that proceedings beside it make.
struct ProcedureMap {
  /// One way from a stage to another.
  struct Way: Hashable {
    var from: String
    var to: String
    /// The action, with its procedure where that is another one.
    var by: String
  }

  /// The procedure.
  let procedure: Procedure
  /// All ways that leave a stage, by the stage.
  let ways: [String: [Way]]

  /// Draws the map of a procedure.
  init(_ procedure: Procedure, of pack: RulePack) {
    self.procedure = procedure
    var found: [Way] = []
    for stage in procedure.stages {
      for action in stage.actions where action.to != stage.id {
        found.append(Way(from: stage.id, to: action.to, by: action.id))
      }
    }
    if procedure.isMain {
      for side in pack.procedures where !side.isMain {
        let standing = procedure.stages.filter { stage in
          stage.ends == nil
            && (side.opening?.during.isEmpty ?? true
              || side.opening?.during.contains(stage.id) == true)
        }
        for action in side.stages.flatMap(\.actions) {
          guard let target = action.movesMainTo else { continue }
          for stage in standing where stage.id != target {
            found.append(Way(from: stage.id, to: target, by: "\(side.id).\(action.id)"))
          }
        }
      }
    }
    ways = Dictionary(grouping: found, by: \.from)
  }

  /// The stages where a run may begin.
  var beginnings: [String] { [procedure.start] + procedure.takeOverStages }

  /// Whether a run may rest at a stage for good.
  static func isResting(_ stage: Stage) -> Bool { stage.ends != nil || stage.isRoster }

  /// Every stage that can be come to from the given ones, these included.
  func reachable(from beginnings: [String]) -> Set<String> {
    var seen = Set(beginnings)
    var queue = beginnings
    while let stage = queue.popLast() {
      for way in ways[stage] ?? [] where seen.insert(way.to).inserted { queue.append(way.to) }
    }
    return seen
  }

  /// Every stage from which an end or the roster can be come to.
  var leadingToRest: Set<String> {
    var backwards: [String: [String]] = [:]
    for way in ways.values.joined() { backwards[way.to, default: []].append(way.from) }
    var queue = procedure.stages.filter(Self.isResting).map(\.id)
    var seen = Set(queue)
    while let stage = queue.popLast() {
      for before in backwards[stage] ?? [] where seen.insert(before).inserted {
        queue.append(before)
      }
    }
    return seen
  }
}
