package import Casework
import GRDB
import Quantities
import RulePacks

/// A case from its arrival through everything that was done on it, each step by its own person on
/// its own day.
package struct CaseWalk: Sendable {
  /// Something that is done on the case.
  package struct Step: Sendable {
    /// What is done.
    package var command: Command
    /// By whom, and when.
    package var session: Session

    /// A step.
    package init(_ command: Command, by session: Session) {
      self.command = command
      self.session = session
    }
  }

  /// What comes in.
  package var arrival: Arrival
  /// Who receives it, and when.
  package var session: Session
  /// What is done then, in order.
  package var steps: [Step]

  /// A walk.
  package init(_ arrival: Arrival, by session: Session, steps: [Step]) {
    self.arrival = arrival
    self.session = session
    self.steps = steps
  }
}

/// A walk came to a step that is refused.
package struct WalkRefused: Error, Sendable {
  /// The walk, from 0.
  package var walk: Int
  /// The step, from 0; nil for the arrival.
  package var step: Int?
  /// Why.
  package var refusals: Refusals
}

extension CaseStore {
  /// Performs whole walks in one transaction: all of them or none.
  ///
  /// Each step passes the same gate as one that is performed alone; the tables are brought up to a
  /// case once, when its walk is over, so that questions about other cases are answered from the walks
  /// before it.
  ///
  /// - Returns: the cases as they stand.
  /// - Throws: `WalkRefused`; `Problem` for everything else.
  @discardableResult
  package func perform(_ walks: [CaseWalk]) throws -> [CaseState] {
    guard let first = walks.first else { return [] }
    return try writing { db in
      var desk = try WalkDesk(self, db, first.session)
      var states: [CaseState] = []
      states.reserveCapacity(walks.count)
      for (index, walk) in walks.enumerated() { states.append(try desk.perform(walk, index)) }
      try desk.recorder.finish()
      return states
    }
  }
}

/// Many decisions of many people within one transaction; what they share is looked up once.
private struct WalkDesk {
  private struct PracticeKey: Hashable {
    let pack: String
    let on: CalendarDate
  }

  private struct QuestionKey: Hashable {
    let pack: String
    let action: String
  }

  let store: CaseStore
  let db: Database
  let office: OfficeState
  let calendar: WorkingCalendar
  var recorder: Recorder
  private let projector: Projector
  private var packs: [String: RulePack] = [:]
  private var practice: [PracticeKey: PracticeInForce] = [:]
  private var asked: [QuestionKey: [Question]] = [:]

  init(_ store: CaseStore, _ db: Database, _ session: Session) throws {
    self.store = store
    self.db = db
    office = try store.office(in: db)
    calendar = office.calendar
    projector = Projector(db: db, memory: BulkMemory())
    recorder = try Recorder(
      db, of: store, actor: try office.actor(of: session), moment: session.moment)
  }

  mutating func perform(_ walk: CaseWalk, _ index: Int) throws -> CaseState {
    let pack = try packs[walk.arrival.pack] ?? store.pack(walk.arrival.pack, law: nil, in: db)
    packs[pack.id] = pack
    var state = try begin(walk, under: pack, index)
    for (number, step) in walk.steps.enumerated() {
      let context = try context(
        for: step.session, state.facts, except: state.id, under: pack,
        asking: questions(for: step.command, under: pack))
      switch Decider.decide(step.command, on: state, in: context) {
      case .failure(let refusals):
        throw WalkRefused(walk: index, step: number, refusals: refusals)
      case .success(let decision):
        write(as: context.actor, at: max(step.session.moment, (state.steps.last?.moment ?? 0) + 1))
        if let basis = decision.basis { try recorder.journal.keep(basis, as: .basis) }
        let events = try recorder.record(
          decision.drafts, on: state.id, after: state.heads, law: state.law)
        state = try fold(events, into: state)
      }
    }
    try projector.insert(state)
    return state
  }

  private mutating func begin(
    _ walk: CaseWalk, under pack: RulePack, _ index: Int
  ) throws -> CaseState {
    let context = try context(
      for: walk.session, walk.arrival.facts, except: nil, under: pack,
      asking: pack.questions)
    let decided =
      switch walk.arrival {
      case .application(let application, _): Decider.open(application, in: context)
      case .rosterEntry(let entry, _): Decider.takeOver(entry, in: context)
      }
    switch decided {
    case .failure(let refusals): throw WalkRefused(walk: index, step: nil, refusals: refusals)
    case .success(let decision):
      write(as: context.actor, at: walk.session.moment)
      let drafts = try DecisionDesk.numbered(
        decision.drafts, under: pack, year: context.on.year, in: db)
      return try CaseState.folded(
        try recorder.record(drafts, on: recorder.newStream(), after: [], law: pack.lawHash))
    }
  }

  private func fold(_ events: [Event], into state: CaseState) throws -> CaseState {
    var state = state
    for event in events {
      if let next = try? state.adding(event) {
        state = next
      } else {
        return try CaseState.folded(try recorder.journal.events(of: state.id))
      }
    }
    return state
  }

  private mutating func write(as actor: Actor, at moment: Int64) {
    recorder.authorship.actor = actor.name
    recorder.authorship.login = actor.login
    recorder.authorship.moment = moment
  }

  /// The questions about other cases on which a command may depend: those that are named where the
  /// action is described, or in a condition.
  private mutating func questions(for command: Command, under pack: RulePack) -> [Question] {
    switch command {
    case .note, .contact, .assign, .attach, .setFacts, .undo: return []
    case .act(let action, _, _, _) where !action.hasPrefix("open."):
      let key = QuestionKey(pack: pack.id, action: action)
      if let known = asked[key] { return known }
      let actions: [Action] = pack.procedures.flatMap(\.stages).compactMap { $0.action(action) }
      var texts: [String] = []
      for action in actions {
        texts += action.guards.flatMap { [$0.requires.source, $0.until?.source ?? ""] }
        texts += action.sets.map { $0.value.source }
      }
      for condition in pack.conditions {
        for test in [
          condition.applies, condition.requires, condition.shows, condition.waivableWhen,
        ] {
          if let test { texts.append(test.source) }
        }
        texts += condition.exceptions.map { $0.applies.source }
      }
      let opensOthers = actions.contains { !$0.opens.isEmpty || $0.due != nil }
      let found = pack.questions.filter { question in
        opensOthers || texts.contains { $0.contains("others.\(question.id)") }
      }
      asked[key] = found
      return found
    default: return pack.questions
    }
  }

  private mutating func context(
    for session: Session, _ facts: Facts, except stream: StreamID?, under pack: RulePack,
    asking questions: [Question]
  ) throws -> DecisionContext {
    let on = session.on ?? session.today
    let actor = try office.actor(of: session)
    let key = PracticeKey(pack: pack.id, on: on)
    let inForce = practice[key] ?? office.practice(under: pack, on: on)
    practice[key] = inForce
    return DecisionContext(
      actor: actor, today: session.today, on: on, calendar: calendar, practice: inForce,
      others: try OtherCases(db: db).answers(
        to: questions, facts: facts, except: stream, under: pack.id),
      pack: pack)
  }
}
