import Quantities
import RulePacks
import Testing

@Suite("Literals")
struct LiteralTests {
  @Test(
    "A number takes its unit along",
    arguments: [
      ("2000 万元", Value.money(Money(fen: 2_000_000_000))),
      ("2000 元", .money(Money(fen: 200_000))),
      ("2000万元", .money(Money(fen: 2_000_000_000))),
      ("1.6 亿元", .money(Money(fen: 16_000_000_000))),
      ("２０００ 万元", .money(Money(fen: 2_000_000_000))),
      ("1000 平方米", .area(Area(hundredths: 100_000))),
      ("1000 ㎡", .area(Area(hundredths: 100_000))),
      ("1000 m²", .area(Area(hundredths: 100_000))),
      ("30 人", .count(30, .person)),
      ("30 项", .count(30, .item)),
      ("5 例", .count(5, .instance)),
      ("2 件", .count(2, .document)),
      ("3 家", .count(3, .organisation)),
      ("10 个月", .count(10, .month)),
      ("183 天", .count(183, .day)),
      ("2 次", .count(2, .time)),
      ("500 字", .count(500, .character)),
      ("42", .count(42, .plain)),
      ("true", .boolean(true)),
      ("\"ZA\"", .text("ZA")),
      ("“汉字”", .text("汉字")),
      ("'a\\'b'", .text("a'b")),
    ])
  func units(source: String, value: Value) throws {
    #expect(try ExpressionFixture.outcome(source) == .value(value))
  }

  @Test("Percentages, decimals and fractions are exact ratios")
  func ratios() throws {
    let third = try #require(Ratio(1, over: 3))
    let share = try #require(Ratio(599, over: 1000))
    #expect(try ExpressionFixture.outcome("1/3") == .value(.ratio(third)))
    #expect(try ExpressionFixture.outcome("59.9%") == .value(.ratio(share)))
    #expect(try ExpressionFixture.outcome("５９．９％") == .value(.ratio(share)))
    #expect(try ExpressionFixture.outcome("0.599") == .value(.ratio(share)))
  }

  @Test("A date is one literal, not two subtractions")
  func dates() throws {
    let day = try ExpressionFixture.day("2026-03-31")
    #expect(try ExpressionFixture.outcome("2026-03-31") == .value(.date(day)))
    #expect(try ExpressionFixture.outcome("2026 - 3 - 31") == .count(1992))
  }

  @Test("A day that does not exist is refused where it stands")
  func impossibleDay() {
    let problems = ExpressionFixture.problems("on > 2025-02-29")
    #expect(problems.map(\.code) == ["pack.expression.literal"])
    #expect(problems.first?.place.column == 10)
    #expect(problems.first?.arguments["found"] == "2025-02-29")
  }

  @Test("Working days are a period, where a period is asked for")
  func periods() throws {
    let expression = try ExpressionFixture.parse("5 个工作日", as: .period)
    let outcome = expression.evaluate(in: try ExpressionFixture.scope())
    #expect(outcome == .value(.period(Period(5, .workingDay))))
  }

  @Test("An unknown unit is refused at the unit")
  func unknownUnit() {
    let problems = ExpressionFixture.problems("premises.area >= 1000 平方来")
    #expect(problems.map(\.code) == ["pack.expression.unknown_unit"])
    #expect(problems.first?.place.column == 27)
    #expect(problems.first?.arguments["suggestion"] == "平方米")
  }

  @Test("What is finer than a 分 is refused")
  func tooFine() {
    #expect(ExpressionFixture.problems("0.001 元").map(\.code) == ["pack.expression.literal"])
  }
}
