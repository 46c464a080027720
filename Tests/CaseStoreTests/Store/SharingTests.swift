import Casework
import GRDB
import Glibc
import Quantities
import RulePacks
import Testing

@testable import CaseStore

@Suite("Several connections, crashes and full disks")
struct SharingTests {
  @Test("Two stores on one folder number cases without gap while they interleave")
  func numbering() async throws {
    let office = try TrainingStore()
    let path = office.path
    try await withThrowingTaskGroup(of: [String].self) { group in
      for writer in 0..<3 {
        group.addTask {
          let store = try CaseStore.open(at: path)
          return try (0..<20).map { index in
            try store.open(
              TrainingStore.application("中心\(writer)-\(index)"), under: InventedPack.id,
              by: TrainingStore.session("wang")
            ).after.number ?? ""
          }
        }
      }
      var numbers: [String] = []
      for try await some in group { numbers += some }
      #expect(numbers.sorted() == (1...60).map { CaseNumbers.text(prefix: "XG", year: 2026, $0) })
    }
    let report = try office.store.verify()
    #expect(report.problems == [])
    #expect(report.cases == 60)
  }

  @Test("A second store sees what the first wrote, and its heads have moved")
  func interleaving() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    let other = try CaseStore.open(at: office.path)
    let seen = try other.state(of: .text(number)).heads
    let count = try other.changeCount()
    try office.act("submit", on: number, by: "li")
    #expect(try other.changeCount() != count)
    #expect(throws: CaseMoved.self) {
      try other.perform(
        .note("x"), on: .text(number), by: TrainingStore.session("wang"), expecting: .heads(seen))
    }
    #expect(try other.page(QueueQuery(view: .todo), for: office.viewer("li")).rows.count == 1)
  }

  @Test("What is not committed when a process ends is gone, and nothing else")
  func rolledBack() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    let head = try office.store.checkpoint()
    struct Killed: Error {}
    #expect(throws: Killed.self) {
      try office.store.writing { db in
        try db.execute(sql: "DELETE FROM queue")
        try db.execute(
          sql: "UPDATE events SET payload = NULL WHERE kind = 'opened'")
        throw Killed()
      }
    }
    #expect(try office.store.checkpoint() == head)
    #expect(try office.store.verify().problems == [])
    try office.act("submit", on: number, by: "li")
  }

  @Test("A log that was copied mid-way is recovered with every commit that it has")
  func crash() throws {
    let office = try TrainingStore()
    for index in 0..<5 { try office.receive("中心\(index)") }
    let copy = TrainingStore.freePath()
    defer { TrainingStore.remove(copy) }
    mkdir(copy, 0o700)
    mkdir(copy + "/files", 0o700)
    for name in ["journal.sqlite", "journal.sqlite-wal", "lock"] {
      try SystemFile.copy(office.path + "/" + name, to: copy + "/" + name)
    }
    let store = try CaseStore.open(at: copy)
    #expect(try store.verify().problems == [])
    #expect(try store.verify().cases == 5)
  }

  @Test("A copy writes as an incarnation of its own")
  func copied() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    try office.act("submit", on: number, by: "li")
    let copy = TrainingStore.freePath()
    defer { TrainingStore.remove(copy) }
    try office.store.close()
    mkdir(copy, 0o700)
    mkdir(copy + "/files", 0o700)
    for name in ["journal.sqlite", "lock"] {
      try SystemFile.copy(office.path + "/" + name, to: copy + "/" + name)
    }
    let store = try CaseStore.open(at: copy)
    #expect(
      try store.examine(moment: 0).ailments.contains { $0.problem.code == "doctor.copied" })
    let original = try office.store.events(of: .text(number)).map(\.header.device)
    let event = try store.perform(
      .note("在副本上"), on: .text(number), by: TrainingStore.session("wang")
    ).events.first
    #expect(event.map { !original.contains($0.header.device) } == true)
    #expect(event?.header.sequence == 1)
    #expect(try store.verify().problems == [])
  }

  @Test("A disk that is full refuses the write and keeps what was there")
  func full() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    let pages = try office.store.reading { try Int.fetchOne($0, sql: "PRAGMA page_count") } ?? 0
    try office.store.reading { try $0.execute(sql: "PRAGMA max_page_count = \(pages)") }
    let text = String(repeating: "占地方", count: 100_000)
    let code = problemCode {
      _ = try office.store.perform(
        .note(text), on: .text(number), by: TrainingStore.session("wang"))
    }
    #expect(code == "store.full")
    try office.store.reading { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
    #expect(try office.store.verify().problems == [])
    try office.act("submit", on: number, by: "li")
  }

  @Test("A writer that keeps the lock makes others wait, and then says so")
  func locked() throws {
    let office = try TrainingStore()
    let impatient = try StoreLock(office.store.directory.lock, patience: 20)
    let holder = try StoreLock(office.store.directory.lock, patience: 20)
    try holder.hold {
      #expect(problemCode { try impatient.hold {} } == "store.locked")
      var isRun = false
      impatient.holdIfFree { isRun = true }
      #expect(!isRun)
    }
    #expect(problemCode { try impatient.hold {} } == nil)
  }
}
