package import Casework
import Quantities
package import RulePacks

/// A case as its page shows it: what it is, what can be done, what the conditions came to.
package struct CaseFolder: Sendable {
  /// The case.
  package var state: CaseState
  /// What a decision on it may depend on, its pack among it.
  package var context: DecisionContext
  /// Its events, the oldest first.
  package var events: [Event]
  /// What can be done, and what cannot with the reasons.
  package var offers: [ActionOffer]
  /// What the conditions of each moment came to.
  package var findings: [Moment: [Finding]]
  /// The grounds that raise an alert.
  package var alerts: [GroundAlert]

  /// The packs under which earlier events were recorded, by law, where the case passed to another.
  var earlierPacks: [String: RulePack] = [:]

  /// The pack.
  package var pack: RulePack { context.pack }

  /// The pack in whose words an event is told.
  func pack(of event: Event) -> RulePack {
    guard event.header.kind != .migrated, let law = event.header.law else { return pack }
    return earlierPacks[law] ?? pack
  }

  /// Evaluates a case.
  package init(state: CaseState, context: DecisionContext, events: [Event]) {
    self.state = state
    self.context = context
    self.events = events
    offers = Decider.offers(for: state, in: context)
    var findings: [Moment: [Finding]] = [:]
    for moment in Moment.allCases
    where context.pack.conditions.contains(where: { $0.testedAt.contains(moment) }) {
      findings[moment] = Decider.findings(at: moment, of: state, in: context)
    }
    self.findings = findings
    alerts = Decider.alerts(for: state, in: context)
  }

  /// The moment whose conditions matter now: the one that the stage's actions, or the nearest later
  /// stage's, have to pass.
  package var moment: Moment { Self.moment(of: state, under: pack) }

  static func moment(of state: CaseState, under pack: RulePack) -> Moment {
    guard let main = state.main, let procedure = pack.procedure(main.procedure) else {
      return .application
    }
    let start = procedure.stages.firstIndex { $0.id == main.stage } ?? 0
    for stage in procedure.stages[start...] {
      if let moment = stage.actions.lazy.flatMap(\.passes).first { return moment }
    }
    for proceeding in state.proceedings where !proceeding.isEnded {
      let stages = pack.procedure(proceeding.procedure)?.stages ?? []
      if let moment = stages.lazy.flatMap(\.actions).flatMap(\.passes).first { return moment }
    }
    // Behind the last stage that tests anything, the centre is measured by its evaluation.
    for moment in [Moment.evaluation, .construction]
    where pack.conditions.contains(where: { $0.testedAt.contains(moment) }) {
      return moment
    }
    return .application
  }
}

/// What the preview under the queue shows of a case.
package struct Glance: Sendable {
  /// The case.
  package var state: CaseState
  /// The pack.
  package var pack: RulePack
  /// What the conditions of the moment that matters came to.
  package var findings: [Finding]

  /// Evaluates a case for the preview.
  package init(state: CaseState, context: DecisionContext) {
    self.state = state
    pack = context.pack
    findings = Decider.findings(
      at: CaseFolder.moment(of: state, under: context.pack), of: state, in: context)
  }
}
