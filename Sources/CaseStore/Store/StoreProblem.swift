import CStoreCalls
import GRDB
import Glibc
import Quantities

/// Trouble with a store as problems with stable codes.
///
/// `store.missing`, `store.exists`, `store.foreign`, `store.later_version`,
/// `store.earlier_version`, `store.network`, `store.damaged`, `store.read_only`, `store.full`,
/// `store.locked`, `store.no_place`, `store.permission`, `store.failed`.
enum StoreProblem {
  /// A problem with a code that begins with `store.`.
  static func make(
    _ name: String, at path: String? = nil, _ arguments: [String: String] = [:]
  ) -> Problem {
    Problem("store." + name, at: Problem.Place(file: path), arguments)
  }

  /// What a failed system call means.
  static func of(errno code: Int32, at path: String) -> Problem {
    let detail = String(cString: strerror(code))
    let name =
      switch code {
      case ENOENT, ENOTDIR: "missing"
      case EEXIST, ENOTEMPTY: "exists"
      case EROFS: "read_only"
      case EACCES, EPERM: "permission"
      case ENOSPC, EDQUOT, EFBIG: "full"
      case EWOULDBLOCK: "locked"
      default: "failed"
      }
    return make(name, at: path, ["detail": detail])
  }

  /// What a failed SQLite call means.
  ///
  /// A write that fails for want of room is an input-output error to SQLite where a quota or a
  /// limit of the file's size is behind it; the system's `errno` tells them apart.
  static func of(_ error: DatabaseError, systemErrno: Int32 = 0, at path: String) -> Problem {
    let name =
      switch error.resultCode {
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: "damaged"
      case .SQLITE_FULL: "full"
      case .SQLITE_BUSY, .SQLITE_LOCKED: "locked"
      case .SQLITE_READONLY: "read_only"
      case .SQLITE_CANTOPEN: FileStatus(path) == nil ? "missing" : "permission"
      case .SQLITE_PERM, .SQLITE_AUTH: "permission"
      case .SQLITE_IOERR where [ENOSPC, EDQUOT, EFBIG].contains(systemErrno): "full"
      default: "failed"
      }
    return make(
      name, at: path,
      ["detail": error.message ?? "", "code": "\(error.extendedResultCode.rawValue)"])
  }
}
