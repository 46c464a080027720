import Casework
import GRDB
import Quantities
import RulePacks
import Testing

@testable import CaseStore

@Suite("Derived tables after a step")
struct UpdatingTests {
  private static let question = Question(
    id: "same-host", same: ["host.credit_code"], samePrefix: ["industry": 2],
    having: ["field": .text("海洋传感")], reached: [], isLiveOnly: true, isSamePackOnly: true)

  /// The index over the facts that questions ask for, by what the rows mean.
  private func index(_ store: CaseStore) throws -> [String] {
    try store.reading { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT p.path || '=' || i.value || ' ' || q.number FROM fact_index i
          JOIN fact_paths p ON p.id = i.path JOIN queue q ON q.id = i.id ORDER BY 1
          """)
    }
  }

  private func change(
    _ changes: Facts, clearing cleared: [FactPath] = [], on number: String, in office: TrainingStore
  ) throws {
    _ = try office.store.perform(
      .setFacts(changes: changes, cleared: cleared, source: nil, note: "更正"), on: .text(number),
      by: TrainingStore.session("wang"))
  }

  @Test("The index of facts follows every change, and is the one that a rebuild makes")
  func factIndex() throws {
    let office = try TrainingStore(packs: [InventedPack.make(questions: [Self.question])])
    let first = try office.receive("甲", more: ["industry": .value(.text("4028"))])
    let second = try office.receive("乙", credit: "91370212MA00000002")
    try office.act("submit", on: first, by: "li")
    try change(
      ["host.credit_code": .value(.text("91370212MA00000003")), "industry": .value(.text("3990"))],
      on: first, in: office)
    try change(["industry": .value(.text("3990"))], clearing: ["field"], on: second, in: office)
    _ = try office.store.perform(
      .note("无关"), on: .text(second), by: TrainingStore.session("wang"))
    let found = try index(office.store)
    #expect(
      found == [
        "field=t:海洋传感 \(first)", "host.credit_code=t:91370212ma00000002 \(second)",
        "host.credit_code=t:91370212ma00000003 \(first)", "industry=t:3990 \(first)",
        "industry=t:3990 \(second)",
      ])
    try office.store.rebuild()
    #expect(try index(office.store) == found)
    #expect(try office.store.verify().problems == [])
  }

  @Test("Another name is found, and the one before is not")
  func names() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    try change(["name": .value(.text("青岛市海洋传感技术创新中心"))], on: number, in: office)
    #expect(
      try office.store.state(of: .text("青岛市海洋传感技术创新中心")).number == number)
    #expect(problemCode { _ = try office.store.state(of: .text("甲")) } == "case.not_found")
    #expect(try office.store.verify().problems == [])
  }

  @Test("A remark changes one figure of the queue's row and nothing else")
  func remark() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    func row() throws -> [String: DatabaseValue] {
      try office.store.reading { db in
        let row = try #require(try Row.fetchOne(db, sql: "SELECT * FROM queue"))
        return Dictionary(row.map { ($0.0, $0.1) }) { first, _ in first }
      }
    }
    let before = try row()
    _ = try office.store.perform(
      .note("来电"), on: .text(number), by: TrainingStore.session("wang"))
    let after = try row()
    #expect(after.keys.filter { after[$0] != before[$0] } == ["version"])
    #expect(try office.store.verify().problems == [])
  }

  @Test("A store that is let go leaves no log: its file alone has every step")
  func emptyLog() throws {
    let path = TrainingStore.freePath()
    defer { TrainingStore.remove(path) }
    do {
      let store = try CaseStore.create(at: path)
      try store.establish(
        TrainingStore.founding(allowsActingAs: true, packs: [InventedPack.make()]),
        by: TrainingStore.session("root"))
      try store.close()
    }
    var numbers: [String] = []
    for name in ["甲", "乙", "丙"] {
      let store = try CaseStore.open(at: path)
      let opened = try store.open(
        TrainingStore.application(name), under: InventedPack.id,
        by: TrainingStore.session("wang"))
      numbers.append(opened.after.number ?? "")
    }
    #expect((FileStatus(path + "/journal.sqlite-wal")?.size ?? 0) == 0)
    let store = try CaseStore.open(at: path, access: .reading)
    #expect(numbers == ["XG-2026-001", "XG-2026-002", "XG-2026-003"])
    for number in numbers { #expect(try store.state(of: .text(number)).number == number) }
  }
}
