import Casework
import Foundation
import GRDB
import Quantities
import RulePacks

/// Compares what the derived tables hold with what a fresh fold gives.
struct ProjectionCheck {
  let db: Database

  /// The fields of a case in which the tables differ from its projection.
  ///
  /// - Parameters:
  ///   - facts: the facts as a row, where every path has a number.
  ///   - paths: the paths by their numbers.
  func differences(
    of entry: CaseProjection, _ facts: BinaryFacts?, _ paths: [Int64: FactPath]
  ) throws -> [String] {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT q.id, \(Self.scalars), s.key, t.text, f.row
            FROM queue q LEFT JOIN standings s ON s.id = q.standing
              LEFT JOIN texts t ON t.id = q.id LEFT JOIN facts f ON f.id = q.id
            WHERE q.stream = ?
            """), arguments: [entry.stream.blob])
    else { return ["queue"] }
    let id = row[0] as Int64
    var found = scalarDifferences(of: entry, row)
    if try details(of: id) != Self.details(of: entry) { found.append("proceedings") }
    let names = try String.fetchAll(
      db.cachedStatement(sql: "SELECT key FROM names WHERE id = ? ORDER BY key"), arguments: [id])
    if names != entry.names.sorted() { found.append("names") }
    let stored = BinaryFacts(bytes: (row[21] as Data?).map { Array($0) } ?? [])
    // Rows that differ may have numbered their paths in another order.
    if stored != facts, stored.facts(path: { paths[$0] }) != entry.facts { found.append("facts") }
    if try !isIndexed(entry, id) { found.append("fact_index") }
    if !entry.fingerprint.isEmpty, try !isKnown(entry.fingerprint) { found.append("arrivals") }
    return found
  }

  /// Whether the index leads to the case by each of its facts that other cases are asked about.
  private func isIndexed(_ entry: CaseProjection, _ id: Int64) throws -> Bool {
    let tables = FactTables(db: db)
    let wanted = try tables.indexEntries(of: entry.facts)
    return try wanted.allSatisfy { number, value in
      try Bool.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT EXISTS (SELECT 1 FROM fact_index WHERE path = ? AND value = ? AND id = ?)
            """), arguments: [number, value, id]) == true
    }
  }

  /// Whether what the case came from is known, so that it is not taken in twice.
  private func isKnown(_ fingerprint: String) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM arrivals WHERE fingerprint = ?)"),
      arguments: [fingerprint]) == true
  }

  /// The columns of `queue` that `scalarDifferences` compares, from place 1.
  private static let scalars = """
    q.number, q.number_key, q.name, q.name_key, q.host, q.host_key, q.credit, q.main_due,
    q.main_entered, q.due, q.entered, q.next_change, q.batch, q.field, q.opened, q.taken_over,
    q.waiting_for, q.version
    """

  /// Tables of sums that do not add up.
  ///
  /// - Parameters:
  ///   - cases: how many cases there are.
  ///   - indexed: how many entries their facts have in the index.
  func countDifferences(cases: Int, indexed: Int) throws -> [String] {
    let tests = [
      "fact_index": "SELECT (SELECT COUNT(*) FROM fact_index) = \(indexed)",
      "queue": "SELECT (SELECT COUNT(*) FROM queue) = \(cases)",
      "counts": """
      SELECT NOT EXISTS (
        SELECT standing, due, COUNT(*) FROM queue GROUP BY standing, due
        EXCEPT SELECT standing, due, n FROM counts)
      AND (SELECT COUNT(*) FROM counts) =
        (SELECT COUNT(*) FROM (SELECT 1 FROM queue GROUP BY standing, due))
      """,
      "standings": """
      SELECT NOT EXISTS (
        SELECT standing, COUNT(*) FROM queue GROUP BY standing
        EXCEPT SELECT id, n FROM standings)
      AND (SELECT COUNT(*) FROM standings) =
        (SELECT COUNT(DISTINCT standing) FROM queue)
      """,
    ]
    return try tests.keys.sorted().filter { table in
      try Bool.fetchOne(db, sql: tests[table] ?? "SELECT 1") != true
    }
  }

  private func scalarDifferences(of entry: CaseProjection, _ row: Row) -> [String] {
    let due = entry.due.map { Int64($0.ordinal) } ?? Projection.never
    var found: [String] = []
    func compare(_ field: String, _ isEqual: Bool) { if !isEqual { found.append(field) } }
    compare("number", row[1] == (entry.number ?? ""))
    compare("number_key", row[2] == entry.numberKey)
    compare("name", row[3] == entry.name)
    compare("name_key", row[4] == entry.nameKey)
    compare("host", row[5] == entry.host)
    compare("host_key", row[6] == entry.hostKey)
    compare("credit", row[7] as String? == entry.creditCode)
    compare("main_due", row[8] as Int32? == entry.mainDue?.ordinal)
    compare("main_entered", row[9] == entry.mainEnteredOn.ordinal)
    compare("due", row[10] == due)
    compare("entered", row[11] == entry.enteredOn.ordinal)
    compare("next_change", row[12] as Int32? == entry.nextChangeOn?.ordinal)
    compare("batch", row[13] as String? == entry.batch)
    compare("field", row[14] as String? == entry.field)
    compare("opened", row[15] == entry.openedOn.ordinal)
    compare("taken_over", row[16] == entry.isTakenOver)
    compare("waiting_for", row[17] as String? == entry.waitingFor)
    compare("version", row[18] == entry.version)
    compare("standing", row[19] as String? == entry.standing.key)
    compare("text", row[20] as String? == entry.text)
    return found
  }

  private func details(of id: Int64) throws -> [[String]] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT proceeding, procedure, key, stage, clock, ends, due, entered, opened, visited
          FROM proceedings WHERE id = ? ORDER BY place
          """), arguments: [id])
    return rows.map { row in
      (0..<row.count).map { index in
        switch (row[index] as DatabaseValue).storage {
        case .string(let text): text
        case .int64(let number): "\(number)"
        default: ""
        }
      }
    }
  }

  private static func details(of entry: CaseProjection) -> [[String]] {
    entry.proceedings.map { proceeding in
      [
        proceeding.id, proceeding.procedure, proceeding.key ?? "", proceeding.stage,
        proceeding.entry.clock.rawValue, proceeding.entry.ends?.rawValue ?? "",
        proceeding.entry.deadline.map { "\($0.due.ordinal)" } ?? "",
        "\(proceeding.enteredOn.ordinal)", "\(proceeding.openedOn.ordinal)",
        proceeding.visited.joined(separator: " "),
      ]
    }
  }
}
