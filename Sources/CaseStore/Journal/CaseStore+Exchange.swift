package import Casework
import Foundation
import GRDB
import Quantities
package import RulePacks

/// An event that comes from another store, with what this office says of it.
package struct ForeignEvent: Sendable {
  /// The event's bytes.
  package var record: JournalRecord
  /// What is said of it.
  package var verdict: Verdict

  /// An event with a verdict.
  package init(_ record: JournalRecord, verdict: Verdict) {
    self.record = record
    self.verdict = verdict
  }
}

extension CaseStore {
  /// The accepted events of a stream as bytes, in the order of the ledger.
  package func records(of stream: StreamID) throws -> [JournalRecord] {
    try reading { try Journal(db: $0).records(of: stream) }
  }

  /// The ledger after a position, in order.
  package func ledger(after position: Int64 = 0, limit: Int = .max) throws -> [LedgerEntry] {
    try reading { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT l.position, e.id, l.verdict, l.hash FROM ledger l JOIN events e ON e.seq = l.event
          WHERE l.position > ? ORDER BY l.position LIMIT ?
          """, arguments: [position, limit])
      return rows.compactMap { row in
        Verdict(rawValue: row[2]).map {
          LedgerEntry(
            position: row[0], event: Hexadecimal.text(of: row[1] as Data), verdict: $0,
            hash: Hexadecimal.text(of: row[3] as Data))
        }
      }
    }
  }

  /// Which of some events are in the journal, whatever the ledger says of them.
  package func known(among ids: [EventID]) throws -> Set<EventID> {
    try reading { db in
      try Set(ids.filter { try Journal(db: db).record($0) != nil })
    }
  }

  /// The bytes of a blob by its hash: an explanation or a compiled pack.
  package func blob(_ hash: String) throws -> [UInt8]? {
    try reading { try Journal(db: $0).blob(hash) }
  }

  /// The events that wait for somebody to settle them, oldest first.
  package func contested() throws -> [Event] {
    try reading { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT \(JournalRecord.columns) FROM ledger l JOIN events e ON e.seq = l.event
          WHERE l.verdict = 2 AND NOT EXISTS (
            SELECT 1 FROM ledger m WHERE m.event = l.event AND m.position > l.position)
          ORDER BY l.position
          """)
      return try rows.map { try JournalRecord($0).event() }
    }
  }

  /// Takes events in that come from another store, all of them or none.
  ///
  /// The caller has decided on each; here their bytes are checked, and the cases that they belong to
  /// are folded anew. Events that are known already are left out.
  ///
  /// - Parameters:
  ///   - blobs: explanations that come with them.
  ///   - decide: is called within the transaction, so that the verdicts rest on what is true then.
  /// - Throws: what the checks of the bytes say; `journal.cannot_fold` where accepted events do not
  ///   make a case.
  package func take(
    blobs: [[UInt8]] = [], by session: Session,
    deciding decide: (CaseReader) throws -> [ForeignEvent]
  ) throws -> [LedgerEntry] {
    try writing { db in
      _ = try DecisionDesk(self, db, session)
      let journal = Journal(db: db)
      for blob in blobs { try journal.keep(blob, as: .basis) }
      var touched: [StreamID] = []
      var entries: [LedgerEntry] = []
      for foreign in try decide(CaseReader(store: self, db: db)) {
        guard try journal.record(foreign.record.id) == nil else { continue }
        let event = try foreign.record.event()
        entries.append(
          try journal.append(foreign.record, header: event.header, verdict: foreign.verdict))
        guard foreign.verdict.counts else { continue }
        if event.header.stream == .office {
          try Projector(db: db).take(event)
        } else if !touched.contains(event.header.stream) {
          touched.append(event.header.stream)
        }
      }
      for stream in touched { try project(stream, in: db) }
      return entries
    }
  }

  /// Settles a contested event: from here on it happened, or it did not.
  ///
  /// - Throws: `Refusals` for anybody but an officer; `journal.not_contested`; `journal.cannot_fold`
  ///   where the case does not bear it.
  package func settle(_ id: EventID, as verdict: Verdict, by session: Session) throws {
    try writing { db in
      let desk = try DecisionDesk(self, db, session)
      guard desk.actor.roles.contains(.officer) else {
        throw Refusals([
          Refusal(
            .role, "role.missing",
            arguments: ["actor": desk.actor.name, "roles": Role.officer.rawValue])
        ])
      }
      let journal = Journal(db: db)
      let last = try Int.fetchOne(
        db,
        sql: """
          SELECT l.verdict FROM ledger l JOIN events e ON e.seq = l.event WHERE e.id = ?
          ORDER BY l.position DESC LIMIT 1
          """, arguments: [Hexadecimal.blob(of: id)])
      guard last == Verdict.contested.rawValue, verdict == .settled || verdict == .dismissed,
        let record = try journal.record(id)
      else { throw Problem("journal.not_contested", ["event": id]) }
      try journal.judge(id, verdict: verdict)
      guard verdict == .settled else { return }
      let event = try record.event()
      if event.header.stream == .office {
        try Projector(db: db).take(event)
      } else {
        try project(event.header.stream, in: db)
      }
    }
  }

  private func project(_ stream: StreamID, in db: Database) throws {
    let state = try CaseState.folded(try Journal(db: db).events(of: stream))
    try Projector(db: db).replace(state)
  }
}

/// Reading within a transaction that is under way.
package struct CaseReader {
  let store: CaseStore
  let db: Database

  /// A case as it stands; nil where the store has none.
  package func state(of stream: StreamID) throws -> CaseState? {
    let events = try Journal(db: db).events(of: stream)
    return events.isEmpty ? nil : try CaseState.folded(events)
  }

  /// The accepted events of a stream, in the order of the ledger.
  package func events(of stream: StreamID) throws -> [Event] {
    try Journal(db: db).events(of: stream)
  }

  /// Whether an event is in the journal.
  package func knows(_ id: EventID) throws -> Bool { try Journal(db: db).record(id) != nil }

  /// The office.
  package func office() throws -> OfficeState { try store.office(in: db) }

  /// A pack.
  package func pack(_ id: String, law: String?) throws -> RulePack {
    try store.pack(id, law: law, in: db)
  }
}
