import Glibc

/// What the file system says about a path.
struct FileStatus {
  /// What lies at a path.
  enum Kind {
    case file
    case folder
    case link
    case other
  }

  let kind: Kind
  /// Owner, group and others: the lower twelve bits of the mode.
  let mode: UInt32
  let size: Int64
  let device: UInt64
  let inode: UInt64
  let group: UInt32
  /// Seconds since 1970-01-01 UTC of the last change of the content.
  let modified: Int64

  /// The status of a path; symbolic links are not followed unless asked for.
  ///
  /// Nil where there is nothing.
  init?(_ path: String, following: Bool = true) {
    var status = stat()
    guard (following ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    self.init(status)
  }

  /// The status of an open file.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    mode = UInt32(status.st_mode & 0o7777)
    size = Int64(status.st_size)
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    group = UInt32(status.st_gid)
    modified = Int64(status.st_mtim.tv_sec)
  }
}
