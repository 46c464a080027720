import Foundation

/// The file in which drafts survive the end of the program; only its owner may read it.
struct DraftShelf {
  private let file: String?

  /// A shelf; without a file nothing is kept.
  init(_ file: String?) { self.file = file }

  /// The drafts on it; none where the file cannot be read.
  func drafts() -> [Draft] {
    guard let file, let bytes = SmallFile.bytes(of: file) else { return [] }
    return (try? JSONDecoder().decode([Draft].self, from: Data(bytes))) ?? []
  }

  /// Puts these drafts on it in place of all others.
  func save(_ drafts: [Draft]) {
    guard let file else { return }
    if drafts.isEmpty {
      SmallFile.remove(file)
      return
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let data = try? encoder.encode(drafts.sorted { $0.key < $1.key }) else { return }
    SmallFile.write(Array(data), to: file)
  }
}
