import Casework
import GRDB
import Quantities
import RulePacks
import Testing

@testable import CaseStore

/// Walks under a pack whose decisions depend on the walks before: every step puts on record how many
/// other centres of the field have come so far, and the last one is refused where there are many.
@Suite("Walks by the thousand")
struct WalkTests {
  @Test("Walks decided on every core give the events that one after the other gives")
  func sameEvents() throws {
    let walks = (0..<60).map { Self.walk($0, undoes: $0.isMultiple(of: 7)) }
    let one = try Self.store(most: 100)
    let many = try Self.store(most: 100)
    defer {
      TrainingStore.remove(one.directory.path)
      TrainingStore.remove(many.directory.path)
    }
    try one.perform(walks)
    try many.perform(walks.count, chunk: 25, walk: { walks[$0] })
    #expect(try many.checkpoint() == one.checkpoint())
    #expect(try many.verify().isSound)
    for (number, field) in [(57, 19), (58, 19), (59, 19)] {
      let name = "虚构市第\(number)技术创新中心"
      let state = try many.state(of: .text(name))
      #expect(state.facts["rank"] == .value(.count(Int64(field), .plain)))
      #expect(try one.state(of: .text(name)) == state)
    }
  }

  @Test("A walk that is refused in the middle leaves neither a case nor half a walk")
  func refusedInTheMiddle() throws {
    let store = try Self.store(most: 4)
    defer { TrainingStore.remove(store.directory.path) }
    let before = try store.size().events
    // Fields come in turns of three: the thirteenth walk finds four of its field.
    let refused = #expect(throws: WalkRefused.self) {
      try store.perform(40, chunk: 5, walk: { Self.walk($0) })
    }
    #expect(refused?.walk == 12)
    #expect(refused?.step == 1)
    #expect(refused?.refusals.list.map(\.code) == ["guard.few"])
    try Self.expectWholeWalks(12, in: store, before)
  }

  @Test("Stopped in the middle, the store has whole walks alone")
  func stoppedInTheMiddle() throws {
    struct Stopped: Error {}
    let store = try Self.store(most: 100)
    defer { TrainingStore.remove(store.directory.path) }
    let before = try store.size().events
    #expect(throws: Stopped.self) {
      try store.perform(40, chunk: 4) { number in
        guard number < 10 else { throw Stopped() }
        return Self.walk(number)
      }
    }
    try Self.expectWholeWalks(8, in: store, before)
    // What comes next follows without a gap.
    try store.perform(1, walk: { _ in Self.walk(40) })
    try Self.expectWholeWalks(9, in: store, before)
    #expect(try store.state(of: .text("虚构市第40技术创新中心")).number == "XG-2026-009")
  }

  @Test("Where somebody else writes meanwhile the making stops, and what is there stays sound")
  func interrupted() throws {
    let store = try Self.store(most: 100)
    defer { TrainingStore.remove(store.directory.path) }
    let other = try CaseStore.open(at: store.directory.path, access: .writing)
    let problem = #expect(throws: Problem.self) {
      try store.perform(40, chunk: 4) { number in
        if number == 20 { try other.perform([Self.walk(50)]) }
        return Self.walk(number)
      }
    }
    #expect(problem?.code == "walks.interrupted")
    #expect(try store.verify().problems == [])
    #expect(try store.state(of: .text("虚构市第50技术创新中心")).number != nil)
  }

  @Test("The index that leads from facts to cases is proved with the rest, and built again")
  func index() throws {
    let store = try Self.store(most: 100)
    defer { TrainingStore.remove(store.directory.path) }
    try store.perform((0..<3).map { Self.walk($0) })
    #expect(try store.verify().problems == [])
    try store.writing { try $0.execute(sql: "DELETE FROM fact_index") }
    let codes = try store.verify().problems.map(\.code)
    #expect(Set(codes) == ["verify.projection", "verify.counts"])
    try store.rebuild()
    #expect(try store.verify().problems == [])
  }

  @Test("Answers at hand are those that the tables give")
  func answersAtHand() throws {
    let store = try Self.store(most: 100)
    defer { TrainingStore.remove(store.directory.path) }
    try store.perform(45, chunk: 10, walk: { Self.walk($0, declines: $0.isMultiple(of: 4)) })
    let pack = Self.pack(most: 100)
    try store.reading { db in
      let atHand = try CasesAtHand(for: [pack], db)
      let tables = OtherCases(db: db)
      var answered = 0
      for field in ["海洋传感", "氢能", "集成电路", "没有"] {
        for days in [0, 20, 60] {
          let facts: Facts = [
            "field": .value(.text(field)), "department": .value(.text("d1")),
            "industry": .value(.text("4028")),
            "applied_on": .value(.date(TrainingStore.today.adding(days: -days))),
            "staff": .value(.count(Int64(days), .person)),
          ]
          for known in [facts, facts.filter { $0.key != "industry" }] {
            let expected = try tables.answers(
              to: pack.questions, facts: known, except: nil, under: pack.id)
            for question in pack.questions {
              let enquiry = CasesAtHand.enquiry(question, known, under: pack.id)
              let found =
                enquiry.map { atHand.answer(to: $0) } ?? (question.subject == .count ? 0 : nil)
              #expect(found == expected[question.id], "\(question.id) \(known)")
              if let found, found > 0 { answered += 1 }
            }
          }
        }
      }
      #expect(answered > 40)
    }
  }

  // MARK: What is walked

  private static let questions = [
    question("same_field", same: ["field"], reached: ["preliminary"]),
    question("class", same: ["field"], samePrefix: ["industry": 3], isLiveOnly: true),
    question("having", same: ["department"], having: ["field": .text("氢能")]),
    question("earlier", same: ["field"], before: ["applied_on"]),
    question("smaller", same: ["field"], before: ["staff"]),
    question("standing", same: [], standing: ["formal_review"], isSamePackOnly: true),
    question("ended", same: ["field"], ended: [.declined]),
    // A stage that no pack has, though it reads like one where `_` stands for any character.
    question("no_stage", same: ["field"], reached: ["preliminar_"]),
    question("latest", subject: .latestEnd, same: ["field"]),
  ]

  private static func question(
    _ id: String, subject: Question.Subject = .count, same: [FactPath],
    samePrefix: [FactPath: Int] = [:], having: [FactPath: Value] = [:], before: [FactPath] = [],
    reached: [String] = [], standing: [String] = [], ended: [EndKind] = [],
    isLiveOnly: Bool = false, isSamePackOnly: Bool = false
  ) -> Question {
    Question(
      id: id, subject: subject, same: same, samePrefix: samePrefix, having: having, before: before,
      reached: reached, standing: standing, ended: ended, isLiveOnly: isLiveOnly,
      isSamePackOnly: isSamePackOnly)
  }

  private static func pack(most: Int64) -> RulePack {
    var pack = InventedPack.make(questions: questions)
    let count = Node.question("same_field")
    let rank = RulePacks.Expression(
      source: "others.same_field", type: .count(.plain), root: count, facts: [])
    let isFew = RulePacks.Expression(
      source: "others.same_field < \(most)", type: .boolean,
      root: .comparison(.less, count, .literal(.count(most, .plain))), facts: [])
    pack.procedures[0].stages[1].actions[0].sets = [FactSetting(path: "rank", value: rank)]
    pack.procedures[0].stages[1].actions[0].guards = [
      Guard(
        id: "few", cites: "9", label: InventedPack.text("同领域不多", "Few of the field"),
        requires: isFew)
    ]
    return pack
  }

  private static func store(most: Int64) throws -> CaseStore {
    let store = try CaseStore.create(at: TrainingStore.freePath(), entropy: .seeded(7))
    try store.establish(
      TrainingStore.founding(allowsActingAs: true, packs: [pack(most: most)]),
      by: TrainingStore.session("root"))
    return store
  }

  private static func walk(
    _ number: Int, undoes: Bool = false, declines: Bool = false
  ) -> CaseWalk {
    let fields = ["海洋传感", "氢能", "集成电路"]
    let application = TrainingStore.application(
      "虚构市第\(number)技术创新中心", host: "第\(number)公司（虚构）",
      more: [
        "field": .value(.text(fields[number % 3])),
        "industry": .value(.text(number.isMultiple(of: 2) ? "4028" : "4011")),
        "applied_on": .value(.date(TrainingStore.today.adding(days: -number))),
        "staff": .value(.count(Int64(number), .person)),
      ])
    var steps = [
      step(.act(action: "submit", proceeding: nil, inputs: [:], note: nil), "li"),
      step(
        .act(
          action: declines ? "decline" : "recommend", proceeding: nil, inputs: [:], note: nil),
        "li"),
    ]
    if undoes {
      let last = steps[1]
      steps.append(step(.undo(proceeding: nil, reason: "误操作"), "li"))
      steps.append(CaseWalk.Step(last.command, by: last.session))
    }
    return CaseWalk(
      .application(application, pack: InventedPack.id), by: TrainingStore.session("li"),
      steps: steps)
  }

  private static func step(_ command: Command, _ user: String) -> CaseWalk.Step {
    CaseWalk.Step(command, by: TrainingStore.session(user))
  }

  /// Whole walks have an arrival, a number and two steps each.
  private static func expectWholeWalks(
    _ count: Int, in store: CaseStore, _ before: Int64
  ) throws {
    #expect(try store.size().cases == count)
    #expect(try store.size().events == before + Int64(4 * count))
    #expect(try store.verify().isSound)
    let rows = try store.page(
      QueueQuery(view: .all, limit: 500),
      for: QueueViewer(user: nil, roles: [.auditor], department: nil, today: TrainingStore.today)
    ).rows
    for row in rows {
      #expect(try store.state(of: .stream(row.stream)).main?.stage == "formal_review")
    }
  }
}
