import GRDB
import Glibc
import Quantities

extension CaseStore {
  /// Makes an empty store; `establish` then writes its first events.
  ///
  /// Everything is made in a draft and moved to the place when it is whole.
  ///
  /// - Parameter entropy: `.seeded` only for stores that nobody relies on.
  /// - Throws: `store.exists`, `store.not_empty`, `store.network`, `store.permission`, `store.group_unknown`.
  package static func create(
    at path: String, sharing: StoreSharing = .personal, entropy: Entropy = .system
  ) throws -> CaseStore {
    try create(at: path, sharing: sharing, schema: .current, entropy: entropy)
  }

  static func create(
    at path: String, sharing: StoreSharing, schema: Schema, entropy: Entropy = .system
  ) throws -> CaseStore {
    try StoreDraft.make(at: path, sharing: sharing) { draft in
      try connecting(draft.folder) { try layTables(draft.folder, schema) }
    }
    return try open(at: path, access: .writing, schema: schema, entropy: entropy)
  }

  static func makeFile(_ path: String, mode: UInt32, group: UInt32?) throws(Problem) {
    let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreProblem.of(errno: errno, at: path) }
    Glibc.close(descriptor)
    try SystemFile.settle(path, mode: mode, group: group)
  }

  private static func layTables(_ directory: StoreDirectory, _ schema: Schema) throws {
    let queue = try DatabaseQueue(path: directory.journal)
    try queue.explaining(at: directory.journal) {
      try queue.writeWithoutTransaction { db in
        try db.execute(
          sql: """
            PRAGMA application_id = \(Schema.applicationID);
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            """)
        db.add(tokenizer: CaseTokenizer.self)
        try db.inTransaction(.immediate) {
          try schema.create(db)
          try Projection.create(db)
          try db.execute(sql: "PRAGMA user_version = \(schema.version)")
          return .commit
        }
        _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
    }
    try queue.close()
  }
}
