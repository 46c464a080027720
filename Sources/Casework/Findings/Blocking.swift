import Quantities
import RulePacks

extension Finding {
  /// What the finding asks for before an action can be taken; nil where it does not stand in the
  /// way.
  ///
  /// - Parameters:
  ///   - isDeciding: whether the action decides finally; a requested waiver blocks only then.
  ///   - owesJudgement: whether a judgement of this condition is owed by now.
  package func refusal(isDeciding: Bool, owesJudgement: Bool) -> Refusal? {
    switch (force, result) {
    case (.preference, _), (_, .met), (_, .notApplicable), (_, .waived), (_, .departed): nil
    case (_, .waiverRequested): isDeciding ? refusal("waiver.pending") : nil
    case (_, .judgement): owesJudgement ? refusal("judgement.pending") : nil
    case (.mandatory, .notMet):
      judge == nil || owesJudgement ? refusal("condition.not_met") : nil
    case (.mandatory, .unknown): refusal("condition.unknown")
    case (.default, .notMet), (.default, .unknown): refusal("departure.required")
    }
  }

  private func refusal(_ code: String) -> Refusal {
    Refusal(
      .law, code, cites: cites, condition: id,
      arguments: missing.isEmpty ? [:] : ["missing": missing.joined(separator: ", ")],
      finding: self)
  }
}
