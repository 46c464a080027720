import Casework
import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("The tests that ship with a pack")
struct PackTestTests {
  private static let tests = """
    tests:
      - name: Enough money
        cites: "1.1"
        on: 2026-03-02
        facts: { spending: 2000 万元 }
        expect: { findings: { spending: met, floor: unknown, ability: judgement } }
      - name: Too little money, said to be enough
        cites: "1.1"
        on: 2026-03-02
        facts: { spending: 1999 万元 }
        expect: { findings: { spending: met } }
      - name: Five working days of the first look
        cites: "2"
        on: 2026-03-02
        expect: { deadline: { procedure: establishment, stage: first_look, entered: 2026-03-02, due: 2026-03-09 } }
      - name: Sixty is enough, fifty-nine is not
        cites: "2"
        on: 2026-03-02
        inputs: { score: 59 }
        expect: { guards: { establishment.review.approve.mark: false } }
      - name: To the building stage and out of it
        cites: "2"
        on: 2026-03-02
        facts: { spending: 3000 万元, floor: 900 平方米 }
        path:
          - { act: submit, by: clerk, to: first_look }
          - { act: recommend, by: clerk, on: 2026-03-04, inputs: { opinion: 同意 }, refused: floor }
          - { depart: floor, by: clerk, reason: 二期 }
          - { act: recommend, by: clerk, inputs: { opinion: 同意 }, to: review }
          - { judge: ability, answer: true, by: officer, on: 2026-03-05 }
          - { act: approve, by: officer, inputs: { score: 59 }, refused: mark }
          - { act: approve, by: officer, inputs: { score: 60 }, to: building, facts: { approved_on: 2026-03-05 } }
          - { act: close_centre, proceeding: annual_report-2026, by: officer, on: 2026-06-01, to: filed, main: closed }
      - name: A walk that is said to end elsewhere
        cites: "2"
        on: 2026-03-02
        path: [ { act: submit, by: clerk, to: review } ]
      - name: A refusal that does not come
        cites: "2"
        on: 2026-03-02
        path: [ { act: submit, by: clerk, refused: anything } ]
    """

  private func load() throws -> (runner: PackTestRunner, tests: [PackTest]) {
    let pack = try SmallPack.load()
    let vocabulary = try VocabularyLoader.load(
      SourceFile(path: "vocabulary.yaml", text: SmallPack.vocabulary))
    let tests = try PackTestLoader.load(
      [SourceFile(path: "small-1/tests/all.yaml", text: Self.tests)], pack: pack,
      vocabulary: vocabulary)
    return (PackTestRunner(pack: pack, calendar: WorkingCalendar()), tests)
  }

  @Test("Findings, deadlines, guards and walks that hold pass")
  func passing() throws {
    let (runner, tests) = try load()
    for name in [
      "Enough money", "Five working days of the first look", "Sixty is enough, fifty-nine is not",
      "To the building stage and out of it",
    ] {
      let test = try #require(tests.first { $0.name == name })
      #expect(runner.failures(of: test) == [], "\(name)")
    }
  }

  @Test("What does not hold is reported with what was expected, what was found, and where")
  func failing() throws {
    let (runner, tests) = try load()
    func failure(_ name: String) throws -> Problem {
      let test = try #require(tests.first { $0.name == name })
      let failures = runner.failures(of: test)
      #expect(failures.count == 1)
      return try #require(failures.first)
    }
    let finding = try failure("Too little money, said to be enough")
    #expect(finding.code == "pack.test.finding")
    #expect(finding.arguments["subject"] == "spending")
    #expect(finding.arguments["expected"] == "met")
    #expect(finding.arguments["found"] == "not_met")
    #expect(finding.place.line == 7)
    let stage = try failure("A walk that is said to end elsewhere")
    #expect(stage.code == "pack.test.stage")
    #expect(stage.arguments["found"] == "first_look")
    #expect(try failure("A refusal that does not come").code == "pack.test.not_refused")
  }

  @Test("A walk by itself takes every action of the pack, with inputs it makes up")
  func explorer() throws {
    let (runner, tests) = try load()
    let walks = tests.filter { $0.name == "To the building stage and out of it" }
    let report = PackExplorer.report(on: runner, from: walks)
    #expect(report.neverTaken.map(\.place.path) == [])
    #expect(report.places == report.taken)
    // Nine actions and one opening.
    #expect(report.places == 10)
  }

  @Test("An action that no guard lets through is named, with what stood in the way")
  func never() throws {
    var (runner, tests) = try load()
    var pack = runner.pack
    let place = try #require(pack.procedures.firstIndex { $0.isMain })
    let stage = try #require(pack.procedures[place].stages.firstIndex { $0.id == "building" })
    let action = pack.procedures[place].stages[stage].actions[0]
    // The floor of 900 平方米 is departed from, and never becomes one of 1000.
    let large = try #require(pack.condition("floor")?.requires)
    pack.procedures[place].stages[stage].actions[0] = action.guarded(
      by: Guard(id: "large", cites: "2", label: Bilingual(zh: "大", en: "Large"), requires: large))
    runner = PackTestRunner(pack: pack, calendar: WorkingCalendar())
    let report = PackExplorer.report(
      on: runner, from: tests.filter { $0.name == "To the building stage and out of it" })
    #expect(report.neverTaken.map(\.place.path) == ["establishment.building.finish"])
    #expect(report.neverTaken.first?.refusals == ["guard.large"])
    #expect(report.taken == report.places - 1)
  }
}

extension Action {
  /// The action with one guard.
  fileprivate func guarded(by requirement: Guard) -> Action {
    var action = self
    action.guards = [requirement]
    return action
  }
}
