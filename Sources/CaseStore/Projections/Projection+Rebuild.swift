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
  static func rebuild(_ db: Database) throws {
    try drop(db)
    try layTables(db)
    let journal = Journal(db: db)
    let projector = Projector(db: db, memory: BulkMemory(defersSums: true))
    for event in try journal.events(of: .office) { try projector.take(event) }
    let streams = try Data.fetchAll(db, sql: streams).map(StreamID.init(blob:))
    try CaseSweep(journal: journal).forEach(streams) { _, result in
      try projector.insert(try result.get(), searching: false)
    }
    try projector.settle()
    try db.execute(sql: "INSERT INTO search (search) VALUES ('rebuild')")
    try index(db)
  }
}
