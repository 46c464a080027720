import GRDB

extension CaseStore {
  /// Drops everything that is derived and builds it again from the journal.
  ///
  /// - Returns: how many events the ledger has.
  @discardableResult
  package func rebuild() throws -> Int64 {
    try writing { db in
      try Connection.roomily(db) { try Projection.rebuild(db) }
      return try Journal(db: db).head().position
    }
  }
}
