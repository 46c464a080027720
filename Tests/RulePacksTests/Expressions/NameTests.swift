import Quantities
import RulePacks
import Testing

@Suite("Names and types")
struct NameTests {
  private func only(_ source: String, as type: ValueType? = nil) throws -> Problem {
    let problems = ExpressionFixture.problems(source, as: type)
    #expect(problems.count == 1, "\(source): \(problems)")
    return try #require(problems.first)
  }

  @Test("An unknown fact gets the nearest name")
  func unknownFact() throws {
    let problem = try only("host.knd == enterprise")
    #expect(problem.code == "pack.expression.unknown_fact")
    #expect(problem.arguments["name"] == "host.knd")
    #expect(problem.arguments["suggestion"] == "host.kind")
    #expect(problem.place == Problem.Place(file: "p.yaml", line: 10, column: 5))
  }

  @Test("An unknown column is pointed at by its own name")
  func unknownColumn() throws {
    let problem = try only("sum(finance.revenue) > 0 元")
    #expect(problem.code == "pack.expression.unknown_fact")
    #expect(problem.place.column == 17)
  }

  @Test("An option that the fact does not have")
  func unknownOption() throws {
    let problem = try only("host.kind == enterprize")
    #expect(problem.code == "pack.expression.unknown_option")
    #expect(problem.place.column == 18)
    #expect(problem.arguments["suggestion"] == "enterprise")
    #expect(problem.arguments["expected"] == "enterprise, university, institute")
  }

  @Test("An option may stand on either side, in a list, and in quotes")
  func options() throws {
    let facts = ["host.kind": "高校"]
    #expect(try ExpressionFixture.outcome("university == host.kind", facts) == .yes)
    #expect(
      try ExpressionFixture.outcome("host.kind in [institute, university]", facts) == .yes)
    #expect(try ExpressionFixture.outcome("host.kind != \"university\"", facts) == .no)
    #expect(try ExpressionFixture.outcome("practice.ratio_year == each") == .yes)
  }

  @Test("万元 against 平方米 points at the amount")
  func unitMismatch() throws {
    let problem = try only("premises.area >= 1000 万元")
    #expect(problem.code == "pack.expression.unit_mismatch")
    #expect(problem.place.column == 22)
    #expect(problem.arguments == ["expected": "area", "found": "money"])
  }

  @Test(
    "人, 项, 例 and bare numbers are units of their own",
    arguments: [
      ("staff.fixed >= 30 项", "count person", "count item"),
      ("research.cases >= 5 项", "count instance", "count item"),
      ("staff.fixed >= 30", "count person", "count plain"),
      ("staff.fixed + research.cases > 0 人", "count person", "count instance"),
    ])
  func counts(source: String, expected: String, found: String) throws {
    let problem = try only(source)
    #expect(problem.code == "pack.expression.unit_mismatch")
    #expect(problem.arguments["expected"] == expected)
    #expect(problem.arguments["found"] == found)
  }

  @Test("Lines of a block are counted, and each begins in the column of the first")
  func blocks() throws {
    let problem = try only("host.legal_person\n  and premises.area >= 1000 万元\n")
    #expect(problem.place.line == 11)
    #expect(problem.place.column == 5 + 23)
  }

  @Test("Several mistakes are reported together")
  func several() {
    let problems = ExpressionFixture.problems(
      "host.knd == enterprise and premises.area >= 1 人 and foo(1)")
    #expect(
      problems.map(\.code) == [
        "pack.expression.unknown_fact", "pack.expression.unit_mismatch",
        "pack.expression.unknown_function",
      ])
  }

  @Test("A type other than the one asked for")
  func expectedType() throws {
    let problem = try only("premises.area", as: .boolean)
    #expect(problem.code == "pack.expression.type")
    #expect(problem.arguments == ["expected": "boolean", "found": "area"])
  }

  @Test(
    "Each name is looked up where it belongs",
    arguments: [
      ("input.yaer == 2025", "unknown_input"), ("practice.publicty == 5 天", "unknown_practice"),
      ("others.same == 0", "unknown_question"), ("passes(aplication)", "unknown_moment"),
      ("window(finance, years: 3, ending: 2025)", "rows_as_value"),
      ("finance.rd >= 1 元", "column_outside_aggregate"), ("partners", "rows_as_value"),
      ("count(host)", "not_rows"), ("sum(partners.name)", "type"),
      ("count(window(partners, years: 3, ending: 2025))", "not_a_table"),
      ("host.kind > enterprise", "not_ordered"), ("year(on, on)", "arity"),
      ("sum(1 + 2)", "not_a_column"), ("summ(finance.rd)", "unknown_function"),
      ("1 +", "syntax"), ("(1", "syntax"), ("", "syntax"), ("\"abc", "syntax"),
      ("on + 5 个工作日", "unit_mismatch"), ("premises.equipment / 3 > 1 元", "unit_mismatch"),
      ("not host.name", "type"),
    ])
  func codes(source: String, code: String) throws {
    #expect(try only(source).code == "pack.expression." + code)
  }

  @Test("passes is for guards alone")
  func passes() throws {
    #expect(try ExpressionFixture.outcome("passes(application)") == .yes)
    #expect(try ExpressionFixture.outcome("passes(change)") == .unknown(["passes(change)"]))
    do {
      _ = try ExpressionParser.parse(
        "passes(application)", vocabulary: ExpressionFixture.vocabulary)
      Issue.record("passes was allowed")
    } catch {
      #expect(error.list.map(\.code) == ["pack.expression.passes_outside_guard"])
    }
  }

  @Test("The facts that are read are listed, rows by table and by column")
  func facts() throws {
    let expression = try ExpressionFixture.parse(
      "host.kind == enterprise and sum(window(finance, years: 3, ending: year(applied_on)).rd) > 0 元"
    )
    #expect(expression.facts == ["host.kind", "applied_on", "finance", "finance.rd"])
  }
}
