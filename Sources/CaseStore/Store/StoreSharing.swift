import Glibc
import Quantities

/// Who may open the files of a store.
///
/// A service account that owns the store for everybody is the personal form; who is there is then
/// said by an SSH forced command, outside of the store.
package enum StoreSharing: Hashable, Sendable {
  /// The owner alone: folders 0700, files 0600.
  case personal
  /// The members of a group: folders 2770, files 0660, whatever the umask.
  case group(String)

  /// The mode of folders.
  var folderMode: UInt32 {
    switch self {
    case .personal: 0o700
    case .group: 0o2770
    }
  }

  /// The mode of files.
  var fileMode: UInt32 {
    switch self {
    case .personal: 0o600
    case .group: 0o660
    }
  }

  /// The system's number of the group; nil for the personal form.
  ///
  /// - Throws: `store.group_unknown`.
  func groupID() throws(Problem) -> UInt32? {
    switch self {
    case .personal: return nil
    case .group(let name):
      guard let entry = getgrnam(name) else {
        throw StoreProblem.make("group_unknown", ["group": name])
      }
      return UInt32(entry.pointee.gr_gid)
    }
  }

  /// The form of an existing store, as its folder's mode says.
  init(of directory: StoreDirectory) {
    guard let status = FileStatus(directory.path), status.mode & 0o070 != 0 else {
      self = .personal
      return
    }
    let name = getgrgid(gid_t(status.group)).map { String(cString: $0.pointee.gr_name) }
    self = .group(name ?? "\(status.group)")
  }
}
