import Casework
import Foundation
import Quantities
import RulePacks
import Testing

/// The invented pack that says everything the language can say.
enum YunzhouPack {
  private static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    repeat {
      folder.deleteLastPathComponent()
    } while folder.pathComponents.count > 1
      && !FileManager.default.fileExists(
        atPath: folder.appendingPathComponent("Package.swift").path)
    return folder
  }()

  static func sources() throws -> [SourceFile] {
    let folder = root.appendingPathComponent("Tests/Fixtures/packs/yunzhou-2026")
    return try (FileManager.default.subpaths(atPath: folder.path) ?? [])
      .filter { $0.hasSuffix(".yaml") }.sorted().map { path in
        SourceFile(
          path: "yunzhou-2026/\(path)",
          bytes: try Data(contentsOf: folder.appendingPathComponent(path)))
      }
  }

  static func vocabulary() throws -> Vocabulary {
    let file = root.appendingPathComponent("data/vocabulary.yaml")
    return try VocabularyLoader.load(
      SourceFile(path: "vocabulary.yaml", bytes: try Data(contentsOf: file)))
  }

  static func load() throws -> PackLoader.Loaded {
    try PackLoader.loadWithPlaces(sources(), vocabulary: vocabulary())
  }

  static func tests() throws -> (runner: PackTestRunner, tests: [PackTest]) {
    let pack = try load().pack
    let tests = try PackTestLoader.load(sources(), pack: pack, vocabulary: vocabulary())
    return (PackTestRunner(pack: pack, calendar: WorkingCalendar()), tests)
  }
}

@Suite("What the language of packs can say")
struct LanguageTests {
  @Test("The invented pack loads without one remark, and is the same in its compiled form")
  func loads() throws {
    let loaded = try YunzhouPack.load()
    let report = PackChecks.run(
      loaded.pack, vocabulary: try YunzhouPack.vocabulary(), places: loaded.places)
    #expect(report.problems == [])
    #expect(report.uncovered.map(\.key) == ["1"])
    #expect(try RulePack(compiled: loaded.pack.compiled()) == loaded.pack)
  }

  @Test("Every test of the invented pack holds")
  func holds() throws {
    let (runner, tests) = try YunzhouPack.tests()
    for test in tests { #expect(runner.failures(of: test) == [], "\(test.name)") }
  }

  @Test("A walk by itself takes every action of the invented pack")
  func explored() throws {
    let (runner, tests) = try YunzhouPack.tests()
    let report = PackExplorer.report(on: runner, from: tests)
    #expect(report.neverTaken.map(\.place.path) == [])
  }
}
