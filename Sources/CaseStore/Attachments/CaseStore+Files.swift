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
  /// - Throws: `attachment.not_found`, `attachment.not_a_file` for links, folders and devices,
  ///   `attachment.too_large`, `store.full`.
  package func keep(
    fileAt path: String, limit: Int64 = StoredFile.defaultLimit
  ) throws -> StoredFile {
    guard access == .writing else { throw StoreProblem.make("read_only", at: directory.path) }
    let place = Problem.Place(file: path)
    let source = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard source >= 0 else {
      throw Problem(errno == ELOOP ? "attachment.not_a_file" : "attachment.not_found", at: place)
    }
    defer { Glibc.close(source) }
    guard let status = FileStatus(descriptor: source), status.kind == .file else {
      throw Problem("attachment.not_a_file", at: place)
    }
    guard status.size <= limit else {
      throw Problem(
        "attachment.too_large", at: place, ["size": "\(status.size)", "limit": "\(limit)"])
    }
    let draft = directory.files + "/.incoming-" + Hexadecimal.text(of: entropy.bytes(8))
    do {
      let file = try copy(from: source, at: path, to: draft, limit: limit)
      try settle(draft, as: file)
      return file
    } catch {
      unlink(draft)
      throw error
    }
  }

  /// Puts a file on the file of a case.
  ///
  /// - Throws: as `keep` and `perform` do.
  package func attach(
    fileAt path: String, as material: Material, on reference: CaseReference, by session: Session,
    limit: Int64 = StoredFile.defaultLimit
  ) throws -> Performed {
    var material = material
    _ = try preview(.attach(material), on: reference, by: session)
    let file = try keep(fileAt: path, limit: limit)
    material.sha256 = file.sha256
    material.size = file.size
    return try perform(.attach(material), on: reference, by: session)
  }

  /// The path of a stored file; nil where the store has none.
  package func path(ofFile sha256: String) -> String? {
    guard sha256.count == 64, sha256.allSatisfy(\.isHexDigit) else { return nil }
    let path = directory.path(ofFile: sha256)
    return FileStatus(path, following: false)?.kind == .file ? path : nil
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

  private func settle(_ draft: String, as file: StoredFile) throws {
    let sharing = StoreSharing(of: directory)
    let group = sharing == .personal ? nil : FileStatus(directory.path)?.group
    let path = directory.path(ofFile: file.sha256)
    if FileStatus(path, following: false)?.size == file.size, FileHash.of(path) == file.sha256 {
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
