import Casework
import Foundation
import GRDB
import Quantities
import RulePacks

/// The journal and the ledger within one transaction.
struct Journal {
  let db: Database

  // MARK: Reading

  /// The accepted events of a stream in the order of the ledger, up to a position of it.
  func events(of stream: StreamID, upTo position: Int64 = .max) throws -> [Event] {
    try records(of: stream, upTo: position).map { try $0.event() }
  }

  /// The same, as bytes.
  func records(of stream: StreamID, upTo position: Int64 = .max) throws -> [JournalRecord] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(JournalRecord.columns) FROM events e JOIN ledger l ON l.event = e.seq
        WHERE e.stream = ? AND l.verdict IN (1, 3) AND l.position <= ?
        ORDER BY l.position
        """)
    let rows = try Row.fetchCursor(statement, arguments: [stream.blob, position])
    var records: [JournalRecord] = []
    while let row = try rows.next() { records.append(JournalRecord(row)) }
    return records
  }

  /// One event by its id, whatever the ledger says of it.
  func record(_ id: EventID) throws -> JournalRecord? {
    try Row.fetchOne(
      db, sql: "SELECT \(JournalRecord.columns) FROM events e WHERE e.id = ?",
      arguments: [Hexadecimal.blob(of: id)]
    ).map(JournalRecord.init)
  }

  /// How far the ledger goes, and the hash of its last entry.
  func head() throws -> LedgerCheckpoint {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: "SELECT position, hash FROM ledger ORDER BY position DESC LIMIT 1"))
    else { return LedgerCheckpoint(position: 0, hash: LedgerEntry.root) }
    return LedgerCheckpoint(position: row[0], hash: Hexadecimal.text(of: row[1] as Data))
  }

  /// The bytes of a blob by the hash of its content.
  func blob(_ hash: String) throws -> [UInt8]? {
    try Data.fetchOne(
      db.cachedStatement(sql: "SELECT bytes FROM blobs WHERE hash = ?"),
      arguments: [Hexadecimal.blob(of: hash)]
    ).map(Array.init)
  }

  // MARK: Writing

  /// Appends an event and enters it in the ledger.
  ///
  /// - Parameter head: the head of the ledger, where the caller has it at hand.
  @discardableResult
  func append(
    _ record: JournalRecord, header: EventHeader, verdict: Verdict,
    after head: LedgerCheckpoint? = nil
  ) throws -> LedgerEntry {
    try db.cachedStatement(
      sql: """
        INSERT INTO events (id, stream, kind, header, salt, payload) VALUES (?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      Hexadecimal.blob(of: record.id), header.stream.blob, header.kind.rawValue,
      Data(record.header), record.salt.map { Data($0) }, record.payload.map { Data($0) },
    ])
    return try enter(sequence: db.lastInsertedRowID, record.id, verdict, after: head)
  }

  /// Says something of an event that is in the journal already.
  @discardableResult
  func judge(_ id: EventID, verdict: Verdict) throws -> LedgerEntry {
    guard
      let sequence = try Int64.fetchOne(
        db, sql: "SELECT seq FROM events WHERE id = ?", arguments: [Hexadecimal.blob(of: id)])
    else { throw Problem("journal.unknown_event", ["event": id]) }
    return try enter(sequence: sequence, id, verdict)
  }

  private func enter(
    sequence: Int64, _ id: EventID, _ verdict: Verdict, after head: LedgerCheckpoint? = nil
  ) throws -> LedgerEntry {
    let head = try head ?? self.head()
    let hash = LedgerEntry.hash(
      after: head.hash, position: head.position + 1, event: id, verdict: verdict)
    try db.cachedStatement(
      sql: "INSERT INTO ledger (position, event, verdict, hash) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [
      head.position + 1, sequence, verdict.rawValue, Hexadecimal.blob(of: hash),
    ])
    return LedgerEntry(
      position: head.position + 1, event: id, verdict: verdict, hash: hash)
  }

  /// Keeps bytes by their hash; what is there already stays.
  @discardableResult
  func keep(_ bytes: [UInt8], as kind: BlobKind) throws -> String {
    let hash = SealedEvent.hash(bytes)
    try keep(bytes, hash: hash, as: kind)
    return hash
  }

  /// The same for bytes whose hash is known already.
  func keep(_ bytes: [UInt8], hash: String, as kind: BlobKind) throws {
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO blobs (hash, kind, bytes) VALUES (?, ?, ?)"
    ).execute(arguments: [Hexadecimal.blob(of: hash), kind.rawValue, Data(bytes)])
  }
}

/// What a blob beside the journal is.
enum BlobKind: String {
  /// The findings that a decision relied on, with their trees.
  case basis
  /// A rule pack in its compiled form.
  case pack
  /// The official text of a regulation, in UTF-8.
  case law
}
