import CaseStore
import Casework
import Quantities
import RulePacks
import Testing

@Suite("Events from another store")
struct ExchangeTests {
  /// An office, and a laptop that was made as its copy and went on alone.
  private func parted() throws -> (office: TrainingStore, laptop: CaseStore, path: String) {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    try office.act("submit", on: number, by: "li")
    let backup = TrainingStore.freePath()
    let path = TrainingStore.freePath()
    defer { TrainingStore.remove(backup) }
    try office.store.backUp(to: backup)
    return (office, try CaseStore.restore(from: backup, to: path), path)
  }

  @Test("What comes back is accepted by the office's ledger and folds")
  func accepted() throws {
    let (office, laptop, path) = try parted()
    defer { TrainingStore.remove(path) }
    let stream = try laptop.stream(of: "XG-2026-001")
    _ = try laptop.perform(
      .act(action: "recommend", proceeding: nil, inputs: [:], note: nil), on: .stream(stream),
      by: TrainingStore.session("li"))
    let records = try laptop.records(of: stream)
    let entries = try office.store.take(by: TrainingStore.session("wang")) { reader in
      try records.filter { try !reader.knows($0.id) }.map { ForeignEvent($0, verdict: .accepted) }
    }
    #expect(entries.count == 1)
    #expect(try office.store.state(of: .stream(stream)).main?.stage == "formal_review")
    #expect(try office.store.verify().problems == [])
    #expect(try office.store.ledger(after: entries[0].position - 1) == entries)
  }

  @Test("A contested event does not fold until somebody settles it")
  func contested() throws {
    let (office, laptop, path) = try parted()
    defer { TrainingStore.remove(path) }
    let stream = try laptop.stream(of: "XG-2026-001")
    let event = try #require(
      try laptop.perform(
        .note("线下记录"), on: .stream(stream), by: TrainingStore.session("li")
      ).events.first)
    let other = try #require(
      try laptop.perform(
        .note("误记"), on: .stream(stream), by: TrainingStore.session("li")
      ).events.first)
    let records = try laptop.records(of: stream).suffix(2)
    _ = try office.store.take(by: TrainingStore.session("wang")) { _ in
      records.map { ForeignEvent($0, verdict: .contested) }
    }
    let before = try office.store.state(of: .stream(stream)).version
    #expect(try office.store.contested().map(\.id) == [event.id, other.id])
    #expect(throws: Refusals.self) {
      try office.store.settle(event.id, as: .settled, by: TrainingStore.session("li"))
    }
    try office.store.settle(event.id, as: .settled, by: TrainingStore.session("wang"))
    try office.store.settle(other.id, as: .dismissed, by: TrainingStore.session("wang"))
    #expect(try office.store.contested().isEmpty)
    #expect(try office.store.state(of: .stream(stream)).version == before + 1)
    #expect(
      problemCode {
        try office.store.settle(event.id, as: .settled, by: TrainingStore.session("wang"))
      } == "journal.not_contested")
    #expect(try office.store.verify().problems == [])
  }

  @Test("Bytes that were changed on the way are refused as a whole")
  func changed() throws {
    let (office, laptop, path) = try parted()
    defer { TrainingStore.remove(path) }
    let stream = try laptop.stream(of: "XG-2026-001")
    _ = try laptop.perform(
      .note("一"), on: .stream(stream), by: TrainingStore.session("li"))
    let good = try #require(try laptop.records(of: stream).last)
    let bad = JournalRecord(
      id: good.id, header: good.header, salt: good.salt, payload: Array(#"{"text":"二"}"#.utf8))
    let head = try office.store.checkpoint()
    #expect(
      problemCode {
        _ = try office.store.take(by: TrainingStore.session("wang")) { _ in
          [ForeignEvent(bad, verdict: .accepted)]
        }
      } == "journal.payload_hash")
    #expect(try office.store.checkpoint() == head)
  }
}
