import Casework
import GRDB
import Quantities
import RulePacks
import Testing

@testable import CaseStore

@Suite("Campaigns over cases")
struct CampaignTests {
  /// The invented pack, whose annual report may be asked for by a notice.
  private static var pack: RulePack {
    var pack = InventedPack.make()
    pack.inputs.append(
      Input(id: "campaign", label: InventedPack.text("批次", "Campaign"), type: .text))
    for index in pack.procedures.indices where pack.procedures[index].id == "annual_report" {
      pack.procedures[index].opening?.mayHave = ["campaign"]
    }
    return pack
  }

  private static func rule(_ fact: FactPath) -> RulePacks.Expression {
    RulePacks.Expression(
      source: "known(\(fact))", type: .boolean, root: .call(.known, [.fact(fact)]), facts: [fact])
  }

  private static var notice: CampaignNotice {
    var notice = CampaignNotice(
      id: "reports-2026", title: InventedPack.text("年报通知", "Notice of reports"),
      pack: InventedPack.id, procedure: "annual_report", year: 2026, number: 1)
    notice.inputs = ["year": .count(2025, .year)]
    notice.cohort = Cohort(
      cites: ["1"], outside: [],
      members: [
        Cohort.Rule(
          id: "field", cites: ["1"], label: InventedPack.text("有领域", "Has a field"),
          when: rule("field"))
      ], otherwise: InventedPack.text("其他", "Others"))
    notice.windows = [
      CampaignWindow(
        id: "report", label: InventedPack.text("报送", "Report"), cites: ["2"], owner: nil,
        from: InventedPack.day(2026, 4, 1), to: InventedPack.day(2026, 6, 30))
    ]
    notice.outcomes = [
      CampaignOutcome(
        id: "known", cites: ["3"], label: InventedPack.text("有主机", "Known"),
        when: rule("report.filed_on"), completion: nil, says: InventedPack.text("已报", "Filed"),
        options: [])
    ]
    return notice
  }

  private func launched() throws -> (office: TrainingStore, numbers: [String]) {
    let office = try TrainingStore(packs: [Self.pack])
    var numbers: [String] = []
    for name in ["甲", "乙", "丙", "丁"] {
      let number = try office.receive(name)
      numbers.append(number)
      guard name != "丁" else { continue }
      try office.act("submit", on: number, by: "li")
      try office.act("recommend", on: number, by: "li")
      try office.act("pass", on: number, by: "zhao")
      try office.act("approve", on: number, by: "zhao")
    }
    let launch = try office.store.launch(Self.notice, by: TrainingStore.session("wang"))
    #expect(launch.opened.count == 3)
    return (office, numbers)
  }

  @Test("Progress is read from the tables as the folded cases have it")
  func progress() throws {
    let (office, numbers) = try launched()
    let run = try #require(
      try office.store.state(of: .text(numbers[0])).proceedings.last { !$0.isMain })
    try office.act("submit", on: numbers[0], by: "li", proceeding: run.id)
    _ = try office.store.perform(
      .setFacts(
        changes: ["report.filed_on": .value(.date(TrainingStore.today))], cleared: [], source: nil,
        note: "收到"), on: .text(numbers[1]), by: TrainingStore.session("wang"))
    let session = TrainingStore.session("wang")
    let progress = try office.store.progress(of: "reports-2026", for: session)
    #expect(progress.entries.map(\.number) == Array(numbers.prefix(3)))
    #expect(progress.entries.map(\.stage) == ["checking", "reporting", "reporting"])
    #expect(progress.entries.map { $0.outcome?.id } == [nil, "known", nil])
    let procedure = Self.pack.procedure("annual_report")
    for entry in progress.entries {
      let folded = try #require(
        CampaignProgress.Entry(
          try office.store.state(of: .stream(entry.id)), in: progress.campaign, practice: [:],
          procedure: procedure, today: session.today))
      #expect(entry.facts == folded.facts)
      #expect(entry.stage == folded.stage)
      #expect(entry.stageLabel == folded.stageLabel)
      #expect(entry.isEnded == folded.isEnded)
      #expect(entry.proceeding == folded.proceeding)
      #expect(entry.outcome == folded.outcome)
      #expect(entry.name == folded.name && entry.host == folded.host)
      #expect(entry.department == folded.department)
    }
  }

  @Test("What a notice adds holds in walks as it does in single steps")
  func walks() throws {
    var pack = Self.pack
    for index in pack.procedures.indices where pack.procedures[index].id == "annual_report" {
      pack.procedures[index].stages[0].actions[0].passes = [.evaluation]
    }
    var notice = Self.notice
    notice.conditions = [
      Condition(
        id: "filed", cites: ["2"], label: InventedPack.text("已报", "Filed"), force: .mandatory,
        testedAt: [.evaluation], applies: nil, requires: Self.rule("report.filed_on"), shows: nil,
        judgedBy: nil, waivableBy: nil, exceptions: [], hint: nil)
    ]
    let office = try TrainingStore(packs: [pack])
    _ = try office.store.launch(notice, by: TrainingStore.session("wang"))
    func walk(_ name: String, filing: Bool) -> CaseWalk {
      var steps: [(Command, String)] = [
        ("submit", "li"), ("recommend", "li"), ("pass", "zhao"), ("approve", "zhao"),
      ]
      .map { (.act(action: $0.0, proceeding: nil, inputs: [:], note: nil), $0.1) }
      if filing {
        let day = FactValue.value(.date(TrainingStore.today))
        steps.append(
          (
            .setFacts(changes: ["report.filed_on": day], cleared: [], source: nil, note: "收到"),
            "wang"
          ))
      }
      steps.append(
        (.open(procedure: "annual_report", inputs: notice.openingInputs, note: nil), "wang"))
      steps.append(
        (
          .act(action: "submit", proceeding: "annual_report-2025", inputs: [:], note: nil), "li"
        ))
      return CaseWalk(
        .application(TrainingStore.application(name), pack: pack.id),
        by: TrainingStore.session("wang"),
        steps: steps.map { CaseWalk.Step($0.0, by: TrainingStore.session($0.1)) })
    }
    let states = try office.store.perform([walk("甲", filing: true)])
    #expect(states.first?.proceedings.last?.stage == "checking")
    for bulk in [false, true] {
      let refused = #expect(throws: WalkRefused.self) {
        let lacking = walk("乙", filing: false)
        if bulk {
          try office.store.perform(1, walk: { _ in lacking })
        } else {
          _ = try office.store.perform([lacking])
        }
      }
      #expect(refused?.step == 5)
      #expect(refused?.refusals.list.contains { $0.cites.contains("reports-2026#2") } == true)
    }
  }

  @Test("A run that was undone takes part no more")
  func undone() throws {
    let (office, numbers) = try launched()
    _ = try office.store.perform(
      .undo(proceeding: "annual_report-2025", reason: "误发起"), on: .text(numbers[1]),
      by: TrainingStore.session("wang"))
    let progress = try office.store.progress(
      of: "reports-2026", for: TrainingStore.session("wang"))
    #expect(progress.entries.map(\.number) == [numbers[0], numbers[2]])
  }

  @Test("A notice whose kept form is gone is reported by verification")
  func lostNotice() throws {
    let (office, _) = try launched()
    #expect(try office.store.verify().problems == [])
    let hash = try #require(
      try office.store.office().campaigns["reports-2026"]?.content?.contentHash)
    try office.store.writing { db in
      try db.execute(
        sql: "DELETE FROM blobs WHERE hash = ?", arguments: [Hexadecimal.blob(of: hash)])
    }
    let problems = try office.store.verify().problems
    #expect(problems.map(\.code) == ["verify.blob_missing"])
    #expect(problems.first?.arguments["hash"] == hash)
  }
}
