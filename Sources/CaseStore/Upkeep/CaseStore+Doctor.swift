import CStoreCalls
import GRDB
import Glibc
import Quantities

extension CaseStore {
  /// Files that no event names are left alone for so long, in seconds: their event may be on its way.
  static let orphanAge: Int64 = 3600

  /// Looks at everything around the journal: SQLite, modes, orphans, disk, log, incarnation.
  ///
  /// - Parameters:
  ///   - isFixing: whether what can be put right is put right.
  ///   - moment: milliseconds since 1970-01-01 UTC, by which the age of files is judged.
  package func examine(isFixing: Bool = false, moment: Int64) throws -> Checkup {
    let version = store_sqlite_version()
    let free = store_free_bytes(directory.path)
    var checkup = Checkup(
      sqlite: SQLiteVersion.text(version), device: nil,
      logSize: FileStatus(directory.journal + "-wal")?.size ?? 0,
      freeBytes: free < 0 ? nil : Int64(free), ailments: [])
    if SQLiteVersion.hasLogDefect(version) {
      checkup.note("sqlite_log_defect", .warning, ["version": checkup.sqlite])
    }
    if case .network(let kind) = FileSystemKind(at: directory.path) {
      checkup.note("network", .error, ["kind": kind])
    }
    let journalSize = FileStatus(directory.journal)?.size ?? 0
    if let free = checkup.freeBytes, free < max(256 << 20, 2 * journalSize) {
      checkup.note("disk_low", .warning, ["free": "\(free)"])
    }
    try examineDatabase(&checkup, isFixing)
    examineLock(&checkup, isFixing)
    examineModes(&checkup, isFixing && access == .writing)
    try examineFiles(&checkup, isFixing && access == .writing, now: moment / 1000)
    return checkup
  }

  private func examineDatabase(_ checkup: inout Checkup, _ isFixing: Bool) throws {
    let found = try reading { db in
      (
        device: try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'device'"),
        fingerprint: try String.fetchOne(
          db,
          sql: """
            SELECT fingerprint FROM devices WHERE id = (SELECT value FROM meta WHERE key = 'device')
            """),
        mode: try String.fetchOne(db, sql: "PRAGMA journal_mode"),
        synchronous: try Int.fetchOne(db, sql: "PRAGMA synchronous")
      )
    }
    checkup.device = found.device
    if let fingerprint = found.fingerprint, fingerprint != directory.fingerprint {
      checkup.note("copied", .warning, ["device": found.device ?? ""])
    }
    if access == .writing, found.mode != "wal" || found.synchronous != 2 {
      checkup.note(
        "not_durable", .error,
        ["journal_mode": found.mode ?? "", "synchronous": "\(found.synchronous ?? -1)"])
    }
    var isFixed = false
    // Always: what was redacted while somebody read may stand in the log still.
    if isFixing, checkup.logSize > 0, let lock {
      try guarded {
        try database.writeWithoutTransaction { db in try lock.hold { try Checkpoint.run(on: db) } }
      }
      isFixed = (FileStatus(directory.journal + "-wal")?.size ?? 0) == 0
    }
    guard checkup.logSize > 16 * Checkpoint.threshold else { return }
    checkup.note(
      "log_large", .warning, ["size": "\(checkup.logSize)"], isFixable: true, isFixed: isFixed)
  }

  /// Without its lock file a store can only be read.
  private func examineLock(_ checkup: inout Checkup, _ isFixing: Bool) {
    guard FileStatus(directory.lock, following: false) == nil else { return }
    var isFixed = false
    if isFixing {
      let sharing = StoreSharing(of: directory)
      let group = sharing == .personal ? nil : FileStatus(directory.path)?.group
      isFixed =
        (try? CaseStore.makeFile(directory.lock, mode: sharing.fileMode, group: group)) != nil
    }
    checkup.note("lock_missing", .error, at: directory.lock, isFixable: true, isFixed: isFixed)
  }

  /// Modes and groups of folder, database and files, as the form of the store asks for them.
  private func examineModes(_ checkup: inout Checkup, _ isFixing: Bool) {
    let sharing = StoreSharing(of: directory)
    let group = FileStatus(directory.path)?.group
    func examine(_ path: String, _ expected: UInt32) {
      guard let status = FileStatus(path, following: false) else { return }
      let isGroupWrong = sharing != .personal && status.group != group
      guard status.mode != expected || isGroupWrong else { return }
      var isFixed = false
      if isFixing {
        let wanted = sharing == .personal ? nil : group
        isFixed = (try? SystemFile.settle(path, mode: expected, group: wanted)) != nil
      }
      checkup.note(
        "mode", .warning,
        ["mode": String(status.mode, radix: 8), "expected": String(expected, radix: 8)], at: path,
        isFixable: true, isFixed: isFixed)
    }
    examine(directory.path, sharing.folderMode)
    for suffix in ["", "-wal", "-shm"] { examine(directory.journal + suffix, sharing.fileMode) }
    examine(directory.lock, sharing.fileMode)
    examine(directory.files, sharing.folderMode)
    for folder in SystemFile.names(in: directory.files) where folder.count == 2 {
      examine(directory.files + "/" + folder, sharing.folderMode)
      for name in SystemFile.names(in: directory.files + "/" + folder) {
        examine(directory.files + "/" + folder + "/" + name, sharing.fileMode & ~0o222)
      }
    }
  }

  /// Files that no event names, and events whose file is gone.
  private func examineFiles(_ checkup: inout Checkup, _ isFixing: Bool, now: Int64) throws {
    if isFixing {
      try writing { try examineFiles(&checkup, true, now: now, in: $0) }
    } else {
      try reading { try examineFiles(&checkup, false, now: now, in: $0) }
    }
  }

  private func examineFiles(
    _ checkup: inout Checkup, _ isFixing: Bool, now: Int64, in db: Database
  ) throws {
    let named = try AttachedFiles(db: db).all()
    for file in named {
      let arguments = ["file": file.sha256, "title": file.title]
      switch presence(ofFile: file.sha256) {
      case .there: break
      case .gone: checkup.note("file_missing", .error, arguments)
      case .unreadable(let path): checkup.note("file_unreadable", .error, arguments, at: path)
      }
    }
    do {
      _ = try SystemFile.entries(of: directory.files)
    } catch {
      checkup.note(
        "files_unreadable", .error, ["detail": error.arguments["detail"] ?? ""], at: directory.files
      )
      return
    }
    let hashes = Set(named.map(\.sha256))
    for folder in SystemFile.names(in: directory.files) {
      let place = directory.files + "/" + folder
      let paths =
        folder.hasPrefix(".incoming-")
        ? [(place, "")]
        : SystemFile.names(in: place).map { (place + "/" + $0, folder + $0) }
      for (path, hash) in paths where !hashes.contains(hash) {
        guard let status = FileStatus(path, following: false), status.kind != .folder,
          now - status.modified > Self.orphanAge
        else { continue }
        let isFixed = isFixing && unlink(path) == 0
        checkup.note("orphan", .warning, at: path, isFixable: true, isFixed: isFixed)
      }
    }
  }
}

extension Checkup {
  fileprivate mutating func note(
    _ name: String, _ severity: Problem.Severity, _ arguments: [String: String] = [:],
    at path: String? = nil, isFixable: Bool = false, isFixed: Bool = false
  ) {
    ailments.append(
      Ailment(
        problem: Problem(
          "doctor." + name, severity: severity, at: Problem.Place(file: path), arguments),
        isFixable: isFixable, isFixed: isFixed))
  }
}
