import Quantities
import RulePacks
import Testing

@Suite("Functions of values")
struct FunctionTests {
  @Test(
    "Dates",
    arguments: [
      ("year(2026-03-02) == 2026", Outcome.yes),
      ("year(on) - 1 == 2025 年", .yes),
      ("month(on) == 3", .yes),
      ("date(2026, 3, 31) == 2026-03-31", .yes),
      ("end_of_month(2028, 2) == 2028-02-29", .yes),
      ("2026-04-30 - 2026-04-01 == 29 天", .yes),
      ("2024-02-29 + 3 年 == 2027-02-28", .yes),
      ("2026-01-31 + 1 个月 == 2026-02-28", .yes),
      ("2026-03-01 - 1 天 == 2026-02-28", .yes),
      ("on <= 2026-03-31 and today > 2026-03-31", .yes),
      ("year(on) - year(2020-01-01) == 6 年", .yes),
    ])
  func dates(source: String, outcome: Outcome) throws {
    #expect(try ExpressionFixture.outcome(source) == outcome)
  }

  @Test("A committee's term is counted from its first day")
  func terms() throws {
    let facts = ["committee.term_from": "2026-06-01", "committee.term_years": "3"]
    #expect(
      try ExpressionFixture.outcome(
        "committee.term_from + committee.term_years == 2029-06-01", facts) == .yes)
  }

  @Test("A day that does not exist is unknown with a note")
  func impossible() throws {
    let explanation = try ExpressionFixture.explanation("date(2025, 2, 29) > on")
    #expect(explanation.outcome == .unknown([]))
    #expect(explanation.note == .noSuchDay)
  }

  @Test("A period of working days cannot be added without a calendar")
  func workingDays() throws {
    var scope = try ExpressionFixture.scope()
    scope.practice["publicity"] = .period(Period(5, .workingDay))
    let expression = try ExpressionFixture.parse("on + practice.publicity")
    #expect(expression.explain(in: scope).note == .workingDays)
    scope.practice["publicity"] = .period(Period(5, .day))
    #expect(
      expression.evaluate(in: scope) == .value(.date(try ExpressionFixture.day("2026-03-07"))))
    let compared = try ExpressionFixture.parse("practice.publicity >= 5 天")
    #expect(compared.evaluate(in: scope) == .yes)
  }

  @Test(
    "Texts",
    arguments: [
      ("starts_with(name, \"青岛市\")", Outcome.yes),
      ("ends_with(name, \"技术创新中心\")", .yes),
      ("ends_with(\"某中心（筹）\", \"（筹）\")", .yes),
      ("ends_with(\"某中心(筹)\", \"（筹）\")", .yes),
      ("\"某中心（筹）\" == \"某中心(筹)\"", .no),
      ("contains(name, \"海洋\")", .yes),
      ("contains(name, \"（筹）\")", .no),
      ("length(name) == 13 字", .yes),
      ("name == \"青岛市海洋传感技术创新中心\"", .yes),
    ])
  func texts(source: String, outcome: Outcome) throws {
    let facts = ["name": "青岛市海洋传感技术创新中心"]
    #expect(try ExpressionFixture.outcome(source, facts) == outcome)
  }

  @Test("known and absent are never unknown")
  func presence() throws {
    let facts = ["host.legal_person": "否", "premises.area": "absent"]
    #expect(try ExpressionFixture.outcome("known(host.legal_person)", facts) == .yes)
    #expect(try ExpressionFixture.outcome("known(premises.area)", facts) == .no)
    #expect(try ExpressionFixture.outcome("absent(premises.area)", facts) == .yes)
    #expect(try ExpressionFixture.outcome("known(staff.fixed)", facts) == .no)
    #expect(try ExpressionFixture.outcome("absent(staff.fixed)", facts) == .no)
  }

  @Test("coalesce takes the first that is not unknown")
  func coalesce() throws {
    let source = "coalesce(staff.fixed, staff.qualified, 0 人)"
    #expect(try ExpressionFixture.outcome(source) == .count(0, .person))
    #expect(
      try ExpressionFixture.outcome(source, ["staff.qualified": "7"]) == .count(7, .person))
    #expect(try ExpressionFixture.outcome(source, ["staff.fixed": "absent"]) == .absent)
  }

  @Test("The least and the greatest of values")
  func extremes() throws {
    #expect(try ExpressionFixture.outcome("min(3, 2, 5)") == .count(2))
    #expect(try ExpressionFixture.outcome("max(3 人, 2 人)") == .count(3, .person))
    #expect(try ExpressionFixture.outcome("max(3 人, staff.fixed)") == .unknown(["staff.fixed"]))
  }

  @Test("Inputs, practice and questions; what was not given is named")
  func given() throws {
    #expect(try ExpressionFixture.outcome("input.year == 2025") == .yes)
    #expect(try ExpressionFixture.outcome("input.score >= 60") == .unknown(["input.score"]))
    #expect(try ExpressionFixture.outcome("others.same_class == 0") == .no)
    #expect(
      try ExpressionFixture.outcome("practice.experts >= 5 人") == .unknown(["practice.experts"]))
    #expect(try ExpressionFixture.outcome("entered <= on") == .unknown(["entered"]))
    #expect(try ExpressionFixture.outcome("due >= on") == .unknown(["due"]))
    #expect(
      try ExpressionFixture.outcome("known(reports[input.year].received_on)") == .no)
  }
}
