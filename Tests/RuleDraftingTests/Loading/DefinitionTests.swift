import Fixtures
import Quantities
import RulePacks
import Testing

@testable import RuleDrafting

@Suite("What a pack says once and uses by name")
struct DefinitionTests {
  private static let folder = "Tests/Fixtures/packs/yunzhou-2026"

  private func load(_ definitions: String, requires: String) throws -> RulePack {
    let sources = try Repository.files(under: Self.folder).map { source in
      guard source.path.hasSuffix("conditions.yaml") else { return source }
      let text = String(decoding: source.bytes, as: UTF8.self)
        .replacing("    requires: well_staffed\n", with: "    requires: \(requires)\n")
        .replacing("definitions:\n", with: "definitions:\n\(definitions)")
      return SourceFile(path: source.path, text: text)
    }
    return try PackLoader.load(sources, vocabulary: Repository.vocabulary())
  }

  private func problems(_ definitions: String, requires: String) throws -> [Problem] {
    do {
      _ = try load(definitions, requires: requires)
      return []
    } catch let problems as Problems {
      return problems.list
    }
  }

  private func line(_ id: String, _ text: String) -> String {
    "  \(id): { label: { zh: 定义, en: Definition }, is: \"\(text)\" }\n"
  }

  @Test("The law is the one that is written out, and another figure within is another law")
  func lawHash() throws {
    let named = try load("", requires: "well_staffed")
    let plain = try load("", requires: "(staff.fixed >= 20 人)")
    #expect(named.lawHash == plain.lawHash)
    #expect(named.condition("staff")?.requires?.source == "(staff.fixed >= 20 人)")
    let other = try load("", requires: "(staff.fixed >= 21 人)")
    #expect(other.lawHash != named.lawHash)
  }

  @Test("A definition may use others, and the text is written out to the last")
  func nested() throws {
    let pack = try load(
      line("both", "well_staffed and enough") + line("enough", "premises.area >= 500 平方米"),
      requires: "both")
    let test = try #require(pack.condition("staff")?.requires)
    #expect(test.source == "((staff.fixed >= 20 人) and (premises.area >= 500 平方米))")
    #expect(test.facts.contains("premises.area"))
    #expect(test.root.figures.count == 2)
    let day = try #require(CalendarDate(parsing: "2026-03-02"))
    let scope = Scope(
      facts: FactSheet([
        "staff.fixed": .value(.count(25, .person)),
        "premises.area": .value(.area(Area(hundredths: 100))),
      ]), on: day, today: day)
    #expect(test.evaluate(in: scope) == .value(.boolean(false)))
    let tree = test.explain(in: scope)
    #expect(tree.kind == .definition)
    #expect(tree.text == "both")
    #expect(tree.parts.first?.parts.map(\.text) == ["well_staffed", "enough"])
    #expect(tree.leadingComparison?.text == ">=")
  }

  @Test("The compiled pack has them, and reads back as it was")
  func compiled() throws {
    let pack = try load("", requires: "well_staffed")
    #expect(pack.definition("well_staffed")?.label.en == "Well staffed")
    #expect(try RulePack(compiled: pack.compiled()) == pack)
  }

  @Test("Rows that are being looked at are none of a definition's own")
  func rows() throws {
    let found = try problems(
      line("inside", "in_city"), requires: "exists(partners where inside)")
    #expect(found.map(\.code) == ["pack.expression.unknown_fact"])
  }

  @Test("Definitions that double each other, or nest without end, are refused and not written out")
  func bounds() throws {
    for use in ["%", "% and %"] {
      var definitions = line("d0", "well_staffed")
      for index in 1..<20 {
        definitions += line("d\(index)", use.replacing("%", with: "d\(index - 1)"))
      }
      let found = try problems(definitions, requires: "d19")
      #expect(found.contains { $0.code == "pack.expression.too_deep" })
    }
  }

  @Test("A row that is gone through cannot bear the name of a definition")
  func binder() throws {
    let source = "|\n      exists(p in partners: p.in_city)"
    let named = line("p", "premises.area")
    let found = try problems(named, requires: source)
    #expect(found.map(\.code) == ["pack.expression.binder_taken"])
    #expect(found.first?.place.line != nil)
    #expect(found.first?.place.column == 14)
    #expect(try problems("", requires: source) == [])
  }

  static let faults: [(String, String, String)] = [
    (
      "one: { label: { zh: 甲, en: A }, is: two }\n  two: { label: { zh: 乙, en: B }, is: one }",
      "well_staffed", "pack.definition.cycle"
    ),
    (
      "one: { label: { zh: 甲, en: A }, is: one or well_staffed }", "one",
      "pack.definition.cycle"
    ),
    (
      "one: { label: { zh: 甲, en: A }, is: staff.fixed >= 20 项 }", "one",
      "pack.expression.unit_mismatch"
    ),
    (
      "one: { label: { zh: 甲, en: A }, is: staff.fixt >= 20 人 }", "one",
      "pack.expression.unknown_fact"
    ),
    (
      "staff: { label: { zh: 甲, en: A }, is: staff.fixed >= 20 人 }", "well_staffed",
      "pack.definition.taken"
    ),
    (
      "enterprise: { label: { zh: 甲, en: A }, is: host.kind == enterprise }", "well_staffed",
      "pack.definition.taken"
    ),
    (
      "One: { label: { zh: 甲, en: A }, is: staff.fixed >= 20 人 }", "well_staffed",
      "pack.definition.form"
    ),
    ("one: { is: staff.fixed >= 20 人 }", "well_staffed", "pack.yaml.missing_key"),
  ]

  @Test("What is wrong with one is said once, at its place", arguments: faults)
  func faulty(definition: String, requires: String, code: String) throws {
    let found = try problems("  " + definition + "\n", requires: requires)
    #expect(Set(found.map(\.code)) == [code])
    #expect(found.allSatisfy { $0.place.line.map { $0 <= 6 } == true }, "\(found)")
  }

  @Test("Of another type than is asked for, the place of use is named")
  func typeAtUse() throws {
    let found = try problems(line("area_here", "premises.area"), requires: "area_here")
    #expect(found.map(\.code) == ["pack.expression.type"])
  }
}
