import Quantities
import RulePacks

/// That the further terms of actions and openings can be kept, and leave no way blocked.
struct TermChecks {
  /// What is wrong.
  private(set) var problems: [Problem] = []
  private let pack: RulePack
  private let places: PackPlaces

  /// Checks one procedure.
  init(_ procedure: Procedure, of pack: RulePack, places: PackPlaces) {
    self.pack = pack
    self.places = places
    if procedure.opening?.terms?.isByAction == true, !isOpenedByAction(procedure.id) {
      report("never_opened", at: "procedures.\(procedure.id)", ["procedure": procedure.id])
    }
    checkRestoring(procedure)
    for stage in procedure.stages {
      let path = "procedures.\(procedure.id).\(stage.id)"
      for action in stage.actions where action.terms?.isSilence == true && !isDue(stage, procedure)
      {
        report("silence_without_due", at: "\(path).\(action.id)", ["action": action.id])
      }
      checkJoin(stage, at: path)
    }
  }

  /// Whether a stage has a due date whichever way a run comes to it.
  private func isDue(_ stage: Stage, _ procedure: Procedure) -> Bool {
    if stage.due != nil { return true }
    let ways = procedure.stages.flatMap(\.actions).filter { $0.to == stage.id }
    return !ways.isEmpty && procedure.start != stage.id && ways.allSatisfy { $0.due != nil }
  }

  private func isOpenedByAction(_ procedure: String) -> Bool {
    pack.procedures.flatMap(\.stages).flatMap(\.actions).flatMap(\.opens)
      .contains { $0.procedure == procedure }
  }

  /// What brings cases back brings back those of every stage at which the procedure may be opened, or
  /// to which the case may go on while it runs.
  private mutating func checkRestoring(_ procedure: Procedure) {
    guard let main = pack.mainProcedure else { return }
    let standing = standing(during: procedure, of: main)
    for stage in procedure.stages {
      let targets = stage.actions.filter { $0.terms?.restores == true }.compactMap(\.movesMainTo)
      guard !targets.isEmpty else { continue }
      let left = main.stages.map(\.id).filter { standing.contains($0) && !targets.contains($0) }
      guard !left.isEmpty else { continue }
      report(
        "restores_uncovered", at: "procedures.\(procedure.id).\(stage.id)",
        ["stage": stage.id, "left": left.joined(separator: ", ")])
    }
  }

  /// The stages, no ends, at which the main proceeding can stand while a procedure runs beside it.
  private func standing(during procedure: Procedure, of main: Procedure) -> Set<String> {
    let open = Set(main.stages.filter { $0.ends == nil }.map(\.id))
    var seen = beginnings(of: procedure, beside: main).intersection(open)
    var queue = Array(seen)
    while let id = queue.popLast() {
      for action in main.stage(id)?.actions ?? []
      where action.terms?.barredWhile.contains(procedure.id) != true && open.contains(action.to) {
        if seen.insert(action.to).inserted { queue.append(action.to) }
      }
    }
    return seen
  }

  /// Where the main proceeding can stand when a procedure is opened, by people or by actions.
  private func beginnings(of procedure: Procedure, beside main: Procedure) -> Set<String> {
    let all = Set(main.stages.map(\.id))
    var found: Set<String> = []
    if let opening = procedure.opening, opening.terms?.isByAction != true {
      found = opening.during.isEmpty ? all : Set(opening.during)
    }
    for other in pack.procedures where other.id != procedure.id {
      for action in other.stages.flatMap(\.actions)
      where action.opens.contains(where: { $0.procedure == procedure.id }) {
        if let target = other.isMain ? action.to : action.movesMainTo {
          found.insert(target)
        } else {
          found.formUnion(other.opening.map { Set($0.during) } ?? all)
        }
      }
    }
    return found
  }

  /// Every end of a branch that a stage waits for has an action that takes it up.
  private mutating func checkJoin(_ stage: Stage, at path: String) {
    let awaited = stage.actions.flatMap { ($0.terms?.after ?? []) + ($0.terms?.afterAny ?? []) }
    for id in Set(awaited.map(\.procedure)).sorted() {
      let taken = Set(awaited.filter { $0.procedure == id }.flatMap(\.stages))
      let left = (pack.procedure(id)?.stages ?? []).filter { $0.ends != nil }.map(\.id)
        .filter { !taken.contains($0) }
      guard !left.isEmpty else { continue }
      report(
        "join_uncovered", at: path, severity: .warning,
        ["stage": stage.id, "procedure": id, "ends": left.joined(separator: ", ")])
    }
  }

  private mutating func report(
    _ code: String, at path: String, severity: Problem.Severity = .error,
    _ arguments: [String: String]
  ) {
    problems.append(
      Problem("pack.check." + code, severity: severity, at: places[path], arguments))
  }
}
