import Testing

@Suite("The main way by keys")
struct MainWayByKeysTests {
  @Test("A centre goes from its application to the roster and out of it by keys alone")
  func mainWay() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    try review(store)
    try approve(store)
    try evaluate(store)
    try revoke(store)
    try store.expectSound()
    let shown = try store.program.json("show", store.number)
    #expect(shown.ends == "revoked")
    let events = try store.program.json("history", store.number).events.items
    #expect(events.last?.actor == "officer")
    #expect(events.last?.on == "2029-11-26")
  }

  /// From the application to the end of the expert review.
  private func review(_ store: TrainingStore) throws {
    try sit(store, "clerk", "2026-03-02", to: "preliminary") {
      try $0.take("Submit the application")
    }
    try sit(store, "clerk", "2026-03-06", to: "formal_review") {
      try $0.take("Recommend", ["同意推荐"])
    }
    try sit(store, "agency", "2026-03-12", to: "formal_review") {
      try $0.take("Record the opinion", ["材料齐全", "1"])
    }
    try sit(store, "officer", "2026-03-16", to: "expert_review") {
      try $0.take("Confirm the pass")
    }
    try sit(store, "secretary", "2026-04-10", to: "expert_review") { desk in
      try desk.take("Record the review", ["2026-04-09", "7", "86", "1", "同意建设"])
      for condition in [
        "capability", "support-ability", "industry-needs", "team", "head-of-operations",
        "cooperation-basis",
      ] {
        try desk.judge(condition)
      }
    }
    try sit(store, "officer", "2026-04-13", to: "sampling") { try $0.take("Pass") }
  }

  /// From the sample to the approval.
  private func approve(_ store: TrainingStore) throws {
    try sit(store, "officer", "2026-04-14", to: "site_visit") { try $0.take("Drawn: visit") }
    try sit(store, "officer", "2026-04-20", to: "director_meeting") {
      try $0.take("Record the opinion", ["2026-04-17", "条件属实"])
    }
    try sit(store, "officer", "2026-04-29", to: "publicity") {
      try $0.take("Put on the list", ["2026-04-28", "会议纪要5号"])
    }
    try sit(store, "officer", "2026-05-09", to: "approval") { try $0.take("Conclude without") }
    try sit(store, "officer", "2026-05-12", to: "construction") {
      try $0.take("Approve and announce", ["青科字〔2026〕11号"])
    }
  }

  /// From the end of construction to the roster.
  private func evaluate(_ store: TrainingStore) throws {
    let stage = "comprehensive_evaluation"
    try sit(store, "officer", "2029-05-13", to: stage) {
      try $0.take("Building is over", ["评价中核实"])
    }
    try sit(store, "clerk", "2029-05-20", to: stage) { try $0.take("Submit the self-assess") }
    try sit(store, "clerk", "2029-05-25", to: stage) { try $0.take("Forward it") }
    try sit(store, "agency", "2029-06-15", to: stage) {
      try $0.take("Record the assessment", ["任务完成", "82"])
    }
    try sit(store, "leader", "2029-06-20", to: stage) {
      try $0.take("Passing grade in spite", ["3", "专家已现场核实"])
    }
    try sit(store, "officer", "2029-06-25", to: "on_roster") { try $0.take("Qualified: enter") }
  }

  /// From the roster to the end of the time for remedies after a revocation.
  private func revoke(_ store: TrainingStore) throws {
    try sit(store, "officer", "2029-09-03", to: "on_roster") {
      try $0.take("Open a revocation", ["3", "核查报告（虚构）"])
    }
    try sit(store, "officer", "2029-09-10", to: "on_roster") {
      try $0.take("Serve the notice", ["核查报告（虚构）", "2029-09-10"])
    }
    try sit(store, "officer", "2029-09-12", to: "on_roster") {
      try $0.take("Record the statement", ["单位承认并说明原因", "2029-09-12"])
    }
    try sit(store, "leader", "2029-09-20", to: "on_roster") {
      try $0.take("Decide to revoke", ["情形成立", "青科字〔2029〕30号"])
    }
    try sit(store, "officer", "2029-09-24", to: "revoked") {
      try $0.take("Serve it and name", ["2029-09-24", "复议与诉讼"])
    }
    try sit(store, "officer", "2029-11-26", to: "revoked") {
      try $0.take("Close it when")
    }
  }

  /// Somebody sits down on a day, opens the case, works and leaves.
  private func sit(
    _ store: TrainingStore, _ user: String, _ date: String, to stage: String,
    at place: SourceLocation = #_sourceLocation, _ work: (SeatedDesk) throws -> Void
  ) throws {
    let desk = try SeatedDesk(store, user, on: date, at: place)
    desk.openCase(at: place)
    try work(desk)
    desk.leave(at: place)
    let shown = try store.program.json("show", store.number)
    try #require(shown.stage.string == stage, sourceLocation: place)
  }
}
