import Casework
import Foundation
import GRDB
import Quantities

/// Checks the office's record of what was accepted.
struct LedgerCheck {
  let db: Database
  /// Where the ledger is read; nil to read it here.
  let views: SameViews?

  /// What some entries came to.
  private struct Found: Sendable {
    var problems: [Problem] = []
    /// The hash at the position of the checkpoint.
    var printed: String?
  }

  /// Positions have no gap, every hash follows from the one before, every event has a place, and a
  /// checkpoint that was printed still stands.
  func run(_ report: inout Verification, _ checkpoint: LedgerCheckpoint?) throws {
    let head = try Journal(db: db).head()
    let parts = try JournalParts.of("ledger", by: "position", db)
    let found = try Sweeping(parts, views, db) { db, part in
      [try Self.check(part, db, checkpoint)]
    }.results()
    for found in found { report.problems += found.problems }
    let unplaced =
      try Int.fetchOne(
        db,
        sql: """
          SELECT COUNT(*) FROM events e
          WHERE NOT EXISTS (SELECT 1 FROM ledger l WHERE l.event = e.seq)
          """) ?? 0
    if unplaced > 0 {
      report.problems.append(Problem("verify.not_in_ledger", ["count": "\(unplaced)"]))
    }
    check(checkpoint, found.lazy.compactMap(\.printed).first, head: head, &report)
  }

  /// Checks the entries at some positions; each against the hash that is written before it.
  private static func check(
    _ part: ClosedRange<Int64>, _ db: Database, _ checkpoint: LedgerCheckpoint?
  ) throws -> Found {
    var found = Found()
    var previous = try before(part.lowerBound, db)
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT l.position, l.verdict, l.hash, e.id FROM ledger l
          LEFT JOIN events e ON e.seq = l.event
          WHERE l.position BETWEEN ? AND ? ORDER BY l.position
          """), arguments: [part.lowerBound, part.upperBound])
    while let row = try rows.next() {
      let position = row[0] as Int64
      let hash = Hexadecimal.text(of: row[2] as Data)
      func complain(_ name: String) {
        found.problems.append(Problem("verify." + name, ["position": "\(position)"]))
      }
      if position != previous.position + 1 { complain("ledger_gap") }
      if let id = (row[3] as Data?).map(Hexadecimal.text), let verdict = Verdict(rawValue: row[1]) {
        let expected = LedgerEntry.hash(
          after: previous.hash, position: position, event: id, verdict: verdict)
        if hash != expected { complain("ledger_hash") }
      } else {
        complain("ledger_event")
      }
      previous = LedgerCheckpoint(position: position, hash: hash)
      if position == checkpoint?.position { found.printed = hash }
    }
    return found
  }

  /// The entry before a position; the root before the first.
  private static func before(_ position: Int64, _ db: Database) throws -> LedgerCheckpoint {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT position, hash FROM ledger WHERE position < ? ORDER BY position DESC LIMIT 1"),
      arguments: [position])
    guard let row else { return LedgerCheckpoint(position: 0, hash: LedgerEntry.root) }
    return LedgerCheckpoint(position: row[0], hash: Hexadecimal.text(of: row[1] as Data))
  }

  private func check(
    _ checkpoint: LedgerCheckpoint?, _ printed: String?, head: LedgerCheckpoint,
    _ report: inout Verification
  ) {
    guard let checkpoint, checkpoint.position > 0 else { return }
    guard let printed else {
      report.problems.append(
        Problem(
          "verify.ledger_shorter",
          ["checkpoint": checkpoint.description, "head": head.description]))
      return
    }
    if !printed.hasPrefix(checkpoint.hash) {
      report.problems.append(
        Problem(
          "verify.other_ledger",
          [
            "checkpoint": checkpoint.description,
            "found": LedgerCheckpoint(position: checkpoint.position, hash: printed).description,
          ]))
    }
  }
}
