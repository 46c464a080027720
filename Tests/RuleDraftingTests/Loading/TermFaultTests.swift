import Fixtures
import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("What is wrong with the terms of actions and openings")
struct TermFaultTests {
  private static let folder = "Tests/Fixtures/packs/yunzhou-2026"

  private func codes(_ file: String, _ old: String, _ new: String) throws -> [String] {
    var found = false
    let sources = try Repository.files(under: Self.folder).map { source in
      guard source.path.hasSuffix(file) else { return source }
      let text = String(decoding: source.bytes, as: UTF8.self)
      found = text.contains(old)
      return SourceFile(path: source.path, text: text.replacing(old, with: new, maxReplacements: 1))
    }
    #expect(found, "\(old)")
    do {
      let vocabulary = try Repository.vocabulary()
      let loaded = try PackLoader.loadWithPlaces(sources, vocabulary: vocabulary)
      let report = PackChecks.run(loaded.pack, vocabulary: vocabulary, places: loaded.places)
      return report.problems.map { problem in
        #expect(problem.place.line != nil, "\(problem)")
        return problem.code
      }
    } catch let problems as Problems {
      return problems.list.map { problem in
        #expect(problem.place.line != nil, "\(problem)")
        return problem.code
      }
    }
  }

  private static let main = "procedures/establishment.yaml"

  static let planted: [(String, String, String, String)] = [
    (main, "at_most: 1", "at_most: 0", "pack.action.at_most"),
    (main, "agreed_by: [bureau, finance]", "agreed_by: [bureau]", "pack.action.agreed_alone"),
    (
      main, "agreed_by: [bureau, finance]", "agreed_by: [bureau, finance]\n        by: [officer]",
      "pack.action.agreed_roles"
    ),
    (main, "agreed_by: [bureau, finance]", "agreed_by: [bureau, money]", "pack.unknown.owner"),
    (main, "[formal_passed]", "[formal_past]", "pack.unknown.stage"),
    (main, "[formal_failed]", "[checking]", "pack.unknown.stage"),
    (main, "closes: [formal_review", "closes: [formal", "pack.unknown.procedure"),
    (
      main, "barred_while: [revocation]", "barred_while: [establishment]",
      "pack.action.barred_always"
    ),
    (main, "    due: practice.hearing\n", "", "pack.check.silence_without_due"),
    (
      main, "after_any: { formal_review: [formal_failed],", "after_any: {",
      "pack.check.join_uncovered"
    ),
    (main, "{ procedure: formal_review }, ", "", "pack.check.never_opened"),
    (
      "procedures/evaluation.yaml", "reopens_after: [deferred]", "reopens_after: [assessing]",
      "pack.unknown.stage"
    ),
    ("procedures/evaluation.yaml", "  key: year\n", "", "pack.procedure.reopens_without_key"),
    (
      "procedures/second_look.yaml", "about: { objection: [answered] }",
      "about: { objection: [answered], evaluation: [graded] }", "pack.procedure.about_several"
    ),
    (
      "procedures/second_look.yaml", "separate_from: [objection.answer]",
      "separate_from: [objection.reply]", "pack.unknown.action"
    ),
    (
      "procedures/revocation.yaml", "unless: practice.one_officer", "unless: practice.notice",
      "pack.expression.type"
    ),
    (
      "procedures/revocation.yaml", "        moves_main_to: on_roster\n", "",
      "pack.action.restores_nothing"
    ),
    (
      "procedures/revocation.yaml", "during: [construction, on_roster]",
      "during: [hearing, construction, on_roster]", "pack.check.restores_uncovered"
    ),
    ("pack.yaml", "before: [waiting.rank]", "before: [batch.id]", "pack.question.order"),
    ("pack.yaml", "asks: latest_end", "asks: latest", "pack.yaml.wrong_value"),
    ("pack.yaml", "maximum: 100", "maximum: 99.999", "pack.value.type"),
    (main, "warnings[next].reason", "reports[next].received_on", "pack.fact.row"),
  ]

  @Test("Each fault is reported by its own code, at its place", arguments: planted)
  func faults(file: String, old: String, new: String, code: String) throws {
    #expect(try codes(file, old, new).contains(code))
  }

  @Test("What restores has to cover the stages to which the case goes on while the procedure runs")
  func restoringLater() throws {
    let file = "procedures/revocation.yaml"
    let during = "during: [construction, on_roster]"
    let sources = try Repository.files(under: Self.folder).map { source in
      guard source.path.hasSuffix(file) else { return source }
      let text = String(decoding: source.bytes, as: UTF8.self)
        .replacing(during, with: "during: [construction]")
        .replacing("        moves_main_to: on_roster\n        restores: true\n", with: "")
      return SourceFile(path: source.path, text: text)
    }
    let vocabulary = try Repository.vocabulary()
    let loaded = try PackLoader.loadWithPlaces(sources, vocabulary: vocabulary)
    let found = PackChecks.run(loaded.pack, vocabulary: vocabulary, places: loaded.places).problems
      .filter { $0.code == "pack.check.restores_uncovered" }
    #expect(found.map { $0.arguments["left"] } == ["on_roster"])
  }

  @Test("Scores take two decimal places, in files and in expressions")
  func scores() throws {
    #expect(Value("86.5", as: .count(.point)) == .count(8650, .point))
    #expect(Value("86.25 分", as: .count(.point)) == .count(8625, .point))
    #expect(Value("86.255", as: .count(.point)) == nil)
    #expect(Value.count(8650, .point).written == "86.5 分")
    #expect(Value(canonical: Value.count(8650, .point).canonical) == .count(8650, .point))
    let vocabulary = try Repository.vocabulary()
    let environment = ParsingEnvironment(inputs: ["score": .count(.point)], expected: .boolean)
    func holds(
      _ source: String, _ number: Int64, _ unit: CountUnit = .point
    ) throws -> Bool? {
      let test = try ExpressionParser.parse(
        source, vocabulary: vocabulary, environment: environment, at: Problem.Place())
      let day = try #require(CalendarDate(parsing: "2026-03-02"))
      return test.evaluate(
        in: Scope(
          facts: FactSheet([:]), inputs: ["score": .count(number, unit)], on: day, today: day)
      ).truth
    }
    #expect(try holds("input.score >= 75", 7500) == true)
    #expect(try holds("input.score >= 75.5 分", 7549) == false)
    #expect(try holds("input.score + input.score >= 151 分", 7550) == true)
    // Whole points of an earlier record.
    #expect(try holds("input.score >= 75.5 分", 76, .plain) == true)
    #expect(try holds("input.score >= 75.5 分", 75, .plain) == false)
    #expect(throws: Problems.self) { _ = try holds("input.score >= 75 项", 7500) }
  }
}
