import Exchange
import Quantities

extension LawTextFile {
  /// Reads a file.
  ///
  /// - Throws: `file.missing`, and what ``init(_:path:)`` throws.
  static func read(_ path: String) throws(Problem) -> LawTextFile {
    guard let bytes = Folders.isFolder(path) ? nil : Folders.bytes(of: path) else {
      throw Problem("file.missing", at: Problem.Place(file: path))
    }
    return try LawTextFile(bytes, path: path)
  }
}
