import Fixtures
import Foundation
import Quantities
import RulePacks
import Testing

@testable import RuleDrafting

/// That the law is data: no line of Swift names a city, an article or a threshold of a pack.
///
/// What is looked for comes from the packs themselves, so that a new one is covered by being there.
/// Comments may give examples, and so may the discussions of help texts.
@Suite("No law in the sources")
struct LawInSourcesTests {
  private struct Line {
    let place: String
    let text: String
  }

  private static let lines: [Line] = {
    let root = Repository.root.appendingPathComponent("Sources")
    let paths = FileManager.default.subpaths(atPath: root.path) ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().flatMap { path -> [Line] in
      guard
        let text = try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      else { return [] }
      return code(text).map { Line(place: "\(path):\($0)", text: $1) }
    }
  }()

  /// The lines of a file without comments and without the discussions of help texts.
  private static func code(_ text: String) -> [(Int, String)] {
    var isExample = false
    var kept: [(Int, String)] = []
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = raw.drop { $0 == " " }
      if line.hasSuffix("discussion: \"\"\"") { isExample = true }
      if line.hasPrefix("\"\"\"") { isExample = false }
      if isExample || line.hasPrefix("//") { continue }
      let code = line.firstRange(of: "  //").map { line[..<$0.lowerBound] } ?? line
      kept.append((index + 1, String(code)))
    }
    return kept
  }

  private static func packs() throws -> [RulePack] {
    let vocabulary = try Repository.vocabulary()
    return try Repository.packs.map {
      try PackLoader.load(Repository.files(under: "data/packs/\($0)"), vocabulary: vocabulary)
    }
  }

  private func hits(_ test: (String) -> Bool) -> [String] {
    Self.lines.filter { test($0.text) }.map { "\($0.place): \($0.text)" }
  }

  @Test("The sources were read")
  func read() {
    #expect(Self.lines.count > 10_000)
    #expect(Self.code("a // 30 人\nlet b = 1  // 30 人\n/// 30 人\n\"\"\"").map(\.1).count == 3)
  }

  @Test("No city of a pack is named")
  func cities() throws {
    var names: Set<String> = []
    for pack in try Self.packs() {
      // 青岛市科学技术局 and Qingdao Municipal Bureau …; the id begins with the city's name too.
      let end = pack.issuer.zh.firstIndex(of: "市") ?? pack.issuer.zh.endIndex
      names.insert(String(pack.issuer.zh[..<end]))
      names.formUnion(pack.issuer.en.split(separator: " ").prefix(1).map(String.init))
      names.formUnion(pack.id.split(separator: "-").prefix(1).map(String.init))
      names.insert(pack.id)
    }
    #expect(names.count >= 3)
    #expect(hits { line in names.contains { line.contains($0) } } == [])
  }

  @Test("No article of a pack is cited: neither in words nor by its key")
  func citations() throws {
    let keys = Set(try Self.packs().flatMap { $0.articles.map(\.key) }).filter { $0.contains(".") }
    #expect(keys.count > 50)
    let quoted = keys.map { "\"\($0)\"" }
    let found = hits { line in
      if quoted.contains(where: { line.contains($0) && !line.contains("\\" + $0.dropLast() + "\\") }
      ) {
        return true
      }
      // Laws of the state are no packs; the first article is how a text is recognised.
      guard !line.contains("法典"), !line.contains("保护法") else { return false }
      return line.replacing("第一条", with: "").contains(
        /第[一二三四五六七八九十百0-9]+条/)
    }
    #expect(found == [])
  }

  @Test("No threshold of a pack is written down")
  func thresholds() throws {
    var spellings: Set<String> = []
    for pack in try Self.packs() {
      let tests = pack.conditions.flatMap { [$0.applies, $0.requires, $0.waivableWhen] }
      for figure in tests.flatMap({ $0?.root.figures ?? [] }) {
        switch figure.sort {
        case .amount: spellings.formUnion(figure.spellings.filter { $0.count > 2 })
        case .day: spellings.formUnion(figure.spellings)
        case .bare, .dayOfYear, .year: continue
        }
      }
    }
    #expect(spellings.contains("2000万元") && spellings.contains("30人"))
    let found = hits { line in
      let text = Figure.searchable(line)
      return spellings.contains { spelling in
        text.ranges(of: spelling).contains { range in
          range.lowerBound == text.startIndex
            || !ChineseNumeral.isPart(text[text.index(before: range.lowerBound)])
        }
      }
    }
    #expect(found == [])
  }
}
