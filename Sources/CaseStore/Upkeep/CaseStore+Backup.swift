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
    let place = StoreDirectory(path)
    try copy(to: place, sharing: .personal)
    let report = try CaseStore.open(at: place.path, access: .reading).verify()
    guard report.isJournalSound else {
      SystemFile.removeTree(place.path)
      throw Problem(
        "backup.unsound",
        at: Problem.Place(file: place.path),
        ["problems": report.problems.map(\.code).joined(separator: ", ")])
    }
    return report
  }

  /// Makes a store from a backup, at a new place and as a new incarnation; attachments that the backup
  /// lacks are lacking there too.
  ///
  /// - Returns: the store, open for writing.
  /// - Throws: as `open` and `backUp` do.
  package static func restore(
    from backup: String, to path: String, sharing: StoreSharing = .personal
  ) throws -> CaseStore {
    let source = try open(at: backup, access: .reading)
    let report = try source.verify()
    guard report.isJournalSound else {
      throw Problem(
        "backup.unsound", at: Problem.Place(file: backup),
        ["problems": report.problems.map(\.code).joined(separator: ", ")])
    }
    try source.copy(to: StoreDirectory(path), sharing: sharing)
    let store = try open(at: path, access: .writing)
    try store.writing { try Device.forget($0) }
    return store
  }

  /// Copies database and files into a new folder, whole or not at all.
  private func copy(to place: StoreDirectory, sharing: StoreSharing) throws {
    try CaseStore.refuseTaken(place)
    try refuseInside(place)
    let group = try sharing.groupID()
    let draft = StoreDirectory(place.path + ".new-\(getpid())")
    SystemFile.removeTree(draft.path)
    do {
      try SystemFile.makeFolder(draft.path, mode: sharing.folderMode, group: group)
      if case .network(let name) = FileSystemKind(at: draft.path) {
        throw StoreProblem.make("network", at: place.path, ["kind": name])
      }
      try SystemFile.makeFolder(draft.files, mode: sharing.folderMode, group: group)
      for file in [draft.journal, draft.lock] {
        try CaseStore.makeFile(file, mode: sharing.fileMode, group: group)
      }
      try copyDatabase(to: draft)
      try copyFiles(to: draft, sharing, group)
      try SystemFile.synchronise(folder: draft.path)
      guard rename(draft.path, place.path) == 0 else {
        throw StoreProblem.of(errno: errno, at: place.path)
      }
      try SystemFile.synchronise(folder: SystemFile.parent(of: place.path))
    } catch {
      SystemFile.removeTree(draft.path)
      throw error
    }
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
      try database.unsafeRead { source in
        try target.writeWithoutTransaction { try source.backup(to: $0) }
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
  private func copyFiles(
    to draft: StoreDirectory, _ sharing: StoreSharing, _ group: UInt32?
  ) throws {
    for folder in SystemFile.names(in: directory.files) where folder.count == 2 {
      let target = draft.files + "/" + folder
      try SystemFile.makeFolder(target, mode: sharing.folderMode, group: group)
      for name in SystemFile.names(in: directory.files + "/" + folder) {
        let path = target + "/" + name
        try SystemFile.copy(directory.files + "/" + folder + "/" + name, to: path)
        try SystemFile.settle(path, mode: sharing.fileMode & ~0o222, group: group)
      }
      try SystemFile.synchronise(folder: target)
    }
    try SystemFile.synchronise(folder: draft.files)
  }
}
