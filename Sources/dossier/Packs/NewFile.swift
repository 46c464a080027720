import Glibc
import Quantities

/// A file that a verb writes.
struct NewFile {
  /// Its path below the folder that is written into.
  let path: String
  /// What it holds.
  let text: String

  /// Writes files into a folder, which is made where it is not there, with the folders in it.
  ///
  /// - Parameter replacing: whether files that are there give way; else nothing is written at all
  ///   where one is.
  /// - Throws: `file.exists`, `file.unwritable`.
  static func write(_ files: [NewFile], into folder: String, replacing: Bool) throws(Problem) {
    if !replacing {
      for file in files where Folders.exists("\(folder)/\(file.path)") {
        throw Problem("file.exists", at: Problem.Place(file: "\(folder)/\(file.path)"))
      }
    }
    for file in files {
      let path = "\(folder)/\(file.path)"
      makeFolder(DataFolder.parent(of: path))
      guard let stream = fopen(path, "wb") else {
        throw Problem("file.unwritable", at: Problem.Place(file: path))
      }
      let bytes = Array(file.text.utf8)
      let written = fwrite(bytes, 1, bytes.count, stream)
      guard fclose(stream) == 0, written == bytes.count else {
        throw Problem("file.unwritable", at: Problem.Place(file: path))
      }
    }
  }

  private static func makeFolder(_ path: String) {
    guard !path.isEmpty, !Folders.exists(path) else { return }
    if path.contains("/") { makeFolder(DataFolder.parent(of: path)) }
    mkdir(path, 0o755)
  }
}
