import Casework
import Foundation
import GRDB
import Quantities
import RulePacks

/// Checks every event of the journal by its own bytes.
struct EventCheck {
  let db: Database

  /// Header and payload hash to what is said of them, parents come before, columns agree with the
  /// header, running numbers of a device never fall and, for those that wrote here, have no gap, and
  /// what has no payload, or no explanation any more, was redacted.
  func run(_ report: inout Verification) throws {
    var sequences: [String: Int64] = [:]
    var kept: [String: Int64] = [:]
    let written = try self.written()
    var bare: Set<EventID> = []
    var redacted: Set<EventID> = []
    var unexplained: [(event: EventID, basis: String)] = []
    var erased: Set<String> = []
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT \(JournalRecord.columns), e.stream, e.kind, e.seq FROM events e ORDER BY e.seq")
    while let row = try rows.next() {
      report.events += 1
      let record = JournalRecord(row)
      func complain(_ name: String, _ more: [String: String] = [:]) {
        report.problems.append(
          Problem("verify." + name, ["event": record.id].merging(more) { old, _ in old }))
      }
      let header: EventHeader
      do {
        header = try record.checkedHeader()
      } catch {
        report.problems.append(error)
        continue
      }
      if header.stream.blob != row[4] as Data || header.kind.rawValue != row[5] {
        complain("columns")
      }
      if !header.algorithms.contains("signature:none") { report.signed += 1 }
      if header.sequence <= sequences[header.device] ?? 0 { complain("sequence") }
      sequences[header.device] = header.sequence
      if header.sequence <= written[header.device] ?? 0 { kept[header.device, default: 0] += 1 }
      for parent in header.parents where !(try isEarlier(parent, header.stream, than: row[6])) {
        complain("parent", ["parent": parent])
      }
      if record.payload == nil || record.salt == nil { bare.insert(record.id) }
      if header.kind == .redacted, case .redacted(let redaction) = try record.event().payload {
        redacted.insert(redaction.event)
        erased.formUnion(redaction.explanations ?? [])
      }
      if header.kind == .acted, let basis = record.payload.flatMap(Self.basis(in:)),
        !(try isKept(basis))
      {
        unexplained.append((record.id, basis))
      }
    }
    for (device, count) in written.sorted(by: { $0.key < $1.key }) where kept[device] ?? 0 < count {
      report.problems.append(
        Problem(
          "verify.events_lost",
          ["device": device, "written": "\(count)", "found": "\(kept[device] ?? 0)"]))
    }
    for (event, basis) in unexplained where !erased.contains(basis) {
      report.problems.append(
        Problem("verify.basis_missing", ["event": event, "hash": basis]))
    }
    report.redacted = bare.count
    for id in bare.subtracting(redacted).sorted() {
      report.problems.append(Problem("verify.payload_missing", ["event": id]))
    }
  }

  /// How many events each incarnation had written, as the store noted with every write.
  private func written() throws -> [String: Int64] {
    let rows = try Row.fetchAll(db, sql: "SELECT id, sequence FROM devices")
    return Dictionary(rows.map { ($0[0] as String, $0[1] as Int64) }) { first, _ in first }
  }

  /// Whether an explanation is kept.
  private func isKept(_ basis: String) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM blobs WHERE hash = ?)"),
      arguments: [Hexadecimal.blob(of: basis)]) == true
  }

  /// The hash of the explanation in the bytes of an action; quotes within texts are escaped, so that
  /// nothing else looks like it.
  private static func basis(in payload: [UInt8]) -> String? {
    let mark = Array("\"basis\":\"".utf8)
    guard let start = payload.firstRange(of: mark)?.upperBound, start + 64 < payload.count,
      payload[start + 64] == UInt8(ascii: "\"")
    else { return nil }
    let text = String(decoding: payload[start..<start + 64], as: UTF8.self)
    return text.allSatisfy(\.isHexDigit) ? text : nil
  }

  private func isEarlier(_ id: EventID, _ stream: StreamID, than sequence: Int64) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM events WHERE id = ? AND stream = ? AND seq < ?)"),
      arguments: [Hexadecimal.blob(of: id), stream.blob, sequence]) == true
  }
}

/// Checks the office's record of what was accepted.
struct LedgerCheck {
  let db: Database

  /// Positions have no gap, every hash follows from the one before, every event has a place, and a
  /// checkpoint that was printed still stands.
  func run(_ report: inout Verification, _ checkpoint: LedgerCheckpoint?) throws {
    var previous = LedgerCheckpoint(position: 0, hash: LedgerEntry.root)
    var printed: String?
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT l.position, l.verdict, l.hash, e.id FROM ledger l
        LEFT JOIN events e ON e.seq = l.event ORDER BY l.position
        """)
    while let row = try rows.next() {
      let position = row[0] as Int64
      let hash = Hexadecimal.text(of: row[2] as Data)
      func complain(_ name: String) {
        report.problems.append(Problem("verify." + name, ["position": "\(position)"]))
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
      if position == checkpoint?.position { printed = hash }
    }
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
    check(checkpoint, printed, head: previous, &report)
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
