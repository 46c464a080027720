import Casework
import GRDB
import Glibc
import Quantities

extension CaseStore {
  /// Copies the whole store, attachments included, while others go on working, and verifies the copy.
  ///
  /// The copy is a store of its own, readable by its owner alone: written to, it is another
  /// incarnation.
  ///
  /// - Returns: what the verification of the copy found. Attachments that the store itself has lost
  ///   are among it; they do not keep the rest from being saved.
  /// - Throws: `store.exists`, `store.inside`, `store.full`, `store.network`, `backup.unsound` where
  ///   the copy does not prove true; then nothing stays at the place.
  @discardableResult
  package func backUp(to path: String) throws -> Verification {
    try refuseInside(StoreDirectory(path))
    var report: Verification?
    try StoreDraft.make(at: path, sharing: .personal) { draft in
      try copy(to: draft)
      let found = try CaseStore.open(at: draft.folder.path, access: .reading).verify()
      guard found.isJournalSound else { throw Self.unsound(found, at: path) }
      report = found
    }
    guard let report else { throw StoreProblem.make("failed", at: path) }
    return report
  }

  /// Makes a store from a backup, at a new place or in an empty folder, and as a new incarnation;
  /// attachments that the backup lacks are lacking there too.
  ///
  /// A backup of an earlier version is brought up to date in the copy; the backup stays as it is.
  ///
  /// - Returns: the store, open for writing.
  /// - Throws: as `open` and `backUp` do.
  package static func restore(
    from backup: String, to path: String, sharing: StoreSharing = .personal
  ) throws -> CaseStore {
    try restore(from: backup, to: path, sharing: sharing, schema: .current)
  }

  static func restore(
    from backup: String, to path: String, sharing: StoreSharing, schema: Schema
  ) throws -> CaseStore {
    let source = try open(
      at: backup, access: .reading, schema: schema, isBroughtUpToDate: false)
    try source.refuseInside(StoreDirectory(path))
    try StoreDraft.make(at: path, sharing: sharing) { draft in
      try source.copy(to: draft)
      try settleCopy(in: draft.folder, of: backup, schema)
      // The copy that precedes a change of the schema is the backup itself.
      SystemFile.removeTree(draft.folder.backups)
    }
    return try open(at: path, access: .writing, schema: schema)
  }

  /// Brings a copy up to date, proves it, and lets it write as a new incarnation.
  private static func settleCopy(
    in folder: StoreDirectory, of backup: String, _ schema: Schema
  ) throws {
    do {
      let store = try open(at: folder.path, access: .writing, schema: schema)
      let report = try store.verify()
      guard report.isJournalSound else { throw unsound(report, at: backup) }
      try store.writing { try Device.forget($0) }
      try store.close()
    } catch var problem as Problem where problem.place.file?.hasPrefix(folder.path) == true {
      problem.place.file = backup
      throw problem
    }
  }

  private static func unsound(_ report: Verification, at path: String) -> Problem {
    Problem(
      "backup.unsound", at: Problem.Place(file: path),
      ["problems": report.problems.map(\.code).joined(separator: ", ")])
  }

  /// Copies database and files into a draft.
  private func copy(to draft: StoreDraft) throws {
    try copyDatabase(to: draft.folder)
    try copyFiles(to: draft)
  }

  /// A copy within the store would be lost together with it.
  private func refuseInside(_ place: StoreDirectory) throws(Problem) {
    var above = SystemFile.parent(of: place.path)
    while FileStatus(above) == nil { above = SystemFile.parent(of: above) }
    guard let own = SystemFile.resolved(directory.path), let there = SystemFile.resolved(above),
      there == own || there.hasPrefix(own + "/")
    else { return }
    throw StoreProblem.make("inside", at: place.path)
  }

  private func copyDatabase(to draft: StoreDirectory) throws {
    try guarded {
      let target = try DatabaseQueue(path: draft.journal)
      try target.explaining(at: draft.journal) {
        try database.unsafeRead { source in
          try target.writeWithoutTransaction { try source.backup(to: $0) }
        }
      }
      try target.close()
      let descriptor = Glibc.open(draft.journal, O_RDWR | O_CLOEXEC)
      guard descriptor >= 0 else { throw StoreProblem.of(errno: errno, at: draft.journal) }
      defer { Glibc.close(descriptor) }
      guard fsync(descriptor) == 0 else { throw StoreProblem.of(errno: errno, at: draft.journal) }
    }
  }

  /// Files never change and are there before the event that names them: what the copied database
  /// names is all here.
  private func copyFiles(to draft: StoreDraft) throws {
    let sharing = draft.sharing
    for folder in try SystemFile.entries(of: directory.files) where folder.count == 2 {
      let target = draft.folder.files + "/" + folder
      try SystemFile.makeFolder(target, mode: sharing.folderMode, group: draft.group)
      for name in try SystemFile.entries(of: directory.files + "/" + folder) {
        let path = target + "/" + name
        try SystemFile.copy(directory.files + "/" + folder + "/" + name, to: path)
        try SystemFile.settle(path, mode: sharing.fileMode & ~0o222, group: draft.group)
      }
      try SystemFile.synchronise(folder: target)
    }
    try SystemFile.synchronise(folder: draft.folder.files)
  }
}
