import Quantities
import RulePacks

extension DecisionTable {
  /// What stands in the way where the action is to be another person's.
  func separationRefusal(at site: Site, _ inputs: [String: Value]) -> Refusal? {
    guard !site.action.separateFrom.isEmpty else { return nil }
    let own = state.steps.filter { $0.actor == context.actor.name }
    let taken = own.first { isSeparate($0, from: site) }
    guard let earlier = taken ?? own.first(where: { corrects($0, whatIsSeparateFrom: site) }) else {
      return nil
    }
    if let unless = site.action.terms?.separationUnless {
      let scope = scope(
        inputs: site.proceeding.inputs.merging(inputs) { _, new in new },
        entered: site.proceeding.enteredOn, due: site.proceeding.entry.deadline?.due)
      if unless.evaluate(in: scope).truth == true { return nil }
    }
    var arguments = ["actor": earlier.actor, "on": "\(earlier.on)"]
    guard taken != nil else {
      arguments["facts"] = earlier.facts.joined(separator: ", ")
      return Refusal(
        .role, "separation.corrected", cites: site.action.cites, arguments: arguments)
    }
    arguments["action"] = earlier.action ?? ActionID.opening(site.procedure.id).text
    arguments["proceeding"] = earlier.proceeding ?? site.proceeding.id
    return Refusal(.role, "separation", cites: site.action.cites, arguments: arguments)
  }

  /// Whether a step within the proceeding wrote anew what an action put on record that others than
  /// the decider must take: who corrects an opinion is answerable for it as who gave it.
  private func corrects(_ step: Step, whatIsSeparateFrom site: Site) -> Bool {
    guard step.kind == .facts, isWithin(site.proceeding, step) else { return false }
    let separate = site.procedure.stages.flatMap(\.actions).filter {
      site.action.separateFrom.contains($0.id)
    }
    return step.facts.contains { path in separate.contains { $0.sets(path) } }
  }

  /// Whether a step was taken after a proceeding had begun.
  private func isWithin(_ proceeding: Proceeding, _ step: Step) -> Bool {
    guard !proceeding.isMain else { return true }
    let begun = state.steps.firstIndex { $0.proceeding == proceeding.id } ?? state.steps.endIndex
    return state.steps[begun...].contains { $0.event == step.event }
  }

  private func isSeparate(_ step: Step, from site: Site) -> Bool {
    let names = site.action.separateFrom
    guard step.proceeding != site.proceeding.id else {
      return step.action.map(names.contains) ?? (step.kind == .proceeding && names.contains("open"))
    }
    guard let action = step.action, let run = step.proceeding.flatMap(state.proceeding),
      names.contains("\(run.procedure).\(action)")
    else { return false }
    // What is about one run keeps apart from those who acted in that run alone.
    let subject = site.proceeding.about.flatMap(state.proceeding)
    return subject?.procedure != run.procedure || subject?.id == run.id
  }
}
