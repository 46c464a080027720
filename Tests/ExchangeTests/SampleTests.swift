import Casework
import Exchange
import Fixtures
import Foundation
import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("The samples that ship, under the packs that they name")
struct SampleTests {
  /// Every pack and department of the repository.
  private static func context(defaultPack: String? = nil) throws -> ImportContext {
    let vocabulary = try VocabularyLoader.load(Repository.file("data/vocabulary.yaml"))
    let packs = try folders("data/packs").filter { id in
      FileManager.default.fileExists(
        atPath: Repository.root.appendingPathComponent("data/packs/\(id)/pack.yaml").path)
    }.map { id in
      let folder = "data/packs/\(id)"
      let names = FileManager.default.subpaths(
        atPath: Repository.root.appendingPathComponent(folder).path)
      return try PackLoader.load(
        (names ?? []).filter { $0.hasSuffix(".yaml") }.map {
          try Repository.file("\(folder)/\($0)")
        },
        vocabulary: vocabulary)
    }
    let departments = try files("data/departments", ".yaml").flatMap {
      try DepartmentLoader.load(Repository.file("data/departments/\($0)"))
    }
    return ImportContext(
      vocabulary: vocabulary, packs: packs, defaultPack: defaultPack, departments: departments,
      today: Regulation.day(2026, 11, 21))
  }

  private static func files(_ folder: String, _ ending: String) -> [String] {
    let path = Repository.root.appendingPathComponent(folder).path
    return (try? FileManager.default.contentsOfDirectory(atPath: path))?
      .filter { $0.hasSuffix(ending) }.sorted() ?? []
  }

  private static func folders(_ folder: String) -> [String] {
    let path = Repository.root.appendingPathComponent(folder).path
    return (try? FileManager.default.contentsOfDirectory(atPath: path))?
      .filter { !$0.contains(".") }.sorted() ?? []
  }

  @Test(
    "An application is read without an error, and all its documents are known to its pack",
    arguments: files("data/samples", ".yaml"))
  func applications(name: String) throws {
    let path = "data/samples/\(name)"
    let file = Importer.read(
      ImportSource(path: path, bytes: try Repository.file(path).bytes),
      options: Importer.Options(), in: try Self.context())
    // What is still to be decided or handed in may be missing.
    #expect(file.problems.filter { $0.code != "import.fact.missing" } == [])
    #expect(file.arriving.count == 1)
  }

  @Test("A roster is read without an error", arguments: files("data/samples", "-roster.csv"))
  func rosters(name: String) throws {
    let path = "data/samples/\(name)"
    var options = Importer.Options()
    options.isRoster = true
    let file = Importer.read(
      ImportSource(path: path, bytes: try Repository.file(path).bytes), options: options,
      in: try Self.context(defaultPack: String(name.dropLast("-roster.csv".count))))
    #expect(file.problems == [])
    #expect(!file.arriving.isEmpty)
  }
}
