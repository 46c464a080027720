import Casework
import Foundation
import GRDB
import Quantities
import RulePacks

/// Where arrivals are received within one transaction.
struct Reception {
  /// An arrival that was decided.
  private struct Decided: Sendable {
    let outcome: Result<Decision, Refusals>
    let pack: RulePack
  }

  /// A case that begins.
  private struct Beginning: Sendable {
    let decision: Decision
    let drafts: [EventDraft]
    let law: String
    let seal: StreamSeal
  }

  /// The same with its events and what the tables hold of it.
  private struct Begun: Sendable {
    let records: [(record: JournalRecord, event: Event)]
    let after: CaseState
    let entry: CaseProjection
  }

  private let desk: DecisionDesk
  private var recorder: Recorder
  private let projector: Projector
  private var packs: [String: RulePack] = [:]
  private var contexts: [String: DecisionContext] = [:]
  private var asked: [String: [Question]] = [:]
  private var numbers: [String: Int] = [:]

  init(_ desk: DecisionDesk) throws {
    self.desk = desk
    recorder = try Recorder(
      desk.db, of: desk.store, actor: desk.actor, moment: desk.session.moment)
    projector = Projector(db: desk.db, memory: BulkMemory(defersSums: true))
  }

  /// Whether receiving an arrival may depend on other cases.
  mutating func asks(_ arrival: Arrival) throws -> Bool {
    if let known = asked[arrival.pack] { return !known.isEmpty }
    let pack = try desk.store.pack(arrival.pack, law: nil, in: desk.db)
    packs[arrival.pack] = pack
    contexts[arrival.pack] = try desk.context(facts: [:], stream: nil, under: pack)
    let questions = pack.questionsOnArrival
    asked[arrival.pack] = questions
    return !questions.isEmpty
  }

  /// Receives arrivals that do not depend on each other.
  mutating func admit(_ arrivals: [Arrival]) throws -> [Admission] {
    let known = try arrivals.map { try duplicate(of: $0) }
    let open = zip(arrivals, known).filter { $0.1 == nil }.map(\.0)
    let decided = try decide(open)
    var begun = try begin(decided)[...]
    var outcomes = decided[...]
    return try known.map { known in
      if let known { return .duplicate(of: known) }
      switch outcomes.popFirst()?.outcome {
      case .failure(let refusals): return .refused(refusals)
      case .success(let decision):
        guard let begun = begun.popFirst() else { throw Problem("journal.cannot_fold") }
        return .admitted(try record(begun, decision))
      case nil: throw Problem("journal.cannot_fold")
      }
    }
  }

  /// Writes what was put off.
  func finish() throws {
    try projector.settle()
    try recorder.finish()
  }

  private func decide(_ arrivals: [Arrival]) throws -> [Decided] {
    let work = try arrivals.compactMap { arrival -> (Arrival, DecisionContext)? in
      guard var context = contexts[arrival.pack] else { return nil }
      context.others = try OtherCases(db: desk.db).answers(
        to: asked[arrival.pack] ?? [], facts: arrival.facts, except: nil, under: arrival.pack)
      return (arrival, context)
    }
    return inParts(work, of: 32) { part in
      part.map { arrival, context -> Decided in
        switch arrival {
        case .application(let application, _):
          Decided(outcome: Decider.open(application, in: context), pack: context.pack)
        case .rosterEntry(let entry, _):
          Decided(outcome: Decider.takeOver(entry, in: context), pack: context.pack)
        }
      }
    }.flatMap(\.self)
  }

  /// Allots numbers in order, then seals and folds.
  private mutating func begin(_ decided: [Decided]) throws -> [Begun] {
    var beginnings: [Beginning] = []
    for item in decided {
      guard case .success(let decision) = item.outcome else { continue }
      beginnings.append(try beginning(decision, under: item.pack))
    }
    let parts = inParts(beginnings, of: 32) { part in
      Result { try part.map(Self.begun) }
    }
    return try parts.flatMap { try $0.get() }
  }

  private mutating func beginning(
    _ decision: Decision, under pack: RulePack
  ) throws -> Beginning {
    let drafts = DecisionDesk.numbered(
      decision.drafts, try number(prefix: pack.caseNumberPrefix, year: desk.on.year))
    return Beginning(
      decision: decision, drafts: drafts, law: pack.lawHash,
      seal: recorder.seal(for: drafts.count))
  }

  private mutating func number(prefix: String, year: Int) throws -> String {
    let key = "\(prefix)-\(year)"
    let place =
      try numbers[key] ?? CaseNumbers(db: desk.db).last(prefix: prefix, year: year)
    numbers[key] = place + 1
    return CaseNumbers.text(prefix: prefix, year: year, place + 1)
  }

  private static func begun(_ beginning: Beginning) throws -> Begun {
    let records = try beginning.seal.sealed(beginning.drafts, law: beginning.law)
    let after = try CaseState.folded(records.map(\.event))
    return Begun(records: records, after: after, entry: CaseProjection(after))
  }

  private mutating func record(_ begun: Begun, _ decision: Decision) throws -> Performed {
    if let basis = decision.basis { try recorder.journal.keep(basis, as: .basis) }
    for (record, event) in begun.records { try recorder.append(record, event.header) }
    try projector.insert(begun.entry)
    return Performed(
      before: nil, after: begun.after, decision: decision, events: begun.records.map(\.event),
      position: recorder.head.position)
  }

  private func duplicate(of arrival: Arrival) throws -> CaseState? {
    guard !arrival.fingerprint.isEmpty,
      let stream = try Foundation.Data.fetchOne(
        desk.db.cachedStatement(
          sql: """
            SELECT q.stream FROM arrivals a JOIN queue q ON q.id = a.id WHERE a.fingerprint = ?
            """),
        arguments: [arrival.fingerprint])
    else { return nil }
    return try CaseState.folded(Journal(db: desk.db).events(of: StreamID(blob: stream)))
  }
}
