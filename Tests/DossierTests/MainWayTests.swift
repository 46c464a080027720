import Testing

@Suite("The main way by command")
struct MainWayTests {
  @Test("A centre goes from its application to the roster and out of it, sound at every step")
  func mainWay() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    try expect(store, "applying", allowed: "submit", by: "clerk", on: "2026-03-02")

    let submitted = try store.act("submit", by: "clerk", on: "2026-03-02", to: "preliminary")
    #expect(submitted.from == "applying")
    // Ten working days by the pack's suggestion: 2 March is not counted.
    #expect(submitted.deadlines[0].due == "2026-03-16")
    #expect(submitted.deadlines[0].explanation.string?.contains("2026-03-02") == true)
    try expect(store, "preliminary", allowed: "recommend", by: "clerk", on: "2026-03-06")

    try store.act(
      "recommend", by: "clerk", on: "2026-03-06", ["opinion=同意推荐"], to: "formal_review")
    try expect(store, "formal_review", allowed: "record_opinion", by: "agency", on: "2026-03-12")
    try store.act(
      "record_opinion", by: "agency", on: "2026-03-12", ["opinion=材料齐全", "advice=pass"],
      to: "formal_review")
    try store.act("pass", by: "officer", on: "2026-03-16", to: "expert_review")
    try expect(store, "expert_review", allowed: "record_review", by: "secretary", on: "2026-04-10")

    try store.act(
      "record_review", by: "secretary", on: "2026-04-10",
      ["held_on=2026-04-09", "experts=7", "score=86", "advice=pass", "opinion=同意建设"],
      to: "expert_review")
    let early = try store.program.run(
      "act", store.number, "pass", "--as", "officer", "--today", "2026-04-13", "--json")
    #expect(early.status == 1)
    #expect(
      try early.json.refusals.first(where: "condition", is: "capability").code
        == "judgement.pending")
    for condition in [
      "capability", "support-ability", "industry-needs", "team", "head-of-operations",
      "cooperation-basis",
    ] {
      try store.program.json(
        "judge", store.number, condition, "yes", "--note", "专家组意见", "--as", "secretary", "--today",
        "2026-04-13")
    }
    try store.act("pass", by: "officer", on: "2026-04-13", to: "sampling")
    try store.act("sampled", by: "officer", on: "2026-04-14", to: "site_visit")
    try store.act(
      "record_visit", by: "officer", on: "2026-04-20", ["visited_on=2026-04-17", "opinion=条件属实"],
      to: "director_meeting")
    try store.act(
      "list", by: "officer", on: "2026-04-29", ["held_on=2026-04-28", "minutes=会议纪要5号"],
      to: "publicity")
    try expect(store, "publicity", allowed: nil, by: "officer", on: "2026-05-08")
    try store.act("conclude", by: "officer", on: "2026-05-09", to: "approval")
    let approved = try store.act(
      "approve", by: "officer", on: "2026-05-12", ["document_number=青科字〔2026〕11号"],
      to: "construction")
    #expect(approved.deadlines.items.contains { $0.due == "2029-05-12" })
    try expect(store, "construction", allowed: "open.change", by: "clerk", on: "2026-06-01")
    try leave(store)
  }

  /// From construction to the roster, and out of it for fraud.
  private func leave(_ store: TrainingStore) throws {
    let bare = try store.program.run(
      "act", store.number, "evaluate", "--as", "officer", "--today", "2029-05-13", "--json")
    #expect(bare.status == 1)
    try store.act(
      "evaluate", by: "officer", on: "2029-05-13", ["note=专家委员会未登记，评价中核实"],
      to: "comprehensive_evaluation")
    let evaluation = "evaluation-2029"
    try store.act(
      "submit", by: "clerk", on: "2029-05-20", proceeding: evaluation, to: "department_review")
    try store.act(
      "forward", by: "clerk", on: "2029-05-25", proceeding: evaluation, to: "assessment")
    try store.act(
      "record_assessment", by: "agency", on: "2029-06-15", ["opinion=任务完成", "score=82"],
      proceeding: evaluation, to: "assessment")
    // The committee, the director and the figures of the last years were never put on record.
    let early = try store.program.run(
      "act", store.number, "conclude", "--proceeding", evaluation, "--set", "grade=qualified",
      "--as", "officer", "--today", "2029-06-20", "--json")
    #expect(early.status == 1)
    #expect(
      try early.json.refusals.first(where: "condition", is: "committee-size").code
        == "condition.unknown")
    try store.act(
      "conclude_despite", by: "leader", on: "2029-06-20",
      ["grade=qualified", "reason=条件登记不全，专家已现场核实"], proceeding: evaluation, to: "passed")
    try store.act("include", by: "officer", on: "2029-06-25", to: "on_roster")
    try expect(store, "on_roster", allowed: "open.revocation", by: "officer", on: "2029-09-03")

    let opened = try store.act(
      "open.revocation", by: "officer", on: "2029-09-03",
      ["ground=fraud", "evidence=核查报告（虚构）"], to: "examination")
    #expect(opened.proceeding == "revocation-1")
    let revocation = "revocation-1"
    try store.act(
      "serve_notice", by: "officer", on: "2029-09-10",
      ["evidence=核查报告（虚构）", "served_on=2029-09-10"], proceeding: revocation, to: "statement")
    try store.act(
      "record_statement", by: "officer", on: "2029-09-12",
      ["statement=单位承认并说明原因", "received_on=2029-09-12"],
      proceeding: revocation, to: "decision")
    try store.act(
      "revoke", by: "leader", on: "2029-09-20",
      ["reason=情形成立", "document_number=青科字〔2029〕30号"], proceeding: revocation, to: "service")
    let served = try store.act(
      "serve", by: "officer", on: "2029-09-24", ["served_on=2029-09-24", "remedies=复议与诉讼"],
      proceeding: revocation, to: "remedies")
    #expect(served.stage == "revoked")
    try store.act(
      "close", by: "officer", on: "2029-11-26", proceeding: revocation, to: "effective")

    let shown = try store.program.json("show", store.number)
    #expect(shown.stage == "revoked")
    #expect(shown.ends == "revoked")
    let queue = try store.program.json("queue", "--view", "ended")
    #expect(queue.total == 1)
    let ended = try store.program.run(
      "act", store.number, "upgrade", "--as", "officer", "--today", "2029-11-27", "--json")
    #expect(ended.status == 1)
    #expect(try ended.json.refusals[0].code == "case.ended")
    try store.expectSound()
  }

  /// Expects a stage, an action that may be taken there, a history that ends there, findings, and a
  /// sound store.
  private func expect(
    _ store: TrainingStore, _ stage: String, allowed action: String?, by user: String,
    on date: String, at place: SourceLocation = #_sourceLocation
  ) throws {
    let who = ["--as", user, "--today", date, "--json"]
    let actions = try store.program.run(["actions", store.number] + who).json
    #expect(actions.stage.string == stage, sourceLocation: place)
    if let action {
      let offer = actions.actions.first(where: "id", is: .text(action))
      #expect(offer.allowed == true, "\(offer)", sourceLocation: place)
    }
    let check = try store.program.run(["check", store.number, "--at", "application"] + who).json
    #expect(
      check.findings.first(where: "id", is: "rd-total").result == "met", sourceLocation: place)
    let history = try store.program.json("history", store.number)
    #expect(history.events[0].kind == "opened", sourceLocation: place)
    #expect(history.version.number == history.events.items.count, sourceLocation: place)
    try store.expectSound(at: place)
  }
}

extension JSONValue {
  /// The number.
  var number: Int? {
    if case .number(let number) = self { return number }
    return nil
  }
}
