import GRDB
import Glibc
import Quantities

/// A store that is being made, beside its place or within it, and moved there when it is whole.
///
/// A place where nothing is takes the draft's folder itself. A folder that is there and empty, a disk
/// of its own perhaps, takes what lies in the draft, the database last: until then it is no store.
struct StoreDraft {
  /// Where the store will be.
  let place: StoreDirectory
  /// Where it is made.
  let folder: StoreDirectory
  let sharing: StoreSharing
  /// The system's number of the group that shares it.
  let group: UInt32?
  private let fillsFolder: Bool

  /// Begins a draft with the folder for files, the lock, and a database of no bytes.
  ///
  /// - Throws: `store.exists`, `store.not_empty`, `store.network`, `store.permission`,
  ///   `store.group_unknown`.
  init(at path: String, sharing: StoreSharing) throws {
    let named = StoreDirectory(path)
    try Self.refuseTaken(named)
    group = try sharing.groupID()
    fillsFolder = FileStatus(named.path) != nil
    place =
      fillsFolder ? StoreDirectory(SystemFile.resolved(named.path) ?? named.path) : named
    folder = StoreDirectory(
      fillsFolder
        ? place.path + "/" + Self.mark + "\(getpid())" : place.path + Self.mark + "\(getpid())")
    self.sharing = sharing
    Self.removeAbandoned(like: folder.path)
    do {
      try SystemFile.makeFolder(folder.path, mode: sharing.folderMode, group: group)
      if case .network(let name) = FileSystemKind(at: folder.path) {
        throw StoreProblem.make("network", at: path, ["kind": name])
      }
      try SystemFile.makeFolder(folder.files, mode: sharing.folderMode, group: group)
      for file in [folder.journal, folder.lock] {
        try CaseStore.makeFile(file, mode: sharing.fileMode, group: group)
      }
    } catch {
      discard()
      throw error
    }
  }

  /// Fills the draft and moves it to its place; where that fails, nothing stays.
  static func make(
    at path: String, sharing: StoreSharing, _ fill: (StoreDraft) throws -> Void
  ) throws {
    let draft = try StoreDraft(at: path, sharing: sharing)
    do {
      try fill(draft)
      try draft.settle()
    } catch {
      draft.discard()
      throw error
    }
  }

  private static let mark = ".new-"

  /// Refuses a place where anything is but an empty folder.
  static func refuseTaken(_ place: StoreDirectory) throws(Problem) {
    guard let status = FileStatus(place.path) else { return }
    guard status.kind == .folder, FileStatus(place.journal) == nil else {
      throw StoreProblem.make("exists", at: place.path)
    }
    // A disk of its own has `lost+found`; what a draft that was cut off has left is no content.
    let names = try SystemFile.entries(of: place.path).filter {
      $0 != "lost+found" && !$0.hasPrefix(mark)
    }
    guard names.isEmpty else {
      throw StoreProblem.make(
        "not_empty", at: place.path, ["found": names.prefix(3).joined(separator: ", ")])
    }
  }

  /// Removes drafts for the same place whose process is no more.
  private static func removeAbandoned(like path: String) {
    let parent = SystemFile.parent(of: path)
    let own = path.split(separator: "/").last ?? ""
    let beginning = own.dropLast("\(getpid())".count)
    for name in SystemFile.names(in: parent) where name.hasPrefix(beginning) {
      guard let process = Int32(name.dropFirst(beginning.count)),
        process == getpid() || (kill(process, 0) != 0 && errno == ESRCH)
      else { continue }
      SystemFile.removeTree(parent + "/" + name)
    }
  }

  /// Removes the draft.
  private func discard() { SystemFile.removeTree(folder.path) }

  private func settle() throws(Problem) {
    try SystemFile.synchronise(folder: folder.path)
    if fillsFolder {
      try SystemFile.settle(place.path, mode: sharing.folderMode, group: group)
      let last = "journal.sqlite"
      for name in try SystemFile.entries(of: folder.path).filter({ $0 != last }) + [last] {
        try move(folder.path + "/" + name, to: place.path + "/" + name)
      }
      rmdir(folder.path)
      try SystemFile.synchronise(folder: place.path)
    } else {
      try move(folder.path, to: place.path)
    }
    try SystemFile.synchronise(folder: SystemFile.parent(of: place.path))
  }

  private func move(_ path: String, to target: String) throws(Problem) {
    guard rename(path, target) == 0 else { throw StoreProblem.of(errno: errno, at: target) }
  }
}
