import GRDB

/// How much a store holds.
package struct StoreSize: Hashable, Sendable {
  /// How many cases.
  package var cases: Int
  /// How many events, those of the office among them.
  package var events: Int64
}

extension CaseStore {
  /// How much the store holds.
  package func size() throws -> StoreSize {
    try reading { db in
      StoreSize(
        cases: try Int.fetchOne(db, sql: "SELECT COALESCE(SUM(n), 0) FROM standings") ?? 0,
        events: try Int64.fetchOne(db, sql: "SELECT COUNT(*) FROM events") ?? 0)
    }
  }
}
