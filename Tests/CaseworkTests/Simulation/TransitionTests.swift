import Casework
import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("Cases from before a regulation, and its own end")
struct TransitionTests {
  private func pack(to end: String? = nil) throws -> RulePack {
    let dates = end.map { "{ from: 2020-01-01, to: \($0) }" } ?? "{ from: 2020-01-01 }"
    let identity =
      SmallPack.identity.replacing("in_force: { from: 2020-01-01 }", with: "in_force: \(dates)")
        + """

        transition:
          concerns: approved_on < 2020-01-01
          clauses:
            - cites: "2"
              label: { zh: 旧中心继续有效, en: Old centres go on }
              covers: year(approved_on) <= 2018
        """
    let files = [
      "pack.yaml": identity, "conditions.yaml": SmallPack.conditions,
      "practice.yaml": SmallPack.practice,
      "procedures/establishment.yaml": SmallPack.establishment,
      "procedures/annual_report.yaml": SmallPack.annualReport,
    ]
    return try PackLoader.load(
      files.map { SourceFile(path: "small-1/\($0.key)", text: $0.value) },
      vocabulary: VocabularyLoader.load(
        SourceFile(path: "vocabulary.yaml", text: SmallPack.vocabulary)))
  }

  private func answer(_ date: String?) throws -> Transition.Answer? {
    let today = try #require(CalendarDate(parsing: "2026-03-16"))
    let facts: Facts =
      try date.map { ["approved_on": .value(.date(try #require(CalendarDate(parsing: $0))))] }
      ?? [:]
    return try pack().transition?.answer(
      in: Scope(facts: FactSheet(facts), on: today, today: today))
  }

  @Test("A clause covers some, a year between is a gap, and later ones are not concerned")
  func answers() throws {
    guard case .covered(let clause)? = try answer("2018-12-31") else {
      Issue.record("2018 is covered")
      return
    }
    #expect(clause.cites == "2")
    #expect(try answer("2019-06-01") == .uncovered)
    #expect(try answer("2020-01-01") == .notConcerned)
    #expect(try answer(nil) == .unknown(["approved_on"]))
  }

  @Test("The transition is law, and a pack without one keeps its hash")
  func hash() throws {
    #expect(try pack().lawHash != SmallPack.load().lawHash)
    #expect(try pack(to: "2027-07-06").lawHash == pack().lawHash)
  }

  @Test("Dates of a regulation are warned of, and nothing else")
  func validity() throws {
    let today = try #require(CalendarDate(parsing: "2027-07-07"))
    let ended = try pack(to: "2027-07-06").validity.warnings(on: today)
    #expect(
      ended.map(\.code) == [
        "pack.validity.ended", "pack.validity.unverified", "pack.validity.unregistered",
      ])
    #expect(ended.allSatisfy { $0.severity == .warning })
    let verified = InForceVerification(pack: "small-1", on: today, by: "核实（虚构）")
    let rest = try pack().validity.warnings(on: today, verification: verified)
    #expect(rest.map(\.code) == ["pack.validity.unregistered"])
    var interim = try pack().validity
    interim.isInterim = true
    interim.registration = "XX-1"
    #expect(
      interim.warnings(on: today).map(\.code) == [
        "pack.validity.interim", "pack.validity.unverified",
      ])
  }
}
