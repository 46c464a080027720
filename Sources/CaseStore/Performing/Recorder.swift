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

  /// A new stream's id.
  func newStream() -> StreamID { StreamID(random: entropy.bytes(16)) }

  /// Notes how far the device's running number has come.
  func finish() throws { try device.save(journal.db) }
}
