import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("Static checks of a pack")
struct PackChecksTests {
  private static let main = "procedures/establishment.yaml"
  private static let side = "procedures/report.yaml"

  private func problems(_ report: PackReport, _ code: String) -> [Problem] {
    report.problems.filter { $0.code == code }
  }

  @Test("A sound pack has nothing to report, and its figures are counted")
  func sound() throws {
    let report = try SmallPack.report()
    #expect(report.problems == [])
    #expect(report.isSound)
    #expect(report.articles == 6)
    #expect(report.covered == 5)
    #expect(report.uncovered.map(\.kind) == [.principle])
    #expect(report.conditions == 3)
    #expect(report.procedures == 2)
    #expect(report.stages == 6)
    #expect(report.actions == 6)
    // Applying, deciding, then the roster or declined; writing, then received, by two actions.
    #expect(report.paths == 4)
    #expect(!report.pathsAreBounded)
    #expect(
      report.unusedFacts == [
        "name", "finance.year", "partners.name", "partners.in_city", "reports.year",
      ])
  }

  @Test("A stage that nothing leads to")
  func unreachable() throws {
    let report = try SmallPack.report(
      Self.main, replacing: "  declined:\n",
      with: "  lost:\n    label: { zh: 失, en: Lost }\n    ends: withdrawn\n  declined:\n")
    let found = problems(report, "pack.check.unreachable")
    #expect(found.map { $0.arguments["stage"] } == ["lost"])
    #expect(found.first?.severity == .error)
    #expect(found.first?.place.file == "small/procedures/establishment.yaml")
    #expect(found.first?.place.line == 61)
    #expect(found.first?.place.column == 3)
    #expect(!report.isSound)
  }

  @Test("A stage that only another procedure moves the case to can be reached")
  func movedTo() throws {
    let report = try SmallPack.report(Self.main, replacing: "to: declined", with: "to: roster")
    #expect(problems(report, "pack.check.unreachable") == [])
  }

  @Test("A stage without an owner")
  func owner() throws {
    let report = try SmallPack.report(
      Self.main, replacing: "    owner: bureau\n", with: "")
    #expect(
      problems(report, "pack.check.owner_missing").map { $0.arguments["stage"] } == ["deciding"])
  }

  @Test("A stage that nothing leads out of")
  func deadEnd() throws {
    let report = try SmallPack.report(
      Self.main, replacing: "    ends: declined", with: "    owner: host")
    #expect(problems(report, "pack.check.dead_end").map { $0.arguments["stage"] } == ["declined"])
  }

  @Test("Stages that lead only to one another")
  func endless() throws {
    let report = try SmallPack.report(
      Self.side, replacing: "    ends: completed",
      with: """
            owner: host
            actions:
              again:
                label: { zh: 再, en: Again }
                to: writing
        """)
    #expect(
      problems(report, "pack.check.endless").map { $0.arguments["stage"] } == [
        "writing", "received",
      ])
    #expect(problems(report, "pack.check.dead_end") == [])
  }

  @Test("A normative article that nothing cites is a warning")
  func uncited() throws {
    let report = try SmallPack.report(
      "pack.yaml", replacing: "  \"5\":",
      with: "  \"6\": { gist: { zh: 义务, en: Duty }, kind: duty }\n  \"5\":")
    let found = problems(report, "pack.check.uncited")
    #expect(found.map { $0.arguments["article"] } == ["6"])
    #expect(found.first?.severity == .warning)
    #expect(found.first?.place.line == 32)
    #expect(report.isSound)
    #expect(report.uncovered.map(\.key) == ["1", "6"])
  }

  @Test("An article is covered where one of its items is cited")
  func items() throws {
    let report = try SmallPack.report(
      "pack.yaml", replacing: "  \"2.1\":",
      with: "  \"2\": { gist: { zh: 条件, en: Conditions }, kind: condition }\n  \"2.1\":")
    #expect(report.uncovered.map(\.key) == ["1"])
  }

  @Test("An option of an input that no action takes")
  func uncoveredOption() throws {
    let report = try SmallPack.report(
      Self.main, replacing: "input.result in [fair, bad]", with: "input.result == bad")
    let found = problems(report, "pack.check.options_uncovered")
    #expect(found.map { $0.arguments["options"] } == ["fair"])
    #expect(found.first?.severity == .warning)
  }

  @Test("An option that two actions take to different stages")
  func sharedOption() throws {
    let report = try SmallPack.report(
      Self.main, replacing: "input.result == good", with: "input.result != bad")
    let found = problems(report, "pack.check.options_overlap")
    #expect(found.map { $0.arguments["options"] } == ["fair"])
    #expect(problems(report, "pack.check.options_uncovered") == [])
  }

  @Test("An English text in Chinese, and a Chinese one in English")
  func language() throws {
    let report = try SmallPack.report(
      "conditions.yaml", replacing: "{ zh: 面积, en: Area }", with: "{ zh: Area, en: 面积 }")
    let found = problems(report, "pack.check.text_language")
    #expect(found.map { $0.arguments["language"] } == ["zh", "en"])
    #expect(found.first?.place.field == "conditions.area")
  }

  @Test("Ways through many corrections are counted up to a bound")
  func bounded() throws {
    var stages: [Stage] = (0..<16).map { index in
      let actions = (0...16).filter { $0 != index }.map { target in
        Action(
          id: "to\(target)", label: Bilingual(zh: "去", en: "Go"), to: "s\(target)", roles: [],
          cites: [], needs: [], mayHave: [], passes: [], isDeciding: false, guards: [], sets: [],
          opens: [], movesMainTo: nil, isReturn: false, isPublic: false, separateFrom: [], due: nil)
      }
      return Stage(
        id: "s\(index)", label: Bilingual(zh: "环", en: "Stage"), owner: "host", cites: [],
        due: nil, resumption: .extends, ends: nil, isRoster: false, actions: actions)
    }
    stages.append(
      Stage(
        id: "s16", label: Bilingual(zh: "终", en: "End"), owner: nil, cites: [], due: nil,
        resumption: .extends, ends: .completed, isRoster: false, actions: []))
    var pack = try SmallPack.load().pack
    pack.procedures = [
      Procedure(
        id: "tangle", label: Bilingual(zh: "结", en: "Tangle"), cites: [], isMain: true,
        opening: nil, start: "s0", stages: stages, spine: [], takeOverStages: [])
    ]
    let report = try PackChecks.run(pack, vocabulary: SmallPack.loadedVocabulary())
    #expect(report.pathsAreBounded)
    #expect(report.paths > 0)
  }
}
