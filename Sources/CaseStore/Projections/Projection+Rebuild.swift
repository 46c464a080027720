import Casework
import Foundation
import GRDB
import Quantities
import RulePacks

extension Projection {
  /// The streams of cases in the order in which the ledger accepted them.
  static let streams = """
    SELECT e.stream FROM ledger l JOIN events e ON e.seq = l.event
    WHERE l.verdict IN (1, 3) AND e.kind IN ('opened', 'taken_over') ORDER BY l.position
    """

  /// Drops the tables and builds them again from the journal, within the caller's transaction.
  ///
  /// - Parameter views: where the journal is read; nil where the transaction has changed it.
  static func rebuild(
    _ db: Database, _ views: SameViews? = nil, progress: (Int, Int) -> Void = { _, _ in }
  ) throws {
    try drop(db)
    try layTables(db)
    try keepWords(db, 64 << 20)
    let memory = BulkMemory(defersSums: true)
    let projector = Projector(db: db, memory: memory)
    for event in try Journal(db: db).events(of: .office) { try projector.take(event) }
    let streams = try Data.fetchAll(db, sql: streams).map(StreamID.init(blob:))
    var done = 0
    let sweep = CaseSweep(db: db, views: views) { _, swept in swept }
    try sweep.forEach(streams, paths: { memory.paths }) { swept in
      try projector.insert(try swept.projection.get(), swept.facts)
      done += 1
      if done.isMultiple(of: 1000) { progress(done, streams.count) }
    }
    try projector.settle()
    try keepWords(db, 1 << 20)
    try index(db)
    progress(streams.count, streams.count)
  }

  /// Says how many bytes of words the index of texts gathers before it writes them.
  ///
  /// A part that is written early has to be joined with others later. SQLite's own measure is 1 MB.
  private static func keepWords(_ db: Database, _ bytes: Int) throws {
    try db.execute(
      sql: "INSERT INTO search (search, rank) VALUES ('hashsize', ?)", arguments: [bytes])
  }
}
