import GRDB

/// Moving the log's content into the database; only ever under the store's lock.
enum Checkpoint {
  /// The size of the log, in bytes, from which a write is followed by a checkpoint.
  static let threshold: Int64 = 4 << 20
  /// The same while very much is written, transaction after transaction.
  static let bulkThreshold: Int64 = 256 << 20

  /// Moves everything that no reader holds back, and empties the log where nobody reads.
  static func run(on db: Database) throws {
    try db.execute(sql: "PRAGMA busy_timeout = 0")
    defer {
      try? db.execute(sql: "PRAGMA busy_timeout = \(Int(Connection.patience * 1000))")
    }
    _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
  }

  /// The same, where the log has grown large.
  static func runIfLarge(
    on db: Database, _ directory: StoreDirectory, from threshold: Int64 = threshold
  ) throws {
    guard let status = FileStatus(directory.journal + "-wal"), status.size > threshold else {
      return
    }
    try run(on: db)
  }
}
