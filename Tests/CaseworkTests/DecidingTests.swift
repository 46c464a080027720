import Casework
import Quantities
import RulePacks
import Testing

@Suite("Decisions on a case")
struct DecidingTests {
  static let good: Facts = [
    "spending": .value(.money(Money(fen: 2000 * 1_000_000))),
    "floor": .value(.area(Area(hundredths: 100_000))),
  ]

  private func walkToReview(_ facts: Facts = good) throws -> Walk {
    var walk = try Walk(facts)
    try walk.act("submit", by: Walk.clerk)
    try walk.act("recommend", ["opinion": .text("同意")], by: Walk.clerk)
    return walk
  }

  private func codes(_ refusals: [Refusal]) -> [String] { refusals.map(\.code) }

  @Test("A case goes from its application to the roster, and a report is opened beside it")
  func mainWay() throws {
    var walk = try walkToReview()
    try walk.perform(.judge(condition: "ability", answer: true, note: "具备"), by: Walk.officer)
    try walk.act("approve", ["score": .count(86, .plain)])
    let state = try walk.state
    #expect(state.main?.stage == "building")
    #expect(state.main?.entry.deadline?.due == CalendarDate(parsing: "2029-03-02"))
    #expect(state.date("approved_on") == CalendarDate(parsing: "2026-03-02"))
    let report = try #require(state.proceeding("annual_report-2026"))
    #expect(report.entry.deadline?.due == CalendarDate(parsing: "2027-03-31"))
    try walk.act("finish")
    #expect(try walk.state.main?.entry.clock == ClockState.none)
  }

  @Test("What is missing, not met and not judged is refused together, each with its article")
  func refusalsTogether() throws {
    var walk = try Walk([
      "spending": .value(.money(Money(fen: 1850 * 1_000_000)))
    ])
    try walk.act("submit", by: Walk.clerk)
    let refusals = try walk.refusals(
      .act(action: "recommend", proceeding: nil, inputs: [:], note: nil), by: Walk.clerk)
    #expect(codes(refusals) == ["input.missing", "condition.not_met", "departure.required"])
    #expect(refusals[1].cites == ["1.1"])
    #expect(refusals[1].finding?.shortfall == .money(Money(fen: 150 * 1_000_000)))
    #expect(refusals[2].arguments["missing"] == "floor")
  }

  @Test("A departure from a default lets the case pass, and the finding says so")
  func departure() throws {
    var walk = try Walk([
      "spending": .value(.money(Money(fen: 2000 * 1_000_000))),
      "floor": .value(.area(Area(hundredths: 92_000))),
    ])
    try walk.act("submit", by: Walk.clerk)
    try walk.perform(.depart(condition: "floor", reason: "共用中试车间"), by: Walk.clerk)
    try walk.act("recommend", ["opinion": .text("同意")], by: Walk.clerk)
    let findings = Decider.findings(
      at: .application, of: try walk.state, in: walk.context(Walk.officer))
    #expect(findings.first { $0.id == "floor" }?.result == .departed)
    #expect(
      codes(try walk.refusals(.depart(condition: "spending", reason: "x"), by: Walk.clerk))
        == ["departure.not_allowed"])
  }

  @Test("A requested waiver passes reviews, blocks the decision, and is granted by another person")
  func waiver() throws {
    var walk = try Walk([
      "spending": .value(.money(Money(fen: 1850 * 1_000_000))),
      "floor": .value(.area(Area(hundredths: 100_000))),
    ])
    try walk.act("submit", by: Walk.clerk)
    let request = Command.waive(
      condition: "spending", step: .requested, reason: "重大部署", basis: "文件")
    #expect(
      codes(
        try walk.refusals(
          .waive(condition: "spending", step: .requested, reason: "", basis: nil),
          by: Walk.clerk)) == ["input.missing", "input.missing"])
    try walk.perform(request, by: Walk.clerk)
    try walk.act("recommend", ["opinion": .text("同意")], by: Walk.clerk)
    try walk.perform(.judge(condition: "ability", answer: true, note: "具备"), by: Walk.officer)
    let approve = Command.act(
      action: "approve", proceeding: nil, inputs: ["score": .count(86, .plain)], note: nil)
    #expect(codes(try walk.refusals(approve, by: Walk.officer)) == ["waiver.pending"])
    let grant = Command.waive(condition: "spending", step: .granted, reason: "同意", basis: "纪要")
    let both = Actor(name: "li", login: "li", roles: [.officer], department: nil)
    #expect(codes(try walk.refusals(grant, by: both)) == ["separation"])
    try walk.perform(grant, by: Walk.officer)
    #expect(try walk.refusals(approve, by: Walk.officer).isEmpty)
  }

  @Test("A judgement is owed at its own stage, not before")
  func judgement() throws {
    var walk = try Walk(Self.good)
    try walk.act("submit", by: Walk.clerk)
    #expect(
      codes(
        try walk.refusals(
          .judge(condition: "ability", answer: true, note: "x"), by: Walk.officer))
        == ["judgement.too_early"])
    try walk.act("recommend", ["opinion": .text("同意")], by: Walk.clerk)
    let approve = Command.act(
      action: "approve", proceeding: nil, inputs: ["score": .count(86, .plain)], note: nil)
    #expect(codes(try walk.refusals(approve, by: Walk.officer)) == ["judgement.pending"])
    try walk.perform(.judge(condition: "ability", answer: false, note: "不足"), by: Walk.officer)
    #expect(codes(try walk.refusals(approve, by: Walk.officer)) == ["condition.not_met"])
  }

  @Test("Nobody decides on what they themselves recommended")
  func separation() throws {
    var walk = try walkToReview()
    try walk.perform(.judge(condition: "ability", answer: true, note: "具备"), by: Walk.officer)
    let both = Actor(name: "li", login: "li", roles: [.clerk, .officer], department: nil)
    let refusals = try walk.refusals(
      .act(action: "approve", proceeding: nil, inputs: ["score": .count(86, .plain)], note: nil),
      by: both)
    #expect(codes(refusals) == ["separation"])
    #expect(refusals.first?.kind == .role)
  }

  @Test("A guard and the range of an input refuse with the pack's own words")
  func guardsAndRanges() throws {
    var walk = try walkToReview()
    try walk.perform(.judge(condition: "ability", answer: true, note: "具备"), by: Walk.officer)
    func approve(_ score: Int64) -> Command {
      .act(
        action: "approve", proceeding: nil, inputs: ["score": .count(score, .plain)], note: nil)
    }
    #expect(codes(try walk.refusals(approve(59), by: Walk.officer)) == ["guard.mark"])
    #expect(codes(try walk.refusals(approve(101), by: Walk.officer)) == ["input.range"])
  }

  @Test("A clerk acts for the own department only, and a role that may not act is refused")
  func roles() throws {
    var walk = try Walk(Self.good)
    try walk.act("submit", by: Walk.clerk)
    let recommend = Command.act(
      action: "recommend", proceeding: nil, inputs: ["opinion": .text("同意")], note: nil)
    let stranger = Actor(name: "zhao", login: "zhao", roles: [.clerk], department: "d2")
    #expect(codes(try walk.refusals(recommend, by: stranger)) == ["department"])
    #expect(codes(try walk.refusals(recommend, by: Walk.officer)) == ["role"])
  }

  @Test("A remark stands for the one text that an action needs")
  func remark() throws {
    var walk = try Walk(Self.good)
    try walk.act("submit", by: Walk.clerk)
    try walk.perform(
      .act(action: "recommend", proceeding: nil, inputs: [:], note: "同意推荐"), by: Walk.clerk)
    #expect(try walk.state.main?.inputs["opinion"] == .text("同意推荐"))
  }

  @Test("An official date is never after today nor before the stage was entered")
  func dates() throws {
    let walk = try Walk(Self.good)
    var context = walk.context(Walk.clerk)
    let submit = Command.act(action: "submit", proceeding: nil, inputs: [:], note: nil)
    context.on = walk.today.adding(days: 1)
    guard case .failure(let future) = Decider.decide(submit, on: try walk.state, in: context)
    else {
      Issue.record("a future date was accepted")
      return
    }
    #expect(codes(future.list) == ["date.future"])
    context.on = walk.today.adding(days: -1)
    guard case .failure(let past) = Decider.decide(submit, on: try walk.state, in: context) else {
      Issue.record("a date before the stage was accepted")
      return
    }
    #expect(codes(past.list) == ["date.before_stage"])
  }

  @Test("What is offered passes over inputs that nobody has given yet")
  func offers() throws {
    var walk = try walkToReview()
    try walk.perform(.judge(condition: "ability", answer: true, note: "具备"), by: Walk.officer)
    let offers = Decider.offers(for: try walk.state, in: walk.context(Walk.officer))
    #expect(offers.map(\.id) == ["approve"])
    #expect(offers.first?.isAllowed == true)
    #expect(offers.first?.needs.map(\.id) == ["score"])
  }
}
