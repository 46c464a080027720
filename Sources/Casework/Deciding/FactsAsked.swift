package import RulePacks

extension Decider {
  /// The facts with which a pack's questions about other cases are asked for a command: as the step
  /// would leave them.
  ///
  /// A change of name asks whether another centre has the *new* name, a change of field whether
  /// another one holds the new class of industry.
  package static func factsAsked(
    by command: Command, of state: CaseState, in context: DecisionContext
  ) -> Facts {
    let asked = Set(
      context.pack.questions.flatMap { question in
        question.same + question.before + Array(question.samePrefix.keys)
      })
    guard !asked.isEmpty else { return state.facts }
    let table = DecisionTable(state, context)
    let settings: [FactSetting]
    let inputs: [String: Value]
    switch command {
    case .act(let action, let proceeding, let given, _):
      let sites = table.sites.filter {
        $0.action.id == action && (proceeding == nil || $0.proceeding.id == proceeding)
      }
      guard let site = sites.first(where: { $0.proceeding.isMain }) ?? sites.first else {
        return state.facts
      }
      settings = site.action.sets
      inputs = site.proceeding.inputs.merging(given) { _, new in new }
    case .open(let procedure, let given, _):
      settings = context.pack.procedure(procedure)?.opening?.sets ?? []
      inputs = given
    default: return state.facts
    }
    let relevant = settings.filter { asked.contains($0.path) }
    guard !relevant.isEmpty else { return state.facts }
    return state.facts.merging(table.facts(set: relevant, inputs: inputs)) { _, new in new }
  }
}
