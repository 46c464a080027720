import GRDB
import Glibc
import Quantities

extension CaseStore {
  /// Opens an existing store.
  ///
  /// Where the folder may not be written to, the store is opened for reading alone, unless
  /// `access` asks for more. An earlier version is brought up to date after a backup.
  ///
  /// - Parameter progress: told how many cases of how many were derived again, where the program
  ///   derives more than the one that wrote the store.
  /// - Throws: `store.missing`, `store.foreign`, `store.later_version`, `store.network`,
  ///   `store.damaged`, `store.permission`.
  package static func open(
    at path: String, access: Access? = nil, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> CaseStore {
    try open(at: path, access: access, schema: .current, progress: progress)
  }

  static func open(
    at path: String, access: Access?, schema: Schema, entropy: Entropy = .system,
    isBroughtUpToDate: Bool = true, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> CaseStore {
    let directory = StoreDirectory(path)
    let found = try inspect(directory)
    guard found <= schema.version else {
      throw StoreProblem.make(
        "later_version", at: path, ["found": "\(found)", "known": "\(schema.version)"])
    }
    let isSealed = !isWritable(directory)
    if access == .writing, isSealed { throw StoreProblem.make("read_only", at: path) }
    let access = access ?? (isSealed ? .reading : .writing)
    let lock = access == .writing ? try StoreLock(directory.lock) : nil
    let store = try connecting(directory) {
      CaseStore(
        directory: directory, access: access,
        database: access == .writing
          ? try Connection.writing(directory)
          : try Connection.reading(directory, isSealed: isSealed),
        lock: lock, schema: schema, entropy: entropy)
    }
    if isBroughtUpToDate { try store.bringUpToDate(progress: progress) }
    return store
  }

  /// Turns what SQLite throws while opening into problems.
  static func connecting<Result>(
    _ directory: StoreDirectory, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreProblem.of(error, at: directory.journal)
    }
  }

  /// Looks at a folder before SQLite does.
  ///
  /// - Returns: the version of the schema, as the file's first page has it.
  private static func inspect(_ directory: StoreDirectory) throws(Problem) -> Int32 {
    guard FileStatus(directory.path)?.kind == .folder,
      let journal = FileStatus(directory.journal), journal.kind == .file
    else { throw StoreProblem.make("missing", at: directory.path) }
    if case .network(let name) = FileSystemKind(at: directory.path) {
      throw StoreProblem.make("network", at: directory.path, ["kind": name])
    }
    let head = SystemFile.head(of: directory.journal, count: 100)
    guard head.count == 100 else {
      guard Glibc.access(directory.journal, R_OK) == 0 else {
        throw StoreProblem.of(errno: errno, at: directory.journal)
      }
      throw StoreProblem.make("damaged", at: directory.journal)
    }
    guard head.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw StoreProblem.make("damaged", at: directory.journal)
    }
    func number(at offset: Int) -> Int32 {
      Int32(truncatingIfNeeded: head[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) })
    }
    guard number(at: 68) == Schema.applicationID else {
      throw StoreProblem.make("foreign", at: directory.journal)
    }
    return number(at: 60)
  }

  /// Whether this process may write in a store's folder.
  static func isWritable(_ directory: StoreDirectory) -> Bool {
    Glibc.access(directory.path, W_OK) == 0 && Glibc.access(directory.journal, W_OK) == 0
      && Glibc.access(directory.lock, W_OK) == 0
  }
}
