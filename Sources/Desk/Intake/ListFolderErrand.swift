import Glibc

/// Looks up which files and folders complete a path.
struct ListFolderErrand: DeskErrand {
  /// What completes a path.
  struct Listing: Sendable {
    /// The path.
    let path: String
    /// The names, sorted; folders end with `/`.
    let names: [String]
  }

  /// The name under which the answer comes back.
  static let answerName = "list-folder"

  private let path: String
  var name: String { Self.answerName }

  init(_ path: String) { self.path = path }

  func run(with tools: DeskTools) -> any Sendable {
    let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let folder = cut == path.startIndex ? "." : SmallFile.expanded(String(path[..<cut]))
    let begun = path[cut...]
    let names = SmallFile.names(in: folder).filter { $0.hasPrefix(begun) }.prefix(200)
    return Listing(
      path: path,
      names: names.map { SmallFile.isFolder(folder + "/" + $0) ? $0 + "/" : $0 })
  }
}

extension SmallFile {
  /// Whether a path leads to a folder.
  static func isFolder(_ path: String) -> Bool {
    guard let stream = opendir(path) else { return false }
    closedir(stream)
    return true
  }

  /// A path in which `~/` stands for the home folder.
  static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst(1)
  }
}
