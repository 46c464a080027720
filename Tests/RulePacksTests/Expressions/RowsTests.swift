import Quantities
import RulePacks
import Testing

@Suite("Tables and lists")
struct RowsTests {
  static let total = "sum(window(finance, years: 3, ending: year(on) - 1).rd)"

  static let years = [
    "finance.2023.rd": "700 万元", "finance[2024].rd": "600 万元", "finance[2025].rd": "550 万元",
  ]

  @Test("A window sums its years and no others")
  func window() throws {
    var facts = Self.years
    facts["finance[2022].rd"] = "9999 万元"
    #expect(try ExpressionFixture.outcome(Self.total, facts) == .wan(1850))
  }

  @Test("A year nobody gave makes the sum unknown and is named")
  func missingYear() throws {
    var facts = Self.years
    facts["finance.2024.rd"] = nil
    facts["finance[2024].rd"] = nil
    facts["finance[2024].main_revenue"] = "1 亿元"
    #expect(try ExpressionFixture.outcome(Self.total, facts) == .unknown(["finance[2024].rd"]))
  }

  @Test("A year that cannot be is left out, and the sum is partial")
  func absentYear() throws {
    var facts = Self.years
    facts["finance.2023.rd"] = "absent"
    let explanation = try ExpressionFixture.explanation(Self.total, facts)
    #expect(explanation.outcome == .wan(1150))
    #expect(explanation.isPartial)
    facts["finance.2023.rd"] = nil
    facts["finance[2023]"] = "不存在"
    #expect(try ExpressionFixture.outcome(Self.total, facts) == .wan(1150))
  }

  @Test("Years before the founding are absent of themselves")
  func founding() throws {
    var facts = Self.years
    facts["finance.2023.rd"] = nil
    facts["host.founded_on"] = "2024-05-06"
    let test = Self.total + " >= 2000 万元"
    let explanation = try ExpressionFixture.explanation(test, facts)
    #expect(explanation.outcome == .no)
    #expect(explanation.isPartial)
    #expect(explanation.shortfall == .money(Money(fen: 850_000_000)))
    #expect(try ExpressionFixture.outcome("absent(finance[2023].rd)", facts) == .yes)
  }

  @Test("A sum of nothing but absent years is absent")
  func allAbsent() throws {
    let facts = ["host.founded_on": "2026-01-05"]
    #expect(try ExpressionFixture.outcome(Self.total, facts) == .absent)
  }

  @Test("each gives one result a year, and names what is missing")
  func each() throws {
    let test = """
      each x in window(finance, years: 2, ending: 2025): x.rd / x.main_revenue >= 3%
      """
    var facts = Self.years
    facts["finance[2024].main_revenue"] = "2 亿元"
    #expect(try ExpressionFixture.outcome(test, facts) == .unknown(["finance[2025].main_revenue"]))
    facts["finance[2025].main_revenue"] = "2 亿元"
    let failed = try ExpressionFixture.explanation(test, facts)
    #expect(failed.outcome == .no)
    #expect(
      failed.parts.filter { $0.kind == .each }.map(\.text) == ["finance[2024]", "finance[2025]"])
    let leading = try #require(failed.leadingComparison)
    #expect(leading.shortfall == .money(Money(fen: 50_000_000)))
    facts["finance[2025].main_revenue"] = "1 亿元"
    #expect(try ExpressionFixture.outcome(test, facts) == .yes)
    facts["finance[2024]"] = "absent"
    facts["finance[2024].main_revenue"] = nil
    facts["finance[2024].rd"] = nil
    let partial = try ExpressionFixture.explanation(test, facts)
    #expect(partial.outcome == .yes)
    #expect(partial.isPartial)
  }

  static let partners = [
    "partners.0.kind": "enterprise", "partners.0.in_city": "是", "partners.1.kind": "高校",
    "partners.1.in_city": "否",
  ]

  @Test("Lists are counted and searched; outer facts keep their full path")
  func lists() throws {
    let facts = Self.partners
    #expect(try ExpressionFixture.outcome("count(partners)", facts) == .count(2))
    #expect(try ExpressionFixture.outcome("count(partners) <= 3 家", facts) == .yes)
    #expect(
      try ExpressionFixture.outcome("count(partners where kind == enterprise and in_city)", facts)
        == .count(1))
    #expect(try ExpressionFixture.outcome("count(p in partners: p.in_city)", facts) == .count(1))
    #expect(
      try ExpressionFixture.outcome("exists(partners where kind == university)", facts) == .yes)
    #expect(
      try ExpressionFixture.outcome("exists(partners where kind == host.kind)", facts)
        == .unknown(["host.kind"]))
    #expect(try ExpressionFixture.outcome("every(partners, in_city)", facts) == .no)
    #expect(
      try ExpressionFixture.outcome("every(partners where kind == enterprise, in_city)", facts)
        == .yes)
    #expect(
      try ExpressionFixture.outcome("partners[1].kind", facts) == .value(.choice("university")))
  }

  @Test("A list without rows is unknown, one that is absent is empty")
  func empty() throws {
    #expect(try ExpressionFixture.outcome("count(partners)") == .unknown(["partners"]))
    #expect(try ExpressionFixture.outcome("known(partners)") == .no)
    let none = ["partners": "absent"]
    #expect(try ExpressionFixture.outcome("count(partners)", none) == .count(0))
    #expect(try ExpressionFixture.outcome("exists(partners where in_city)", none) == .no)
    #expect(try ExpressionFixture.outcome("every(partners, in_city)", none) == .yes)
    #expect(try ExpressionFixture.outcome("known(partners)", none) == .yes)
    #expect(try ExpressionFixture.outcome("absent(partners)", none) == .yes)
  }

  @Test("超过183天 means 184: the day itself does not count")
  func days() throws {
    let facts = [
      "staff.people.0.days": "183", "staff.people.1.days": "184 天", "staff.people.2.days": "365",
    ]
    let counted = "count(staff.people where days > 183 天)"
    #expect(try ExpressionFixture.outcome(counted, facts) == .count(2))
    let derived = "coalesce(\(counted), staff.fixed)"
    #expect(try ExpressionFixture.outcome(derived, facts) == .count(2, .person))
    #expect(try ExpressionFixture.outcome(derived, ["staff.fixed": "34"]) == .count(34, .person))
    #expect(
      try ExpressionFixture.outcome(derived) == .unknown(["staff.people", "staff.fixed"]))
    let person = try ExpressionFixture.explanation(
      "each p in staff.people: p.days > 183 天", facts)
    #expect(person.leadingComparison?.shortfall == .count(1, .day))
  }

  @Test("Someone whose days are missing leaves the count unknown")
  func unknownPerson() throws {
    let facts = ["staff.people.0.days": "200", "staff.people.1.full_time": "是"]
    #expect(
      try ExpressionFixture.outcome("count(staff.people where days > 183 天)", facts)
        == .unknown(["staff.people[1].days"]))
  }

  @Test("The longest run of years is counted across gaps")
  func runs() throws {
    let facts = [
      "reports[2022].received_on": "2023-03-01", "reports[2025].received_on": "2026-03-01",
    ]
    let run = "longest_run(y in years(2020, 2025): not known(reports[y].received_on))"
    #expect(try ExpressionFixture.outcome(run, facts) == .count(2, .year))
    #expect(try ExpressionFixture.outcome(run + " >= 2 年", facts) == .yes)
    #expect(
      try ExpressionFixture.outcome(
        "longest_run(y in years(2025, 2024): known(reports[y].received_on))", facts)
        == .count(0, .year))
  }

  @Test("The last row on record, up to a year")
  func last() throws {
    let facts = ["reports[2022].result": "accepted", "reports[2024].result": "returned"]
    #expect(
      try ExpressionFixture.outcome("last(reports, 2023).result", facts)
        == .value(.choice("accepted")))
    #expect(try ExpressionFixture.outcome("last(reports).result == returned", facts) == .yes)
    #expect(
      try ExpressionFixture.outcome("last(reports, 2021).result", facts)
        == .unknown(["reports[2021].result"]))
    #expect(try ExpressionFixture.outcome("last(reports).year", facts) == .count(2024, .year))
  }

  @Test("Sums, least and greatest of columns and of formulas")
  func aggregates() throws {
    let facts = Self.years
    #expect(try ExpressionFixture.outcome("sum(finance.rd)", facts) == .wan(1850))
    #expect(try ExpressionFixture.outcome("min(finance.rd)", facts) == .wan(550))
    #expect(try ExpressionFixture.outcome("max(finance.rd where year < 2025)", facts) == .wan(700))
    #expect(try ExpressionFixture.outcome("sum(x in finance: 2 * x.rd)", facts) == .wan(3700))
    #expect(try ExpressionFixture.outcome("max(finance.year)", facts) == .count(2025, .year))
  }
}
