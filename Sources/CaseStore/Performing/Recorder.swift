import Casework
import GRDB
import Quantities
import RulePacks

/// Seals drafts and appends them, within one write transaction.
struct Recorder {
  let journal: Journal
  /// Who writes what comes next, and when.
  var authorship: SealedEvent.Authorship
  private var device: Device
  private let entropy: Entropy
  /// The head of the ledger, which nobody else moves within the transaction.
  private(set) var head: LedgerCheckpoint

  /// A recorder for what a person does at a moment.
  init(_ db: Database, of store: CaseStore, actor: Actor, moment: Int64) throws {
    journal = Journal(db: db)
    entropy = store.entropy
    device = try Device.current(db, of: store, moment: moment)
    head = try journal.head()
    authorship = SealedEvent.Authorship(
      device: device.id, actor: actor.name, login: actor.login, moment: moment)
  }

  /// Appends drafts to a stream, each after the one before.
  mutating func record(
    _ drafts: [EventDraft], on stream: StreamID, after heads: [EventID], law: String?
  ) throws -> [Event] {
    var parents = heads
    var events: [Event] = []
    for draft in drafts {
      let sealed = try SealedEvent(
        draft, stream: stream, parents: parents, sequence: device.next(), law: law,
        by: authorship, salt: entropy.bytes(16))
      let entry = try journal.append(
        JournalRecord(sealed), header: sealed.event.header, verdict: .accepted, after: head)
      head = LedgerCheckpoint(position: entry.position, hash: entry.hash)
      parents = [sealed.event.id]
      events.append(sealed.event)
    }
    return events
  }

  /// What a new stream of so many events is sealed with, wherever that is done.
  mutating func seal(for count: Int) -> StreamSeal {
    let stream = newStream()
    let sequence = device.sequence
    let salts = (0..<count).map { _ in
      _ = device.next()
      return entropy.bytes(16)
    }
    return StreamSeal(
      stream: stream, sequence: sequence, salts: salts, authorship: authorship)
  }

  /// Appends an event that was sealed already.
  mutating func append(_ record: JournalRecord, _ header: EventHeader) throws {
    let entry = try journal.append(record, header: header, verdict: .accepted, after: head)
    head = LedgerCheckpoint(position: entry.position, hash: entry.hash)
  }

  /// A new stream's id.
  func newStream() -> StreamID { StreamID(random: entropy.bytes(16)) }

  /// Notes how far the device's running number has come.
  func finish() throws { try device.save(journal.db) }
}

/// What the events of a new stream are sealed with: given out in order, used on any core.
struct StreamSeal: Sendable {
  let stream: StreamID
  /// The running number of the event before the first.
  let sequence: Int64
  /// The salt of each event.
  let salts: [[UInt8]]
  let authorship: SealedEvent.Authorship

  /// The events, each after the one before.
  func sealed(
    _ drafts: [EventDraft], law: String
  ) throws -> [(record: JournalRecord, event: Event)] {
    var parents: [EventID] = []
    return try drafts.enumerated().map { number, draft in
      let sealed = try SealedEvent(
        draft, stream: stream, parents: parents, sequence: sequence + Int64(number) + 1, law: law,
        by: authorship, salt: salts[number])
      parents = [sealed.event.id]
      return (JournalRecord(sealed), sealed.event)
    }
  }
}
