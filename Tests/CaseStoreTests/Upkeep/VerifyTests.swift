import Casework
import Foundation
import GRDB
import Quantities
import RulePacks
import Testing

@testable import CaseStore

@Suite("Verification, rebuilding, backups")
struct VerifyTests {
  private func tamper(_ office: TrainingStore, _ sql: String) throws {
    try office.store.writing { try $0.execute(sql: sql) }
  }

  private func codes(_ office: TrainingStore) throws -> Set<String> {
    Set(try office.store.verify().problems.map(\.code))
  }

  private func walked() throws -> TrainingStore {
    let office = try TrainingStore()
    for name in ["甲", "乙"] {
      let number = try office.receive(name)
      try office.act("submit", on: number, by: "li")
    }
    return office
  }

  @Test("A sound store verifies, and its events are counted as unsigned")
  func sound() throws {
    let office = try walked()
    let report = try office.store.verify(checkpoint: try office.store.checkpoint())
    #expect(report.isSound)
    #expect(report.problems == [])
    #expect(report.cases == 2)
    #expect(report.signed == 0)
    #expect(report.unsigned == report.events)
    #expect(report.events == Int(report.head.position))
  }

  @Test(
    "Tampering is detected at every layer",
    arguments: [
      (
        "UPDATE events SET header = CAST(replace(CAST(header AS TEXT), 'li', 'xx') AS BLOB) WHERE seq = (SELECT MAX(seq) FROM events)",
        "journal.header_hash"
      ),
      (
        "UPDATE events SET payload = CAST(replace(CAST(payload AS TEXT), 'submit', 'sabmit') AS BLOB)",
        "journal.payload_hash"
      ),
      (
        "UPDATE events SET payload = NULL, salt = NULL WHERE kind = 'acted'",
        "verify.payload_missing"
      ),
      ("UPDATE events SET kind = 'note' WHERE kind = 'acted'", "verify.columns"),
      ("INSERT INTO fact_index (path, value, id) VALUES (1, 't:x', 1)", "verify.counts"),
      (
        "UPDATE ledger SET verdict = 2 WHERE position = (SELECT MAX(position) FROM ledger)",
        "verify.ledger_hash"
      ),
      ("DELETE FROM ledger WHERE position = 5", "verify.ledger_gap"),
      (
        "DELETE FROM ledger WHERE position = (SELECT MAX(position) FROM ledger)",
        "verify.not_in_ledger"
      ),
      ("UPDATE blobs SET bytes = x'00'", "verify.blob_hash"),
      ("DELETE FROM blobs WHERE kind = 'pack'", "verify.blob_missing"),
      ("UPDATE queue SET due = 1 WHERE id = 1", "verify.projection"),
      ("UPDATE queue SET name = '丙' WHERE id = 1", "verify.projection"),
      ("DELETE FROM proceedings WHERE id = 2", "verify.projection"),
      ("UPDATE facts SET row = x'00'", "verify.projection"),
      ("DELETE FROM names", "verify.projection"),
      ("UPDATE counts SET n = n + 1", "verify.counts"),
      ("UPDATE texts SET text = '丙丁'", "verify.search"),
    ])
  func tampering(sql: String, code: String) throws {
    let office = try walked()
    try tamper(office, sql)
    #expect(try codes(office).contains(code))
  }

  @Test("A ledger that is shorter than a printed checkpoint, or another one, is noticed")
  func checkpoint() throws {
    let office = try walked()
    let printed = try office.store.checkpoint()
    let typed = try #require(LedgerCheckpoint(parsing: " \(printed.description.uppercased()) "))
    #expect(try office.store.verify(checkpoint: typed).isSound)
    var later = printed
    later.position += 1
    #expect(
      try office.store.verify(checkpoint: later).problems.map(\.code) == ["verify.ledger_shorter"])
    var other = typed
    other.hash = String(repeating: "0", count: 16)
    #expect(
      try office.store.verify(checkpoint: other).problems.map(\.code) == ["verify.other_ledger"])
    #expect(LedgerCheckpoint(parsing: "12-abc") == nil)
  }

  @Test("A rebuild gives exactly the tables that were kept up step by step")
  func rebuild() throws {
    let office = try Self.generated(seed: 7)
    let before = try Self.dump(office.store)
    try office.store.rebuild()
    #expect(try Self.dump(office.store) == before)
    #expect(try office.store.verify().problems == [])
  }

  @Test("Generated histories verify", arguments: [1, 2, 3] as [UInt64])
  func generated(seed: UInt64) throws {
    let office = try Self.generated(seed: seed)
    #expect(try office.store.verify().problems == [])
  }

  /// A store with a history that a seed gives: steps, undos, assignments, changes of facts.
  static func generated(seed: UInt64) throws -> TrainingStore {
    var random = Seeded(state: seed)
    let office = try TrainingStore()
    var numbers: [String] = []
    for index in 0..<120 {
      if numbers.isEmpty || random.next(5) == 0 {
        numbers.append(
          try office.receive("虚构中心\(index)", department: random.next(2) == 0 ? "d1" : "d2"))
        continue
      }
      let number = numbers[random.next(numbers.count)]
      let session = TrainingStore.session(
        "root", today: TrainingStore.today.adding(days: index / 4))
      for user in ["wang", "li", "sun"] {
        var acting = session
        acting.actor = user
        let command = Self.command(&random, index)
        if (try? office.store.perform(command, on: .text(number), by: acting)) != nil { break }
      }
    }
    return office
  }

  private static func command(_ random: inout Seeded, _ index: Int) -> Command {
    let actions = [
      "submit", "recommend", "pass", "approve", "accept", "return", "resubmit", "file",
    ]
    switch random.next(8) {
    case 0: return .undo(proceeding: nil, reason: nil)
    case 1:
      return .assign(
        Assigned(
          proceeding: nil, assignee: random.next(2) == 0 ? "wang" : nil, deputy: nil, until: nil,
          note: nil))
    case 2:
      return .setFacts(
        changes: ["field": .value(.text("领域\(index)"))], cleared: [], source: nil, note: nil)
    case 3:
      return .contact(
        Contact(
          with: "张三（虚构）", channel: "phone", text: "催办", waitingFor: index % 2 == 0 ? "host" : nil,
          until: nil))
    case 4:
      return .open(
        procedure: "annual_report", inputs: ["year": .count(Int64(2020 + index % 5), .year)],
        note: nil)
    default:
      let action = actions[random.next(actions.count)]
      return .act(
        action: action, proceeding: nil,
        inputs: action == "return" ? ["defects": .text("缺章")] : [:], note: nil)
    }
  }

  /// Everything that is derived, without the numbers that rows happen to have.
  static func dump(_ store: CaseStore) throws -> [String] {
    let tables = [
      "SELECT q.*, s.key FROM (SELECT * FROM queue) q JOIN standings s ON s.id = q.standing",
      "SELECT * FROM texts", "SELECT key, n FROM standings WHERE n > 0",
      "SELECT s.key, c.due, c.n FROM counts c JOIN standings s ON s.id = c.standing",
      "SELECT * FROM proceedings", "SELECT * FROM labels", "SELECT * FROM packs",
      "SELECT * FROM names", "SELECT * FROM numbers", "SELECT * FROM arrivals",
      "SELECT id FROM facts",
    ]
    return try store.reading { db in
      try tables.flatMap { sql in
        try Row.fetchAll(db, sql: sql).map { row in
          row.filter { $0.0 != "standing" }.map { "\($0.0)=\($0.1)" }.joined(separator: " ")
        }.sorted()
      }
    }
  }

  @Test("A backup is a store that verifies, and a restored one writes as another incarnation")
  func backup() throws {
    let office = try walked()
    let file = TrainingStore.freePath()
    try Data("附件（虚构）".utf8).write(to: URL(fileURLWithPath: file))
    let copy = TrainingStore.freePath()
    let restored = TrainingStore.freePath()
    defer { for path in [file, copy, restored] { TrainingStore.remove(path) } }
    _ = try office.store.attach(
      fileAt: file, as: Material(kind: "application_form", title: "表.pdf"), on: "XG-2026-001",
      by: TrainingStore.session("wang"))
    let report = try office.store.backUp(to: copy)
    #expect(report.isSound)
    #expect(report.files == 1)
    #expect(report.head == (try office.store.checkpoint()))
    #expect(problemCode { try office.store.backUp(to: copy) } == "store.exists")
    let store = try CaseStore.restore(from: copy, to: restored)
    #expect(try store.checkpoint() == report.head)
    let event = try store.perform(
      .note("恢复之后"), on: "XG-2026-001", by: TrainingStore.session("wang")
    ).events.first
    let devices = try store.reading {
      try String.fetchAll($0, sql: "SELECT reason FROM devices ")
    }
    #expect(Set(devices) == ["created", "restored"])
    #expect(event?.header.sequence == 1)
    #expect(try store.verify().problems == [])
    #expect(try Self.dump(office.store).count > 0)
  }
}

/// Numbers that a seed gives, the same everywhere.
struct Seeded {
  var state: UInt64

  /// A number below a bound.
  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: state >> 33) % bound
  }
}
