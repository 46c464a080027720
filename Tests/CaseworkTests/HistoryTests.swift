import Casework
import Quantities
import RulePacks
import Testing

@Suite("Returns, undoing and reopening")
struct HistoryTests {
  private func atFirstLook() throws -> Walk {
    var walk = try Walk(DecidingTests.good)
    try walk.act("submit", by: Walk.clerk)
    return walk
  }

  @Test("While the host corrects, the office's clock is paused; what was left goes on")
  func pause() throws {
    var walk = try atFirstLook()
    #expect(try walk.state.main?.entry.deadline?.due == CalendarDate(parsing: "2026-03-09"))
    walk.today = walk.today.adding(days: 2)
    try walk.act("send_back", ["defects": .text("缺审计报告\n缺协议")], by: Walk.clerk)
    let waiting = try #require(try walk.state.main)
    #expect(waiting.entry.clock == .host)
    #expect(waiting.round == 1)
    #expect(waiting.defects == ["缺审计报告", "缺协议"])
    #expect(waiting.entry.deadline?.due == CalendarDate(parsing: "2026-03-16"))
    #expect(waiting.paused["first_look"]?.remaining == Period(3, .workingDay))
    walk.today = walk.today.adding(days: 5)
    try walk.act("resubmit", by: Walk.clerk)
    let back = try #require(try walk.state.main)
    #expect(back.entry.deadline?.due == CalendarDate(parsing: "2026-03-12"))
    #expect(back.entry.deadline?.source == .resumed)
    #expect(back.paused.isEmpty)
  }

  @Test("The last step is undone by its own actor, and the fold skips it")
  func undo() throws {
    var walk = try atFirstLook()
    #expect(
      try walk.refusals(.undo(proceeding: nil, reason: nil), by: Walk.officer).map(\.code)
        .contains("undo.other_actor"))
    try walk.perform(.undo(proceeding: nil, reason: "误操作"), by: Walk.clerk)
    let state = try walk.state
    #expect(state.main?.stage == "applying")
    #expect(state.version == walk.events.count)
  }

  @Test("What a redaction left and nobody can read is an error, not a step that never was")
  func unreadableReplacement() throws {
    var walk = try atFirstLook()
    try walk.act("recommend", ["opinion": .text("同意")], by: Walk.clerk)
    let step = try #require(walk.events.last)
    let note = try #require(walk.events.first)
    func history(_ replacement: String) -> [Event] {
      let redaction = Redacted(
        event: step.id, kind: step.header.kind, replacement: replacement,
        removed: ["inputs.opinion"], reason: "本人申请", basis: "个人信息保护法第47条")
      return walk.events.dropLast() + [
        Event(id: step.id, header: step.header, payload: nil),
        Event(id: "redaction", header: note.header, payload: .redacted(redaction)),
      ]
    }
    let left = try #require(step.payload).encoded()
    let text = String(decoding: left, as: UTF8.self)
    #expect(try CaseState(folding: history(text)).main?.stage == walk.state.main?.stage)
    #expect(throws: CaseState.FoldError.unreadableReplacement(step.id)) {
      try CaseState(folding: history(String(text.dropLast(3))))
    }
  }

  @Test("What was published is not undone")
  func final() throws {
    var walk = try atFirstLook()
    try walk.act("recommend", ["opinion": .text("同意")], by: Walk.clerk)
    try walk.perform(.judge(condition: "ability", answer: true, note: "具备"), by: Walk.officer)
    try walk.act("approve", ["score": .count(86, .plain)])
    #expect(
      try walk.refusals(.undo(proceeding: nil, reason: nil), by: Walk.officer).map(\.code)
        == ["undo.final"])
  }

  @Test("An ended proceeding is taken up again with a reason, at the stage before its end")
  func reopening() throws {
    var walk = try atFirstLook()
    try walk.act("decline", ["opinion": .text("不符")], by: Walk.clerk)
    #expect(try walk.state.main?.isEnded == true)
    #expect(
      try walk.refusals(
        .reopen(proceeding: "establishment", reason: " ", basis: nil), by: Walk.officer
      ).map(\.code) == ["input.missing"])
    try walk.perform(
      .reopen(proceeding: "establishment", reason: "复核后受理", basis: nil), by: Walk.officer)
    #expect(try walk.state.main?.stage == "first_look")
  }

  @Test("A proceeding beside the main one can end the case, and its siblings end with it")
  func moving() throws {
    var walk = try atFirstLook()
    try walk.act("recommend", ["opinion": .text("同意")], by: Walk.clerk)
    try walk.perform(.judge(condition: "ability", answer: true, note: "具备"), by: Walk.officer)
    try walk.act("approve", ["score": .count(86, .plain)])
    try walk.perform(
      .open(procedure: "annual_report", inputs: ["year": .count(2027, .year)], note: nil),
      by: Walk.officer)
    #expect(
      try walk.refusals(
        .open(procedure: "annual_report", inputs: ["year": .count(2027, .year)], note: nil),
        by: Walk.officer
      ).map(\.code) == ["proceeding.exists"])
    try walk.perform(
      .act(
        action: "close_centre", proceeding: "annual_report-2026", inputs: [:], note: nil),
      by: Walk.officer)
    let state = try walk.state
    #expect(state.main?.entry.ends == .revoked)
    #expect(state.proceeding("annual_report-2026")?.entry.ends == .completed)
    #expect(state.proceeding("annual_report-2027")?.entry.ends == .discontinued)
    #expect(state.proceeding("annual_report-2027")?.entry.deadline == nil)
  }

  @Test("Adding an event to a folded case equals folding it anew")
  func incremental() throws {
    var walk = try atFirstLook()
    try walk.act("send_back", ["defects": .text("缺页")], by: Walk.clerk)
    try walk.act("resubmit", by: Walk.clerk)
    var state = try CaseState(folding: [walk.events[0]])
    for event in walk.events.dropFirst() {
      state = try #require(try state.adding(event))
    }
    #expect(state == (try walk.state))
  }
}

@Suite("Facts that a step decided")
struct DecidedFactTests {
  @Test("A clerk does not change them, and an officer corrects them with a reason")
  func correction() throws {
    var walk = try Walk(DecidingTests.good)
    try walk.act("submit", by: Walk.clerk)
    try walk.act("recommend", ["opinion": .text("同意")], by: Walk.clerk)
    try walk.perform(.judge(condition: "ability", answer: true, note: "具备"), by: Walk.officer)
    try walk.act("approve", ["score": .count(86, .plain)])
    let day = try #require(CalendarDate(parsing: "2026-03-01"))
    func change(_ note: String?) -> Command {
      .setFacts(
        changes: ["approved_on": .value(.date(day))], cleared: [], source: nil, note: note)
    }
    #expect(try walk.refusals(change("x"), by: Walk.clerk).map(\.code) == ["facts.decided"])
    #expect(try walk.refusals(change(nil), by: Walk.officer).map(\.code) == ["facts.correction"])
    #expect(try walk.refusals(change("批文日期录入有误"), by: Walk.officer).isEmpty)
    let other = Command.setFacts(
      changes: ["floor": .value(.area(Area(hundredths: 110_000)))], cleared: [], source: nil,
      note: nil)
    #expect(try walk.refusals(other, by: Walk.clerk).isEmpty)
  }

  @Test("What no step has put on record is not written in the place of the step")
  func notRecorded() throws {
    var walk = try Walk(DecidingTests.good)
    try walk.act("submit", by: Walk.clerk)
    try walk.act("recommend", ["opinion": .text("同意")], by: Walk.clerk)
    let day = try #require(CalendarDate(parsing: "2026-03-01"))
    let refusals = try walk.refusals(
      .setFacts(
        changes: ["approved_on": .value(.date(day))], cleared: [], source: nil, note: "先填上"),
      by: Walk.officer)
    #expect(refusals.map(\.code) == ["facts.not_recorded"])
    #expect(refusals.first?.arguments["action"] == "approve")
  }

  @Test("Who corrects what a separated step put on record does not decide on it")
  func correctedByTheDecider() throws {
    var walk = try Walk(DecidingTests.good)
    try walk.act("submit", by: Walk.clerk)
    try walk.act("recommend", ["opinion": .text("同意")], by: Walk.clerk)
    try walk.perform(.judge(condition: "ability", answer: true, note: "具备"), by: Walk.officer)
    let approve = Command.act(
      action: "approve", proceeding: nil, inputs: ["score": .count(86, .plain)], note: nil)
    #expect(try walk.refusals(approve, by: Walk.officer).isEmpty)
    let day = try #require(CalendarDate(parsing: "2026-03-01"))
    try walk.perform(
      .setFacts(
        changes: ["recommended_on": .value(.date(day))], cleared: [], source: nil,
        note: "推荐日期录入有误"), by: Walk.officer)
    let refusals = try walk.refusals(approve, by: Walk.officer)
    #expect(refusals.map(\.code) == ["separation.corrected"])
    let other = Actor(name: "zhao", login: "zhao", roles: [.officer], department: nil)
    #expect(try walk.refusals(approve, by: other).isEmpty)
  }
}
