package import Foundation
package import RuleDrafting
package import RulePacks

/// The files of this repository, found upward from this one.
package enum Repository {
  package static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.pathComponents.count > 1 {
      let manifest = folder.appendingPathComponent("Package.swift").path
      if FileManager.default.fileExists(atPath: manifest) { break }
      folder = folder.deletingLastPathComponent()
    }
    return folder
  }()

  /// One file, under its path from the root.
  package static func file(_ path: String) throws -> SourceFile {
    SourceFile(path: path, bytes: try Data(contentsOf: root.appendingPathComponent(path)))
  }

  /// All YAML files under a folder.
  package static func files(under folder: String) throws -> [SourceFile] {
    let url = root.appendingPathComponent(folder)
    return try (FileManager.default.subpaths(atPath: url.path) ?? [])
      .filter { $0.hasSuffix(".yaml") }.sorted().map { try file("\(folder)/\($0)") }
  }

  /// The vocabulary that packs share.
  package static func vocabulary() throws -> Vocabulary {
    try VocabularyLoader.load(file("data/vocabulary.yaml"))
  }

  /// The ids of the packs that are there.
  package static var packs: [String] {
    let url = root.appendingPathComponent("data/packs")
    return (try? FileManager.default.contentsOfDirectory(atPath: url.path))?.sorted()
      .filter { id in
        let file = url.appendingPathComponent("\(id)/pack.yaml").path
        return FileManager.default.fileExists(atPath: file)
      } ?? []
  }
}
