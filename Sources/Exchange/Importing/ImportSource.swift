import Foundation
package import Quantities

/// A file to be brought in, as its bytes.
package struct ImportSource: Hashable, Sendable {
  /// The forms in which files are read.
  package enum Form: String, CaseIterable, Hashable, Sendable {
    case yaml
    case json
    case table
  }

  /// The file, as the user named it.
  package let path: String
  /// Its bytes.
  package let bytes: [UInt8]

  /// A file that somebody else read.
  package init(path: String, bytes: some Sequence<UInt8>) {
    self.path = path
    self.bytes = Array(bytes)
  }

  /// Reads a file from disk.
  ///
  /// - Throws: `import.file.missing`, `import.file.folder`, `import.file.unreadable`.
  package init(readingFrom path: String) throws(Problem) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Problem("import.file.missing", at: .init(file: path), ["file": path])
    }
    guard !isFolder.boolValue else {
      throw Problem("import.file.folder", at: .init(file: path), ["file": path])
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Problem("import.file.unreadable", at: .init(file: path), ["file": path])
    }
    self.init(path: path, bytes: data)
  }

  /// The form that the file's ending, or else its first character, speaks of.
  static func form(of path: String, _ text: String) -> Form {
    let ending = path.split(separator: ".").last?.lowercased() ?? ""
    switch ending {
    case "yaml", "yml": return .yaml
    case "json", "jsonl", "ndjson": return .json
    case "csv", "tsv", "txt": return .table
    default:
      let first = text.unicodeScalars.first { !TextFolding.isSpace($0) }
      if first == "{" || first == "[" { return .json }
      let line = text.prefix { !$0.isNewline }
      return line.contains(where: { ",\t;".contains($0) }) && !line.contains(": ") ? .table : .yaml
    }
  }
}
