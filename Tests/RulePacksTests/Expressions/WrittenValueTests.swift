import Foundation
import Quantities
import RulePacks
import Testing

@Suite("Values as packs write them")
struct WrittenValueTests {
  @Test(
    "A literal is written back in its own unit",
    arguments: [
      "2000 万元", "0.5 万元", "35000.05 元", "9999.99 元", "-3 万元", "1000 平方米", "920.5 平方米",
      "30 人", "5 例", "42", "3%", "59.9%", "1/3", "2026-03-31", "true", "\"青岛市\"",
    ])
  func written(source: String) throws {
    guard case .value(let value) = try ExpressionFixture.outcome(source) else {
      Issue.record("\(source) has no value")
      return
    }
    let again = try ExpressionFixture.outcome(value.written)
    #expect(again == .value(value), "\(value.written)")
    let shown = ["0.5 万元": "5000 元", "9999.99 元": "9999.99 元"]
    #expect(value.written == shown[source] ?? source)
  }

  @Test("A vocabulary comes back from JSON with its index")
  func vocabulary() throws {
    let vocabulary = ExpressionFixture.vocabulary
    let decoded = try JSONDecoder().decode(
      Vocabulary.self, from: JSONEncoder().encode(vocabulary))
    #expect(decoded == vocabulary)
    #expect(decoded.field(at: "staff.people[3].days")?.field.type == .count(.day))
    #expect(decoded.field(at: "staff.people.days")?.group.name == "staff.people")
    #expect(decoded.field(at: "finance[2024]") == nil)
  }

  @Test("A question that does not arise is said in so many words")
  func notApplicable() throws {
    let source = "if host.kind == enterprise then staff.fixed >= 30 人 else not_applicable"
    #expect(try ExpressionFixture.outcome(source, ["host.kind": "高校"]) == .notApplicable)
    let setting = try ExpressionFixture.parse(
      "if others.same_class == 0 then accepted else returned",
      as: .choice(["accepted", "returned"]))
    #expect(setting.evaluate(in: try ExpressionFixture.scope()) == .value(.choice("returned")))
  }
}
