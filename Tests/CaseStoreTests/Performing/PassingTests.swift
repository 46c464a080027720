import Casework
import GRDB
import Quantities
import RuleDrafting
import RulePacks
import Testing

@testable import CaseStore

@Suite("Cases that pass to another pack")
struct PassingTests {
  /// A second invented regulation: other names of stages, and a shorter review.
  private static let later: RulePack = {
    var pack = InventedPack.make(law: "law-of-the-later")
    pack.id = "invented-2027"
    pack.procedures = pack.procedures.map { procedure in
      var procedure = procedure
      procedure.stages = procedure.stages.map { stage in
        var stage = stage
        if stage.id == "preliminary" {
          stage.id = "first_review"
          stage.due = DeadlineRule(
            cites: "7", measure: .practice("first_review"), anchor: nil, countsFirstDay: false,
            rolls: false)
        }
        stage.actions = stage.actions.map { action in
          var action = action
          if action.to == "preliminary" { action.to = "first_review" }
          return action
        }
        return stage
      }
      procedure.spine = procedure.spine.map { $0 == "preliminary" ? "first_review" : $0 }
      return procedure
    }
    pack.practice.append(
      PracticeItem(
        id: "first_review", label: InventedPack.text("初审期限", "First review"), cites: "7",
        type: .period, options: [:], suggested: .period(Period(3, .workingDay)),
        countsFirstDay: false, note: nil))
    return pack
  }()

  private func map(
    _ text: String, deadlines: String = "carried", more: String = ""
  ) throws -> StateMap {
    let yaml = """
      from: invented-2026
      to: invented-2027
      basis: { zh: 第三十条, en: Article 30 }
      deadlines: \(deadlines)
      \(more)
      stages:
        establishment:
      \(text.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
      """
    return try StateMapLoader.load(SourceFile(path: "map.yaml", bytes: Array(yaml.utf8)))
  }

  private let whole = """
    applying: applying
    preliminary: first_review
    formal_review: formal_review
    """

  private func office() throws -> (TrainingStore, [String]) {
    let office = try TrainingStore(packs: [InventedPack.make(), Self.later])
    let names = ["甲", "乙", "丙"]
    let numbers = try names.map { try office.receive($0) }
    try office.act("submit", on: numbers[1], by: "li")
    try office.act("submit", on: numbers[2], by: "li")
    try office.act("decline", on: numbers[2], by: "li")
    return (office, numbers)
  }

  private let root = TrainingStore.session("root")

  private func problems(_ body: () throws -> Void) -> [Problem] {
    do { try body() } catch let problems as Problems { return problems.list } catch let problem
      as Problem
    { return [problem] } catch { Issue.record("\(error)") }
    return []
  }

  @Test("Every open case passes with an event of its own; what has ended stays under its law")
  func passes() throws {
    let (office, numbers) = try office()
    let due = try office.store.state(of: .text(numbers[1])).main?.entry.deadline
    let migration = try office.store.migrate(by: try map(whole), by: root)
    #expect(migration.cases.map(\.state.number) == [numbers[0], numbers[1]])
    let state = try office.store.state(of: .text(numbers[1]))
    #expect(state.pack == "invented-2027")
    #expect(state.law == "law-of-the-later")
    #expect(state.main?.stage == "first_review")
    #expect(state.main?.entry.deadline == due)
    #expect(state.main?.visited == ["applying", "first_review"])
    let ended = try office.store.state(of: .text(numbers[2]))
    #expect(ended.pack == "invented-2026")
    let event = try #require(migration.cases.last?.event)
    #expect(event.header.kind == .migrated)
    #expect(event.header.role == .administrator)
    guard case .migrated(let migrated) = event.payload else { return }
    #expect(migrated.basis == InventedPack.text("第三十条", "Article 30"))
    // It goes on under the new pack.
    let next = try office.act("recommend", on: numbers[1], by: "li")
    #expect(next.after.main?.stage == "formal_review")
    #expect(next.events.first?.header.law == "law-of-the-later")
    let report = try office.store.verify()
    #expect(report.problems == [])
    try office.store.rebuild()
    #expect(try office.store.verify().problems == [])
    #expect(
      problems { _ = try office.store.migrate(by: try map(whole), by: root) }.map(\.code)
        == ["migration.nothing"])
  }

  @Test("A stage in use that the map does not name is refused with its place, and nothing changes")
  func unmapped() throws {
    let (office, numbers) = try office()
    let head = try office.store.checkpoint()
    let found = problems {
      _ = try office.store.migrate(by: try map("applying: applying"), by: root)
    }
    #expect(found.map(\.code) == ["migration.stage_unmapped"])
    #expect(found.first?.place.file == "map.yaml")
    #expect(found.first?.place.line == 7)
    #expect(found.first?.arguments["stage"] == "preliminary")
    #expect(found.first?.arguments["cases"] == numbers[1])
    #expect(try office.store.checkpoint() == head)
    #expect(try office.store.state(of: .text(numbers[0])).pack == "invented-2026")
  }

  @Test("All that is wrong with a map is said at once")
  func wrong() throws {
    let (office, _) = try office()
    let found = problems {
      _ = try office.store.migrate(
        by: try map(
          """
          applying: nowhere
          preliminary: not_recommended
          no_such_stage: applying
          """), by: root)
    }
    #expect(
      Set(found.map(\.code)) == [
        "migration.stage_missing", "migration.ends", "migration.stage_unknown",
      ])
    #expect(found.allSatisfy { $0.place.line != nil })
  }

  @Test(
    "Counted anew, a period needs the bureau's own value, or the map's word for the suggested one")
  func anew() throws {
    let (office, numbers) = try office()
    #expect(
      problems { _ = try office.store.migrate(by: try map(whole, deadlines: "anew"), by: root) }
        .map(\.code) == ["migration.practice"])
    let tried = try office.store.migrate(
      by: try map(whole, deadlines: "anew", more: "practice: suggested"), by: root, isDryRun: true)
    // Three working days from Monday, 13 April 2026.
    #expect(
      tried.cases.last?.migrated.places["establishment"]?.entry.deadline?.due
        == InventedPack.day(2026, 4, 16))
    #expect(try office.store.state(of: .text(numbers[1])).pack == "invented-2026")
    try office.store.perform(
      .practice(
        PracticeSet(
          pack: "invented-2027", item: "first_review", value: .period(Period(8, .workingDay)),
          countsFirstDay: nil, from: InventedPack.day(2026, 1, 1), basis: nil)), by: root)
    _ = try office.store.migrate(by: try map(whole, deadlines: "anew"), by: root)
    #expect(
      try office.store.state(of: .text(numbers[1])).main?.entry.deadline?.due
        == InventedPack.day(2026, 4, 23))
  }

  @Test("A changed form of the same pack passes in the same way, with stages that keep their names")
  func sameId() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    try office.act("submit", on: number, by: "li")
    try office.store.perform(.adopt(InventedPack.make(law: "law-2")), by: root)
    let map = StateMap(
      from: InventedPack.id, to: InventedPack.id, basis: InventedPack.text("勘误", "Correction"),
      deadlines: .carried, keepsOthers: true, procedures: [:])
    let migration = try office.store.migrate(by: map, by: root)
    #expect(migration.cases.map(\.migrated.toLaw) == ["law-2"])
    let state = try office.store.state(of: .text(number))
    #expect(state.law == "law-2")
    #expect(state.main?.stage == "preliminary")
    #expect(try office.store.verify().problems == [])
  }

  @Test("A step from before cannot be undone, and only an administrator passes cases on")
  func guarded() throws {
    let (office, numbers) = try office()
    #expect(throws: Refusals.self) {
      try office.store.migrate(by: try map(whole), by: TrainingStore.session("wang"))
    }
    _ = try office.store.migrate(by: try map(whole), by: root)
    for proceeding in [nil, "establishment"] {
      #expect(throws: Refusals.self) {
        try office.store.perform(
          .undo(proceeding: proceeding, reason: nil), on: .text(numbers[1]),
          by: TrainingStore.session("li"))
      }
    }
  }

  @Test("The queue shows a case that passed under its new pack")
  func queue() throws {
    let (office, numbers) = try office()
    _ = try office.store.migrate(by: try map(whole), by: root)
    let page = try office.store.page(
      QueueQuery(view: .all, filter: try QueueFilter(parsing: "环节:first_review")),
      for: office.viewer("wang"))
    #expect(page.rows.map(\.number) == [numbers[1]])
  }
}
