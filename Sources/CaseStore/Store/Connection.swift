import CStoreCalls
import GRDB
import Casework
import Synchronization

/// How the store's database is opened.
enum Connection {
  /// How long SQLite waits for a lock of its own, in seconds; the store's lock comes before it.
  static let patience: Double = 10

  /// Opens the database for reading and writing.
  ///
  /// Commits last through a power cut (`synchronous = FULL`), checkpoints happen under the store's
  /// lock alone, and what is deleted is overwritten.
  static func writing(_ directory: StoreDirectory) throws -> DatabaseQueue {
    var configuration = base()
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA synchronous = FULL;
          PRAGMA wal_autocheckpoint = 0;
          PRAGMA secure_delete = ON;
          """)
      guard store_leave_without_checkpoint(db.pointer) == 0 else {
        throw StoreProblem.make("failed", at: directory.journal)
      }
    }
    return try DatabaseQueue(path: directory.journal, configuration: configuration)
  }

  /// Opens the database for reading alone.
  ///
  /// In a folder where nothing may be written, a database whose log is empty is opened as one that
  /// never changes, since SQLite could not make its shared memory.
  ///
  /// - Parameter holdsView: whether what it sees may stay the same from one access to the next.
  static func reading(
    _ directory: StoreDirectory, isSealed: Bool, holdsView: Bool = false
  ) throws -> DatabaseQueue {
    var configuration = base()
    configuration.readonly = true
    configuration.allowsUnsafeTransactions = holdsView
    let log = FileStatus(directory.journal + "-wal")?.size ?? 0
    let path =
      isSealed && log == 0
      ? "file:" + percentEncoded(directory.journal) + "?immutable=1" : directory.journal
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  private static func base() -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.foreignKeysEnabled = false
    configuration.label = "store"
    configuration.prepareDatabase { db in
      db.add(tokenizer: CaseTokenizer.self)
      db.add(function: SearchText.function)
      try db.execute(
        sql: Self.ordinaryCache + "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON;")
    }
    return configuration
  }

  private static func percentEncoded(_ path: String) -> String {
    var out = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default: out += "%" + Hexadecimal.text(of: [byte]).uppercased()
      }
    }
    return out
  }
}

extension Connection {
  /// Room for pages at other times: 2 MB; the system keeps the file's pages besides.
  static let ordinaryCache = "PRAGMA cache_size = -2000;"
  /// Room for pages while very much is written at once: 256 MB.
  static let bulkCache = "PRAGMA cache_size = -256000;"

  /// Gives SQLite more room for pages while very much is written at once, and keeps the memory of
  /// what is made and let go by the thousand.
  static func roomily<Result>(
    _ db: Database, _ body: () throws -> Result
  ) throws -> Result {
    try db.execute(sql: bulkCache)
    KeptMemory.begin()
    defer {
      KeptMemory.end()
      try? db.execute(sql: ordinaryCache)
    }
    return try body()
  }
}

extension CaseStore {
  /// Writes very much, transaction after transaction: pages stay at hand from one to the next, and
  /// the log is emptied more rarely.
  func inBulk<Result>(_ body: () throws -> Result) throws -> Result {
    try guarded {
      try database.writeWithoutTransaction { try $0.execute(sql: Connection.bulkCache) }
    }
    memory.withLock { $0.isInBulk = true }
    KeptMemory.begin()
    defer {
      try? database.writeWithoutTransaction { try $0.execute(sql: Connection.ordinaryCache) }
      KeptMemory.end()
      memory.withLock { $0.isInBulk = false }
    }
    return try body()
  }
}

extension Database {
  /// The connection as the C shim takes it.
  var pointer: UnsafeMutableRawPointer? { sqliteConnection.map(UnsafeMutableRawPointer.init) }
}
