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

  /// The moment whose conditions matter now.
  package var moment: Moment { state.moment(under: pack) }
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
    findings = Decider.findings(at: state.moment(under: pack), of: state, in: context)
  }
}
