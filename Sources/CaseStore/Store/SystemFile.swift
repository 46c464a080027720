import Glibc
import Quantities

/// Files by the system's own calls: nothing of Foundation is needed, and every error keeps its
/// `errno`.
enum SystemFile {
  /// The path without links and dots; nil where there is nothing.
  static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// The bytes of a file; nil where it cannot be read.
  static func bytes(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var out: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return out }
      out.append(contentsOf: buffer[..<count])
    }
  }

  /// The text of a file; nil where it cannot be read.
  static func text(of path: String) -> String? {
    bytes(of: path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The first bytes of a file, fewer where it is shorter.
  static func head(of path: String, count: Int) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: count)
    let got = read(descriptor, &buffer, count)
    return got > 0 ? Array(buffer[..<got]) : []
  }

  /// Makes a folder with exactly this mode, whatever the umask, and its parents by the umask.
  static func makeFolder(_ path: String, mode: UInt32, group: UInt32? = nil) throws(Problem) {
    let parent = Self.parent(of: path)
    if FileStatus(parent) == nil { try makeFolder(parent, mode: 0o777 & ~currentUmask()) }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      // Where the folder above takes none, nothing is missing that could be made first.
      if errno == ENOENT || errno == ENOTDIR { throw StoreProblem.make("no_place", at: parent) }
      throw StoreProblem.of(errno: errno, at: path)
    }
    try settle(path, mode: mode, group: group)
  }

  /// Gives a path a group and exactly this mode.
  static func settle(_ path: String, mode: UInt32, group: UInt32?) throws(Problem) {
    if let group, chown(path, uid_t.max, group) != 0 {
      throw StoreProblem.of(errno: errno, at: path)
    }
    guard chmod(path, mode) == 0 else { throw StoreProblem.of(errno: errno, at: path) }
  }

  /// The folder that a path lies in.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The names in a folder, sorted, without `.` and `..`; empty where it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The names in a folder, sorted, without `.` and `..`.
  ///
  /// - Throws: `store.missing`, `store.permission` where it cannot be read.
  static func entries(of folder: String) throws(Problem) -> [String] {
    guard let stream = opendir(folder) else { throw StoreProblem.of(errno: errno, at: folder) }
    closedir(stream)
    return names(in: folder)
  }

  /// Makes the entries of a folder last through a power cut.
  static func synchronise(folder: String) throws(Problem) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreProblem.of(errno: errno, at: folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw StoreProblem.of(errno: errno, at: folder) }
  }

  /// Writes all bytes to an open file.
  static func write(_ bytes: some Collection<UInt8>, to descriptor: Int32, at path: String)
    throws(Problem)
  {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw StoreProblem.of(errno: errno, at: path) }
      rest = rest.dropFirst(count)
    }
  }

  /// Copies a file to a place where nothing is yet, and makes it last.
  static func copy(_ path: String, to target: String) throws(Problem) {
    let source = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard source >= 0 else { throw StoreProblem.of(errno: errno, at: path) }
    defer { close(source) }
    let descriptor = open(target, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreProblem.of(errno: errno, at: target) }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(source, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw StoreProblem.of(errno: errno, at: path) }
      if count == 0 { break }
      try write(buffer[..<count], to: descriptor, at: target)
    }
    guard fsync(descriptor) == 0 else { throw StoreProblem.of(errno: errno, at: target) }
  }

  /// Removes a folder with everything in it; what is not there is no error.
  static func removeTree(_ path: String) {
    guard let status = FileStatus(path, following: false) else { return }
    if status.kind == .folder {
      for name in names(in: path) { removeTree(path + "/" + name) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  private static func currentUmask() -> UInt32 {
    let mask = umask(0o022)
    umask(mask)
    return UInt32(mask)
  }
}
