package import Casework
import Crypto
import Glibc
import Quantities

extension CaseStore {
  /// Copies a file into the store: first beside its place, made to last, then moved there.
  ///
  /// What is there already stays where it still has that hash, and else is replaced. A file that no
  /// event speaks of is an orphan, which `doctor` collects.
  ///
  /// - Throws: `attachment.not_found`, `attachment.unreadable`, `attachment.not_a_file` for links,
  ///   folders and devices, `attachment.too_large`, `store.full`.
  package func keep(
    fileAt path: String, limit: Int64 = StoredFile.defaultLimit
  ) throws -> StoredFile {
    guard let lock else { throw StoreProblem.make("read_only", at: directory.path) }
    return try takeIn(fileAt: path, limit: limit) { draft, file in
      try lock.hold { try settle(draft, as: file) }
      return file
    }
  }

  /// Puts a file on the file of a case.
  ///
  /// The file takes its place under the same lock as the event that names it: nobody collects it as an
  /// orphan in between.
  ///
  /// - Throws: as `keep` and `perform` do.
  package func attach(
    fileAt path: String, as material: Material, on reference: CaseReference, by session: Session,
    limit: Int64 = StoredFile.defaultLimit
  ) throws -> Performed {
    _ = try preview(.attach(material), on: reference, by: session)
    return try takeIn(fileAt: path, limit: limit) { draft, file in
      var material = material
      material.sha256 = file.sha256
      material.size = file.size
      return try writing { db in
        try settle(draft, as: file)
        return try perform(.attach(material), on: reference, by: session, in: db)
      }
    }
  }

  /// Copies a file beside its place, for something that moves it there.
  private func takeIn<Result>(
    fileAt path: String, limit: Int64, _ body: (_ draft: String, StoredFile) throws -> Result
  ) throws -> Result {
    guard access == .writing else { throw StoreProblem.make("read_only", at: directory.path) }
    let source = try Self.source(at: path, limit: limit)
    defer { Glibc.close(source) }
    let draft = directory.files + "/.incoming-" + Hexadecimal.text(of: entropy.bytes(8))
    do {
      return try body(draft, try copy(from: source, at: path, to: draft, limit: limit))
    } catch {
      unlink(draft)
      throw error
    }
  }

  /// Opens a file that is to be taken in.
  private static func source(at path: String, limit: Int64) throws(Problem) -> Int32 {
    let place = Problem.Place(file: path)
    let source = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard source >= 0 else {
      switch errno {
      case ELOOP, ENXIO: throw Problem("attachment.not_a_file", at: place)
      case EACCES, EPERM: throw Problem("attachment.unreadable", at: place)
      default: throw Problem("attachment.not_found", at: place)
      }
    }
    guard let status = FileStatus(descriptor: source), status.kind == .file else {
      Glibc.close(source)
      throw Problem("attachment.not_a_file", at: place)
    }
    guard status.size <= limit else {
      Glibc.close(source)
      throw Problem(
        "attachment.too_large", at: place, ["size": "\(status.size)", "limit": "\(limit)"])
    }
    return source
  }

  /// The path of a stored file; nil where the store has none.
  package func path(ofFile sha256: String) -> String? {
    guard case .there(let path) = presence(ofFile: sha256) else { return nil }
    return path
  }

  /// Whether a stored file is there, as far as the folders can be looked into.
  func presence(ofFile sha256: String) -> FilePresence {
    guard sha256.count == 64, sha256.allSatisfy(\.isHexDigit) else { return .gone }
    let path = directory.path(ofFile: sha256)
    var status = stat()
    guard lstat(path, &status) == 0 else {
      return errno == ENOENT ? .gone : .unreadable(path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { return .gone }
    return Glibc.access(path, R_OK) == 0 ? .there(path) : .unreadable(path)
  }

  private func copy(
    from source: Int32, at path: String, to draft: String, limit: Int64
  ) throws -> StoredFile {
    let target = Glibc.open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard target >= 0 else { throw StoreProblem.of(errno: errno, at: draft) }
    defer { Glibc.close(target) }
    var hash = SHA256()
    var size: Int64 = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(source, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw StoreProblem.of(errno: errno, at: path) }
      if count == 0 { break }
      size += Int64(count)
      guard size <= limit else {
        throw Problem(
          "attachment.too_large", at: Problem.Place(file: path), ["limit": "\(limit)"])
      }
      hash.update(data: buffer[..<count])
      try SystemFile.write(buffer[..<count], to: target, at: draft)
    }
    guard fsync(target) == 0 else { throw StoreProblem.of(errno: errno, at: draft) }
    return StoredFile(sha256: Hexadecimal.text(of: hash.finalize()), size: size)
  }

  /// Moves a draft to its place, under the lock.
  ///
  /// What lies there already is made young again, so that it is no orphan before its event is written.
  private func settle(_ draft: String, as file: StoredFile) throws {
    let sharing = StoreSharing(of: directory)
    let group = sharing == .personal ? nil : FileStatus(directory.path)?.group
    let path = directory.path(ofFile: file.sha256)
    if FileStatus(path, following: false)?.size == file.size, FileHash.of(path) == file.sha256 {
      utimensat(AT_FDCWD, path, nil, AT_SYMLINK_NOFOLLOW)
      unlink(draft)
      return
    }
    let folder = SystemFile.parent(of: path)
    if FileStatus(folder) == nil {
      try SystemFile.makeFolder(folder, mode: sharing.folderMode, group: group)
      try SystemFile.synchronise(folder: directory.files)
    }
    try SystemFile.settle(draft, mode: sharing.fileMode & ~0o222, group: group)
    guard rename(draft, path) == 0 else { throw StoreProblem.of(errno: errno, at: path) }
    try SystemFile.synchronise(folder: folder)
  }
}

/// Whether a stored file is there.
enum FilePresence {
  /// It is, at this path.
  case there(String)
  /// It may be: the path cannot be looked at, or not be read.
  case unreadable(String)
  /// It is not.
  case gone
}

/// The hash of a file's content, read piece by piece.
enum FileHash {
  /// The SHA-256 as 64 hexadecimal digits; nil where the file cannot be read.
  static func of(_ path: String) -> String? {
    let source = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard source >= 0 else { return nil }
    defer { close(source) }
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(source, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return Hexadecimal.text(of: hash.finalize()) }
      hash.update(data: buffer[..<count])
    }
  }
}
