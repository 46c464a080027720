import Casework
import GRDB
import Quantities
import RulePacks

/// Seals drafts and appends them, within one write transaction.
struct Recorder {
  let journal: Journal
  let authorship: SealedEvent.Authorship
  private var device: Device

  /// A recorder for what a person does at a moment.
  init(_ db: Database, of store: CaseStore, actor: Actor, moment: Int64) throws {
    journal = Journal(db: db)
    device = try Device.current(db, of: store, moment: moment)
    authorship = SealedEvent.Authorship(
      device: device.id, actor: actor.name, login: actor.login, moment: moment)
  }

  /// Appends drafts to a stream, each after the one before.
  mutating func record(
    _ drafts: [EventDraft], on stream: StreamID, after heads: [EventID], law: String?
  ) throws -> [Event] {
    var parents = heads
    return try drafts.map { draft in
      let sealed = try SealedEvent(
        draft, stream: stream, parents: parents, sequence: device.next(), law: law,
        by: authorship, salt: Entropy.bytes(16))
      try journal.append(
        JournalRecord(sealed), header: sealed.event.header, verdict: .accepted)
      parents = [sealed.event.id]
      return sealed.event
    }
  }

  /// Notes how far the device's running number has come.
  func finish() throws { try device.save(journal.db) }
}
