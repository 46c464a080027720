import Glibc
import Quantities

/// The one lock of a store: an exclusive `flock` that every process holds around every write
/// transaction and every checkpoint.
///
/// SQLite before 3.51.3 can lose commits when two connections write and checkpoint at the same
/// moment (the WAL-reset defect); under the lock they never do.
final class StoreLock: Sendable {
  private let descriptor: Int32
  private let path: String
  /// How long to wait for another writer, in milliseconds.
  private let patience: Int

  /// Opens the lock file, which has to exist.
  init(_ path: String, patience: Int = 20_000) throws(Problem) {
    descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw StoreProblem.of(errno: errno, at: path) }
    self.path = path
    self.patience = patience
  }

  deinit { close(descriptor) }

  /// Runs something while holding the lock.
  ///
  /// - Throws: `store.locked` where another process keeps it beyond all patience; `store.moved` where
  ///   the file at the path is another by now, since the store was moved away or replaced.
  func hold<Result>(_ body: () throws -> Result) throws -> Result {
    try acquire()
    defer { flock(descriptor, LOCK_UN) }
    guard isInPlace else { throw StoreProblem.make("moved", at: path) }
    return try body()
  }

  /// Runs something while holding the lock, but only where that needs no waiting.
  func holdIfFree(_ body: () throws -> Void) rethrows {
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return }
    defer { flock(descriptor, LOCK_UN) }
    guard isInPlace else { return }
    try body()
  }

  /// Whether the locked file is the one that others would lock.
  private var isInPlace: Bool {
    guard let held = FileStatus(descriptor: descriptor), let there = FileStatus(path) else {
      return false
    }
    return held.inode == there.inode && held.device == there.device
  }

  private func acquire() throws(Problem) {
    var waited = 0
    var pause: UInt32 = 200
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw StoreProblem.of(errno: errno, at: path)
      }
      guard waited < patience * 1000 else { throw StoreProblem.make("locked", at: path) }
      usleep(pause)
      waited += Int(pause)
      pause = min(pause * 2, 5000)
    }
  }
}
