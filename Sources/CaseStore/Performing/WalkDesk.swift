import Casework
import Quantities
import RulePacks

/// Where walks get their numbers and answers from, and where their events go.
protocol WalkGround {
  /// A pack in the form that new cases are received under.
  func pack(_ id: String) throws -> RulePack
  /// The notices under a pack that the office has opened.
  func campaigns(under pack: String) throws -> [CampaignInForce]
  /// What other cases come to, those of earlier walks among them.
  mutating func answers(
    to questions: [Question], _ facts: Facts, except stream: StreamID?, under pack: String
  ) throws -> [String: Int64]
  /// The number of the next new case.
  mutating func number(prefix: String, year: Int) throws -> String
  /// A new stream's id.
  func newStream() -> StreamID
  /// Seals and keeps what was decided.
  mutating func record(
    _ decision: Decision, _ drafts: [EventDraft], on stream: StreamID, after heads: [EventID],
    law: String, as actor: Actor, at moment: Int64
  ) throws -> [Event]
}

/// Many decisions of many people; what they share is looked up once.
///
/// A run is under a notice only where its walk names the notice: what is made of years gone by is not
/// taken into the notices of today.
struct WalkDesk {
  private struct PracticeKey: Hashable {
    let pack: String
    let on: CalendarDate
  }

  private struct QuestionKey: Hashable {
    let pack: String
    let action: String
  }

  let office: OfficeState
  let calendar: WorkingCalendar
  private var packs: [String: RulePack] = [:]
  private var practice: [PracticeKey: PracticeInForce] = [:]
  private var asked: [QuestionKey: [Question]] = [:]
  private var askedOnArrival: [String: [Question]] = [:]
  private var actors: [Who: Actor] = [:]
  private var campaigns: [String: [CampaignInForce]] = [:]

  init(_ office: OfficeState) {
    self.office = office
    calendar = office.calendar
  }

  mutating func perform(
    _ walk: CaseWalk, _ index: Int, on ground: inout some WalkGround
  ) throws -> CaseState {
    let pack = try packs[walk.arrival.pack] ?? ground.pack(walk.arrival.pack)
    packs[pack.id] = pack
    var history: [Event] = []
    var state = try begin(walk, under: pack, index, &history, on: &ground)
    for (number, step) in walk.steps.enumerated() {
      let opened = try campaigns(under: pack.id, on: ground)
      let notices = state.notices(among: opened)
      let ruling = notices.reduce(pack) { $0.under($1) }
      let asking = questions(for: step.command, under: ruling, isPlain: notices.isEmpty)
      var context = try context(
        for: step.session, state.facts, except: state.id, under: pack, asking: asking,
        on: &ground)
      context.pack = ruling
      if !notices.isEmpty || step.command.namesCampaign { context.campaigns = opened }
      let asked =
        asking.isEmpty
        ? state.facts : Decider.factsAsked(by: step.command, of: state, in: context)
      if asked != state.facts {
        context.others = try ground.answers(
          to: asking, asked, except: state.id, under: pack.id)
      }
      switch Decider.decide(step.command, on: state, in: context) {
      case .failure(let refusals):
        throw WalkRefused(walk: index, step: number, refusals: refusals)
      case .success(let decision):
        let events = try ground.record(
          decision, decision.drafts, on: state.id, after: state.heads, law: state.law,
          as: context.actor,
          at: max(step.session.moment, (state.steps.last?.moment ?? 0) + 1))
        history += events
        try Self.add(events, to: &state, history)
      }
    }
    return state
  }

  private mutating func begin(
    _ walk: CaseWalk, under pack: RulePack, _ index: Int, _ history: inout [Event],
    on ground: inout some WalkGround
  ) throws -> CaseState {
    let asking = askedOnArrival[pack.id] ?? pack.questionsOnArrival
    askedOnArrival[pack.id] = asking
    let context = try context(
      for: walk.session, walk.arrival.facts, except: nil, under: pack, asking: asking, on: &ground)
    let decided =
      switch walk.arrival {
      case .application(let application, _): Decider.open(application, in: context)
      case .rosterEntry(let entry, _): Decider.takeOver(entry, in: context)
      }
    switch decided {
    case .failure(let refusals): throw WalkRefused(walk: index, step: nil, refusals: refusals)
    case .success(let decision):
      let number = try ground.number(prefix: pack.caseNumberPrefix, year: context.on.year)
      history = try ground.record(
        decision, DecisionDesk.numbered(decision.drafts, number), on: ground.newStream(),
        after: [], law: pack.lawHash, as: context.actor, at: walk.session.moment)
      return try CaseState.folded(history)
    }
  }

  private static func add(
    _ events: [Event], to state: inout CaseState, _ history: [Event]
  ) throws {
    for event in events where (try? state.add(event)) != true {
      state = try CaseState.folded(history)
      return
    }
  }

  /// The notices under a pack that the office has opened.
  private mutating func campaigns(
    under pack: String, on ground: some WalkGround
  ) throws -> [CampaignInForce] {
    if let known = campaigns[pack] { return known }
    let found = try ground.campaigns(under: pack)
    campaigns[pack] = found
    return found
  }

  /// The questions about other cases on which a command may depend.
  ///
  /// - Parameter isPlain: whether no notice adds to the pack.
  private mutating func questions(
    for command: Command, under pack: RulePack, isPlain: Bool
  ) -> [Question] {
    switch command {
    case .note, .contact, .assign, .attach, .setFacts, .undo: return []
    case .act(let action, _, _, _) where ActionID(action).opens == nil:
      let key = QuestionKey(pack: pack.id, action: action)
      if isPlain, let known = asked[key] { return known }
      let found = pack.questions(askedBy: action)
      if isPlain { asked[key] = found }
      return found
    default: return pack.questions
    }
  }

  private mutating func context(
    for session: Session, _ facts: Facts, except stream: StreamID?, under pack: RulePack,
    asking questions: [Question], on ground: inout some WalkGround
  ) throws -> DecisionContext {
    let on = session.on ?? session.today
    let actor = try actor(of: session)
    let key = PracticeKey(pack: pack.id, on: on)
    let inForce = practice[key] ?? office.practice(under: pack, on: on)
    practice[key] = inForce
    return DecisionContext(
      actor: actor, today: session.today, on: on, calendar: calendar, practice: inForce,
      others: try ground.answers(to: questions, facts, except: stream, under: pack.id),
      pack: pack)
  }
}

extension WalkDesk {
  fileprivate struct Who: Hashable {
    let login: String
    let actor: String?
    let role: Role?
  }

  /// The person of a session; in a store for training, where the day does not matter, looked up once.
  private mutating func actor(of session: Session) throws -> Actor {
    guard office.settings?.allowsActingAs == true else { return try office.actor(of: session) }
    let who = Who(login: session.login, actor: session.actor, role: session.role)
    if let known = actors[who] { return known }
    let actor = try office.actor(of: session)
    actors[who] = actor
    return actor
  }
}

extension Command {
  /// Whether it opens a run under a notice that it names.
  fileprivate var namesCampaign: Bool {
    switch self {
    case .act(_, _, let inputs, _), .open(_, let inputs, _): inputs[Campaign.input] != nil
    default: false
    }
  }
}
