import Fixtures
import Foundation
import Quantities
import RulePacks
import Testing

@testable import RuleDrafting

@Suite("Notices as files")
struct CampaignLoaderTests {
  private static let folder = "data/packs/qingdao-2026-evaluation"

  private static func base() throws -> RulePack {
    try PackLoader.load(
      Repository.files(under: "data/packs/qingdao-2024"), vocabulary: Repository.vocabulary())
  }

  private static func notice() throws -> CampaignLoader.Loaded {
    try CampaignLoader.load(
      Repository.files(under: folder), extending: base(), vocabulary: Repository.vocabulary())
  }

  /// The notice that ships, with some text of its file replaced.
  private func problems(_ changes: (old: String, new: String)...) throws -> [Problem] {
    var sources = try Repository.files(under: Self.folder)
    let place = try #require(sources.firstIndex { $0.path.hasSuffix("campaign.yaml") })
    var text = String(decoding: sources[place].bytes, as: UTF8.self)
    for (old, new) in changes {
      #expect(text.contains(old))
      text = text.replacingOccurrences(of: old, with: new)
    }
    sources[place] = SourceFile(path: sources[place].path, text: text)
    let base = try Self.base()
    let vocabulary = try Repository.vocabulary()
    do throws(Problems) {
      _ = try CampaignLoader.load(sources, extending: base, vocabulary: vocabulary)
      return []
    } catch {
      return error.list
    }
  }

  @Test("The notice that ships is sound, and cites every article that demands something")
  func sound() throws {
    let loaded = try Self.notice()
    let report = CampaignChecks.run(loaded.notice, places: loaded.places)
    #expect(report.problems == [])
    #expect(report.articles == 22)
    #expect(report.uncovered.map(\.key) == ["7"])
    #expect(loaded.notice.from == CalendarDate(parsing: "2026-03-26"))
    #expect(loaded.notice.to == CalendarDate(parsing: "2026-04-30"))
    #expect(!loaded.notice.takesApplications)
  }

  @Test("Two windows of different bodies may share a day")
  func sharedDay() throws {
    let notice = try Self.notice().notice
    let submission = try #require(notice.window("submission"))
    let review = try #require(notice.window("review"))
    #expect(submission.to == review.from)
    #expect(notice.window("summary")?.to == notice.window("evaluation")?.from)
  }

  @Test("A reversed window is refused at its last day")
  func reversed() throws {
    let found = try problems(
      ("from: 2026-04-20\n    to: 2026-04-30", "from: 2026-04-30\n    to: 2026-04-20"))
    let problem = try #require(found.first { $0.code == "campaign.window.reversed" })
    #expect(problem.arguments["window"] == "evaluation")
    #expect(problem.place.line != nil && problem.place.column != nil)
    #expect(problem.place.file?.hasSuffix("campaign.yaml") == true)
  }

  @Test("Two windows of one body overlap only where the file says so")
  func overlap() throws {
    let found = try problems(("    beside: self_evaluation\n", ""))
    #expect(found.map(\.code) == ["campaign.window.overlap"])
    #expect(found.first?.arguments["other"] == "self_evaluation")
    #expect(found.first?.arguments["owner"] == "host")
  }

  @Test("A window that follows another shares its last day only where the file says so")
  func order() throws {
    let shared = try problems(("    shares_day: true\n", ""))
    #expect(shared.map(\.code) == ["campaign.window.order"])
    #expect(shared.first?.arguments["window"] == "review")
    let early = try problems(
      ("from: 2026-04-07\n    to: 2026-04-15", "from: 2026-04-06\n    to: 2026-04-15"))
    #expect(early.map(\.code) == ["campaign.window.order"])
  }

  @Test("An unknown key, stage, procedure or fact is refused with its place")
  func unknownNames() throws {
    #expect(
      try problems(("cohort:\n", "cohorts:\n")).contains { $0.code == "campaign.yaml.unknown_key" })
    #expect(
      try problems(("stage: assessment\n\ncompletion", "stage: asessment\n\ncompletion"))
        .contains { $0.code == "pack.unknown.stage" && $0.arguments["suggestion"] == "assessment" })
    #expect(
      try problems(("when: known(upgraded_on)", "when: known(upgradedon)"))
        .contains { $0.code == "pack.expression.unknown_fact" })
    #expect(
      try problems(("opens: revocation", "opens: revoke"))
        .contains { $0.code == "pack.unknown.procedure" })
  }

  @Test("The law hash covers days and rules, not texts")
  func lawHash() throws {
    var notice = try Self.notice().notice
    let hash = notice.lawHash
    notice.title = Bilingual(zh: "另一个标题", en: "Another title")
    #expect(CampaignLaw.hash(of: notice) == hash)
    notice.windows[2].to = notice.windows[2].to.adding(days: 1)
    #expect(CampaignLaw.hash(of: notice) != hash)
  }

  @Test("A guide of a window and quotas is the same kind of thing")
  func guide() throws {
    let source = SourceFile(
      path: "batch.yaml",
      text: """
        id: 2026-1
        title: { zh: 2026 年第一批, en: First batch of 2026 }
        pack: qingdao-2024
        year: 2026
        from: 2026-03-01
        to: 2026-03-31
        quotas: { qd-laoshan: 5 }
        """)
    let notice = try CampaignLoader.load(
      [source], extending: Self.base(), vocabulary: Repository.vocabulary(),
      departments: ["qd-laoshan"]
    ).notice
    #expect(notice.takesApplications)
    #expect(notice.procedure == "establishment")
    #expect(notice.windows.map(\.id) == ["applications"])
    #expect(notice.quotas == ["qd-laoshan": 5])
  }

  @Test(
    "Every day of a window stands in the part of the official text that it cites",
    .enabled(
      if: OfficialTexts.folder != nil, "no official texts beside the repository: not compared"))
  func officialDays() throws {
    let text = try #require(OfficialTexts.source(of: "qingdao-2026-evaluation"))
    let loaded = try Self.notice()
    let official = try OfficialTextReader.read(text)
    let report = CampaignChecks.run(loaded.notice, against: official, places: loaded.places)
    #expect(report.problems == [])
    #expect(report.text?.figures == 11)
    #expect(report.text?.figuresFound == 11)
    var wrong = loaded.notice
    wrong.windows[2].to = wrong.windows[2].to.adding(days: 1)
    #expect(
      CampaignChecks.run(wrong, against: official).problems.map(\.code) == ["pack.check.figure"])
  }
}
