import Fixtures
import Quantities
import RulePacks
import Testing

@testable import RuleDrafting

@Suite("A new pack")
struct PackStartTests {
  private func loaded(_ files: [SourceFile]) throws -> PackLoader.Loaded {
    try PackLoader.loadWithPlaces(files, vocabulary: try Repository.vocabulary())
  }

  @Test("It begins with the example under its own name, and checks without a remark")
  func fromTheExample() throws {
    let start = PackStart(
      id: "new-2027", title: "新市“试行”办法", englishTitle: "Trial \"measures\"", city: "371000",
      prefix: "NC")
    let files = start.files(from: try ReadmePack.files(), in: "example-2026")
    #expect(files.allSatisfy { $0.path.hasPrefix("new-2027/") })
    let loaded = try loaded(files)
    #expect(loaded.pack.id == "new-2027")
    #expect(loaded.pack.title == Bilingual(zh: "新市“试行”办法", en: "Trial \"measures\""))
    #expect(loaded.pack.city == "371000")
    #expect(loaded.pack.caseNumberPrefix == "NC")
    let vocabulary = try Repository.vocabulary()
    let report = PackChecks.run(loaded.pack, vocabulary: vocabulary, places: loaded.places)
    #expect(report.problems.filter { $0.severity == .error } == [])
    #expect(
      try PackTestLoader.load(files, pack: loaded.pack, vocabulary: vocabulary).count == 3)
  }

  @Test("What is not given stays as it was, and so does the law")
  func untouched() throws {
    let before = try loaded(try ReadmePack.files()).pack
    let files = PackStart(id: "other-1").files(from: try ReadmePack.files(), in: "example-2026")
    let after = try loaded(files).pack
    #expect(after.title == before.title)
    #expect(after.lawHash == before.lawHash)
  }

  @Test("Every pack that ships can be begun from", arguments: Repository.packs)
  func fromAnother(id: String) throws {
    let sources = try Repository.files(under: "data/packs/\(id)")
    guard sources.contains(where: { $0.path.hasSuffix("/pack.yaml") }) else { return }
    let files = PackStart(id: "copy-1").files(from: sources, in: "data/packs/\(id)")
    let copy = try loaded(files).pack
    let original = try loaded(sources).pack
    #expect(copy.id == "copy-1")
    #expect(PackComparison(from: original, to: copy).isEmpty)
  }
}
