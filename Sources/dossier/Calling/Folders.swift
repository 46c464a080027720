import Glibc

/// Folders and files by the system's own calls.
enum Folders {
  /// Whether there is anything at a path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether a folder is ours and nobody else may enter it.
  static func belongsToUsAlone(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return status.st_uid == geteuid() && status.st_mode & 0o077 == 0
  }

  /// Where the user's own stores lie.
  static func data(_ surroundings: Surroundings) -> String {
    let base = surroundings.environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    return (base ?? surroundings.home + "/.local/share") + "/dossier"
  }

  /// Whether a path names a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The bytes of a file; nil where it cannot be read.
  static func bytes(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    return bytes
  }
}
