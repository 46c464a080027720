import Casework
import Quantities
import RulePacks
import Testing

@Suite("What was settled in one run says nothing about the next")
struct LapseTests {
  private func approved(_ facts: Facts = DecidingTests.good) throws -> Walk {
    var walk = try Walk(facts, under: EvaluatedPack.load())
    try walk.act("submit", by: Walk.clerk)
    return walk
  }

  private func approve(_ walk: inout Walk) throws {
    try walk.act("recommend", ["opinion": .text("同意")], by: Walk.clerk)
    try walk.perform(.judge(condition: "ability", answer: true, note: "具备"), by: Walk.officer)
    try walk.act("approve", ["score": .count(86, .plain)])
  }

  private func openCheck(_ year: Int64, _ walk: inout Walk) throws {
    try walk.perform(
      .open(procedure: "yearly_check", inputs: ["year": .count(year, .year)], note: nil),
      by: Walk.officer)
  }

  private func conclude(_ year: Int) -> Command {
    .act(action: "conclude", proceeding: "yearly_check-\(year)", inputs: [:], note: nil)
  }

  private func codes(_ walk: Walk, _ year: Int) throws -> [String] {
    try walk.refusals(conclude(year), by: Walk.officer).map(\.code)
  }

  private func result(
    _ id: String, at moment: Moment, _ walk: Walk
  ) throws -> FindingResult? {
    Decider.findings(at: moment, of: try walk.state, in: walk.context(Walk.officer))
      .first { $0.id == id }?.result
  }

  @Test("A judgement of the same day counts for the run that was open, not for one opened after it")
  func judgement() throws {
    var walk = try approved()
    try approve(&walk)
    try openCheck(2026, &walk)
    try walk.perform(.judge(condition: "upkeep", answer: true, note: "保持"), by: Walk.officer)
    try walk.perform(conclude(2026), by: Walk.officer)
    try openCheck(2027, &walk)
    #expect(try codes(walk, 2027) == ["judgement.pending"])
    try walk.perform(.judge(condition: "upkeep", answer: true, note: "仍保持"), by: Walk.officer)
    #expect(try codes(walk, 2027) == [])
  }

  @Test("A departure at the application stays there, and is asked for anew in each evaluation")
  func departure() throws {
    var walk = try approved([
      "spending": .value(.money(Money(fen: 2000 * 1_000_000))),
      "floor": .value(.area(Area(hundredths: 92_000))),
    ])
    try walk.perform(.depart(condition: "floor", reason: "共用车间"), by: Walk.clerk)
    try approve(&walk)
    for year in [2026, 2027] {
      try openCheck(Int64(year), &walk)
      try walk.perform(.judge(condition: "upkeep", answer: true, note: "保持"), by: Walk.officer)
      #expect(try codes(walk, year) == ["departure.required"])
      #expect(try result("floor", at: .application, walk) == .departed)
      try walk.perform(.depart(condition: "floor", reason: "仍共用"), by: Walk.officer)
      #expect(try result("floor", at: .evaluation, walk) == .departed)
      try walk.perform(conclude(year), by: Walk.officer)
    }
  }

  @Test("A waiver that was granted for the application is no waiver of a later evaluation")
  func waiver() throws {
    var walk = try approved([
      "spending": .value(.money(Money(fen: 1850 * 1_000_000))),
      "floor": .value(.area(Area(hundredths: 100_000))),
    ])
    func step(_ step: WaiverStep.Step, by actor: Actor) throws {
      try walk.perform(
        .waive(condition: "spending", step: step, reason: "重大部署", basis: "文件"), by: actor)
    }
    try step(.requested, by: Walk.clerk)
    try step(.granted, by: Walk.officer)
    try approve(&walk)
    try openCheck(2026, &walk)
    try walk.perform(.judge(condition: "upkeep", answer: true, note: "保持"), by: Walk.officer)
    #expect(try codes(walk, 2026) == ["condition.not_met"])
    #expect(try result("spending", at: .application, walk) == .waived)
    try step(.requested, by: Walk.clerk)
    try step(.granted, by: Walk.officer)
    #expect(try codes(walk, 2026) == [])
  }

  @Test("What runs beside a case stops with it, and is owed again once the case goes on")
  func beside() throws {
    var walk = try approved()
    try approve(&walk)
    try openCheck(2026, &walk)
    try walk.perform(
      .open(procedure: "annual_report", inputs: ["year": .count(2025, .year)], note: nil),
      by: Walk.officer)
    try walk.perform(
      .act(
        action: "close_centre", proceeding: "annual_report-2025", inputs: [:], note: nil),
      by: Walk.officer)
    for id in ["annual_report-2026", "yearly_check-2026"] {
      let run = try #require(try walk.state.proceeding(id))
      #expect(run.entry.ends == .discontinued)
      #expect(run.entry.deadline == nil)
      #expect(run.entry.clock == .ended)
    }
    try walk.perform(
      .reopen(proceeding: "establishment", reason: "撤销决定", basis: "文件"), by: Walk.officer)
    try openCheck(2026, &walk)
    #expect(try walk.state.proceeding("yearly_check-2026-2")?.isEnded == false)
    #expect(
      try walk.refusals(
        .open(procedure: "annual_report", inputs: ["year": .count(2025, .year)], note: nil),
        by: Walk.officer
      ).map(\.code) == ["proceeding.exists"])
  }
}

@Suite("Facts that steps put on record, and take off it")
struct ClearedFactsTests {
  private func onRoster() throws -> Walk {
    var walk = try Walk(DecidingTests.good, under: EvaluatedPack.load())
    try walk.act("submit", by: Walk.clerk)
    try walk.act("recommend", ["opinion": .text("同意")], by: Walk.clerk)
    try walk.perform(.judge(condition: "ability", answer: true, note: "具备"), by: Walk.officer)
    try walk.act("approve", ["score": .count(86, .plain)])
    try walk.perform(
      .act(action: "receive", proceeding: "annual_report-2026", inputs: [:], note: nil),
      by: Walk.officer)
    try walk.act("finish")
    return walk
  }

  @Test("An action takes facts off the record, and undoing it puts them back")
  func clears() throws {
    var walk = try onRoster()
    #expect(try walk.state.facts["reports[2026].received_on"] != nil)
    try walk.act("revert")
    #expect(try walk.state.facts["approved_on"] == nil)
    #expect(try walk.state.facts["reports[2026].received_on"] == nil)
    #expect(try walk.state.main?.stage == "building")
    try walk.perform(.undo(proceeding: nil, reason: "误办"), by: Walk.officer)
    #expect(try walk.state.date("approved_on") == CalendarDate(parsing: "2026-03-02"))
    #expect(try walk.state.main?.stage == "roster")
  }

  @Test("A pack may clear facts of the vocabulary only, and none that the same action sets")
  func loading() throws {
    func codes(_ replacement: String) -> [String] {
      do {
        _ = try EvaluatedPack.load(reverting: replacement)
        return []
      } catch let problems as Problems {
        return problems.list.map(\.code)
      } catch {
        return ["\(error)"]
      }
    }
    #expect(codes("clears: [aproved_on]") == ["pack.unknown.fact"])
    #expect(codes("clears: [\"reports[{year}].received_on\"]") == ["pack.unknown.input"])
    #expect(
      codes("sets: { approved_on: on }\n        clears: [approved_on]")
        == ["pack.id.duplicate"])
  }

  @Test("An application brings no facts that only a later step puts on record")
  func application() throws {
    let pack = try SmallPack.load()
    let today = try #require(CalendarDate(parsing: "2026-03-02"))
    let context = DecisionContext(
      actor: Walk.clerk, today: today, on: today, calendar: WorkingCalendar(),
      practice: OfficeState().practice(under: pack, on: today), others: [:], pack: pack)
    let result = Decider.open(
      Application(
        facts: ["department": .value(.text("d1")), "approved_on": .value(.date(today))],
        materials: [], fingerprint: ""), in: context)
    guard case .failure(let refusals) = result else {
      Issue.record("The application was taken")
      return
    }
    #expect(refusals.list.map(\.code) == ["facts.decided_later"])
    #expect(refusals.list.first?.arguments["missing"] == "approved_on")
  }
}
