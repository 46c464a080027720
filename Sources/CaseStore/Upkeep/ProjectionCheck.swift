import Casework
import Foundation
import GRDB
import Quantities
import RulePacks

/// Compares what the derived tables hold with what a fresh fold gives.
struct ProjectionCheck {
  let db: Database

  /// The fields of a case in which the tables differ from its projection.
  func differences(of entry: CaseProjection) throws -> [String] {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT q.*, s.key AS standing_key, t.text AS searched, f.row AS facts
            FROM queue q LEFT JOIN standings s ON s.id = q.standing
              LEFT JOIN texts t ON t.id = q.id LEFT JOIN facts f ON f.id = q.id
            WHERE q.stream = ?
            """), arguments: [entry.stream.blob])
    else { return ["queue"] }
    let id = row["id"] as Int64
    let scalars = scalarDifferences(of: entry, row)
    var found = scalars
    if try details(of: id) != Self.details(of: entry) { found.append("proceedings") }
    let names = try String.fetchAll(
      db.cachedStatement(sql: "SELECT key FROM names WHERE id = ? ORDER BY key"), arguments: [id])
    if names != entry.names.sorted() { found.append("names") }
    let tables = FactTables(db: db)
    if try tables.facts(of: id, tables.paths()) != entry.facts { found.append("facts") }
    return found
  }

  /// Tables of sums that do not add up.
  func countDifferences(cases: Int) throws -> [String] {
    let tests = [
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
    let tests: [(String, Bool)] = [
      ("number", row["number"] == (entry.number ?? "")),
      ("number_key", row["number_key"] == entry.numberKey), ("name", row["name"] == entry.name),
      ("name_key", row["name_key"] == entry.nameKey), ("host", row["host"] == entry.host),
      ("host_key", row["host_key"] == entry.hostKey),
      ("credit", row["credit"] as String? == entry.creditCode),
      ("standing", row["standing_key"] as String? == entry.standing.key),
      ("main_due", row["main_due"] as Int32? == entry.mainDue?.ordinal),
      ("main_entered", row["main_entered"] == entry.mainEnteredOn.ordinal),
      ("due", row["due"] == due), ("entered", row["entered"] == entry.enteredOn.ordinal),
      ("next_change", row["next_change"] as Int32? == entry.nextChangeOn?.ordinal),
      ("batch", row["batch"] as String? == entry.batch),
      ("field", row["field"] as String? == entry.field),
      ("opened", row["opened"] == entry.openedOn.ordinal),
      ("taken_over", row["taken_over"] == entry.isTakenOver),
      ("waiting_for", row["waiting_for"] as String? == entry.waitingFor),
      ("version", row["version"] == entry.version),
      ("text", row["searched"] as String? == entry.text),
    ]
    return tests.filter { !$0.1 }.map(\.0)
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
