import Casework
import Quantities
import RuleDrafting
import Testing

@testable import RulePacks

@Suite("What the language of packs can say")
struct LanguageTests {
  @Test("The invented pack loads without one remark, and is the same in its compiled form")
  func loads() throws {
    let loaded = try YunzhouPack.load()
    let report = PackChecks.run(
      loaded.pack, vocabulary: try YunzhouPack.vocabulary(), places: loaded.places)
    #expect(report.problems == [])
    #expect(report.uncovered.map(\.key) == ["1"])
    let bytes = try loaded.pack.compiled()
    #expect(try RulePack(compiled: bytes) == loaded.pack)
    #expect(try CompactValue.read(RulePack.self, from: bytes) == loaded.pack)
  }

  @Test("Every test of the invented pack holds")
  func holds() throws {
    let (runner, tests) = try YunzhouPack.tests()
    for test in tests { #expect(runner.failures(of: test) == [], "\(test.name)") }
  }

  @Test("A walk by itself takes every action of the invented pack")
  func explored() throws {
    let (runner, tests) = try YunzhouPack.tests()
    let report = PackExplorer.report(on: runner, from: tests)
    #expect(report.neverTaken.map(\.place.path) == [])
  }

  @Test("An extension moves the due date from its own last day, and is refused the second time")
  func extended() throws {
    var walk = try YunzhouWalk(at: "construction", since: day("2026-03-02"))
    #expect(try walk.state.main?.entry.deadline?.due == day("2029-03-02"))
    walk.today = try day("2028-01-10")
    try walk.act("extend", ["reason": .text("设备迟到")])
    // 2030-03-02 is a Saturday.
    #expect(try walk.state.main?.entry.deadline?.due == day("2030-03-04"))
    #expect(try walk.state.main?.enteredOn == day("2026-03-02"))
    let refusal = try #require(try walk.refusals("extend", ["reason": .text("再")]).first)
    #expect(refusal.code == "action.spent")
    #expect(refusal.arguments["on"] == "2028-01-10")
    #expect(refusal.cites == ["8.2"])
  }

  @Test("What one of two has agreed to is on record and offered to the other alone")
  func agreements() throws {
    var walk = try YunzhouWalk(at: "deciding", since: day("2026-03-02"))
    try walk.act("approve", ["opinion": .text("同意")])
    let state = try walk.state
    #expect(state.main?.stage == "deciding")
    #expect(state.date("approval.date") == nil)
    let offers = Decider.offers(for: state, in: walk.context("sun", .leader))
    let offer = try #require(offers.first { $0.id == "approve" })
    #expect(offer.isAllowed)
    #expect(offer.awaits == ["finance"])
    #expect(offer.agreed.map(\.actor) == ["wang"])
    #expect(offer.roles == [.officer, .leader])
    try walk.act("approve", ["opinion": .text("同意")], by: "sun", as: .leader)
    #expect(try walk.state.main?.stage == "hearing")
    #expect(try walk.state.main?.consents == [:])
  }

  @Test("A silence past the due date is shown, and nothing happens by itself")
  func silence() throws {
    var walk = try YunzhouWalk(at: "hearing", since: day("2026-03-02"))
    walk.today = try day("2026-03-16")
    #expect(Decider.alerts(for: try walk.state, in: walk.context("wang", .officer)).isEmpty)
    let early = try #require(try walk.refusals("deem_agreed").first)
    #expect(early.code == "silence.not_yet")
    #expect(early.arguments["from"] == "2026-03-17")
    walk.today = try day("2026-03-17")
    let alerts = Decider.alerts(for: try walk.state, in: walk.context("wang", .officer))
    #expect(alerts.map(\.silentSince) == [try day("2026-03-16")])
    #expect(try walk.state.main?.stage == "hearing")
  }

  @Test("A refusal names the day from which the guard will hold")
  func until() throws {
    let pack = try YunzhouPack.load().pack
    let requirement = try #require(
      pack.mainProcedure?.stage("applying")?.action("submit")?.guards.first)
    #expect(requirement.until != nil)
    var walk = try YunzhouWalk(at: "waiting", since: day("2026-03-02"))
    walk.today = try day("2026-12-01")
    let refusal = try #require(try walk.refusals("lapse").first)
    #expect(refusal.code == "guard.over")
    #expect(refusal.arguments["until"] == "2027-03-03")
  }

  @Test("A failed review that ends the case stops the other one, and says so")
  func branches() throws {
    let (runner, tests) = try YunzhouPack.tests()
    let test = try #require(tests.first { $0.name.hasPrefix("One failed review") })
    #expect(runner.failures(of: test) == [])
  }

  @Test("A centre whose revocation is withdrawn comes back to where it stood, and nowhere else")
  func restoring() throws {
    var walk = try YunzhouWalk(at: "on_roster", since: day("2026-03-02"))
    walk.today = try day("2026-03-03")
    try walk.act("open.revocation", ["reason": .text("不合格")], by: "wang")
    try walk.act("notify", by: "zhao")
    try walk.act("record_statement", ["opinion": .text("无异议")], by: "wang")
    try walk.act("revoke", ["reason": .text("不合格")], by: "qian")
    #expect(try walk.state.main?.stage == "revoked")
    let back: [String: Value] = ["reason": .text("复议")]
    let refusal = try #require(try walk.refusals("restore_building", back).first)
    #expect(refusal.code == "restore.stood_elsewhere")
    #expect(refusal.arguments["stage"] == "establishment.on_roster")
    #expect(refusal.arguments["target"] == "establishment.construction")
    try walk.act("restore_roster", back)
    #expect(try walk.state.main?.stage == "on_roster")
    #expect(try walk.state.main?.visited == ["on_roster", "revoked", "on_roster"])
  }

  @Test("Terms are part of the law, and a pack without them keeps its hash")
  func hash() throws {
    var pack = try YunzhouPack.load().pack
    let place = try #require(pack.procedures.firstIndex { $0.isMain })
    let stage = try #require(pack.procedures[place].stages.firstIndex { $0.id == "construction" })
    pack.procedures[place].stages[stage].actions[0].terms?.atMost = 2
    #expect(LawHash.of(pack) != pack.lawHash)
    pack.procedures[place].stages[stage].actions[0].terms?.atMost = 1
    #expect(LawHash.of(pack) == pack.lawHash)
  }

  private func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(parsing: text))
  }
}
