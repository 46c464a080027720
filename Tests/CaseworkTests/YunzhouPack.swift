import Casework
import Fixtures
import Quantities
import RuleDrafting
import RulePacks

/// The invented pack that says everything the language can say.
enum YunzhouPack {
  static func sources() throws -> [SourceFile] {
    try Repository.files(under: "Tests/Fixtures/packs/yunzhou-2026").map { file in
      SourceFile(
        path: file.path.replacing("Tests/Fixtures/packs/", with: ""), bytes: file.bytes)
    }
  }

  static func vocabulary() throws -> Vocabulary { try Repository.vocabulary() }

  static func load() throws -> PackLoader.Loaded {
    try PackLoader.loadWithPlaces(sources(), vocabulary: vocabulary())
  }

  static func tests() throws -> (runner: PackTestRunner, tests: [PackTest]) {
    let pack = try load().pack
    let tests = try PackTestLoader.load(sources(), pack: pack, vocabulary: vocabulary())
    return (PackTestRunner(pack: pack, calendar: WorkingCalendar()), tests)
  }
}

/// A case under that pack, taken step by step.
struct YunzhouWalk {
  let pack: RulePack
  var events: [Event] = []
  var today: CalendarDate
  var others: [String: Int64] = [:]
  private var moment: Int64 = 0

  /// A centre that stands somewhere since a day.
  init(at stage: String, since date: CalendarDate) throws {
    pack = try YunzhouPack.load().pack
    today = date
    let procedure = pack.mainProcedure
    let due = procedure?.stage(stage)?.due.flatMap { rule in
      DeadlineCounter(
        calendar: WorkingCalendar(), practice: OfficeState().practice(under: pack, on: date)
      ).deadline(of: rule, enteredOn: date, in: Scope(facts: FactSheet([:]), on: date, today: date))
    }
    let entry = StageEntry(
      stage: stage, owner: procedure?.stage(stage)?.owner, deadline: due, clock: .running,
      ends: nil)
    let taken = CaseTakenOver(
      pack: pack.id, facts: [:], procedure: procedure?.id ?? "", entry: entry, since: date,
      source: "test", fingerprint: "")
    try record(
      Decision(drafts: [EventDraft(payload: .takenOver(taken), role: .officer, on: date)]), "wang")
  }

  var state: CaseState {
    get throws { try CaseState(folding: events) }
  }

  func context(_ name: String, _ role: Role) -> DecisionContext {
    DecisionContext(
      actor: Actor(name: name, login: name, roles: [role], department: nil), today: today,
      on: today, calendar: WorkingCalendar(),
      practice: OfficeState().practice(under: pack, on: today), others: others, pack: pack)
  }

  func refusals(
    _ action: String, _ inputs: [String: Value] = [:], by name: String = "wang",
    as role: Role = .officer
  ) throws -> [Refusal] {
    let command = Command.act(action: action, proceeding: nil, inputs: inputs, note: nil)
    switch Decider.decide(command, on: try state, in: context(name, role)) {
    case .success: return []
    case .failure(let refusals): return refusals.list
    }
  }

  mutating func act(
    _ action: String, _ inputs: [String: Value] = [:], by name: String = "wang",
    as role: Role = .officer
  ) throws {
    let command = Command.act(action: action, proceeding: nil, inputs: inputs, note: nil)
    let decided = Decider.decide(command, on: try state, in: context(name, role))
    try record(decided.get(), name)
  }

  private mutating func record(_ decision: Decision, _ name: String) throws {
    moment += 1
    for draft in decision.drafts {
      let sealed = try SealedEvent(
        draft, stream: StreamID(text: "s"), parents: events.last.map { [$0.id] } ?? [],
        sequence: Int64(events.count + 1), law: pack.lawHash,
        by: SealedEvent.Authorship(device: "d", actor: name, login: name, moment: moment),
        salt: [UInt8](repeating: 7, count: 16))
      events.append(sealed.event)
    }
  }
}
