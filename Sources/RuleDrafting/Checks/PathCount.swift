import RulePacks

/// How many ways lead from the start of a procedure to an end or the roster, no stage passed twice.
///
/// Ways grow quickly where corrections lead back, so counting stops at a bound.
struct PathCount {
  /// At most so many ways are counted in one procedure.
  static let bound = 100_000
  /// At most so many steps are taken for it.
  private static let mostSteps = 1_000_000

  /// How many.
  private(set) var count = 0
  /// Whether counting stopped at the bound.
  private(set) var isBounded = false

  /// Counts the ways of a procedure.
  init(_ map: ProcedureMap) {
    let resting = Set(map.procedure.stages.filter(ProcedureMap.isResting).map(\.id))
    var path: Set<String> = []
    var steps = 0
    walk(map.procedure.start, map, resting, &path, &steps)
  }

  private mutating func walk(
    _ stage: String, _ map: ProcedureMap, _ resting: Set<String>, _ path: inout Set<String>,
    _ steps: inout Int
  ) {
    steps += 1
    guard count < Self.bound, steps < Self.mostSteps else {
      isBounded = true
      return
    }
    if resting.contains(stage) {
      count += 1
      return
    }
    path.insert(stage)
    for way in map.ways[stage] ?? [] where !path.contains(way.to) {
      walk(way.to, map, resting, &path, &steps)
    }
    path.remove(stage)
  }
}
