import Fixtures
import Foundation
import Quantities
import RuleDrafting
import RulePacks
import Testing

/// The official texts, where they lie beside the repository; they are not part of it.
enum OfficialTexts {
  /// The names of the texts by the pack that they belong to.
  static let files = [
    "qingdao-2024": "qingdao-2024-measures", "liaocheng-2026": "liaocheng-2026-measures",
    "weihai-2022": "weihai-2022-measures", "qingdao-2019": "qingdao-2019-guideline",
    "qingdao-2026-evaluation": "qingdao-2026-evaluation-notice",
  ]

  /// The folder; in a working tree of its own it lies one further up.
  static var folder: URL? {
    let parent = Repository.root.deletingLastPathComponent()
    return [parent, parent.deletingLastPathComponent()]
      .map { $0.appendingPathComponent("shared/regulations") }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }

  /// The text of a pack's regulation; nil where it is absent.
  static func source(of pack: String) -> String? {
    guard let folder, let name = files[pack] else { return nil }
    return try? String(
      contentsOf: folder.appendingPathComponent(name + ".txt"), encoding: .utf8)
  }

  /// The packs that are here with their text.
  static var packs: [String] { Repository.packs.filter { source(of: $0) != nil } }
}

@Suite(
  "The packs against the official texts",
  .enabled(if: OfficialTexts.folder != nil, "no official texts beside the repository: not compared")
)
struct ShippedLawTests {
  private func report(_ id: String) throws -> PackReport {
    let vocabulary = try Repository.vocabulary()
    let loaded = try PackLoader.loadWithPlaces(
      Repository.files(under: "data/packs/\(id)"), vocabulary: vocabulary)
    let text = try OfficialTextReader.read(try #require(OfficialTexts.source(of: id)))
    #expect(text.isTitled(loaded.pack.title.zh))
    return PackChecks.run(
      loaded.pack, vocabulary: vocabulary, against: text, places: loaded.places)
  }

  @Test("Where texts are at hand, each pack and notice that rests on one has it")
  func atHand() {
    let missing = OfficialTexts.files.keys.filter { OfficialTexts.source(of: $0) == nil }
    #expect(missing.isEmpty)
    #expect(OfficialTexts.packs.contains("qingdao-2024"))
  }

  @Test(
    "Every figure of a pack stands in the article that it cites", arguments: OfficialTexts.packs)
  func figures(id: String) throws {
    let report = try report(id)
    #expect(report.problems.filter { $0.code == "pack.check.figure" } == [])
    #expect(report.text.map { $0.figures == $0.figuresFound } == true)
  }

  @Test("Every normative article of a pack is cited", arguments: OfficialTexts.packs)
  func covered(id: String) throws {
    let report = try report(id)
    #expect(report.normative > 0)
    #expect(report.uncovered.filter(\.kind.isNormative) == [])
    #expect(report.normativeCovered == report.normative)
  }

  @Test("Pack and text list the same articles", arguments: OfficialTexts.packs)
  func articles(id: String) throws {
    let text = try report(id).text
    #expect(text?.withoutText == [])
    #expect(text?.unlisted == [])
  }

  @Test(
    "Each passage is the published text but for blanks, page marks and broken brackets",
    arguments: OfficialTexts.files.keys.sorted())
  func faithful(id: String) throws {
    let source = try #require(OfficialTexts.source(of: id))
    let lines = source.split(separator: "\n").filter { line in
      let inner = line.filter { !$0.isWhitespace }
      return !(inner.hasPrefix("-") && inner.hasSuffix("-"))
    }
    let whole = compact(lines.joined())
    let text = try OfficialTextReader.read(source)
    #expect(text.passages.count > 10)
    for passage in text.passages {
      #expect(whole.contains(compact(passage.text)), "\(passage.key)")
    }
    // Nothing between the first article and the last is lost.
    #expect(text.passages.allSatisfy { $0.depth > 1 || !$0.text.isEmpty || $0.mark.contains("附") })
  }

  @Test(
    "The texts that exist are counted as they are cited",
    arguments: [
      ("qingdao-2024", 25, ["8.7", "9.5", "18.6", "25"]),
      ("liaocheng-2026", 24, ["8a.5", "8b.3", "19.6", "23"]),
      ("weihai-2022", 23, ["5.4", "8.5", "12.3", "14.6", "A1.7"]),
      ("qingdao-2019", 3, ["2.1", "2.2.6", "3.4"]),
      ("qingdao-2026-evaluation", 10, ["4.1", "5.2.3", "6.4", "A1.6", "A2", "A3"]),
    ])
  func keys(id: String, articles: Int, keys: [Citation]) throws {
    let source = try #require(OfficialTexts.source(of: id))
    let text = try OfficialTextReader.read(source)
    #expect(text.articleCount == articles)
    for key in keys { #expect(text.passage(key) != nil, "\(key)") }
  }

  private func compact(_ text: String) -> String {
    String(text.filter { !$0.isWhitespace }).replacing("\u{FEFF}", with: "")
      .replacing("„2024‟", with: "〔2024〕").replacing("#", with: "").replacing("；-(", with: "；(")
  }
}
