import Quantities
import RulePacks

/// A case that is nowhere on record: decisions are folded into it as the store would fold them.
struct ImaginedCase {
  /// The case as it is.
  private(set) var state: CaseState
  private var sequence: Int64 = 0

  /// A new application.
  static func applying(
    facts: Facts, in context: DecisionContext
  ) -> Result<ImaginedCase, Refusals> {
    let application = Application(facts: facts, materials: [], fingerprint: "")
    return Decider.open(application, in: context).flatMap { decision in
      ImaginedCase(decision, context).map(Result.success) ?? .failure(Refusals([]))
    }
  }

  /// A case that stands at any stage of the main procedure since a day.
  static func standing(
    at id: String, since: CalendarDate, facts: Facts, in context: DecisionContext
  ) -> ImaginedCase? {
    guard let procedure = context.pack.mainProcedure, let stage = procedure.stage(id) else {
      return nil
    }
    var earlier = context
    earlier.on = since
    let table = DecisionTable(CaseState.blank(facts: facts, earlier), earlier)
    let entry = table.entry(
      to: stage, of: procedure, action: nil, paused: nil, inputs: [:], facts: table.sheet)
    let taken = CaseTakenOver(
      pack: context.pack.id, facts: facts, procedure: procedure.id, entry: entry, since: since,
      source: "test", fingerprint: "")
    let draft = EventDraft(payload: .takenOver(taken), role: .officer, on: since)
    return ImaginedCase(Decision(drafts: [draft]), earlier)
  }

  private init?(_ decision: Decision, _ context: DecisionContext) {
    var events: [Event] = []
    for draft in decision.drafts {
      sequence += 1
      guard let event = Self.sealed(draft, events.map(\.id), sequence, context.actor, nil) else {
        return nil
      }
      events.append(event)
    }
    guard let state = try? CaseState(folding: events) else { return nil }
    self.state = state
    actor = context.actor
  }

  private var actor: Actor

  /// Folds a decision into the case; false where it cannot be folded.
  mutating func take(_ decision: Decision, by actor: Actor? = nil) -> Bool {
    for draft in decision.drafts {
      sequence += 1
      guard let event = Self.sealed(draft, state.heads, sequence, actor ?? self.actor, state),
        let next = try? state.adding(event)
      else { return false }
      state = next
    }
    return true
  }

  private static func sealed(
    _ draft: EventDraft, _ parents: [EventID], _ sequence: Int64, _ actor: Actor,
    _ state: CaseState?
  ) -> Event? {
    let authorship = SealedEvent.Authorship(
      device: "test", actor: actor.name, login: actor.login, moment: sequence)
    return try? SealedEvent(
      draft, stream: state?.id ?? StreamID(text: "test"), parents: parents, sequence: sequence,
      law: state?.law, by: authorship, salt: []
    ).event
  }
}
