import Casework
import Foundation
import GRDB
import Quantities
import RulePacks

/// Checks every event of the journal by its own bytes.
struct EventCheck {
  let db: Database
  /// Where the events are read; nil to read them here.
  let views: SameViews?

  /// What some events came to, in the order of the journal.
  fileprivate struct Found: Sendable {
    var events = 0
    var signed = 0
    var problems: [Problem] = []
    var bare: Set<EventID> = []
    var redacted: Set<EventID> = []
    var unexplained: [(event: EventID, basis: String)] = []
    var erased: Set<String> = []
    /// The running numbers of each device, from the first to the last of them.
    var runs: [String: Run] = [:]
  }

  /// How the numbers of a device run through some events.
  fileprivate struct Run: Sendable {
    var first: (number: Int64, event: EventID)
    var last: Int64
    /// How many are of an incarnation that wrote here.
    var kept = 0
  }

  /// Header and payload hash to what is said of them, parents come before, columns agree with the
  /// header, running numbers of a device never fall and, for those that wrote here, have no gap, and
  /// what has no payload, or no explanation any more, was redacted.
  func run(_ report: inout Verification) throws {
    let written = try self.written()
    let parts = try JournalParts.of("events", by: "seq", db)
    let found = try Sweeping(parts, views, db) { db, part in
      [try Self.check(part, written, db)]
    }.results()
    var sequences: [String: Int64] = [:]
    var kept: [String: Int] = [:]
    var bare: Set<EventID> = []
    var redacted: Set<EventID> = []
    var unexplained: [(event: EventID, basis: String)] = []
    var erased: Set<String> = []
    for found in found {
      report.events += found.events
      report.signed += found.signed
      for (device, run) in found.runs {
        if run.first.number <= sequences[device] ?? 0 {
          report.problems.append(Problem("verify.sequence", ["event": run.first.event]))
        }
        sequences[device] = run.last
        kept[device, default: 0] += run.kept
      }
      report.problems += found.problems
      bare.formUnion(found.bare)
      redacted.formUnion(found.redacted)
      unexplained += found.unexplained
      erased.formUnion(found.erased)
    }
    for (device, count) in written.sorted(by: { $0.key < $1.key })
    where kept[device] ?? 0 < count {
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

  /// Checks the events with some places in the journal.
  private static func check(
    _ part: ClosedRange<Int64>, _ written: [String: Int64], _ db: Database
  ) throws -> Found {
    var found = Found()
    var latest: [StreamID: EventID] = [:]
    var texts = HeaderReader.Texts()
    var isSigned: [String: Bool] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(JournalRecord.columns), e.stream, e.kind, e.seq FROM events e
          WHERE e.seq BETWEEN ? AND ? ORDER BY e.seq
          """), arguments: [part.lowerBound, part.upperBound])
    while let row = try rows.next() {
      found.events += 1
      let record = JournalRecord(row)
      func complain(_ name: String, _ more: [String: String] = [:]) {
        found.problems.append(
          Problem("verify." + name, ["event": record.id].merging(more) { old, _ in old }))
      }
      let header: EventHeader
      do {
        header = try record.checkedHeader(after: &texts)
      } catch {
        found.problems.append(error)
        continue
      }
      if header.stream.blob != row[4] as Data || header.kind.rawValue != row[5] {
        complain("columns")
      }
      if isSigned[header.algorithms] == nil {
        isSigned[header.algorithms] = !header.algorithms.contains("signature:none")
      }
      if isSigned[header.algorithms] == true { found.signed += 1 }
      if !found.count(header, record.id, written) { complain("sequence") }
      for parent in header.parents where latest[header.stream] != parent {
        if try !isEarlier(parent, header.stream, than: row[6], db) {
          complain("parent", ["parent": parent])
        }
      }
      latest[header.stream] = record.id
      if record.payload == nil || record.salt == nil { found.bare.insert(record.id) }
      if header.kind == .redacted, case .redacted(let redaction) = try record.event().payload {
        found.redacted.insert(redaction.event)
        found.erased.formUnion(redaction.explanations ?? [])
      }
      if header.kind == .acted, let basis = record.payload.flatMap(Self.basis(in:)),
        !(try isKept(basis, db))
      {
        found.unexplained.append((record.id, basis))
      }
    }
    return found
  }

  /// How many events each incarnation had written, as the store noted with every write.
  private func written() throws -> [String: Int64] {
    let rows = try Row.fetchAll(db, sql: "SELECT id, sequence FROM devices")
    return Dictionary(rows.map { ($0[0] as String, $0[1] as Int64) }) { first, _ in first }
  }

  /// Whether an explanation is kept.
  private static func isKept(_ basis: String, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM blobs WHERE hash = ?)"),
      arguments: [Hexadecimal.blob(of: basis)]) == true
  }

  /// The hash of the explanation in the bytes of an action; quotes within texts are escaped, so that
  /// nothing else looks like it.
  private static func basis(in payload: [UInt8]) -> String? {
    guard let start = payload.withUnsafeBufferPointer(end(ofMarkIn:)), start + 64 < payload.count,
      payload[start + 64] == UInt8(ascii: "\"")
    else { return nil }
    let text = String(decoding: payload[start..<start + 64], as: UTF8.self)
    return Hexadecimal.bytes(of: text) != nil ? text : nil
  }

  private static let mark = Array("\"basis\":\"".utf8)

  private static func end(ofMarkIn payload: UnsafeBufferPointer<UInt8>) -> Int? {
    guard payload.count >= mark.count else { return nil }
    // Most payloads have it near the front: keys are in order.
    let start = (0...(payload.count - mark.count)).first { start in
      payload[start + 1] == mark[1]
        && mark.indices.allSatisfy { payload[start + $0] == mark[$0] }
    }
    return start.map { $0 + mark.count }
  }

  private static func isEarlier(
    _ id: EventID, _ stream: StreamID, than sequence: Int64, _ db: Database
  ) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM events WHERE id = ? AND stream = ? AND seq < ?)"),
      arguments: [Hexadecimal.blob(of: id), stream.blob, sequence]) == true
  }
}

extension EventCheck.Found {
  /// Takes the running number of an event in; false where it does not follow.
  fileprivate mutating func count(
    _ header: EventHeader, _ id: EventID, _ written: [String: Int64]
  ) -> Bool {
    let isKept = header.sequence <= written[header.device] ?? 0
    guard var run = runs[header.device] else {
      runs[header.device] = EventCheck.Run(
        first: (header.sequence, id), last: header.sequence, kept: isKept ? 1 : 0)
      return true
    }
    let follows = header.sequence > run.last
    run.last = header.sequence
    if isKept { run.kept += 1 }
    runs[header.device] = run
    return follows
  }
}
