import Casework
import Foundation
import GRDB
import Quantities
package import RulePacks
import Synchronization

extension CaseStore {
  /// A pack as the office has adopted it last, or in the form whose law a case is pinned to.
  ///
  /// - Throws: `pack.not_adopted`, `pack.unreadable`.
  package func pack(_ id: String, law: String? = nil) throws -> RulePack {
    try reading { try pack(id, law: law, in: $0) }
  }

  /// The packs that the office has adopted, each in its last form, by id.
  package func packs() throws -> [RulePack] {
    try reading { db in
      try office(in: db).packs.keys.sorted().map { try pack($0, law: nil, in: db) }
    }
  }

  func pack(_ id: String, law: String?, in db: Database) throws -> RulePack {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT content FROM packs WHERE pack = ?1 AND (?2 IS NULL OR law = ?2)
          ORDER BY place DESC LIMIT 1
          """), arguments: [id, law])
    guard let row else {
      throw Problem(
        "pack.not_adopted",
        [
          "pack": id, "law": law ?? "",
          "known": try office(in: db).packs.keys.sorted().joined(separator: ", "),
        ])
    }
    let hash = row[0] as String
    if let known = memory.withLock({ $0.packs[hash] }) { return known }
    guard let bytes = try Journal(db: db).blob(hash), SealedEvent.hash(bytes) == hash else {
      throw Problem("pack.unreadable", ["pack": id, "hash": hash])
    }
    do {
      let pack = try RulePack(compiled: bytes)
      memory.withLock { $0.packs[hash] = pack }
      return pack
    } catch {
      throw Problem("pack.unreadable", ["pack": id, "hash": hash, "detail": "\(error)"])
    }
  }
}
