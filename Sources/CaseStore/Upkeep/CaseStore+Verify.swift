import Casework
import Foundation
import GRDB
import Quantities
import RulePacks

extension CaseStore {
  /// Proves what can be proved: hashes, order, the ledger's chain, and that everything derived equals
  /// a fresh fold.
  ///
  /// - Parameters:
  ///   - checkpoint: a head of the ledger that was printed earlier and kept off the machine.
  ///   - readsFiles: whether every attachment is read and hashed.
  /// - Throws: `store.damaged` where the database cannot be read at all.
  package func verify(
    checkpoint: LedgerCheckpoint? = nil, readsFiles: Bool = true
  ) throws -> Verification {
    let isSearchSound = try verifySearch()
    return try reading { db in
      var report = Verification(head: try Journal(db: db).head())
      for line in try String.fetchAll(db, sql: "PRAGMA quick_check(8)") where line != "ok" {
        report.problems.append(Problem("verify.damaged", ["detail": line]))
      }
      guard report.problems.isEmpty else { return report }
      let views = try SameViews.of(self, db)
      KeptMemory.begin()
      defer { KeptMemory.end() }
      try EventCheck(db: db, views: views).run(&report)
      try LedgerCheck(db: db, views: views).run(&report, checkpoint)
      try OfficeCheck(db: db).run(&report)
      try verifyBlobs(db, views, &report)
      try verifyProjections(db, views, &report)
      if !isSearchSound { report.problems.append(Problem("verify.search")) }
      if readsFiles { try verifyFiles(db, &report) }
      return report
    }
  }

  /// Whether the index of words is that of the texts; asked only where the store may be written to,
  /// since the question is put as a write.
  private func verifySearch() throws -> Bool {
    guard access == .writing else { return true }
    return try writing { db in
      do {
        try db.execute(
          sql: "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
        return true
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        return false
      }
    }
  }

  private func verifyBlobs(
    _ db: Database, _ views: SameViews?, _ report: inout Verification
  ) throws {
    // By the first byte of the hash.
    report.problems += try Sweeping(Array(UInt8.min...UInt8.max), views, db) {
      db, first -> [Problem] in
      var problems: [Problem] = []
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: "SELECT hash, bytes FROM blobs WHERE hash >= ?1 AND (?2 IS NULL OR hash < ?2)"),
        arguments: [Data([first]), first == .max ? nil : Data([first + 1])])
      while let row = try rows.next() {
        let hash = Hexadecimal.text(of: row[0] as Data)
        if SealedEvent.hash(row[1] as Data) != hash {
          problems.append(Problem("verify.blob_hash", ["hash": hash]))
        }
      }
      return problems
    }.results()
  }

  private func verifyProjections(
    _ db: Database, _ views: SameViews?, _ report: inout Verification
  ) throws {
    let streams = try Data.fetchAll(db, sql: Projection.streams)
    report.cases = streams.count
    let paths = try FactTables(db: db).paths()
    let numbers = Dictionary(paths.map { ($0.value, $0.key) }) { first, _ in first }
    let sweep = CaseSweep(db: db, views: views) {
      db, swept -> (problems: [Problem], indexed: Int) in
      switch swept.projection {
      case .success(let entry):
        let fields = try ProjectionCheck(db: db).differences(of: entry, swept.facts, paths)
        let problems = fields.map { field in
          Problem(
            "verify.projection", ["case": entry.number ?? swept.stream.text, "field": field])
        }
        return (problems, try FactTables(db: db).indexEntries(of: entry.facts).count)
      case .failure(var problem):
        problem.arguments["case"] = swept.stream.text
        return ([problem], 0)
      }
    }
    var indexed = 0
    try sweep.forEach(streams.map(StreamID.init(blob:)), paths: { numbers }) { checked in
      report.problems += checked.problems
      indexed += checked.indexed
    }
    let check = ProjectionCheck(db: db)
    for table in try check.countDifferences(cases: streams.count, indexed: indexed) {
      report.problems.append(Problem("verify.counts", ["table": table]))
    }
  }

  private func verifyFiles(_ db: Database, _ report: inout Verification) throws {
    for file in try AttachedFiles(db: db).all() {
      report.files += 1
      let arguments = ["file": file.sha256, "title": file.title]
      switch presence(ofFile: file.sha256) {
      case .gone: report.problems.append(Problem("verify.file_missing", arguments))
      case .unreadable(let path):
        report.problems.append(
          Problem("verify.file_unreadable", at: Problem.Place(file: path), arguments))
      case .there(let path):
        if FileHash.of(path) != file.sha256 {
          report.problems.append(Problem("verify.file_hash", arguments))
        }
      }
    }
  }
}
