import Quantities
import RulePacks

extension PackTestRunner {
  /// What goes otherwise than the walk of a test says; the walk stops there.
  func pathFailures(_ test: PackTest) -> [Problem] {
    guard !test.path.isEmpty else { return [] }
    var walk: ImaginedCase
    switch beginning(of: test) {
    case .failure(let refusals):
      return [problem("refused", test, "begin", "", Self.codes(refusals))]
    case .success(let begun): walk = begun
    }
    var date = test.on
    for step in test.path {
      date = step.on ?? date
      let context = context(
        of: test, by: step.person ?? step.role.rawValue, as: [step.role], on: date)
      let result = Decider.decide(command(of: step), on: walk.state, in: context)
      if let failure = failure(of: result, step, test) { return [failure] }
      guard case .success(let decision) = result else { continue }
      guard walk.take(decision, by: context.actor) else {
        return [problem("refused", test, Self.name(of: step), "", "fold", at: step.place)]
      }
      if let failure = failure(after: decision, step, walk.state, test) { return [failure] }
    }
    return []
  }

  /// The cases that a walk passes through, with the decision that followed each but the last; as far
  /// as it goes.
  func walk(_ test: PackTest) -> (cases: [ImaginedCase], decisions: [Decision]) {
    guard case .success(var current) = beginning(of: test) else { return ([], []) }
    var cases = [current]
    var decisions: [Decision] = []
    var date = test.on
    for step in test.path {
      date = step.on ?? date
      let context = context(
        of: test, by: step.person ?? step.role.rawValue, as: [step.role], on: date)
      let decided = Decider.decide(command(of: step), on: current.state, in: context)
      guard case .success(let decision) = decided else { continue }
      guard current.take(decision, by: context.actor) else { break }
      decisions.append(decision)
      cases.append(current)
    }
    return (cases, decisions)
  }

  /// The case with which a walk begins: a new application, or a centre taken over.
  private func beginning(of test: PackTest) -> Result<ImaginedCase, Refusals> {
    if let standing = test.standing {
      return ImaginedCase.standing(
        at: standing.stage, since: standing.entered, facts: test.facts,
        in: context(of: test, as: [.officer], on: test.on)
      ).map(Result.success) ?? .failure(Refusals([]))
    }
    return ImaginedCase.applying(
      facts: test.facts, in: context(of: test, by: Role.clerk.rawValue, as: [.clerk], on: test.on))
  }

  private func command(of step: PackTest.Step) -> Command {
    switch step.deed {
    case .act(let action):
      .act(action: action, proceeding: step.proceeding, inputs: step.inputs, note: step.reason)
    case .open(let procedure):
      .open(procedure: procedure, inputs: step.inputs, note: step.reason)
    case .judge(let condition, let answer):
      .judge(condition: condition, answer: answer, note: step.reason ?? "test")
    case .waive(let condition, let waiver):
      .waive(
        condition: condition, step: waiver.casework, reason: step.reason ?? "test",
        basis: step.basis ?? "test")
    case .depart(let condition): .depart(condition: condition, reason: step.reason ?? "test")
    }
  }

  /// A refusal that was not expected, or one that did not come.
  private func failure(
    of result: Result<Decision, Refusals>, _ step: PackTest.Step, _ test: PackTest
  ) -> Problem? {
    let name = Self.name(of: step)
    switch (result, step.refused) {
    case (.success, nil): return nil
    case (.success, .some(let expected)):
      return problem("not_refused", test, name, expected, "", at: step.place)
    case (.failure(let refusals), nil):
      return problem("refused", test, name, "", Self.codes(refusals), at: step.place)
    case (.failure(let refusals), .some(let expected)):
      let fits = refusals.list.contains { refusal in
        refusal.code == expected || refusal.code == "guard." + expected
          || refusal.condition == expected
      }
      return fits
        ? nil
        : problem(
          "other_refusal", test, name, expected, Self.codes(refusals), at: step.place)
    }
  }

  /// A stage or a fact that is otherwise after a step.
  private func failure(
    after decision: Decision, _ step: PackTest.Step, _ state: CaseState, _ test: PackTest
  ) -> Problem? {
    let name = Self.name(of: step)
    let acted = decision.drafts.lazy.compactMap { draft -> ProceedingID? in
      switch draft.payload {
      case .acted(let acted): acted.proceeding
      case .proceeding(let opened): opened.proceeding
      default: nil
      }
    }.first
    if case .open = step.deed, let expected = step.proceeding, acted != expected {
      return problem("proceeding", test, name, expected, acted ?? "", at: step.place)
    }
    let proceeding = (acted ?? step.proceeding).flatMap(state.proceeding) ?? state.main
    if let expected = step.to, proceeding?.stage != expected {
      return problem("stage", test, name, expected, proceeding?.stage ?? "", at: step.place)
    }
    if let expected = step.main, state.main?.stage != expected {
      return problem("main", test, name, expected, state.main?.stage ?? "", at: step.place)
    }
    if let expected = step.due, proceeding?.entry.deadline?.due != expected.day {
      return problem(
        "due", test, name, expected.day?.description ?? "none",
        proceeding?.entry.deadline?.due.description ?? "none", at: step.place)
    }
    for (path, expected) in step.facts.sorted(by: { $0.key < $1.key })
    where state.facts[path] != expected {
      return problem(
        "fact", test, path, Self.text(expected), Self.text(state.facts[path]), at: step.place)
    }
    return nil
  }

  private static func name(of step: PackTest.Step) -> String {
    switch step.deed {
    case .act(let name), .open(let name), .judge(let name, _), .waive(let name, _),
      .depart(let name):
      name
    }
  }

  private static func codes(_ refusals: Refusals) -> String {
    refusals.list.map { [$0.code, $0.condition].compactMap { $0 }.joined(separator: " ") }
      .joined(separator: ", ")
  }

  private static func text(_ fact: FactValue?) -> String {
    switch fact {
    case .value(let value): value.canonical
    case .absent: "absent"
    case nil: "unknown"
    }
  }
}

extension PackTest.WaiverStep {
  /// The step as cases record it.
  fileprivate var casework: WaiverStep.Step {
    switch self {
    case .request: .requested
    case .grant: .granted
    case .refuse: .refused
    }
  }
}
