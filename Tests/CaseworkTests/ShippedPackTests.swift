import Casework
import Foundation
import Quantities
import RuleDrafting
import Testing

@testable import RulePacks

@Suite("The packs that ship, by their own tests")
struct ShippedPackTests {
  private static let data: URL = {
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.pathComponents.count > 1 {
      let manifest = folder.appendingPathComponent("Package.swift").path
      if FileManager.default.fileExists(atPath: manifest) { break }
      folder = folder.deletingLastPathComponent()
    }
    return folder.appendingPathComponent("data")
  }()

  private static func names(in folder: String) -> [String] {
    let path = data.appendingPathComponent(folder).path
    return (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted() ?? []
  }

  private static func file(_ path: String) throws -> SourceFile {
    SourceFile(path: path, bytes: try Data(contentsOf: data.appendingPathComponent(path)))
  }

  @Test(
    "Every case that a pack states comes out as it says",
    arguments: names(in: "packs").filter { names(in: "packs/\($0)").contains("pack.yaml") })
  func packs(id: String) throws {
    let vocabulary = try VocabularyLoader.load(Self.file("vocabulary.yaml"))
    let folder = Self.data.appendingPathComponent("packs/\(id)").path
    let files = try (FileManager.default.subpaths(atPath: folder) ?? [])
      .filter { $0.hasSuffix(".yaml") }.sorted().map { try Self.file("packs/\(id)/\($0)") }
    let pack = try PackLoader.load(files, vocabulary: vocabulary)
    let schedules = try Self.names(in: "calendars").filter { $0.hasSuffix(".yaml") }
      .map { try CalendarLoader.load(Self.file("calendars/\($0)")) }
    let runner = PackTestRunner(pack: pack, calendar: WorkingCalendar(schedules))
    let tests = try PackTestLoader.load(files, pack: pack, vocabulary: vocabulary)
    #expect(!tests.isEmpty)
    for test in tests { #expect(runner.failures(of: test) == [], "\(test.name)") }
  }

  @Test(
    "Every case that a notice states comes out as it says",
    arguments: names(in: "packs").filter { names(in: "packs/\($0)").contains("campaign.yaml") })
  func notices(id: String) throws {
    let vocabulary = try VocabularyLoader.load(Self.file("vocabulary.yaml"))
    func files(of id: String) throws -> [SourceFile] {
      let folder = Self.data.appendingPathComponent("packs/\(id)").path
      return try (FileManager.default.subpaths(atPath: folder) ?? [])
        .filter { $0.hasSuffix(".yaml") }.sorted().map { try Self.file("packs/\(id)/\($0)") }
    }
    let sources = try files(of: id)
    let base = try #require(CampaignLoader.base(of: sources))
    let pack = try PackLoader.load(files(of: base), vocabulary: vocabulary)
    let notice = try CampaignLoader.load(sources, extending: pack, vocabulary: vocabulary).notice
    let tests = try CampaignTestLoader.load(sources, notice: notice, vocabulary: vocabulary)
    #expect(!tests.isEmpty)
    let runner = CampaignTestRunner(notice: notice, pack: pack)
    for test in tests { #expect(runner.failures(of: test) == [], "\(test.name)") }
    #expect(try CampaignNotice(compiled: notice.compiled()) == notice)
    #expect(try CompactValue.read(CampaignNotice.self, from: notice.compiled()) == notice)
  }
}
