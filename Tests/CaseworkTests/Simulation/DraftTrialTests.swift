import Casework
import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("A draft tried on cases")
struct DraftTrialTests {
  private static let today = CalendarDate(parsing: "2026-03-16")

  private func draft(
    conditions: (String) -> String = { $0 }, procedure: (String) -> String = { $0 },
    practice: (String) -> String = { $0 }
  ) throws -> RulePack {
    let files = [
      "pack.yaml": SmallPack.identity, "conditions.yaml": conditions(SmallPack.conditions),
      "practice.yaml": practice(SmallPack.practice),
      "procedures/establishment.yaml": procedure(SmallPack.establishment),
      "procedures/annual_report.yaml": SmallPack.annualReport,
    ]
    return try PackLoader.load(
      files.map { SourceFile(path: "small-1/\($0.key)", text: $0.value) },
      vocabulary: VocabularyLoader.load(
        SourceFile(path: "vocabulary.yaml", text: SmallPack.vocabulary)))
  }

  private func trial(_ draft: RulePack) throws -> DraftTrial {
    let today = try #require(Self.today)
    let present = try SmallPack.load()
    func side(_ pack: RulePack) -> DraftTrial.Side {
      DraftTrial.Side(pack: pack, practice: OfficeState().practice(under: pack, on: today))
    }
    return DraftTrial(
      of: side(draft), against: side(present), calendar: WorkingCalendar(), today: today)
  }

  /// A case at a stage that it entered on a Monday; its due date is that of five working days.
  private func subject(
    at stage: String = "first_look", due: String? = "2026-03-09", _ facts: Facts
  ) throws -> TrialCase {
    let entered = try #require(CalendarDate(parsing: "2026-03-02"))
    return TrialCase(
      facts: FactSheet(facts),
      places: [
        TrialCase.Place(
          procedure: "establishment", stage: stage, enteredOn: entered,
          due: due.flatMap { CalendarDate(parsing: $0) })
      ])
  }

  private func spending(_ text: String) throws -> Facts {
    ["spending": .value(try #require(Value(text, as: .money)))]
  }

  private func raised() throws -> RulePack {
    try draft(conditions: { $0.replacing("2000 万元", with: "3000 万元") })
  }

  @Test("A draft that says the same changes nothing")
  func same() throws {
    let trial = try trial(try draft())
    #expect(trial.isIdle)
    #expect(!trial.effect(on: try subject(try spending("2500 万元"))).isTouched)
  }

  @Test(
    "A higher figure fails those who lie between, and nobody else",
    arguments: zip(
      ["1999 万元", "2000 万元", "2999 万元", "3000 万元"], ["", "not_met", "not_met", ""]))
  func figure(amount: String, after: String) throws {
    let effect = try trial(try raised()).effect(on: try subject(try spending(amount)))
    #expect((effect.findings.first?.after?.rawValue ?? "") == after)
    #expect(effect.isSetBack == !after.isEmpty)
    let blocked = effect.actions.filter { $0.fate == .blocked }.map(\.action)
    #expect(blocked == (after.isEmpty ? [] : ["recommend"]))
  }

  @Test("Nothing follows for a centre whose way passes the test no more")
  func past() throws {
    let effect = try trial(try raised()).effect(
      on: try subject(at: "building", due: "2029-03-02", try spending("2500 万元")))
    #expect(effect.findings.map(\.isAhead) == [false])
    #expect(!effect.isTouched)
  }

  @Test("A fact that is newly asked for is told as unknown")
  func unknown() throws {
    let stricter = try draft(conditions: {
      $0.replacing("force: default", with: "force: mandatory")
        .replacing("requires: floor >= 1000", with: "requires: floor >= 900")
    })
    let effect = try trial(stricter).effect(on: try subject(try spending("2500 万元")))
    let change = try #require(effect.findings.first { $0.condition == "floor" })
    #expect(change.before == .unknown)
    #expect(change.after == .unknown)
    #expect(change.newlyUnknown)
    #expect(effect.isSetBack)
  }

  @Test("Another period moves the due dates that it gave, and no other")
  func deadlines() throws {
    let longer = try draft(practice: { $0.replacing("5 个工作日", with: "7 个工作日") })
    let trial = try trial(longer)
    let moved = trial.effect(on: try subject([:])).deadlines
    #expect(moved.map { $0.after?.description ?? "" } == ["2026-03-11"])
    #expect(trial.effect(on: try subject(due: "2026-03-20", [:])).deadlines.isEmpty)
    #expect(trial.effect(on: try subject(at: "applying", due: nil, [:])).deadlines.isEmpty)
  }

  @Test("A stage and an action that the draft does not have are named")
  func gone() throws {
    let other = try draft(procedure: {
      $0.replacing("first_look:\n", with: "glance:\n")
        .replacing("to: first_look", with: "to: glance")
        .replacing("[applying, first_look,", with: "[applying, glance,")
    })
    let effect = try trial(other).effect(on: try subject([:]))
    #expect(effect.stages.map(\.stage) == ["first_look"])
    #expect(effect.isSetBack)
    let fewer = try draft(procedure: { text in
      let start = text.firstRange(of: "      decline:")
      let end = text.firstRange(of: "  correcting:\n")
      guard let start, let end else { return text }
      return String(text[..<start.lowerBound] + text[end.lowerBound...])
    })
    let lost = try trial(fewer).effect(on: try subject([:])).actions
    #expect(lost.filter { $0.fate == .gone }.map(\.action) == ["decline"])
  }

  @Test("An action that would ask for more is told with what")
  func asksMore() throws {
    let more = try draft(procedure: {
      $0.replacing(
        "to: declined\n        cites: \"2\"\n        needs: [opinion]",
        with: "to: declined\n        cites: \"2\"\n        needs: [opinion, score]"
      )
    })
    let changes = try trial(more).effect(on: try subject([:])).actions
    #expect(changes.map(\.fate) == [.asksMore])
    #expect(changes.map(\.because) == [["score"]])
  }

  /// What a draft changes, by way of a glance at the facts.
  private func glanced(
    _ trial: DraftTrial, _ facts: Facts, at stage: String, due: String?,
    reads: (Bool) -> Void = { _ in }
  ) throws -> CaseEffect {
    let numbered = facts.keys.sorted().enumerated().map { (number: Int64($0), path: $1) }
    let tester = TrialScreen(trial).tester(paths: numbered)
    for side in [tester.before, tester.after] {
      side.evaluator.frame.begin()
      for (number, path) in numbered {
        guard case .value(let value)? = facts[path], let cell = Cell(value) else { continue }
        side.evaluator.frame.put(cell, number)
      }
    }
    let whole = try subject(at: stage, due: due, facts)
    let bare = whole.places.map {
      TrialCase.Place(
        procedure: $0.procedure, stage: $0.stage, enteredOn: CalendarDate(ordinal: 0), due: nil)
    }
    return trial.effect(
      seen: tester.glance(), at: bare, isDecided: { _, _ in false },
      read: { withHistory in
        reads(withHistory)
        return whole
      })
  }

  @Test("A glance at the facts and then only what is needed comes to the same as the whole case")
  func glances() throws {
    let drafts = [
      try draft(), try raised(),
      try draft(conditions: { $0.replacing("force: default", with: "force: mandatory") }),
      try draft(conditions: { $0.replacing("id: floor", with: "id: premises") }),
      try draft(practice: { $0.replacing("5 个工作日", with: "7 个工作日") }),
      try draft(procedure: {
        $0.replacing("first_look:\n", with: "glance:\n")
          .replacing("to: first_look", with: "to: glance")
          .replacing("[applying, first_look,", with: "[applying, glance,")
      }),
    ]
    for draft in drafts {
      let trial = try trial(draft)
      for amount in ["1999 万元", "2500 万元", "3000 万元"] {
        for (stage, due) in [("first_look", "2026-03-09"), ("building", "2029-03-02")] {
          let facts = try spending(amount)
          let expected = trial.effect(on: try subject(at: stage, due: due, facts))
          #expect(try glanced(trial, facts, at: stage, due: due) == expected)
        }
        let none = trial.effect(on: try subject([:]))
        #expect(try glanced(trial, [:], at: "first_look", due: "2026-03-09") == none)
      }
    }
  }

  @Test("Nothing of a case is read where the glance says that nothing changes")
  func unread() throws {
    var reads = 0
    let effect = try glanced(
      try trial(try raised()), try spending("3500 万元"), at: "first_look", due: "2026-03-09",
      reads: { _ in reads += 1 })
    #expect(!effect.isTouched)
    #expect(reads == 0)
    _ = try glanced(
      try trial(try raised()), try spending("2500 万元"), at: "first_look", due: "2026-03-09",
      reads: { _ in reads += 1 })
    #expect(reads == 1)
  }
}
