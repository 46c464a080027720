import RulePacks

/// Which moments a case at a stage still comes to: those that an action on some way from there
/// tests, or an action of a procedure that may be opened on the way.
struct MomentsAhead {
  private let byStage: [Site: Set<Moment>]

  private struct Site: Hashable {
    let procedure: String
    let stage: String
  }

  init(_ pack: RulePack) {
    let whole = Dictionary(
      pack.procedures.map { ($0.id, Set($0.stages.flatMap { $0.actions.flatMap(Self.tested) })) }
    ) { first, _ in first }
    let main = pack.mainProcedure
    var byStage: [Site: Set<Moment>] = [:]
    for procedure in pack.procedures {
      for stage in procedure.stages {
        var moments: Set<Moment> = []
        for id in Self.reachable(from: stage.id, in: procedure) {
          guard let reached = procedure.stage(id) else { continue }
          for action in reached.actions {
            moments.formUnion(Self.tested(action))
            for effect in action.opens { moments.formUnion(whole[effect.procedure] ?? []) }
          }
          guard procedure.id == main?.id, reached.ends == nil else { continue }
          for other in pack.procedures {
            guard let during = other.opening?.during else { continue }
            if during.isEmpty || during.contains(id) { moments.formUnion(whole[other.id] ?? []) }
          }
        }
        byStage[Site(procedure: procedure.id, stage: stage.id)] = moments
      }
    }
    self.byStage = byStage
  }

  /// The moments that any of some places leads to.
  ///
  /// A stage that the pack does not have leads to all: nothing can be said of it.
  func moments(for places: [TrialCase.Place]) -> Set<Moment> {
    var moments: Set<Moment> = []
    for place in places {
      let site = Site(procedure: place.procedure, stage: place.stage)
      moments.formUnion(byStage[site] ?? Set(Moment.allCases))
    }
    return moments
  }

  /// The moments that an action tests: those that have to pass, and those that are shown.
  private static func tested(_ action: Action) -> [Moment] {
    action.passes + (action.terms?.checks ?? [])
  }

  private static func reachable(from start: String, in procedure: Procedure) -> Set<String> {
    var seen: Set<String> = [start]
    var open = [start]
    while let id = open.popLast() {
      for action in procedure.stage(id)?.actions ?? [] where seen.insert(action.to).inserted {
        open.append(action.to)
      }
    }
    return seen
  }
}
