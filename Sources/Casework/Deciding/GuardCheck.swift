import Quantities
import RulePacks

extension DecisionTable {
  /// What guards and conditions stand in the way of a step.
  ///
  /// - Parameter awaiting: the inputs that are still to be given, where it is only asked what may be
  ///   done; what depends on them is left open.
  func lawRefusals(
    passes moments: [Moment], guards: [Guard], isDeciding: Bool, inputs: [String: Value],
    standing proceeding: Proceeding?, awaiting: Set<String> = []
  ) -> (refusals: [Refusal], findings: [Finding]) {
    var scope = scope(
      inputs: inputs, entered: proceeding?.enteredOn, due: proceeding?.entry.deadline?.due)
    let evaluator = FindingEvaluator(pack: pack, scope: scope)
    var refusals: [Refusal] = []
    var relied: [Finding] = []
    for moment in moments {
      let findings = evaluator.findings(at: moment, of: state)
      relied.append(contentsOf: findings)
      refusals.append(contentsOf: blocking(findings, isDeciding: isDeciding))
    }
    if guards.contains(where: { $0.requires.source.mentions("passes(") }) {
      for moment in Moment.allCases {
        let findings = evaluator.findings(at: moment, of: state)
        scope.passing[moment] = blocking(findings, isDeciding: isDeciding).isEmpty
      }
    }
    let awaited = Set(awaiting.map { "input." + $0 })
    for requirement in guards {
      let outcome = requirement.requires.evaluate(in: scope)
      switch outcome {
      case .value(.boolean(true)), .notApplicable: continue
      case .unknown(let missing)
      where !missing.isEmpty && missing.allSatisfy(awaited.contains):
        continue
      case .unknown(let missing):
        refusals.append(refusal(requirement, waysToRecord(missing), in: scope))
      default:
        if !awaiting.isDisjoint(with: requirement.requires.inputs) { continue }
        refusals.append(refusal(requirement, measured(requirement, in: scope), in: scope))
      }
    }
    return (refusals, relied)
  }

  /// The findings that block a step now.
  func blocking(_ findings: [Finding], isDeciding: Bool) -> [Refusal] {
    findings.compactMap { finding in
      finding.refusal(isDeciding: isDeciding, owesJudgement: owesJudgement(finding))
    }
  }

  /// Whether the judgement of a condition is owed by now: at its stage and after it.
  private func owesJudgement(_ finding: Finding) -> Bool {
    finding.judge.map { isReached($0.stage) } ?? false
  }

  /// Whether the main proceeding stands at a stage, has been there, or is past it on the ordinary
  /// way: a centre that was taken over on the roster is past its evaluation.
  func isReached(_ stage: String) -> Bool {
    guard let main = state.main else { return false }
    if main.visited.contains(stage) { return true }
    guard let spine = pack.procedure(main.procedure)?.spine,
      let owed = spine.firstIndex(of: stage), let now = spine.firstIndex(of: main.stage)
    else { return main.stage == stage }
    return now >= owed
  }

  /// What a guard that compares two values found, and against what; nothing for other guards, whose
  /// label says it all.
  private func measured(_ requirement: Guard, in scope: Scope) -> [String: String] {
    let explanation = requirement.requires.explain(in: scope)
    guard explanation.kind == .comparison, explanation.parts.count == 2,
      case .value(let value) = explanation.parts[0].outcome,
      case .value(let limit) = explanation.parts[1].outcome
    else { return [:] }
    return switch value {
    case .boolean, .text, .choice: [:]
    default: ["value": value.canonical, "limit": limit.canonical]
    }
  }

  /// What is missing, with what of it can be filled in and which step records the rest.
  private func waysToRecord(_ missing: [FactPath]) -> [String: String] {
    let recorded = missing.filter(isRecordedBySteps)
    let fillable = missing.filter { !recorded.contains($0) }
    var arguments = ["missing": missing.joined(separator: ", ")]
    if !fillable.isEmpty { arguments["fill"] = fillable.joined(separator: ", ") }
    arguments["record"] = recorded.first.flatMap { settingActions(of: $0).first?.id }
    return arguments
  }

  private func refusal(
    _ requirement: Guard, _ arguments: [String: String], in scope: Scope
  ) -> Refusal {
    var arguments = arguments
    if case .value(.date(let until)) = requirement.until?.evaluate(in: scope) {
      arguments["until"] = "\(until)"
    }
    return Refusal(
      .law, "guard.\(requirement.id)", cites: requirement.cites.map { [$0] } ?? [],
      label: requirement.label, arguments: arguments)
  }
}
