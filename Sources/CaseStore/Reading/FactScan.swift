import GRDB
import Quantities

/// Goes through the rows of facts of many cases where they lie, in the order of the queue's rows, on
/// every core.
struct FactScan {
  let store: CaseStore
  let db: Database
  let cases: ChosenCases

  /// Fewer cases are gone through sooner than connections are opened.
  private static let fewest = 4096
  /// Parts for each core: one core that has less to do takes from what the others would.
  private static let partsEach = 4

  /// One stretch of the rows.
  struct Part: ~Copyable {
    let cases: ChosenCases
    fileprivate let rows: PlainRows

    /// Hands over every case: its row in the queue, its group, and its facts, which are there until
    /// the body returns.
    func forEach(_ body: (Int64, Int, UnsafeRawBufferPointer) throws -> Void) throws {
      while try rows.next() {
        let row = rows.number(0)
        if let group = cases.group(of: row) { try body(row, group, rows.bytes(1)) }
      }
    }
  }

  /// What the parts come to, in their order.
  func run<Output: Sendable>(
    _ work: @escaping @Sendable (Database, borrowing Part) throws -> Output
  ) throws -> [Output] {
    let views = cases.count < Self.fewest ? nil : try SameViews.of(store, db)
    let parts = cases.parts(views.map { $0.count * Self.partsEach } ?? 1)
    return try Sweeping(parts, views, db) { [cases] db, range in
      let statement = try db.cachedStatement(
        sql: "SELECT id, row FROM facts WHERE id BETWEEN ? AND ? ORDER BY id")
      let rows = try PlainRows(statement, [range.lowerBound, range.upperBound])
      return [try work(db, Part(cases: cases, rows: rows))]
    }.results()
  }
}
