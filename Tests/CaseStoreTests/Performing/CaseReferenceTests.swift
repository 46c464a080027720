import CaseStore
import Casework
import Quantities
import RulePacks
import Testing

@Suite("Naming a case")
struct CaseReferenceTests {
  @Test("Number, name in any width and case, and the first digits of the id all do")
  func forms() throws {
    let office = try TrainingStore()
    let number = try office.receive("虚构市Ｘ海洋技术创新中心")
    let stream = try office.store.stream(of: .text(number))
    #expect(try office.store.stream(of: "xg-2026-001") == stream)
    #expect(try office.store.stream(of: "虚构市x海洋 技术创新中心") == stream)
    #expect(try office.store.stream(of: .text(String(stream.text.prefix(4)))) == stream)
    #expect(try office.store.stream(of: .text(String(stream.text.prefix(7)))) == stream)
    #expect(try office.store.stream(of: .text(stream.text)) == stream)
    #expect(try office.store.stream(of: .stream(stream)) == stream)
  }

  @Test("A name that two cases have is ambiguous, with the candidates")
  func ambiguous() throws {
    let office = try TrainingStore()
    for fingerprint in ["a", "b"] {
      var application = TrainingStore.application("同名中心")
      application.fingerprint = fingerprint
      _ = try office.store.open(
        application, under: InventedPack.id, by: TrainingStore.session("wang"))
    }
    let problem = #expect(throws: Problem.self) { try office.store.stream(of: "同名中心") }
    #expect(problem?.code == "case.ambiguous")
    #expect(problem?.arguments["candidates"]?.contains("XG-2026-002") == true)
  }

  @Test("What names no case is not found; fewer than four digits name none")
  func unknown() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    let stream = try office.store.stream(of: .text(number))
    for text in ["XG-2026-999", "没有这个中心", String(stream.text.prefix(3)), ""] {
      #expect(
        problemCode { _ = try office.store.stream(of: .text(text)) } == "case.not_found")
    }
  }

  @Test("A case is read as it was at a version or at the end of a day")
  func earlier() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    let version = try office.store.checkpoint().position
    let later = TrainingStore.today.adding(days: 2)
    _ = try office.store.perform(
      .act(action: "submit", proceeding: nil, inputs: [:], note: nil), on: .text(number),
      by: TrainingStore.session("li", today: later))
    func stage(_ extent: Extent) throws -> String? {
      try office.store.state(of: .text(number), at: extent).main?.stage
    }
    #expect(try stage(.now) == "preliminary")
    #expect(try stage(.version(version)) == "applying")
    #expect(try stage(.endOf(later.adding(days: -1))) == "applying")
    #expect(try stage(.endOf(later)) == "preliminary")
    #expect(
      problemCode { _ = try stage(.endOf(TrainingStore.today.adding(days: -1))) }
        == "case.not_yet")
  }

  @Test("Questions about other cases count those that fit, and not the case itself")
  func questions() throws {
    let question = Question(
      id: "same_class", same: ["department"], samePrefix: ["industry": 3], having: [:], reached: [],
      isLiveOnly: true, isSamePackOnly: true)
    let reached = Question(
      id: "submitted", same: ["department"], samePrefix: [:], having: [:],
      reached: ["preliminary"], isLiveOnly: false, isSamePackOnly: false)
    let office = try TrainingStore(packs: [InventedPack.make(questions: [question, reached])])
    func industry(_ code: String) -> Facts { ["industry": .value(.text(code))] }
    let first = try office.receive("甲", more: industry("4028"))
    let second = try office.receive("乙", more: industry("4021"))
    try office.receive("丙", more: industry("4030"))
    try office.receive("丁", department: "d2", more: industry("4028"))
    try office.receive("戊")
    func answers(_ number: String) throws -> [String: Int64] {
      try office.store.situation(of: .text(number), for: TrainingStore.session("wang"))
        .context.others
    }
    #expect(try answers(first) == ["same_class": 1, "submitted": 0])
    try office.act("submit", on: second, by: "li")
    #expect(try answers(first)["submitted"] == 1)
    try office.act("decline", on: second, by: "li")
    #expect(try answers(first) == ["same_class": 0, "submitted": 1])
    let noClass = try office.store.stream(of: "戊")
    let alone = try office.store.situation(
      of: .stream(noClass), for: TrainingStore.session("wang"))
    #expect(alone.context.others["same_class"] == 0)
  }

  @Test("Questions ask who stands where, who comes before, and when the latest ended")
  func furtherQuestions() throws {
    let questions = [
      Question(
        id: "before", same: ["department"], samePrefix: [:], having: [:], before: ["rank"],
        reached: [], standing: ["preliminary"], isLiveOnly: false, isSamePackOnly: true),
      Question(
        id: "declined_on", subject: .latestEnd, same: ["department"], samePrefix: [:], having: [:],
        reached: [], ended: [.declined], isLiveOnly: false, isSamePackOnly: true),
    ]
    let office = try TrainingStore(packs: [InventedPack.make(questions: questions)])
    func rank(_ number: Int64) -> Facts { ["rank": .value(.count(number, .plain))] }
    // As texts, 10 would come before 9.
    let ninth = try office.receive("甲", more: rank(9))
    let tenth = try office.receive("乙", more: rank(10))
    func answers(_ number: String) throws -> [String: Int64] {
      try office.store.situation(of: .text(number), for: TrainingStore.session("wang"))
        .context.others
    }
    #expect(try answers(tenth) == ["before": 0])
    try office.act("submit", on: ninth, by: "li")
    #expect(try answers(tenth) == ["before": 1])
    #expect(try answers(ninth) == ["before": 0])
    try office.act("decline", on: ninth, by: "li")
    #expect(
      try answers(tenth) == ["before": 0, "declined_on": Int64(TrainingStore.today.ordinal)])
    #expect(try answers(ninth)["declined_on"] == nil)
  }
}
