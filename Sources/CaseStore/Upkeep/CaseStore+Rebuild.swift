import GRDB

extension CaseStore {
  /// Drops everything that is derived and builds it again from the journal; no log is left behind.
  ///
  /// - Parameter progress: told how many cases of how many are done.
  /// - Returns: how many events the ledger has.
  @discardableResult
  package func rebuild(progress: (Int, Int) -> Void = { _, _ in }) throws -> Int64 {
    let position = try writing { db in
      let views = try SameViews.of(self, db)
      try Connection.roomily(db) { try Projection.rebuild(db, views, progress: progress) }
      return try Journal(db: db).head().position
    }
    try close()
    return position
  }
}
