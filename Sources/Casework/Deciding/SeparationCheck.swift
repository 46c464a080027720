import Quantities
import RulePacks

extension DecisionTable {
  /// What stands in the way where the action is to be another person's.
  func separationRefusal(at site: Site, _ inputs: [String: Value]) -> Refusal? {
    guard !site.action.separateFrom.isEmpty else { return nil }
    let earlier = state.steps.first { step in
      step.actor == context.actor.name
        && (isSeparate(step, from: site) || corrects(step, whatIsSeparateFrom: site))
    }
    guard let earlier else { return nil }
    if let unless = site.action.terms?.separationUnless {
      let scope = scope(
        inputs: site.proceeding.inputs.merging(inputs) { _, new in new },
        entered: site.proceeding.enteredOn, due: site.proceeding.entry.deadline?.due)
      if unless.evaluate(in: scope).truth == true { return nil }
    }
    return Refusal(
      .role, "separation", cites: site.action.cites,
      arguments: [
        "actor": earlier.actor,
        "action": earlier.action ?? ActionID.opening(site.procedure.id).text,
        "on": "\(earlier.on)", "proceeding": earlier.proceeding ?? site.proceeding.id,
      ])
  }

  /// Whether a step wrote anew what an action put on record that others than the decider must take:
  /// who corrects an opinion is answerable for it as who gave it.
  private func corrects(_ step: Step, whatIsSeparateFrom site: Site) -> Bool {
    guard step.kind == .facts else { return false }
    let separate = site.procedure.stages.flatMap(\.actions).filter {
      site.action.separateFrom.contains($0.id)
    }
    return step.facts.contains { path in separate.contains { $0.sets(path) } }
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
