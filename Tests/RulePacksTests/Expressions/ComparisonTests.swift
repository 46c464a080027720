import Quantities
import RulePacks
import Testing

@Suite("Exact comparison and what is missing")
struct ComparisonTests {
  @Test("3% of 66,666.67 万元 is not met by one 分 less")
  func threePercent() throws {
    // 3% of 666,666,700.00 元 is 20,000,001.00 元 exactly.
    let test = "finance[2025].rd / finance[2025].main_revenue >= 3%"
    var facts = ["finance[2025].main_revenue": "66666.67 万元"]
    facts["finance[2025].rd"] = "20000001.00 元"
    #expect(try ExpressionFixture.outcome(test, facts) == .yes)
    facts["finance[2025].rd"] = "20000000.99 元"
    let failed = try ExpressionFixture.explanation(test, facts)
    #expect(failed.outcome == .no)
    #expect(failed.shortfall == .money(Money(fen: 1)))
  }

  @Test(
    "Texts agree where only brackets, blanks and units of writing differ",
    arguments: [
      ("a and (b and c)", "(a and b) and c", true), ("a and (b or c)", "a and b or c", false),
      ("x + (y - z)", "x + y - z", false), ("(x * y) + z", "x * y + z", true),
      ("not (a)", "not a", true), ("not (a and b)", "not a and b", false),
      ("if (a) then (b) else (c)", "if a then b else c", true),
      ("exists(rows where (a))", "exists(rows where a)", true),
      ("exists(rows where a)", "exists(rows: a)", false),
      ("x >= 1000 万元", "x >= 0.1 亿元", true), ("x >= 3", "x >= 4", false),
      ("last(t, (y)).f", "last( t , y ).f", true), ("(a", "(a", true), ("(a", "a", false),
    ])
  func agreement(one: String, other: String, agree: Bool) {
    #expect(Expression.agree(one, other) == agree)
  }

  @Test("59.9% is below 60%, and the difference is what is missing")
  func shares() throws {
    let failed = try ExpressionFixture.explanation("shares.staff >= 60%", ["shares.staff": "59.9%"])
    #expect(failed.outcome == .no)
    #expect(failed.shortfall == Ratio(1, over: 1000).map(Value.ratio))
    #expect(
      try ExpressionFixture.outcome("shares.staff >= 60%", ["shares.staff": "60%"]) == .yes)
  }

  @Test("10 of 31 is below a third: one more is needed")
  func third() throws {
    let test = "ratio(staff.qualified, staff.fixed) >= 1/3"
    let facts = ["staff.qualified": "10", "staff.fixed": "31"]
    let failed = try ExpressionFixture.explanation(test, facts)
    #expect(failed.outcome == .no)
    #expect(failed.shortfall == .count(1, .person))
    let enough = ["staff.qualified": "10", "staff.fixed": "30"]
    #expect(try ExpressionFixture.outcome(test, enough) == .yes)
    #expect(try ExpressionFixture.outcome("3 * staff.qualified >= staff.fixed", facts) == .no)
  }

  @Test("不超过三分之一: how many there are too many")
  func atMostThird() throws {
    let test = "staff.qualified / staff.fixed <= 1/3"
    let facts = ["staff.qualified": "5", "staff.fixed": "10"]
    #expect(try ExpressionFixture.explanation(test, facts).shortfall == .count(2, .person))
  }

  @Test(
    "What a failed comparison lacks, or has too much",
    arguments: [
      ("1850 万元 >= 2000 万元", Value.money(Money(fen: 150_000_000))),
      ("28 人 >= 30 人", .count(2, .person)),
      ("183 天 > 183 天", .count(1, .day)),
      ("4 家 <= 3 家", .count(1, .organisation)),
      ("3 家 < 3 家", .count(1, .organisation)),
      ("920 平方米 >= 1000 平方米", .area(Area(hundredths: 8000))),
      ("2026-04-02 <= 2026-03-31", .count(2, .day)),
    ])
  func shortfalls(source: String, shortfall: Value) throws {
    let failed = try ExpressionFixture.explanation(source)
    #expect(failed.outcome == .no)
    #expect(failed.shortfall == shortfall)
  }

  @Test("What is met lacks nothing")
  func met() throws {
    #expect(try ExpressionFixture.explanation("30 人 >= 30 人").shortfall == nil)
  }

  @Test("A ratio over zero meets no comparison, and says so")
  func overZero() throws {
    let facts = ["staff.qualified": "0", "staff.fixed": "0"]
    for test in [">= 1/3", "< 1/3", "!= 1/3", "in [1/3]"] {
      let source = "ratio(staff.qualified, staff.fixed) \(test)"
      let explanation = try ExpressionFixture.explanation(source, facts)
      #expect(explanation.outcome == .no, "\(source)")
      #expect(explanation.note == .overZero)
    }
    let bare = try ExpressionFixture.explanation("staff.qualified / staff.fixed", facts)
    #expect(bare.outcome == .absent)
    #expect(bare.note == .overZero)
    let each = """
      each x in window(finance, years: 1, ending: 2025): x.rd / x.main_revenue >= 3%
      """
    let noSales = ["finance[2025].rd": "10 万元", "finance[2025].main_revenue": "0 元"]
    #expect(try ExpressionFixture.outcome(each, noSales) == .no)
  }

  @Test("What leaves 64 bits is unknown with a note, and never traps")
  func overflow() throws {
    for source in [
      "9223372036854775807 + 1 > 0", "-9223372036854775807 - 2 < 0",
      "9000000000000 元 * 9000000000000 > 0 元", "1/9223372036854775807 + 1/9223372036854775806 > 0",
    ] {
      let problems = ExpressionFixture.problems(source)
      guard problems.isEmpty else {
        #expect(problems.map(\.code) == ["pack.expression.literal"], "\(source)")
        continue
      }
      let explanation = try ExpressionFixture.explanation(source)
      #expect(explanation.outcome == .unknown([]), "\(source)")
      #expect(explanation.note == .overflow, "\(source)")
    }
    let facts = ["finance[2024].rd": "92233720368547758 元", "finance[2025].rd": "1 亿元"]
    let sum = try ExpressionFixture.explanation("sum(finance.rd) > 0 元", facts)
    #expect(sum.outcome == .unknown([]))
    #expect(sum.note == .overflow)
  }

  @Test("The leading comparison is the one that decided")
  func leading() throws {
    let source = "host.legal_person and staff.fixed >= 30 人 and premises.area >= 1000 平方米"
    let facts = ["host.legal_person": "是", "staff.fixed": "34", "premises.area": "920 ㎡"]
    let leading = try #require(try ExpressionFixture.explanation(source, facts).leadingComparison)
    #expect(leading.parts.first?.outcome == .value(.area(Area(hundredths: 92_000))))
    #expect(leading.parts.last?.outcome == .value(.area(Area(hundredths: 100_000))))
    #expect(leading.shortfall == .area(Area(hundredths: 8000)))
    let choice = "if host.kind == enterprise then staff.fixed >= 30 人 else staff.fixed >= 15 人"
    let taken = try ExpressionFixture.explanation(
      choice, ["host.kind": "university", "staff.fixed": "20"])
    #expect(taken.leadingComparison?.parts.last?.outcome == .count(15, .person))
  }
  @Test("What chose the branch of an if is never shown for the whole")
  func chosen() throws {
    let source = """
      each y in window(finance, years: 2, ending: \
      if host.kind == enterprise then year(applied_on) - 1 else year(applied_on)): \
      ratio(y.rd, y.main_revenue) >= 3%
      """
    let bare = try ExpressionFixture.explanation(
      source, ["host.kind": "enterprise", "applied_on": "2026-03-02"])
    let leading = try #require(bare.leadingComparison)
    #expect(leading.parts.last?.text == "3%")
    let open = try ExpressionFixture.explanation(
      "if host.kind == enterprise then staff.fixed >= 30 人 else staff.fixed >= 15 人")
    #expect(open.leadingComparison?.parts.first?.text == "host.kind")
  }
}
