package import Quantities
package import RulePacks

/// An action that the case's stages name, with what stands in its way now.
package struct ActionOffer: Hashable, Sendable {
  /// What names it in a command (`ActionID`).
  package var id: String
  /// The proceeding that it belongs to; nil for openings.
  package var proceeding: ProceedingID?
  /// What it is called.
  package var label: Bilingual
  /// The stage that it leads to.
  package var to: String
  /// What that stage is called.
  package var toLabel: Bilingual
  /// The articles.
  package var cites: [Citation]
  /// The program roles that may take it.
  package var roles: [Role]
  /// The inputs that it needs.
  package var needs: [Input]
  /// The inputs that it may have.
  package var mayHave: [Input]
  /// What stands in the way, apart from inputs that nobody has given yet.
  package var refusals: [Refusal]
  /// Whether it sends the case back for correction.
  package var isReturn: Bool
  /// Whether it can never be undone.
  package var isPublic: Bool
  /// The end that it leads to.
  package var ends: EndKind?
  /// Who has agreed so far, where several decide together.
  package var agreed: [ConsentRecord] = []
  /// The owners who have still to agree; empty where one decision is enough.
  package var awaits: [String] = []

  /// Whether nothing stands in the way.
  package var isAllowed: Bool { refusals.isEmpty }
}

extension Decider {
  /// Every action and opening that the case's stages name, those that can be taken first in the
  /// order of the pack.
  package static func offers(
    for state: CaseState, in context: DecisionContext
  ) -> [ActionOffer] {
    let table = DecisionTable(state, context)
    let pack = context.pack
    let actions = table.sites.map { site -> ActionOffer in
      let action = site.action
      let target = site.procedure.stage(action.to)
      return ActionOffer(
        id: action.id, proceeding: site.proceeding.id, label: action.label, to: action.to,
        toLabel: target?.label ?? action.label, cites: action.cites,
        roles: site.roles(in: pack), needs: action.needs.compactMap(pack.input),
        mayHave: action.mayHave.compactMap(pack.input),
        refusals: table.refusals(at: site, [:], isProbing: true).refusals,
        isReturn: action.isReturn, isPublic: action.isPublic, ends: target?.ends,
        agreed: site.consents, awaits: site.awaited)
    }
    let openings = table.openable.compactMap { procedure -> ActionOffer? in
      guard let opening = procedure.opening else { return nil }
      return ActionOffer(
        id: ActionID.opening(procedure.id).text, proceeding: nil, label: opening.label,
        to: procedure.start,
        toLabel: procedure.stage(procedure.start)?.label ?? procedure.label,
        cites: opening.cites, roles: opening.roles, needs: opening.needs.compactMap(pack.input),
        mayHave: opening.mayHave.compactMap(pack.input),
        refusals: table.refusals(opening: procedure, opening, [:], isProbing: true),
        isReturn: false, isPublic: false, ends: nil)
    }
    return actions + openings
  }

  /// Every condition of a moment, tested now.
  package static func findings(
    at moment: Moment, of state: CaseState, in context: DecisionContext
  ) -> [Finding] {
    let table = DecisionTable(state, context)
    return FindingEvaluator(pack: context.pack, scope: table.scope())
      .findings(at: moment, of: state)
  }

  /// The findings of a moment that block now, by condition id.
  package static func blocking(
    _ findings: [Finding], of state: CaseState, isDeciding: Bool, in context: DecisionContext
  ) -> [Refusal] {
    DecisionTable(state, context).blocking(findings, isDeciding: isDeciding)
  }

  /// The grounds that raise an alert now, and those that cannot be told for want of facts.
  package static func alerts(
    for state: CaseState, in context: DecisionContext
  ) -> [GroundAlert] {
    guard state.main?.isEnded != true else { return [] }
    let scope = DecisionTable(state, context).scope()
    let grounds = context.pack.grounds.compactMap { ground -> GroundAlert? in
      guard let test = ground.alerts else { return nil }
      let explanation = test.explain(in: scope)
      guard explanation.outcome.truth == true else { return nil }
      return GroundAlert(ground: ground, explanation: explanation)
    }
    return grounds + silences(for: state, in: context)
  }

  /// The stages where nobody has answered in time and silence counts as consent: a person may record
  /// it, nothing happens by itself.
  private static func silences(
    for state: CaseState, in context: DecisionContext
  ) -> [GroundAlert] {
    DecisionTable(state, context).sites.compactMap { site in
      guard site.action.terms?.isSilence == true, let due = site.proceeding.entry.deadline?.due,
        due < context.today
      else { return nil }
      let ground = Ground(
        id: "\(site.proceeding.id).\(site.action.id)", cites: site.action.cites.first ?? "",
        label: site.action.label, alerts: nil, weighs: nil)
      return GroundAlert(
        ground: ground,
        explanation: Explanation(kind: .date, text: "due", outcome: .value(.date(due))),
        silentSince: due)
    }
  }
}

/// A ground whose computed test holds, or an action that silence allows; only a person opens a
/// proceeding or records it.
package struct GroundAlert: Hashable, Sendable {
  /// The ground; for a silence the action that may be taken.
  package var ground: Ground
  /// What was compared.
  package var explanation: Explanation
  /// The due date that passed without an answer, where silence counts as consent; else nil.
  package var silentSince: CalendarDate?

  /// An alert.
  package init(ground: Ground, explanation: Explanation, silentSince: CalendarDate? = nil) {
    self.ground = ground
    self.explanation = explanation
    self.silentSince = silentSince
  }
}
