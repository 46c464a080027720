import Casework
import GRDB
import Quantities
package import RulePacks

/// What the store knows of one host (依托单位).
package struct HostPage: Hashable, Sendable {
  /// A case of the host.
  package struct Entry: Hashable, Sendable {
    /// The case as lists show it.
    package var row: QueueRow
    /// The platforms that it has on record, a row each: `level`, `kind` and the like.
    package var platforms: [[String: Value]]
    /// The end, where it failed: declined, revoked, disqualified, delisted and the like.
    package var failure: EndKind?

    /// A case of the host.
    package init(row: QueueRow, platforms: [[String: Value]], failure: EndKind? = nil) {
      self.row = row
      self.platforms = platforms
      self.failure = failure
    }
  }

  /// The credit code.
  package var creditCode: String
  /// The host's names on record, the latest first.
  package var names: [String]
  /// Its cases, the latest first.
  package var entries: [Entry]

  /// What is known of a host.
  package init(creditCode: String, names: [String], entries: [Entry]) {
    self.creditCode = creditCode
    self.names = names
    self.entries = entries
  }

  /// Cases that ended badly.
  package var failures: [Entry] { entries.filter { $0.failure != nil } }
}

extension CaseStore {
  /// Everything on record about the host with a credit code.
  package func hostPage(creditCode: String) throws -> HostPage {
    try reading { db in
      let code = TextFolding.comparisonKey(creditCode).uppercased()
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT \(QueueRow.columns) FROM queue q
            WHERE q.credit = ? ORDER BY q.opened DESC, q.id DESC
            """), arguments: [code])
      var page = HostPage(creditCode: code, names: [], entries: [])
      // An import asks this of every host, and most are new.
      guard !rows.isEmpty else { return page }
      let tables = FactTables(db: db)
      let paths = try tables.paths()
      let table = try standings(in: db)
      for row in rows.compactMap({ QueueRow($0, table.byID) }) {
        let facts = try tables.facts(of: row.id, paths)
        if !row.host.isEmpty, !page.names.contains(row.host) { page.names.append(row.host) }
        page.entries.append(
          HostPage.Entry(
            row: row, platforms: Self.platforms(in: facts),
            failure: row.standing.main.ends.flatMap { $0.isFailureOfHost ? $0 : nil }))
      }
      return page
    }
  }

  private static func platforms(in facts: Facts) -> [[String: Value]] {
    FactSheet(facts).rows(of: "platforms")?.map(\.values) ?? []
  }
}
