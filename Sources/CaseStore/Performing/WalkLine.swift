import Casework
import Dispatch
import GRDB
import Quantities
import RulePacks
import Synchronization

extension CaseStore {
  /// Performs walks by the thousand: while some are recorded, the next are decided on another core.
  ///
  /// Each step passes the same gate as one that is performed alone, and the events are those that
  /// performing the walks one after the other gives. Unlike `perform(_:)` it takes many transactions:
  /// walks before one that is refused stay. Nobody else may write meanwhile.
  ///
  /// - Parameters:
  ///   - count: how many walks there are.
  ///   - chunk: how many walks one transaction takes.
  ///   - walk: gives the walk with a number; nil to leave it out.
  ///   - progress: told how many walks have been recorded.
  /// - Throws: `WalkRefused` with the number of the walk; `Problem` for everything else.
  package func perform(
    _ count: Int, chunk: Int = 1000, walk: (Int) throws -> CaseWalk?,
    progress: (Int) -> Void = { _ in }
  ) throws {
    let reader = try CaseStore.open(at: directory.path, access: .reading)
    var desk = WalkDesk(try reader.reading { try reader.office(in: $0) })
    var line = try WalkLine(self, reader)
    defer { try? line.wait() }
    for number in 0..<count {
      guard let walk = try walk(number) else { continue }
      let state = try desk.perform(walk, number, on: &line)
      line.finish(state)
      if line.finished >= chunk {
        try line.send()
        progress(number + 1)
      }
    }
    try line.send()
    try line.wait()
    progress(count)
  }
}

/// What was decided and has still to be recorded.
private struct WalkBatch: Sendable {
  var records: [(record: JournalRecord, header: EventHeader)] = []
  var blobs: [(hash: String, bytes: [UInt8])] = []
  var states: [CaseState] = []
  var sequence: Int64 = 0
}

/// Takes what is decided, and hands it over in batches to be recorded.
private struct WalkLine: WalkGround {
  /// What a question compares, for cases that may not be recorded yet.
  private struct Trait: Hashable {
    let question: String
    let values: [String]
  }

  private let store: CaseStore
  private let reader: CaseStore
  private let recording: WalkRecording
  private var device: Device
  private var batch = WalkBatch()
  private var numbers: [String: Int] = [:]
  /// What cases in the batch, and in the one that is being recorded, may be asked for.
  private var traits: Set<Trait> = []
  private var earlierTraits: Set<Trait> = []
  private var questions: [Question] = []
  /// How much of the batch belongs to walks that are finished.
  private var whole = (records: 0, blobs: 0)

  init(_ store: CaseStore, _ reader: CaseStore) throws {
    self.store = store
    self.reader = reader
    recording = WalkRecording(store)
    // A copied or restored store begins its new incarnation with a write.
    device = try store.writing { try Device.current($0, of: store, moment: 0) }
  }

  var finished: Int { batch.states.count }

  mutating func finish(_ state: CaseState) {
    batch.states.append(state)
    whole = (batch.records.count, batch.blobs.count)
    for question in questions {
      if let trait = Self.trait(question, state.facts) { traits.insert(trait) }
    }
  }

  /// Hands the batch over, once the one before is recorded.
  ///
  /// A walk that is still under way stays for the next one: its events and its case are recorded in
  /// one transaction, whenever the program is stopped.
  mutating func send() throws {
    guard whole.records > 0 else { return }
    var next = WalkBatch()
    next.records = Array(batch.records[whole.records...])
    next.blobs = Array(batch.blobs[whole.blobs...])
    batch.records.removeSubrange(whole.records...)
    batch.blobs.removeSubrange(whole.blobs...)
    batch.sequence = device.sequence - Int64(next.records.count)
    try recording.begin(batch)
    batch = next
    whole = (0, 0)
    earlierTraits = traits
    traits = []
  }

  func wait() throws { try recording.wait() }

  // MARK: The ground of walks

  func pack(_ id: String) throws -> RulePack {
    try reader.reading { try reader.pack(id, law: nil, in: $0) }
  }

  mutating func answers(
    to questions: [Question], _ facts: Facts, except stream: StreamID?, under pack: String
  ) throws -> [String: Int64] {
    guard !questions.isEmpty else { return [:] }
    for question in questions where !self.questions.contains(question) {
      self.questions.append(question)
      for state in batch.states {
        if let trait = Self.trait(question, state.facts) { traits.insert(trait) }
      }
    }
    var answers: [String: Int64] = [:]
    var open: [Question] = []
    for question in questions {
      guard let trait = Self.trait(question, facts) else {
        if question.subject == .count { answers[question.id] = 0 }
        continue
      }
      if traits.contains(trait) {
        try send()
        try wait()
      } else if earlierTraits.contains(trait) {
        try wait()
      }
      open.append(question)
    }
    guard !open.isEmpty else { return answers }
    let found = try reader.reading { db in
      try OtherCases(db: db).answers(to: open, facts: facts, except: stream, under: pack)
    }
    return answers.merging(found) { _, new in new }
  }

  mutating func number(prefix: String, year: Int) throws -> String {
    let key = "\(prefix)-\(year)"
    let place =
      try numbers[key]
      ?? reader.reading { try CaseNumbers(db: $0).last(prefix: prefix, year: year) }
    numbers[key] = place + 1
    return CaseNumbers.text(prefix: prefix, year: year, place + 1)
  }

  func newStream() -> StreamID { StreamID(random: store.entropy.bytes(16)) }

  mutating func record(
    _ decision: Decision, _ drafts: [EventDraft], on stream: StreamID, after heads: [EventID],
    law: String, as actor: Actor, at moment: Int64
  ) throws -> [Event] {
    let authorship = SealedEvent.Authorship(
      device: device.id, actor: actor.name, login: actor.login, moment: moment)
    if let basis = decision.basis { batch.blobs.append((SealedEvent.hash(basis), basis)) }
    var parents = heads
    return try drafts.map { draft in
      let sealed = try SealedEvent(
        draft, stream: stream, parents: parents, sequence: device.next(), law: law,
        by: authorship, salt: store.entropy.bytes(16))
      batch.records.append((JournalRecord(sealed), sealed.event.header))
      parents = [sealed.event.id]
      return sealed.event
    }
  }

  /// What a question compares of a case; nil where the case lacks a fact that it asks about, so that
  /// it is neither counted nor told anything.
  private static func trait(_ question: Question, _ facts: Facts) -> Trait? {
    var values: [String] = []
    for path in question.same {
      guard let value = facts[path].flatMap(FactTables.indexed) else { return nil }
      values.append(value)
    }
    for (path, count) in question.samePrefix.sorted(by: { $0.key < $1.key }) {
      guard let value = facts[path].flatMap(FactTables.indexed) else { return nil }
      values.append(String(value.prefix(2 + count)))
    }
    return Trait(question: question.id, values: values)
  }
}

/// Records batches, one after the other, on a thread of its own.
private final class WalkRecording: Sendable {
  private let store: CaseStore
  private let queue = DispatchQueue(label: "walks")
  private let group = DispatchGroup()
  private let failure: Mutex<(any Error)?> = Mutex(nil)

  init(_ store: CaseStore) { self.store = store }

  deinit { group.wait() }

  /// Waits for the batch before, and begins with this one.
  func begin(_ batch: WalkBatch) throws {
    try wait()
    queue.async(group: group) { [self] in
      do {
        try store.writing { db in try Connection.roomily(db) { try Self.record(batch, db) } }
      } catch {
        failure.withLock { $0 = error }
      }
    }
  }

  /// Waits for everything that was begun.
  func wait() throws {
    group.wait()
    if let error = failure.withLock({ $0 }) { throw error }
  }

  private static func record(_ batch: WalkBatch, _ db: Database) throws {
    let journal = Journal(db: db)
    for blob in batch.blobs { try journal.keep(blob.bytes, hash: blob.hash, as: .basis) }
    var head = try journal.head()
    for (record, header) in batch.records {
      let entry = try journal.append(record, header: header, verdict: .accepted, after: head)
      head = LedgerCheckpoint(position: entry.position, hash: entry.hash)
    }
    let projector = Projector(db: db, memory: BulkMemory(defersSums: true))
    for state in batch.states { try projector.insert(state) }
    try projector.settle()
    try Device.save(batch.sequence, db)
  }
}
