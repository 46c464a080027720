import Fixtures
import Quantities
import RuleDrafting
import RulePacks
import Testing

/// The small pack that the page for writers shows.
enum ReadmePack {
  /// The files that the page shows, each under the name in its first line.
  static func files() throws -> [SourceFile] {
    PackStart.example(
      in: String(decoding: try Repository.file("data/packs/README.md").bytes, as: UTF8.self))
  }
}

@Suite("The page for writers of packs")
struct ReadmeTests {
  @Test("Its small pack loads with the vocabulary that ships, without one remark")
  func example() throws {
    let files = try ReadmePack.files()
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
