package import Quantities
import RulePacks

extension Decider {
  /// What a person should know of a case, though it stops nothing: no transition clause covers it, or
  /// a due date lies after the regulation's end.
  ///
  /// Codes: `pack.transition.uncovered`, `pack.transition.unknown`,
  /// `pack.validity.period_past_end`; all warnings.
  package static func warnings(
    for state: CaseState, in context: DecisionContext
  ) -> [Problem] {
    var warnings: [Problem] = []
    switch context.pack.transition?.answer(in: DecisionTable(state, context).scope()) {
    case .uncovered:
      warnings.append(Problem("pack.transition.uncovered", severity: .warning))
    case .unknown(let missing):
      warnings.append(
        Problem(
          "pack.transition.unknown", severity: .warning,
          ["missing": missing.joined(separator: ", ")]))
    case .covered, .notConcerned, nil: break
    }
    guard let end = context.pack.validity.to else { return warnings }
    for proceeding in state.proceedings where !proceeding.isEnded {
      guard let due = proceeding.entry.deadline?.due, due > end else { continue }
      warnings.append(
        Problem(
          "pack.validity.period_past_end", severity: .warning,
          at: Problem.Place(field: proceeding.id), ["due": "\(due)", "to": "\(end)"]))
    }
    return warnings
  }
}
