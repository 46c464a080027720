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

  /// A mark.
  package init(stream: StreamID, number: String?, name: String, standing: Standing) {
    self.stream = stream
    self.number = number
    self.name = name
    self.standing = standing
  }

  /// The mark of a row.
  package init(_ row: QueueRow) {
    self.init(stream: row.stream, number: row.number, name: row.name, standing: row.standing)
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
      let cursor = try Row.fetchCursor(
        db,
        sql: plan.sql(
          selecting: "q.stream, q.number, q.name, q.standing",
          tail: "ORDER BY q.\(query.sort.column) \(direction), q.id \(direction)"),
        arguments: plan.arguments)
      var marks: [QueueMark] = []
      while let row = try cursor.next() {
        guard let standing = table.byID[row[3]] else { continue }
        let number = row[1] as String
        marks.append(
          QueueMark(
            stream: StreamID(blob: row[0]), number: number.isEmpty ? nil : number, name: row[2],
            standing: standing))
      }
      return marks
    }
  }
}
