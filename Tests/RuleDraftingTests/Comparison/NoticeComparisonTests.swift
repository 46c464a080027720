import Fixtures
import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("Two forms of a notice compared")
struct NoticeComparisonTests {
  private static let folder = "data/packs/qingdao-2026-evaluation"

  private func notice(_ old: String = "", _ new: String = "") throws -> CampaignNotice {
    let vocabulary = try Repository.vocabulary()
    let base = try PackLoader.load(
      try Repository.files(under: "data/packs/qingdao-2024"), vocabulary: vocabulary)
    var found = old.isEmpty
    let files = try Repository.files(under: Self.folder).map { source in
      let text = String(decoding: source.bytes, as: UTF8.self)
      guard !old.isEmpty, text.contains(old) else { return source }
      found = true
      return SourceFile(path: source.path, text: text.replacing(old, with: new))
    }
    #expect(found, "\(old)")
    return try CampaignLoader.load(files, extending: base, vocabulary: vocabulary).notice
  }

  private func compared(_ old: String, _ new: String) throws -> PackComparison {
    PackComparison(from: try notice(), to: try notice(old, new))
  }

  @Test("A notice says the same as itself")
  func same() throws {
    let comparison = PackComparison(from: try notice(), to: try notice())
    #expect(comparison.isEmpty)
    #expect(comparison.hasSameLaw)
  }

  @Test("A longer window is told as its last day, in every window that ends on it")
  func window() throws {
    let comparison = try compared("to: 2026-04-15", "to: 2026-04-16")
    #expect(comparison.changes.map(\.path) == [["review"], ["audit"]])
    #expect(comparison.changes.allSatisfy { $0.area == .windows && $0.isLaw })
    #expect(comparison.changes[0].fields.map(\.key) == ["to"])
  }

  static let parts: [(String, String, PackComparison.Area, [String], Bool)] = [
    (
      "year(approval.date) == 2021", "year(approval.date) == 2020", .cohort,
      ["members", "approved_2021"], true
    ),
    ("2021年获批建设", "2021年批准建设", .cohort, ["members", "approved_2021"], false),
    ("force: preference", "force: default", .conditions, ["industry-alignment"], true),
    (
      "conditions: [report-sealed, pledge-signed, filed-by]",
      "conditions: [report-sealed, filed-by]", .gates, ["department_review", "forward"], true
    ),
    ("纳入技术创新中心序列管理", "纳入技术创新中心序列", .outcomes, ["kept"], false),
    ("发展定位与创新规划", "发展定位", .report, ["outline", "position"], false),
    (
      "when: known(evaluations[2026].reviewed_on)", "when: known(evaluations[2026].submitted_on)",
      .lists, ["annex2"], true
    ),
    ("year(approval.date) == 2021", "(year(approval.date)) == (2021)", .identity, [], false),
  ]

  @Test("Every part that differs is found in its place", arguments: parts)
  func part(
    old: String, new: String, area: PackComparison.Area, path: [String], isLaw: Bool
  ) throws {
    let comparison = try compared(old, new)
    guard area != .identity else {
      #expect(comparison.isEmpty)
      return
    }
    let change = try #require(comparison.changes.first)
    #expect(comparison.changes.count == 1, "\(comparison.changes)")
    #expect(change.area == area)
    #expect(change.path == path)
    #expect(change.isLaw == isLaw)
  }
}
