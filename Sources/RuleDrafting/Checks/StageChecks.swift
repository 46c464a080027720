import Quantities
import RulePacks

/// That every stage of a procedure can be come to, has an owner, and leads somewhere.
struct StageChecks {
  /// What is wrong.
  private(set) var problems: [Problem] = []

  /// Checks one procedure.
  init(_ procedure: Procedure, of pack: RulePack, places: PackPlaces) {
    let map = ProcedureMap(procedure, of: pack)
    let reachable = map.reachable(from: map.beginnings)
    let leadingToRest = map.leadingToRest
    for stage in procedure.stages {
      let place = places["procedures.\(procedure.id).\(stage.id)"]
      let arguments = ["procedure": procedure.id, "stage": stage.id]
      if !reachable.contains(stage.id) {
        problems.append(Problem("pack.check.unreachable", at: place, arguments))
      }
      guard !ProcedureMap.isResting(stage) else { continue }
      if stage.owner == nil {
        problems.append(Problem("pack.check.owner_missing", at: place, arguments))
      }
      if map.ways[stage.id] == nil {
        problems.append(Problem("pack.check.dead_end", at: place, arguments))
      } else if !leadingToRest.contains(stage.id) {
        problems.append(Problem("pack.check.endless", at: place, arguments))
      }
    }
  }
}
