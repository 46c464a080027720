import Casework
import Quantities
import RulePacks
import Testing

/// A case under the small pack, taken step by step as a store would.
struct Walk {
  let pack: RulePack
  var events: [Event] = []
  var today: CalendarDate
  private var moment: Int64 = 0

  static let clerk = Actor(name: "li", login: "li", roles: [.clerk], department: "d1")
  static let officer = Actor(name: "wang", login: "wang", roles: [.officer], department: nil)

  init(_ facts: Facts, on date: String = "2026-03-02", under pack: RulePack? = nil) throws {
    self.pack = try pack ?? SmallPack.load()
    today = try #require(CalendarDate(parsing: date))
    let application = Application(
      facts: facts.merging(["department": .value(.text("d1"))]) { own, _ in own },
      materials: [], fingerprint: "f")
    try record(Decider.open(application, in: context(Self.clerk)).get())
  }

  var state: CaseState {
    get throws { try CaseState(folding: events) }
  }

  func context(_ actor: Actor) -> DecisionContext {
    DecisionContext(
      actor: actor, today: today, on: today, calendar: WorkingCalendar(),
      practice: OfficeState().practice(under: pack, on: today), others: [:], pack: pack)
  }

  func decide(_ command: Command, by actor: Actor) throws -> Result<Decision, Refusals> {
    Decider.decide(command, on: try state, in: context(actor))
  }

  mutating func perform(_ command: Command, by actor: Actor) throws {
    try record(decide(command, by: actor).get(), actor)
  }

  mutating func act(
    _ action: String, _ inputs: [String: Value] = [:], by actor: Actor = Walk.officer
  ) throws {
    try perform(.act(action: action, proceeding: nil, inputs: inputs, note: nil), by: actor)
  }

  func refusals(_ command: Command, by actor: Actor) throws -> [Refusal] {
    switch try decide(command, by: actor) {
    case .success: []
    case .failure(let refusals): refusals.list
    }
  }

  private mutating func record(_ decision: Decision, _ actor: Actor = Walk.clerk) throws {
    moment += 1
    for draft in decision.drafts {
      let sealed = try SealedEvent(
        draft, stream: StreamID(text: "s"), parents: events.last.map { [$0.id] } ?? [],
        sequence: Int64(events.count + 1), law: pack.lawHash,
        by: SealedEvent.Authorship(
          device: "d", actor: actor.name, login: actor.login, moment: moment),
        salt: [UInt8](repeating: 7, count: 16))
      events.append(sealed.event)
    }
  }
}
