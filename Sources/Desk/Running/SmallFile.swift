import Glibc
import Quantities

/// Small private files by the system's own calls: settings, drafts, a text for the editor.
package enum SmallFile {
  /// The text of a file; nil where it cannot be read or is no UTF-8.
  static func text(of path: String) -> String? {
    bytes(of: path).flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// The bytes of a file; nil where it cannot be read to its end.
  static func bytes(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rbe") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { return ferror(file) == 0 ? bytes : nil }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// The bytes of a file; nil where there is none.
  ///
  /// - Throws: `file.unreadable` where there is one that cannot be read.
  static func bytesIfPresent(of path: String) throws(Problem) -> [UInt8]? {
    if let bytes = bytes(of: path) { return bytes }
    // A link that leads nowhere, or a path through a file, is no file either.
    guard access(path, F_OK) != 0, errno == ENOENT || errno == ENOTDIR else {
      throw Problem("file.unreadable", at: Problem.Place(file: path))
    }
    return nil
  }

  /// Writes a file that only its owner may read, whole or not at all; makes its folders.
  @discardableResult
  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    makeFolders(for: path)
    let draft = path + ".new-\(getpid())"
    let descriptor = open(draft, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    let isWhole = put(bytes, into: descriptor) && fsync(descriptor) == 0
    guard close(descriptor) == 0, isWhole, rename(draft, path) == 0 else {
      unlink(draft)
      return false
    }
    return true
  }

  /// A new private file with a text; nil where none can be made.
  static func temporary(containing text: String) -> String? {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((folder + "/dossier-XXXXXX.txt").utf8CString)
    let descriptor = mkstemps(&template, 4)
    guard descriptor >= 0 else { return nil }
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let isWhole = put(Array(text.utf8), into: descriptor)
    guard close(descriptor) == 0, isWhole else {
      unlink(path)
      return nil
    }
    return path
  }

  /// Puts bytes into an open file.
  ///
  /// - Returns: whether all of them are in it.
  private static func put(_ bytes: [UInt8], into descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Removes a file.
  static func remove(_ path: String) { unlink(path) }

  /// The names in a folder, sorted; empty where it cannot be read.
  package static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The folder of a path; `.` for a bare name.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Whether the folder in which a file would stand is there.
  static func hasFolder(for path: String) -> Bool {
    guard let stream = opendir(folder(of: path)) else { return false }
    closedir(stream)
    return true
  }

  /// Makes the folders in which a file is to stand, private ones, where they are missing.
  static func makeFolders(for path: String) {
    var folder = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/").dropLast() {
      folder += part
      mkdir(folder, 0o700)
      folder += "/"
    }
  }

  /// Gives a file another name beside its own: the first that is free of `NAME.ending`,
  /// `NAME.ending-2` and so on.
  ///
  /// - Returns: the new path; nil where it could not be moved.
  static func setAside(_ path: String, as ending: String) -> String? {
    var aside = path + "." + ending
    var number = 2
    while access(aside, F_OK) == 0 {
      aside = "\(path).\(ending)-\(number)"
      number += 1
    }
    return rename(path, aside) == 0 ? aside : nil
  }
}
