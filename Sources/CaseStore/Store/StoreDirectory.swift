import Glibc

/// The folder of a store, `NAME.dossier/`, and what lies in it.
package struct StoreDirectory: Hashable, Sendable {
  /// The folder's path.
  package let path: String

  /// The folder at a path; a trailing slash is dropped.
  package init(_ path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// The database with the journal and everything derived from it.
  package var journal: String { path + "/journal.sqlite" }
  /// The file whose `flock` is held around every write and every checkpoint.
  package var lock: String { path + "/lock" }
  /// The attachments, by SHA-256.
  package var files: String { path + "/files" }
  /// Copies that were made before the schema was changed.
  package var backups: String { path + "/backups" }

  /// What tells this folder from a copy of it: the file system and the inodes of folder and journal.
  var fingerprint: String? {
    guard let folder = FileStatus(path), let file = FileStatus(journal) else { return nil }
    return "\(folder.device):\(folder.inode):\(file.inode)"
  }
}
