package import Casework
import GRDB

/// One case of a list by what names it, for choosing many at once.
package struct QueueMark: Hashable, Sendable {
  /// The case.
  package var stream: StreamID
  /// The number; nil for a case that has none yet.
  package var number: String?
  /// The centre's name.
  package var name: String
  /// Where the case stands.
  package var standing: Standing
  /// How many events the case has.
  package var version: Int

  /// A mark.
  package init(
    stream: StreamID, number: String?, name: String, standing: Standing, version: Int
  ) {
    self.stream = stream
    self.number = number
    self.name = name
    self.standing = standing
    self.version = version
  }

  /// The mark of a row.
  package init(_ row: QueueRow) {
    self.init(
      stream: row.stream, number: row.number, name: row.name, standing: row.standing,
      version: row.version)
  }
}

extension CaseStore {
  /// All cases of a query's list, in its order, whatever page it asks for.
  package func marks(of query: QueueQuery, for viewer: QueueViewer) throws -> [QueueMark] {
    try reading { db in
      let table = try standings(in: db)
      let plan = try QueuePlan(query, for: viewer, table, db)
      guard !plan.isEmpty else { return [] }
      let direction = query.isDescending ? "DESC" : "ASC"
      return try marks(
        plan.sql(
          selecting: Self.markColumns,
          tail: "ORDER BY q.\(query.sort.column) \(direction), q.id \(direction)"),
        plan.arguments, table, db)
    }
  }

  /// The marks of some cases as they are now; those that are no longer there are left out.
  package func marks(of streams: Set<StreamID>) throws -> [QueueMark] {
    try reading { db in
      try marks("SELECT \(Self.markColumns) FROM queue q", [], standings(in: db), db) {
        streams.contains($0)
      }
    }
  }

  private static let markColumns = "q.stream, q.number, q.name, q.standing, q.version"

  private func marks(
    _ sql: String, _ arguments: StatementArguments, _ table: StandingTable, _ db: Database,
    where isWanted: (StreamID) -> Bool = { _ in true }
  ) throws -> [QueueMark] {
    let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
    var marks: [QueueMark] = []
    while let row = try rows.next() {
      let stream = StreamID(blob: row[0])
      guard isWanted(stream), let standing = table.byID[row[3]] else { continue }
      let number = row[1] as String
      marks.append(
        QueueMark(
          stream: stream, number: number.isEmpty ? nil : number, name: row[2], standing: standing,
          version: row[4]))
    }
    return marks
  }
}
