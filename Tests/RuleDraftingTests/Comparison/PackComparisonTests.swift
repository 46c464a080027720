import Fixtures
import Quantities
import RulePacks
import Testing

@testable import RuleDrafting

@Suite("Two packs compared")
struct PackComparisonTests {
  private func pack(_ edit: (String) -> String = { $0 }) throws -> RulePack {
    let files = try ReadmePack.files().map {
      SourceFile(path: $0.path, text: edit(String(decoding: $0.bytes, as: UTF8.self)))
    }
    return try PackLoader.load(files, vocabulary: try Repository.vocabulary())
  }

  private func compared(_ old: String, _ new: String) throws -> PackComparison {
    PackComparison(from: try pack(), to: try pack { $0.replacing(old, with: new) })
  }

  @Test("A pack says the same as itself")
  func same() throws {
    let comparison = PackComparison(from: try pack(), to: try pack())
    #expect(comparison.isEmpty)
    #expect(comparison.hasSameLaw)
  }

  @Test("Another figure of a condition is told as that figure, and as law")
  func figure() throws {
    let change = try #require(try compared(">= 1000 万元", ">= 3000 万元").changes.first)
    #expect(change.area == .conditions)
    #expect(change.path == ["rd-total"])
    #expect(change.fate == .changed)
    #expect(change.isLaw)
    let field = try #require(change.fields.first)
    #expect(field.key == "requires")
    #expect(field.figures.map(\.before.written) == ["1000 万元"])
    #expect(field.figures.map(\.after.written) == ["3000 万元"])
  }

  @Test("A test of another form has no pair of figures")
  func otherForm() throws {
    let comparison = try compared(
      "requires: |\n      sum(window(finance, years: 3, ending: year(applied_on) - 1).rd) >= 1000 万元",
      "requires: last(finance, year(applied_on) - 1).rd >= 1000 万元")
    let field = try #require(comparison.changes.first?.fields.first)
    #expect(field.key == "requires")
    #expect(field.figures.isEmpty)
  }

  @Test("Another label is wording: the law stays")
  func label() throws {
    let comparison = try compared("近三年研发费用总额", "近三年研发投入总额")
    #expect(comparison.changes.map(\.path) == [["rd-total"]])
    #expect(comparison.changes.flatMap(\.fields).map(\.key) == ["label"])
    #expect(comparison.law.isEmpty)
    #expect(comparison.hasSameLaw)
  }

  @Test("Force, period, practice and a guard are each found in their place")
  func severalKinds() throws {
    let force = PackComparison(
      from: try pack(),
      to: try pack {
        $0.replacing("force: mandatory", with: "force: default", maxReplacements: 1)
      })
    #expect(force.changes.map(\.path) == [["rd-total"]])
    #expect(force.changes[0].fields[0].before == .text("mandatory"))
    let period = try compared("period: 30 日", "period: 60 日")
    #expect(period.changes.map(\.path) == [["establishment", "decision"]])
    #expect(period.changes[0].fields.map(\.key) == ["due.period"])
    #expect(period.law.count == 1)
    let practice = try compared("suggested: 10 个工作日", "suggested: 15 个工作日")
    #expect(practice.changes.map(\.area) == [.practice])
    #expect(practice.law.isEmpty)
    let requirement = try compared("requires: on >= entered", "requires: on > entered")
    #expect(
      requirement.changes.map(\.path) == [
        ["establishment", "decision", "approve", "after_review"]
      ])
  }

  @Test("A stage with another id came and went, with its actions and what leads there")
  func renamed() throws {
    let comparison = PackComparison(
      from: try pack(),
      to: try pack {
        $0.replacing("preliminary:\n", with: "first_look:\n")
          .replacing("to: preliminary\n", with: "to: first_look\n")
          .replacing("applying, preliminary,", with: "applying, first_look,")
      })
    let fates = Dictionary(grouping: comparison.changes, by: \.fate).mapValues { $0.map(\.path) }
    #expect(fates[.removed]?.contains(["establishment", "preliminary"]) == true)
    #expect(fates[.added]?.contains(["establishment", "first_look", "recommend"]) == true)
    #expect(fates[.changed]?.contains(["establishment", "applying", "submit"]) == true)
  }

  @Test(
    "Where the law hash differs a part is law, and where it does not none is",
    arguments: [
      ("outside: true", "outside: false"), ("type: lines", "type: text"),
      ("kind: principle", "kind: duty"), ("stage: decision }", "stage: preliminary }"),
      ("take_over: [on_roster]", "take_over: [decision]"), ("deciding: true", "deciding: false"),
      ("returns: true\n", "public: true\n"), ("approval.date: on", "approval.date: entered"),
      ("spine: [applying, preliminary,", "spine: [applying,"),
      ("from: 2026-02-01", "from: 2026-03-01"),
      ("{ zh: 目的, en: Purpose }", "{ zh: 宗旨, en: Purpose }"), ("suggested: 5", "suggested: 6"),
      ("host.kind == enterprise", "host.kind  ==  enterprise"),
    ])
  func agreesWithTheHash(old: String, new: String) throws {
    let (before, after) = (try pack(), try pack { $0.replacing(old, with: new) })
    let comparison = PackComparison(from: before, to: after)
    #expect((before.lawHash == after.lawHash) == comparison.law.isEmpty, "\(old)")
    #expect(comparison.hasSameLaw == comparison.law.isEmpty, "\(old)")
  }

  @Test(
    "Brackets that only group change nothing, though the hash is another one",
    arguments: [
      ("requires: on >= entered", "requires: (on) >= (entered)"),
      ("host.kind == enterprise", "(host.kind == enterprise)"),
      (">= 1000 万元", ">= (1000 万元)"), (">= 1000 万元", ">= 0.1 亿元"),
    ])
  func brackets(old: String, new: String) throws {
    let (before, after) = (try pack(), try pack { $0.replacing(old, with: new) })
    #expect(before.lawHash != after.lawHash)
    let comparison = PackComparison(from: before, to: after)
    #expect(comparison.isEmpty, "\(comparison.changes)")
    #expect(comparison.hasSameLaw)
  }

  @Test("A figure within brackets is still told as that figure")
  func figureWithinBrackets() throws {
    let change = try #require(try compared(">= 1000 万元", ">= (3000 万元)").changes.first)
    #expect(change.fields.first?.figures.map(\.after.written) == ["3000 万元"])
    #expect(change.isLaw)
  }

  @Test("What a definition says is the law that was written out without it")
  func definitions() throws {
    let folder = "Tests/Fixtures/packs/yunzhou-2026"
    func load(_ requires: String) throws -> RulePack {
      let files = try Repository.files(under: folder).map { source in
        guard source.path.hasSuffix("conditions.yaml") else { return source }
        let text = String(decoding: source.bytes, as: UTF8.self)
          .replacing("    requires: well_staffed\n", with: "    requires: \(requires)\n")
        return SourceFile(path: source.path, text: text)
      }
      return try PackLoader.load(files, vocabulary: try Repository.vocabulary())
    }
    let (plain, named) = (try load("staff.fixed >= 20 人"), try load("well_staffed"))
    #expect(plain.lawHash != named.lawHash)
    let kept = try RulePack(compiled: plain.compiled())
    #expect(PackComparison(from: kept, to: named).isEmpty)
    let other = PackComparison(from: try load("staff.fixed >= 21 人"), to: named)
    #expect(other.law.flatMap(\.fields).flatMap(\.figures).map(\.after.written) == ["20 人"])
  }
}
