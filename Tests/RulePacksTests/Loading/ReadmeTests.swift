import Quantities
import RulePacks
import Testing

@Suite("The page for writers of packs")
struct ReadmeTests {
  /// The files that the page shows, each under the name in its first line.
  private func files() throws -> [SourceFile] {
    let page = String(decoding: try Repository.file("data/packs/README.md").bytes, as: UTF8.self)
    return page.components(between: "```yaml\n# ", and: "```").compactMap { block in
      let lines = block.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      guard lines.count == 2 else { return nil }
      return SourceFile(path: String(lines[0]), text: String(lines[1]))
    }
  }

  @Test("Its small pack loads with the vocabulary that ships, without one remark")
  func example() throws {
    let files = try files()
    #expect(files.count == 6)
    let vocabulary = try Repository.vocabulary()
    let loaded = try PackLoader.loadWithPlaces(files, vocabulary: vocabulary)
    let report = PackChecks.run(loaded.pack, vocabulary: vocabulary, places: loaded.places)
    #expect(report.problems == [])
    #expect(report.uncovered.map(\.key) == ["1"])
    let tests = try PackTestLoader.load(files, pack: loaded.pack, vocabulary: vocabulary)
    #expect(tests.count == 3)
  }
}

extension String {
  fileprivate func components(between start: String, and end: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let opening = rest.firstRange(of: start) {
      rest = rest[opening.upperBound...]
      guard let closing = rest.firstRange(of: end) else { break }
      parts.append(String(rest[..<closing.lowerBound]))
      rest = rest[closing.upperBound...]
    }
    return parts
  }
}
