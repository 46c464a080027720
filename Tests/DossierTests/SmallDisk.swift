import Foundation
import Glibc

/// A small file system in memory.
struct SmallDisk {
  /// Where it is mounted.
  let folder: String

  /// Whether one can be mounted here.
  static let isToBeHad: Bool = {
    guard geteuid() == 0, let disk = try? SmallDisk(kilobytes: 64) else { return false }
    disk.remove()
    return true
  }()

  /// What could not be had.
  struct Failure: Error {}

  /// Mounts one.
  init(kilobytes: Int) throws {
    folder = NSTemporaryDirectory() + "dossier-disk-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard mount("none", folder, "tmpfs", 0, "size=\(kilobytes)k") == 0 else {
      rmdir(folder)
      throw Failure()
    }
  }

  /// Takes it away with everything on it.
  func remove() {
    umount2(folder, Int32(MNT_DETACH))
    rmdir(folder)
  }

  /// Fills it to the last byte.
  func fill() {
    let file = open(folder + "/filler", O_CREAT | O_WRONLY, 0o600)
    let page = [UInt8](repeating: 1, count: 4096)
    while write(file, page, page.count) > 0 {}
    close(file)
  }

  /// Makes room again.
  func makeRoom() { unlink(folder + "/filler") }
}
