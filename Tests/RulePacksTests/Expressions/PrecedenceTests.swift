import Quantities
import RulePacks
import Testing

@Suite("Precedence and operators")
struct PrecedenceTests {
  @Test(
    "Tighter operators are taken first",
    arguments: [
      ("1 + 2 * 3", Outcome.count(7)),
      ("(1 + 2) * 3", .count(9)),
      ("10 - 3 - 2", .count(5)),
      ("-2 * 3", .count(-6)),
      ("1 + 1 == 2", .yes),
      ("not 1 == 2", .yes),
      ("not true or true", .yes),
      ("not (true or true)", .no),
      ("true or true and false", .yes),
      ("(true or true) and false", .no),
      ("true and not false", .yes),
      ("if 1 == 1 then 2 + 3 else 4", .count(5)),
      ("if false then 1 else if true then 2 else 3", .count(2)),
      ("1 in [2, 1 + 0]", .yes),
      ("not 1 in [2, 3]", .yes),
      ("3 * 100 万元", .wan(300)),
      ("100 万元 * 3 - 50 万元", .wan(250)),
      ("2 * 3 人 == 6 人", .yes),
      ("100 万元 / 200 万元 == 50%", .yes),
      ("30% + 1/5 == 1/2", .yes),
      ("50% * 3 - 1/2 == 1", .yes),
      ("1/2 / 2 == 25%", .yes),
    ])
  func values(source: String, outcome: Outcome) throws {
    #expect(try ExpressionFixture.outcome(source) == outcome)
  }

  @Test("Comparisons do not chain")
  func chains() {
    let problems = ExpressionFixture.problems("1 < 2 < 3")
    #expect(problems.map(\.code) == ["pack.expression.syntax"])
    #expect(problems.first?.place.column == 11)
    #expect(problems.first?.arguments == ["expected": "and", "found": "<"])
  }

  @Test("Deep nesting is refused instead of followed")
  func depth() {
    let source = String(repeating: "(", count: 500) + "1" + String(repeating: ")", count: 500)
    #expect(ExpressionFixture.problems(source).map(\.code) == ["pack.expression.too_deep"])
  }

  @Test("A sign that belongs to no language gets the one that was meant")
  func lookalikes() {
    let problems = ExpressionFixture.problems("staff.fixed ≥ 30 人")
    #expect(problems.map(\.code) == ["pack.expression.syntax"])
    #expect(problems.first?.arguments["suggestion"] == ">=")
    #expect(ExpressionFixture.problems("1 = 1").first?.arguments["suggestion"] == "==")
  }
}
