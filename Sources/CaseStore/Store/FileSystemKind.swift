import CStoreCalls
import Glibc

/// What kind of file system a path lies on, as far as SQLite's write-ahead log cares.
package enum FileSystemKind: Hashable, Sendable {
  /// A disk of this machine.
  case local
  /// A share; the log's shared memory does not work there. The name is the system's own.
  case network(String)

  /// Magic numbers of `statfs` that stand for shares.
  private static let shares: [UInt64: String] = [
    0x6969: "nfs", 0x517B: "smb", 0xFF53_4D42: "cifs", 0xFE53_4D42: "smb2", 0x564C: "ncp",
    0x0102_1997: "9p", 0x5346_414F: "afs", 0x6B41_4653: "kafs", 0x7375_7245: "coda",
    0x00C3_6400: "ceph", 0x0BD0_0BD0: "lustre", 0x4750_4653: "gpfs",
  ]

  private static let fuse: UInt64 = 0x6573_5546

  /// Parts of the type names of FUSE file systems that reach over a network.
  private static let remoteFuse = [
    "sshfs", "rclone", "s3fs", "gluster", "davfs", "curlftpfs", "gvfsd", "smbnetfs", "nfs",
    "goofys", "gcsfuse", "juicefs", "seafile",
  ]

  /// Judges by the magic number, and for FUSE by the type that the table of mounts gives.
  package init(magic: UInt64, mountType: String) {
    if let name = Self.shares[magic & 0xFFFF_FFFF] {
      self = .network(name)
    } else if magic == Self.fuse, Self.remoteFuse.contains(where: mountType.contains) {
      self = .network(mountType)
    } else {
      self = .local
    }
  }

  /// The kind of file system that an existing path lies on; local where the system does not say.
  package init(at path: String) {
    let magic = UInt64(store_filesystem_magic(path))
    self.init(
      magic: magic, mountType: magic == Self.fuse ? Self.mountType(of: path) : "")
  }

  /// The type of the mount that a path lies on, from `/proc/self/mountinfo`.
  private static func mountType(of path: String) -> String {
    guard let resolved = SystemFile.resolved(path),
      let table = SystemFile.text(of: "/proc/self/mountinfo")
    else { return "" }
    var best = (length: -1, type: "")
    for line in table.split(separator: "\n") {
      let halves = line.split(separator: " - ", maxSplits: 1)
      let fields = halves.first.map { $0.split(separator: " ") } ?? []
      guard fields.count > 4, halves.count == 2,
        let type = halves[1].split(separator: " ").first
      else { continue }
      let mount = String(fields[4])
      let isUnder = resolved == mount || resolved.hasPrefix(mount == "/" ? "/" : mount + "/")
      if isUnder, mount.count > best.length { best = (mount.count, String(type)) }
    }
    return best.type
  }
}
