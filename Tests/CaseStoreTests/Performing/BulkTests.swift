import Casework
import GRDB
import Quantities
import RulePacks
import Testing

@testable import CaseStore

@Suite("All conditions of all cases at once")
struct BulkTests {
  @Test("Figures over all cases are those of the cases one by one")
  func figures() throws {
    let training = try TrainingStore()
    for number in 0..<7 {
      try training.receive(
        "青岛市第\(number)技术创新中心",
        more: number < 3 ? ["staff.fixed": .value(.count(Int64(20 + 10 * number), .person))] : [:])
    }
    var pack = InventedPack.make()
    pack.conditions = [Self.condition("fixed-staff", "staff.fixed", atLeast: 30)]
    let day = TrainingStore.today
    let counts = try #require(
      try training.store.countAll(under: [pack], on: day, today: day).first)
    #expect(counts.conditions == pack.conditions)
    #expect(counts.tally.cases == 7)
    #expect(counts.tally.count(of: .met, at: 0) == 2)
    #expect(counts.tally.count(of: .notMet, at: 0) == 1)
    #expect(counts.tally.count(of: .unknown, at: 0) == 4)
    let none = try training.store.countAll(under: [pack], on: day, today: day) { _ in false }
    #expect(none.map(\.tally.cases) == [0])
  }

  private static func condition(_ id: String, _ fact: FactPath, atLeast number: Int64) -> Condition
  {
    Condition(
      id: id, cites: ["8.7"], label: InventedPack.text("人员", "Staff"), force: .mandatory,
      testedAt: [.application], applies: nil,
      requires: RulePacks.Expression(
        source: "\(fact) >= \(number) 人", type: .boolean,
        root: .comparison(.atLeast, .fact(fact), .literal(.count(number, .person))),
        facts: [fact]),
      shows: nil, judgedBy: nil, waivableBy: nil, exceptions: [], hint: nil)
  }

  @Test("Every part of the rows has its cases, and together they have each once")
  func parts() throws {
    let rows: [Int64] = (1...100).map { 3 * $0 } + [1 << 40]
    let chosen = ChosenCases(rows: rows)
    #expect(chosen.count == rows.count)
    #expect((0...400).filter { chosen.group(of: $0) != nil } == rows.dropLast())
    #expect(chosen.group(of: 1 << 40) == 0)
    #expect(chosen.group(of: -3) == nil)
    for number in [1, 2, 7, 64, 1000] {
      let parts = chosen.parts(number)
      for row in rows { #expect(parts.count { $0.contains(row) } == 1) }
    }
  }

  @Test("Cases that are not asked for are left out")
  func choosing() throws {
    let training = try TrainingStore()
    _ = try training.store.open(
      TrainingStore.application("青岛市甲技术创新中心"), under: InventedPack.id,
      by: TrainingStore.session("wang"))
    let pack = InventedPack.make()
    let counts = try training.store.countAll(
      under: [pack], on: TrainingStore.today, today: TrainingStore.today
    ) { $0.pack == "another" }
    #expect(counts.map(\.tally.cases) == [0])
  }

  @Test("A row of facts read in place has the facts that it was written from")
  func rows() throws {
    let facts: Facts = [
      "a": .absent, "b": .value(.boolean(true)), "c": .value(.count(-300, .workingDay)),
      "d": .value(.money(Money(fen: .max))), "e": .value(.date(CalendarDate(ordinal: -7))),
      "f": .value(.text("文本")), "g": .value(.choice("x")),
      "h": .value(.period(Period(5, .month))), "i": .value(.area(Area(hundredths: .min))),
    ]
    let numbers = Dictionary(
      uniqueKeysWithValues: facts.keys.sorted().enumerated().map { ($1, Int64($0) * 90) })
    let bytes = BinaryFacts(facts) { numbers[$0] ?? 0 }.bytes
    let paths = Dictionary(uniqueKeysWithValues: numbers.map { ($0.value, $0.key) })
    #expect(BinaryFacts(bytes: bytes).facts { paths[$0] } == facts)
    #expect(BinaryFacts(facts, numbers: numbers)?.bytes == bytes)
    #expect(BinaryFacts(facts, numbers: ["a": 1]) == nil)
    #expect(BinaryFacts(bytes: []).facts { paths[$0] } == [:])
    for count in bytes.indices {
      let cut = BinaryFacts(bytes: Array(bytes.prefix(count))).facts { paths[$0] }
      #expect(cut.count < facts.count)
      #expect(cut.allSatisfy { facts[$0.key] == $0.value })
    }
    let tests = facts.keys.sorted().map { path in
      RulePacks.Expression(
        source: path, type: .boolean, root: .call(.known, [.fact(path)]), facts: [])
    }
    let day = CalendarDate(ordinal: 0)
    let rules = FlatRules(tests, in: .init(practice: [:], on: day, today: day))
    let evaluator = FlatEvaluator(rules, paths: numbers.map { ($0.value, $0.key) })
    bytes.withUnsafeBytes { raw in
      evaluator.frame.fill(raw)
      let truths = tests.indices.map { evaluator.truth(of: $0) }
      #expect(truths == [.no] + Array(repeating: .yes, count: 8))
    }
    for count in bytes.indices {
      Array(bytes.prefix(count)).withUnsafeBytes { raw in
        evaluator.frame.fill(raw)
        #expect(evaluator.truth(of: tests.count - 1) == .no)
      }
    }
  }
}
