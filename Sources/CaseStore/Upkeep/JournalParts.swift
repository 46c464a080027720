import GRDB

/// The journal in parts that are checked one beside the other.
enum JournalParts {
  /// How many rows are checked one after the other.
  private static let size = 4096

  /// The rows of a table by their places, which need not follow without gaps.
  static func of(_ table: String, by column: String, _ db: Database) throws
    -> [ClosedRange<Int64>]
  {
    let statement = try db.makeStatement(
      sql: """
        SELECT MIN(place), MAX(place) FROM (
          SELECT \(column) AS place FROM \(table) WHERE \(column) > ?
          ORDER BY \(column) LIMIT \(size))
        """)
    var parts: [ClosedRange<Int64>] = []
    var last = Int64.min
    while let row = try Row.fetchOne(statement, arguments: [last]), let first = row[0] as Int64?,
      let end = row[1] as Int64?
    {
      parts.append(first...end)
      last = end
    }
    return parts
  }
}
