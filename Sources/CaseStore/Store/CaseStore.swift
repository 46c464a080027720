import CStoreCalls
import GRDB
import Quantities
import Synchronization

/// The file: journal, ledger, projections, search, attachments, users, backup, verification.
///
/// One store is one folder. Any number of processes may have it open; each write takes the store's
/// lock, so that the law is decided on what is true at that moment. Calls block; nothing here has a
/// clock of its own.
package final class CaseStore: Sendable {
  /// What a store was opened for.
  package enum Access: Hashable, Sendable {
    case writing
    case reading
  }

  /// The folder.
  package let directory: StoreDirectory
  /// What it was opened for.
  package let access: Access

  let database: DatabaseQueue
  let lock: StoreLock?
  let schema: Schema
  let entropy: Entropy
  let memory = Mutex(StoreMemory())

  init(
    directory: StoreDirectory, access: Access, database: DatabaseQueue, lock: StoreLock?,
    schema: Schema, entropy: Entropy = .system
  ) {
    self.directory = directory
    self.access = access
    self.database = database
    self.lock = lock
    self.schema = schema
    self.entropy = entropy
  }

  /// A store that is let go leaves no log behind: whoever copies the database's file alone has
  /// everything, and a folder that may only be read opens.
  deinit { try? close() }

  /// Writes what the log holds into the database, where no other process is in the way, so that the
  /// database's file alone has everything.
  ///
  /// The connection itself goes with the store.
  package func close() throws {
    guard access == .writing, let lock, memory.withLock({ $0.hasWritten }) else { return }
    memory.withLock { $0.hasWritten = false }
    try guarded {
      try database.writeWithoutTransaction { db in
        try lock.holdIfFree { try Checkpoint.run(on: db) }
      }
    }
  }

  /// Runs something and turns what SQLite throws into problems.
  func guarded<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreProblem.of(error, systemErrno: lastErrno(of: error), at: directory.journal)
    }
  }

  /// Reads within one snapshot of the database.
  func reading<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try guarded {
      try database.unsafeRead { db in
        if db.isInsideTransaction { return try body(db) }
        try db.execute(sql: "BEGIN DEFERRED")
        defer { try? db.execute(sql: "COMMIT") }
        return try body(db)
      }
    }
  }

  /// Writes: takes the lock, begins, checks that this program still understands the file, and
  /// commits, or leaves everything as it was.
  func writing<Result>(_ body: (Database) throws -> Result) throws -> Result {
    guard access == .writing, let lock else {
      throw StoreProblem.make("read_only", at: directory.path)
    }
    return try guarded {
      try database.writeWithoutTransaction { db in
        try lock.hold {
          let result = try committed(on: db, body)
          memory.withLock { $0.hasWritten = true }
          try Checkpoint.runIfLarge(
            on: db, directory,
            from: memory.withLock { $0.isInBulk } ? Checkpoint.bulkThreshold : Checkpoint.threshold)
          return result
        }
      }
    }
  }

  private func committed<Result>(
    on db: Database, _ body: (Database) throws -> Result
  ) throws -> Result {
    try db.execute(sql: "BEGIN IMMEDIATE")
    do {
      try checkVersions(db)
      let result = try body(db)
      try db.execute(sql: "COMMIT")
      return result
    } catch {
      if db.isInsideTransaction { try? db.execute(sql: "ROLLBACK") }
      memory.withLock { $0.forgetUncommitted() }
      throw error
    }
  }

  /// Refuses to go on in a file that a later program has changed since it was opened.
  func checkVersions(_ db: Database) throws {
    let version = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let projection = try Int.fetchOne(
      db, sql: "SELECT value FROM meta WHERE key = 'projection'")
    guard version == schema.version, projection ?? 0 <= Projection.version else {
      throw StoreProblem.make(
        version < schema.version ? "earlier_version" : "later_version", at: directory.path,
        [
          "found": "\(version).\(projection ?? 0)",
          "known": "\(schema.version).\(Projection.version)",
        ]
      )
    }
  }

  private func lastErrno(of error: DatabaseError) -> Int32 {
    guard error.resultCode == .SQLITE_IOERR else { return 0 }
    return database.unsafeReentrantErrno
  }
}

extension DatabaseQueue {
  /// Runs something and turns what SQLite throws on this connection into problems.
  func explaining<Result>(at path: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      let errno = error.resultCode == .SQLITE_IOERR ? unsafeReentrantErrno : 0
      throw StoreProblem.of(error, systemErrno: errno, at: path)
    }
  }

  /// The system's `errno` behind the last input or output error.
  fileprivate var unsafeReentrantErrno: Int32 {
    unsafeReentrantRead { store_system_errno($0.pointer) }
  }
}
