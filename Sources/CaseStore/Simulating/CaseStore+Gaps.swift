import Casework
import Foundation
import GRDB
import Quantities
package import RulePacks

/// The open cases from before a regulation, and what its transition says of them.
package struct TransitionGaps: Sendable {
  /// A case of which the transition says nothing, or nothing yet.
  package struct Entry: Sendable {
    /// The case.
    package var row: QueueRow
    /// The facts that are missing; empty where no clause covers the case.
    package var missing: [FactPath]
  }

  /// The pack.
  package var pack: RulePack
  /// How many open cases were looked at.
  package var cases = 0
  /// How many a clause covers.
  package var covered = 0
  /// The cases that no clause covers, and those of which it is not known.
  package var entries: [Entry] = []
}

extension CaseStore {
  /// Looks for cases that the transition of a pack does not cover, in the form last adopted.
  ///
  /// - Throws: `pack.not_adopted`.
  package func gaps(of pack: String, for viewer: QueueViewer) throws -> TransitionGaps {
    try reading { db in
      let office = try office(in: db)
      let pack = try self.pack(pack, law: nil, in: db)
      var gaps = TransitionGaps(pack: pack)
      let rows = try openRows(of: pack.id, QueueFilter(), viewer, db)
      gaps.cases = rows.count
      guard let transition = pack.transition else { return gaps }
      let tables = FactTables(db: db)
      let paths = try tables.paths()
      let practice = office.practice(under: pack, on: viewer.today).values
      for row in rows {
        let scope = Scope(
          facts: FactSheet(try tables.facts(of: row.id, paths)), practice: practice,
          on: viewer.today, today: viewer.today)
        switch transition.answer(in: scope) {
        case .notConcerned: break
        case .covered: gaps.covered += 1
        case .uncovered: gaps.entries.append(.init(row: row, missing: []))
        case .unknown(let missing): gaps.entries.append(.init(row: row, missing: missing))
        }
      }
      return gaps
    }
  }
}
