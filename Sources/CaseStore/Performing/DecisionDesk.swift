import Casework
import GRDB
import Quantities
import RulePacks

/// One person's decision within one transaction: who they are, what the office holds, and how what
/// is decided gets into the journal.
struct DecisionDesk {
  let store: CaseStore
  let db: Database
  let session: Session
  let office: OfficeState
  let actor: Actor

  init(_ store: CaseStore, _ db: Database, _ session: Session) throws {
    let office = try store.office(in: db)
    self.init(store, db, session, office: office, actor: try office.actor(of: session))
  }

  /// A desk where it is known what the office holds and who decides.
  init(
    _ store: CaseStore, _ db: Database, _ session: Session, office: OfficeState, actor: Actor
  ) {
    self.store = store
    self.db = db
    self.session = session
    self.office = office
    self.actor = actor
  }

  /// The official date.
  var on: CalendarDate { session.on ?? session.today }

  /// What a decision on a case may depend on.
  ///
  /// - Parameter command: what is to be decided; questions about other cases are then asked for the
  ///   facts that it would leave.
  func context(
    for state: CaseState, under pack: RulePack, deciding command: Command? = nil
  ) throws -> DecisionContext {
    // What says nothing about the law asks nothing about other cases.
    let asksNothing = command?.asksNothing == true
    var context =
      asksNothing
      ? try context(answering: [:], under: pack)
      : try context(facts: state.facts, stream: state.id, under: pack)
    for notice in state.notices(among: context.campaigns) {
      context.pack = context.pack.under(notice)
    }
    guard let command, !asksNothing else { return context }
    let asked = Decider.factsAsked(by: command, of: state, in: context)
    if asked != state.facts {
      context.others = try OtherCases(db: db).answers(
        to: pack.questions, facts: asked, except: state.id, under: pack.id)
    }
    return context
  }

  /// The same for a case that does not exist yet.
  func context(
    facts: Facts, stream: StreamID?, under pack: RulePack
  ) throws -> DecisionContext {
    try context(
      answering: OtherCases(db: db).answers(
        to: pack.questions, facts: facts, except: stream, under: pack.id), under: pack)
  }

  private func context(
    answering others: [String: Int64], under pack: RulePack
  ) throws -> DecisionContext {
    DecisionContext(
      actor: actor, today: session.today, on: on, calendar: office.calendar,
      practice: office.practice(under: pack, on: on), others: others,
      pack: pack, campaigns: try store.campaigns(under: pack.id, in: db))
  }

  /// Records a decision on an existing case.
  func carryOut(
    _ decision: Decision, on before: CaseState, _ history: [Event]
  ) throws -> Performed {
    let last = before.steps.last?.moment ?? 0
    var recorder = try Recorder(
      db, of: store, actor: actor, moment: max(session.moment, last + 1))
    if let basis = decision.basis { try recorder.journal.keep(basis, as: .basis) }
    let events = try recorder.record(
      decision.drafts, on: before.id, after: before.heads, law: before.law)
    try recorder.finish()
    let after = try CaseState.folded(history + events)
    try Projector(db: db).replace(after)
    return Performed(
      before: before, after: after, decision: decision, events: events,
      position: recorder.head.position)
  }

  /// What a decision would make of a case.
  func imagine(
    _ decision: Decision, on before: CaseState, _ history: [Event]
  ) throws -> Performed {
    let last = before.steps.last?.moment ?? 0
    let authorship = SealedEvent.Authorship(
      device: "preview", actor: actor.name, login: actor.login,
      moment: max(session.moment, last + 1))
    var parents = before.heads
    let events = try decision.drafts.enumerated().map { number, draft in
      let event = try SealedEvent(
        draft, stream: before.id, parents: parents, sequence: Int64(number) + 1, law: before.law,
        by: authorship, salt: []
      ).event
      parents = [event.id]
      return event
    }
    return Performed(
      before: before, after: try CaseState.folded(history + events), decision: decision,
      events: [], position: try Journal(db: db).head().position)
  }

  /// The first events of a new case, with its number after the opening.
  static func numbered(_ drafts: [EventDraft], _ number: String) -> [EventDraft] {
    guard let first = drafts.first else { return drafts }
    var drafts = drafts
    drafts.insert(
      EventDraft(
        payload: .numbered(CaseNumbered(number: number)), role: first.role, on: first.on),
      at: 1)
    return drafts
  }
}

extension Command {
  /// Whether no guard, condition or deadline has a say in the command.
  fileprivate var asksNothing: Bool {
    switch self {
    case .note, .contact: true
    default: false
    }
  }
}
