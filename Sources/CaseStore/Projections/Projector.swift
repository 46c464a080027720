import Casework
import Foundation
import GRDB
import Quantities
import RulePacks

/// Keeps the derived tables true, within the transaction that appends.
struct Projector {
  let db: Database
  /// What need not be looked up again while many cases are entered; nil for single ones.
  var memory: BulkMemory?

  /// Enters a new case.
  func insert(_ state: CaseState) throws { try insert(CaseProjection(state)) }

  /// Enters a new case.
  ///
  /// - Parameter facts: its facts as a row, where that was made already.
  func insert(_ entry: CaseProjection, _ facts: BinaryFacts? = nil) throws {
    let standing = try standing(entry.standing)
    try db.cachedStatement(
      sql: Self.insertion
    ).execute(arguments: StatementArguments(row(entry, standing)))
    let id = db.lastInsertedRowID
    try count(standing, entry.due, by: 1)
    try insertDetails(entry, id, facts)
    try db.cachedStatement(sql: "INSERT INTO texts (id, text) VALUES (?, ?)")
      .execute(arguments: [id, entry.text])
    try db.cachedStatement(sql: "INSERT INTO search (rowid, text) VALUES (?, ?)")
      .execute(arguments: [id, entry.text])
    if !entry.fingerprint.isEmpty {
      try db.cachedStatement(
        sql: "INSERT OR IGNORE INTO arrivals (fingerprint, id) VALUES (?, ?)"
      ).execute(arguments: [entry.fingerprint, id])
    }
  }

  /// Brings the tables up to a case's state; what is the same as before is left alone, with every
  /// index over it.
  func replace(_ state: CaseState) throws {
    guard
      let old = try Row.fetchOne(
        db.cachedStatement(
          sql: Self.selection),
        arguments: [state.id.blob])
    else { return try insert(state) }
    let id = old["id"] as Int64
    let entry = CaseProjection(state)
    let standing = try standing(entry.standing)
    try update(old, to: row(entry, standing), id)
    let due = entry.due.map { Int64($0.ordinal) } ?? Projection.never
    let (standingBefore, dueBefore) = (old["standing"] as Int64, old["due"] as Int64)
    if standingBefore != standing || dueBefore != due {
      try count(standing, entry.due, by: 1)
      try count(standingBefore, ordinal: dueBefore, by: -1)
    }
    try db.cachedStatement(sql: "DELETE FROM proceedings WHERE id = ?").execute(arguments: [id])
    try insertProceedings(entry, id)
    try replaceNames(entry, id)
    try FactTables(db: db, memory: memory).replace(entry.facts, id)
    try replaceText(entry.text, id)
  }

  /// Writes the columns of a case's row that have changed.
  private func update(_ old: Row, to values: [DatabaseValue], _ id: Int64) throws {
    let changed = Self.columns.indices.filter { old[$0] as DatabaseValue != values[$0] }
    guard !changed.isEmpty else { return }
    let assignments = changed.map { Self.columns[$0] + " = ?" }.joined(separator: ", ")
    try db.cachedStatement(sql: "UPDATE queue SET \(assignments) WHERE id = ?")
      .execute(arguments: StatementArguments(changed.map { values[$0] } + [id.databaseValue]))
  }

  private func replaceNames(_ entry: CaseProjection, _ id: Int64) throws {
    let old = try String.fetchAll(
      db.cachedStatement(sql: "SELECT key FROM names WHERE id = ?"), arguments: [id])
    guard Set(old) != Set(entry.names) else { return }
    try db.cachedStatement(sql: "DELETE FROM names WHERE id = ?").execute(arguments: [id])
    try insertNames(entry, id)
  }

  private func replaceText(_ text: String, _ id: Int64) throws {
    let old = try String.fetchOne(
      db.cachedStatement(sql: "SELECT text FROM texts WHERE id = ?"), arguments: [id])
    guard old != text else { return }
    try db.cachedStatement(
      sql: "INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)"
    ).execute(arguments: [id, old ?? ""])
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO texts (id, text) VALUES (?, ?)")
      .execute(arguments: [id, text])
    try db.cachedStatement(sql: "INSERT INTO search (rowid, text) VALUES (?, ?)")
      .execute(arguments: [id, text])
  }

  /// The columns of the queue, in the order of `row`.
  private static let columns = [
    "stream", "number", "number_key", "name", "name_key", "host", "host_key", "credit",
    "standing", "main_due", "main_entered", "due", "entered", "next_change", "batch", "field",
    "opened", "taken_over", "waiting_for", "version",
  ]

  private static let selection =
    "SELECT \(columns.joined(separator: ", ")), id FROM queue WHERE stream = ?"

  private static let insertion = """
    INSERT INTO queue (\(columns.joined(separator: ", ")))
    VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
    """

  private func row(_ entry: CaseProjection, _ standing: Int64) -> [DatabaseValue] {
    let values: [(any DatabaseValueConvertible)?] = [
      entry.stream.blob, entry.number ?? "", entry.numberKey, entry.name, entry.nameKey, entry.host,
      entry.hostKey, entry.creditCode, standing,
      entry.mainDue?.ordinal, entry.mainEnteredOn.ordinal,
      entry.due.map { Int64($0.ordinal) } ?? Projection.never, entry.enteredOn.ordinal,
      entry.nextChangeOn?.ordinal, entry.batch, entry.field, entry.openedOn.ordinal,
      entry.isTakenOver, entry.waitingFor, entry.version,
    ]
    return values.map { $0?.databaseValue ?? .null }
  }

  private func insertDetails(
    _ entry: CaseProjection, _ id: Int64, _ facts: BinaryFacts? = nil
  ) throws {
    try insertProceedings(entry, id)
    try insertNames(entry, id)
    try FactTables(db: db, memory: memory).insert(entry.facts, facts, id)
  }

  private func insertProceedings(_ entry: CaseProjection, _ id: Int64) throws {
    let proceedings = try db.cachedStatement(
      sql: """
        INSERT INTO proceedings (id, place, proceeding, procedure, key, stage, clock, ends, due,
          entered, opened, visited) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (place, proceeding) in entry.proceedings.enumerated() {
      try proceedings.execute(arguments: [
        id, place, proceeding.id, proceeding.procedure, proceeding.key, proceeding.stage,
        proceeding.entry.clock.rawValue, proceeding.entry.ends?.rawValue,
        proceeding.entry.deadline?.due.ordinal, proceeding.enteredOn.ordinal,
        proceeding.openedOn.ordinal, proceeding.visited.joined(separator: " "),
      ])
    }
  }

  private func insertNames(_ entry: CaseProjection, _ id: Int64) throws {
    let names = try db.cachedStatement(sql: "INSERT INTO names (key, id) VALUES (?, ?)")
    for name in entry.names { try names.execute(arguments: [name, id]) }
    if let number = entry.number { try note(number) }
  }

  // MARK: Standings and counts

  private func standing(_ standing: Standing) throws -> Int64 {
    let key = standing.key
    if let id = memory?.standings[key] { return id }
    if let id = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM standings WHERE key = ?"), arguments: [key])
    {
      return id
    }
    try db.cachedStatement(sql: "INSERT INTO standings (key, n) VALUES (?, 0)")
      .execute(arguments: [key])
    memory?.standings[key] = db.lastInsertedRowID
    return db.lastInsertedRowID
  }

  private func count(_ standing: Int64, _ due: CalendarDate?, by change: Int) throws {
    try count(standing, ordinal: due.map { Int64($0.ordinal) } ?? Projection.never, by: change)
  }

  private func count(_ standing: Int64, ordinal due: Int64, by change: Int) throws {
    if let memory, memory.defersSums {
      memory.counts[BulkMemory.Count(standing: standing, due: due), default: 0] += change
      return
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO counts (standing, due, n) VALUES (?, ?, ?)
        ON CONFLICT (standing, due) DO UPDATE SET n = n + excluded.n
        """
    ).execute(arguments: [standing, due, change])
    try db.cachedStatement(sql: "UPDATE standings SET n = n + ? WHERE id = ?")
      .execute(arguments: [change, standing])
    guard change < 0 else { return }
    try db.cachedStatement(sql: "DELETE FROM counts WHERE standing = ? AND due = ? AND n = 0")
      .execute(arguments: [standing, due])
    try db.cachedStatement(sql: "DELETE FROM standings WHERE id = ? AND n = 0")
      .execute(arguments: [standing])
  }
}

extension Projector {
  /// Notes a case's number, at once or with the sums.
  private func note(_ number: String) throws {
    guard let memory, memory.defersSums, let parts = CaseNumbers.parts(of: number) else {
      return try CaseNumbers(db: db).note(number)
    }
    let key = BulkMemory.Numbering(prefix: parts.prefix, year: parts.year)
    memory.numbers[key] = max(memory.numbers[key] ?? 0, parts.place)
  }

  /// Writes the sums that were put off.
  func settle() throws {
    guard let memory, memory.defersSums else { return }
    memory.defersSums = false
    for (count, number) in memory.counts.sorted(by: { $0.key < $1.key }) {
      try self.count(count.standing, ordinal: count.due, by: number)
    }
    for (key, place) in memory.numbers {
      try CaseNumbers(db: db).note(
        CaseNumbers.text(prefix: key.prefix, year: key.year, place))
    }
  }
}

/// Numbers of standings and paths that were looked up already, for one transaction in which cases are
/// entered and none is changed.
final class BulkMemory {
  /// A number of cases with one standing and one due date.
  struct Count: Hashable, Comparable {
    let standing: Int64
    let due: Int64

    static func < (left: Count, right: Count) -> Bool {
      (left.standing, left.due) < (right.standing, right.due)
    }
  }

  /// Numbers that are allotted together.
  struct Numbering: Hashable {
    let prefix: String
    let year: Int
  }

  /// Whether counts and numbers are added up here, until `Projector.settle()` writes them.
  var defersSums: Bool
  var counts: [Count: Int] = [:]
  var numbers: [Numbering: Int] = [:]
  var standings: [String: Int64] = [:]
  var paths: [FactPath: Int64] = [:]
  /// The paths that are indexed.
  var indexed: [(Int64, FactPath)]?

  init(defersSums: Bool = false) { self.defersSums = defersSums }
}
