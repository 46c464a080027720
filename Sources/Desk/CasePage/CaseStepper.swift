import Casework
import Quantities
import RulePacks
import TerminalUI

/// The way of a case as a line of steps.
enum CaseStepper {
  /// The ordinary way of the main procedure, with where the case stands; a stage beside the way
  /// stands behind the last step that was done.
  static func steps(
    of state: CaseState, under pack: RulePack, _ language: Language
  ) -> Stepper {
    guard let main = state.main, let procedure = pack.procedure(main.procedure) else {
      return Stepper([])
    }
    return steps(of: main, in: procedure, language)
  }

  static func steps(
    of proceeding: Proceeding, in procedure: Procedure, _ language: Language
  ) -> Stepper {
    let spine = procedure.spine
    func title(_ id: String) -> String { procedure.stage(id)?.label[language] ?? id }
    let reached =
      spine.lastIndex { $0 == proceeding.stage }
      ?? spine.lastIndex { proceeding.visited.contains($0) } ?? -1
    var steps: [Stepper.Step] = []
    for (index, id) in spine.enumerated() {
      if id == proceeding.stage {
        steps.append(Stepper.Step(title(id), .current))
      } else if index <= reached {
        steps.append(Stepper.Step(title(id), .done))
      } else if !proceeding.isEnded {
        steps.append(Stepper.Step(title(id), .ahead))
      }
    }
    if !spine.contains(proceeding.stage) {
      let place = min(steps.count, max(0, reached + 1))
      steps.insert(Stepper.Step(title(proceeding.stage), .current), at: place)
    }
    return Stepper(steps)
  }
}
