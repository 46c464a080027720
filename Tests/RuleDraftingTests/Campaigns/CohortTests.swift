import Fixtures
import Quantities
import RulePacks
import Testing

@testable import RuleDrafting

@Suite("Who belongs to a cohort")
struct CohortTests {
  private static func rule(_ id: String, _ when: String) throws -> Cohort.Rule {
    Cohort.Rule(
      id: id, cites: ["1"], label: Bilingual(zh: id, en: id),
      when: try ExpressionParser.parse(
        when, vocabulary: Repository.vocabulary(),
        environment: ParsingEnvironment(expected: .boolean)))
  }

  private static func cohort() throws -> Cohort {
    Cohort(
      cites: ["1"], outside: [try rule("left", "host.kind == hospital")],
      members: [
        try rule("old", "year(approval.date) == 2021"),
        try rule("first", "year(approval.date) == 2022 and batch.number == 1"),
      ], otherwise: Bilingual(zh: "其他", en: "Others"))
  }

  private func membership(_ facts: Facts) throws -> CohortMembership {
    let day = try #require(CalendarDate(parsing: "2026-03-26"))
    let cohort = try Self.cohort()
    let scope = Scope(facts: FactSheet(facts), on: day, today: day)
    let found = cohort.membership(in: scope)
    // What the rules came to is enough where nothing is in doubt.
    let read = cohort.membership { place in
      switch cohort.tests[place].evaluate(in: scope) {
      case .value(.boolean(let flag)): flag ? .yes : .no
      case .unknown: .unknown
      case .absent: .absent
      case .notApplicable: .notApplicable
      case .value: .other
      }
    }
    #expect(read == (found.verdict == .unknown ? nil : found))
    return found
  }

  private func approved(_ date: String, batch: Int64? = 1, kind: String? = "enterprise") throws
    -> Facts
  {
    var facts: Facts = [
      "approval.date": .value(.date(try #require(CalendarDate(parsing: date))))
    ]
    if let batch { facts["batch.number"] = .value(.count(batch, .plain)) }
    if let kind { facts["host.kind"] = .value(.choice(kind)) }
    return facts
  }

  @Test("The first member rule that holds is the reason")
  func member() throws {
    #expect(try membership(approved("2021-05-06")).rule == "old")
    #expect(try membership(approved("2022-05-06")).rule == "first")
    #expect(try membership(approved("2022-05-06")).verdict == .member)
  }

  @Test("An exclusion goes before every member rule")
  func exclusion() throws {
    let found = try membership(approved("2021-05-06", kind: "hospital"))
    #expect(found.verdict == .outside)
    #expect(found.rule == "left")
  }

  @Test("An exclusion in doubt leaves a member in doubt, and nobody else")
  func doubtfulExclusion() throws {
    let member = try membership(approved("2021-05-06", kind: nil))
    #expect(member.verdict == .unknown)
    #expect(member.missing == ["host.kind"])
    #expect(try membership(approved("2019-05-06", kind: nil)).verdict == .outside)
  }

  @Test("A missing fact is named only where it would change the answer")
  func missing() throws {
    let found = try membership(approved("2022-05-06", batch: nil))
    #expect(found.verdict == .unknown)
    #expect(found.missing == ["batch.number"])
    #expect(try membership(approved("2021-05-06", batch: nil)).verdict == .member)
    let other = try membership(approved("2020-05-06", batch: nil))
    #expect(other.verdict == .outside)
    #expect(other.rule == nil)
  }
}
