import Casework
import Fixtures
import Foundation
import Quantities
import RuleDrafting
import Testing

@testable import RulePacks

@Suite("The packs that ship, by their own tests")
struct ShippedPackTests {
  private static func names(in folder: String) -> [String] {
    let path = Repository.root.appendingPathComponent("data/\(folder)").path
    return (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted() ?? []
  }

  @Test(
    "Every case that a pack states comes out as it says",
    arguments: names(in: "packs").filter { names(in: "packs/\($0)").contains("pack.yaml") })
  func packs(id: String) throws {
    let vocabulary = try Repository.vocabulary()
    let files = try Repository.files(under: "data/packs/\(id)")
    let pack = try PackLoader.load(files, vocabulary: vocabulary)
    let schedules = try Repository.files(under: "data/calendars")
      .map { try CalendarLoader.load($0) }
    let runner = PackTestRunner(pack: pack, calendar: WorkingCalendar(schedules))
    let tests = try PackTestLoader.load(files, pack: pack, vocabulary: vocabulary)
    #expect(!tests.isEmpty)
    for test in tests { #expect(runner.failures(of: test) == [], "\(test.name)") }
  }

  @Test(
    "Every case that a notice states comes out as it says",
    arguments: names(in: "packs").filter { names(in: "packs/\($0)").contains("campaign.yaml") })
  func notices(id: String) throws {
    let vocabulary = try Repository.vocabulary()
    let sources = try Repository.files(under: "data/packs/\(id)")
    let base = try #require(CampaignLoader.base(of: sources))
    let pack = try PackLoader.load(
      Repository.files(under: "data/packs/\(base)"), vocabulary: vocabulary)
    let notice = try CampaignLoader.load(sources, extending: pack, vocabulary: vocabulary).notice
    let tests = try CampaignTestLoader.load(sources, notice: notice, vocabulary: vocabulary)
    #expect(!tests.isEmpty)
    let runner = CampaignTestRunner(notice: notice, pack: pack)
    for test in tests { #expect(runner.failures(of: test) == [], "\(test.name)") }
    #expect(try CampaignNotice(compiled: notice.compiled()) == notice)
    #expect(try CompactValue.read(CampaignNotice.self, from: notice.compiled()) == notice)
  }
}
