import CaseStore
import Casework
import Quantities
import RulePacks
import Testing

@Suite("Performing commands")
struct PerformTests {
  @Test("An application becomes a numbered case, and an action moves it")
  func walk() throws {
    let office = try TrainingStore()
    let number = try office.receive("虚构市海洋传感技术创新中心")
    #expect(number == "XG-2026-001")
    let done = try office.act("submit", on: number, by: "li")
    #expect(done.before?.main?.stage == "applying")
    #expect(done.after.main?.stage == "preliminary")
    #expect(done.events.count == 1)
    #expect(try office.store.state(of: .text(number)) == done.after)
  }

  @Test("Of what arrives together each has its number in order, and what comes twice is one case")
  func together() throws {
    let office = try TrainingStore()
    let names = (0..<40).map { "虚构市第\($0)技术创新中心" }
    let arrivals = (names + [names[3], "虚构市最后技术创新中心"]).map { name in
      Arrival.application(TrainingStore.application(name), pack: InventedPack.id)
    }
    let admissions = try office.store.admit(arrivals, by: TrainingStore.session("wang"))
    var numbers: [String] = []
    for admission in admissions {
      switch admission {
      case .admitted(let performed):
        numbers.append(performed.after.number ?? "")
        #expect(try office.store.state(of: .stream(performed.after.id)) == performed.after)
      case .duplicate(let state): #expect(state.number == "XG-2026-004")
      case .refused(let refusals): Issue.record("\(refusals)")
      }
    }
    #expect(numbers.count == 41)
    #expect(numbers.first == "XG-2026-001")
    #expect(numbers.last == "XG-2026-041")
    #expect(try office.store.verify().isSound)
    #expect(try office.receive("虚构市又一技术创新中心") == "XG-2026-042")
  }

  @Test("A refusal leaves the store as it was")
  func refusal() throws {
    let office = try TrainingStore()
    let number = try office.receive("虚构市海洋传感技术创新中心")
    let before = try office.store.checkpoint()
    #expect(throws: Refusals.self) { try office.act("recommend", on: number, by: "li") }
    #expect(throws: Refusals.self) { try office.act("submit", on: number, by: "audit") }
    #expect(try office.store.checkpoint() == before)
  }

  @Test("A preview says what would happen and records nothing")
  func preview() throws {
    let office = try TrainingStore()
    let number = try office.receive("虚构市海洋传感技术创新中心")
    let before = try office.store.checkpoint()
    let seen = try office.store.preview(
      .act(action: "submit", proceeding: nil, inputs: [:], note: nil), on: .text(number),
      by: TrainingStore.session("li"))
    #expect(seen.after.main?.stage == "preliminary")
    #expect(seen.events.isEmpty)
    #expect(try office.store.checkpoint() == before)
    #expect(try office.store.state(of: .text(number)).main?.stage == "applying")
  }

  @Test("Who decides on heads that moved is told what happened since")
  func moved() throws {
    let office = try TrainingStore()
    let number = try office.receive("虚构市海洋传感技术创新中心")
    let seen = try office.store.state(of: .text(number)).heads
    try office.act("submit", on: number, by: "li")
    let moved = #expect(throws: CaseMoved.self) {
      try office.store.perform(
        .note("晚了一步"), on: .text(number), by: TrainingStore.session("wang"), expecting: .heads(seen)
      )
    }
    #expect(moved?.since.map(\.header.kind) == [.acted])
    #expect(moved?.state.main?.stage == "preliminary")
  }

  @Test("Steps of the same millisecond stay steps of their own for undo")
  func moments() throws {
    let office = try TrainingStore()
    let number = try office.receive("虚构市海洋传感技术创新中心")
    try office.act("submit", on: number, by: "li")
    try office.act("recommend", on: number, by: "li")
    let undone = try office.store.perform(
      .undo(proceeding: nil, reason: nil), on: .text(number), by: TrainingStore.session("li"))
    #expect(undone.after.main?.stage == "preliminary")
  }

  @Test("Numbers are gapless, also after refusals and repeated imports")
  func numbers() throws {
    let office = try TrainingStore()
    let arrivals = ["甲", "乙", "丙"].map {
      Arrival.application(TrainingStore.application($0), pack: InventedPack.id)
    }
    _ = try office.store.admit(arrivals, by: TrainingStore.session("wang"), isDryRun: true)
    _ = try office.store.admit(arrivals, by: TrainingStore.session("wang"))
    let again = try office.store.admit(arrivals, by: TrainingStore.session("wang"))
    #expect(
      again.allSatisfy { admission in
        if case .duplicate = admission { true } else { false }
      })
    #expect(try office.receive("丁") == "XG-2026-004")
    #expect(
      throws: Refusals.self, performing: { try office.receive("戊", by: "audit") })
    #expect(try office.receive("戊") == "XG-2026-005")
  }

  @Test("One refused row keeps a whole file out")
  func allOrNothing() throws {
    let office = try TrainingStore()
    let entries = ["on_roster", "no_such_stage"].map { stage in
      Arrival.rosterEntry(
        RosterEntry(
          facts: ["name": .value(.text("中心" + stage))], stage: stage, since: nil,
          source: "roster.csv", fingerprint: stage), pack: InventedPack.id)
    }
    let admissions = try office.store.admit(entries, by: TrainingStore.session("wang"))
    #expect(admissions.count == 2)
    let page = try office.store.page(
      QueueQuery(view: .all), for: office.viewer("wang"))
    #expect(page.rows.isEmpty)
  }
}
