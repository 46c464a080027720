import Foundation
import Testing

@Suite("Campaigns from the command line")
struct CampaignTests {
  private static let id = "qingdao-2026-evaluation"

  /// A store with the 400 invented centres taken over.
  private func store(_ name: String = #function) throws -> TrainingStore {
    let store = try TrainingStore(name, withCase: false)
    try InventedRoster.csv.write(
      toFile: store.program.folder + "/roster.csv", atomically: true, encoding: .utf8)
    let reply = try store.program.run(
      "import", "--roster", "roster.csv", "--as", "officer", "--today", "2026-03-24", "--json")
    #expect(reply.status == 0, "\(reply.complaint)")
    return store
  }

  private func centre(_ entry: JSONValue) throws -> InventedRoster.Centre {
    let name = try #require(entry.name.string)
    let digits = name.filter { ("0"..."9").contains($0) }
    return InventedRoster.centres[try #require(Int(digits))]
  }

  @Test("Of 400 centres the right ones are in, out and in doubt, each with its reason")
  func plan() throws {
    let store = try store()
    defer { store.program.clean() }
    let plan = try store.program.json(
      "campaign", "plan", Self.id, "--as", "officer", "--today", "2026-03-25")
    #expect(plan.cases.items.count == 400)
    for entry in plan.cases.items {
      let centre = try centre(entry)
      #expect(entry.verdict.string == centre.verdict, "\(entry)")
      #expect(entry.rule.string == centre.rule, "\(entry)")
      #expect(entry.reason.string?.isEmpty == false)
    }
    for verdict in ["in", "out", "unknown"] {
      let wanted = InventedRoster.centres.filter { $0.verdict == verdict }.count
      #expect(plan[verdict].int == wanted, "\(verdict)")
      #expect(wanted > 0)
    }
    let doubtful = plan.cases.items.filter { $0.verdict == "unknown" }
    #expect(doubtful.allSatisfy { $0.missing.items.first == "batch.number" })
    #expect(plan.hindered.int == 0)
    try store.expectSound()
  }

  @Test("A roster read late: what was done under the notice is put on record with its own days")
  func lateRoster() throws {
    let store = try TrainingStore(withCase: false)
    defer { store.program.clean() }
    let program = store.program
    try store.writeRosterOfOne()
    let day = "2026-05-06"
    let taken = try program.json(
      "import", "--roster", "roster.yaml", "--as", "officer", "--today", day)
    let number = try #require(taken.imported.items.first?["case"].string)
    let opened = try program.json(
      "campaign", "open", Self.id, "--on", "2026-03-26", "--as", "officer", "--today", day)
    #expect(opened.opened.int == 1)
    // 5.2, A1.6: without the seal and the pledge the audit sends it back.
    let unsealed = try program.run(
      "act", number, "submit", "--proceeding", "evaluation-2026", "--on", "2026-04-02", "--as",
      "clerk", "--today", day)
    #expect(unsealed.status == 0, "\(unsealed.complaint)")
    let audit = [
      "act", number, "forward", "--proceeding", "evaluation-2026", "--on", "2026-04-14", "--as",
      "clerk", "--today", day, "--json", "--set", "opinion=sound",
    ]
    let refused = try program.run(audit)
    #expect(refused.status == 1)
    #expect(
      try refused.json.refusals.items.map(\.condition.string)
        == ["report-sealed", "pledge-signed", "filed-by"])
    for words in [
      ["return_for_correction", "2026-04-07", "defects=no seal"],
      [
        "resubmit", "2026-04-08", "report_sealed=true", "sealed_by=the unit", "pledge_signed=true",
        "filed_by=unit",
      ],
    ] {
      let reply = try program.run(
        [
          "act", number, words[0], "--proceeding", "evaluation-2026", "--on", words[1], "--as",
          "clerk", "--today", day, "--set",
        ] + words.dropFirst(2))
      #expect(reply.status == 0, "\(reply.complaint)")
    }
    let audited = try program.run(audit)
    #expect(audited.status == 0, "\(audited.complaint)")
    let progress = try program.json(
      "campaign", "progress", Self.id, "--as", "officer", "--today", day)
    #expect(progress.cases.items.first?.completion.string == "complete", "\(progress)")
    // Before the centre stood there nothing can have been opened.
    let early = try program.run(
      "act", number, "open.annual_report", "--set", "year=2023", "--on", "2024-11-27", "--as",
      "officer", "--today", day)
    #expect(early.status == 1)
  }

  @Test("Opening, submitting, auditing late, departing and closing: nothing ends by itself")
  func wholeWay() throws {
    let store = try store()
    defer { store.program.clean() }
    let program = store.program
    let wanted = InventedRoster.centres.filter { $0.verdict == "in" }.count
    let try1 = try program.json(
      "campaign", "open", Self.id, "--dry-run", "--as", "officer", "--today", "2026-03-26")
    #expect(try1.opened.int == wanted)
    #expect(try program.json("campaign", "list").campaigns.items.isEmpty)
    #expect(try program.run("campaign", "open", Self.id, "--as", "clerk").status == 77)
    let opened = try program.json(
      "campaign", "open", Self.id, "--as", "officer", "--today", "2026-03-26")
    #expect(opened.opened.int == wanted)
    let again = try program.json(
      "campaign", "open", Self.id, "--as", "officer", "--today", "2026-03-27")
    #expect(again.opened.int == 0)
    #expect(again.was_open == true)

    let before = try program.json(
      "campaign", "progress", Self.id, "--as", "officer", "--today", "2026-03-30")
    let laoshan = before.cases.items.filter { $0.department == "qd-laoshan" }
    let first = try #require(laoshan.first?["case"].string)
    let run = "evaluation-2026"
    let actions = try program.json("actions", first, "--as", "officer", "--today", "2026-03-30")
    let due = actions.proceedings.items.first { $0.id.string == run }
    #expect(due?.due.string == "2026-04-07")

    // T19: submitted on the last day, audited one day late.
    let sealed = [
      "report_sealed=true", "sealed_by=the unit", "pledge_signed=true", "filed_by=unit",
    ]
    try act(program, first, "submit", "clerk", "2026-04-07", sealed, to: "department_review")
    try act(
      program, first, "forward", "clerk", "2026-04-16", ["opinion=sound"], to: "assessment")
    let late = try program.json(
      "campaign", "progress", Self.id, "--as", "officer", "--today", "2026-04-16")
    let entry = try #require(late.cases.items.first { $0["case"].string == first })
    #expect(entry.completion.string == "incomplete")
    #expect(entry.delays.items == ["department"])
    #expect(entry.stage.string == "assessment")
    #expect(entry.ended == false)
    #expect(entry.may.items.contains("close_incomplete"))

    // T21: a platform of the same field and direction asks for a reason, and for a person.
    try program.json(
      "set", first, "platforms[0].level=province", "platforms[0].kind=key_laboratory",
      "platforms[0].same_field=true", "platforms[0].same_direction=true", "--source", "registry",
      "--as", "officer", "--today", "2026-04-22")
    try act(
      program, first, "record_assessment", "agency", "2026-04-22", ["opinion=sound", "score=86"],
      to: "assessment")
    let despite = ["grade=qualified", "reason=the tasks differ"]
    let refused = try program.run(
      [
        "act", first, "conclude_despite", "--proceeding", run, "--as", "leader", "--today",
        "2026-04-24", "--json", "--set",
      ] + despite)
    #expect(refused.status == 1)
    let refusals = try refused.json.refusals.items
    #expect(
      refusals.map(\.condition.string)
        == ["duplicate-platform", "list-sealed", "visit-settled", "handed-in"])
    #expect(
      refusals.map(\.cites.string)
        == ["\(Self.id)#6.2", "\(Self.id)#6.3", "\(Self.id)#4.3", "\(Self.id)#5.3"])
    // 4.3: nobody has to be visited, but who decided so is on record.
    try act(
      program, first, "no_visit", "officer", "2026-04-24",
      ["decided_by=the division", "reason=not drawn"], to: "assessment")
    for (condition, reason) in [
      ("duplicate-platform", "another task"), ("list-sealed", "it came by post"),
      ("handed-in", "the portal was down"),
    ] {
      try program.json(
        "depart", first, condition, "--reason", reason, "--as", "officer", "--today", "2026-04-24")
    }
    try act(program, first, "conclude_despite", "leader", "2026-04-24", despite, to: "passed")
    let after = try program.json(
      "campaign", "progress", Self.id, "--as", "officer", "--today", "2026-05-06")
    let done = try #require(after.cases.items.first { $0["case"].string == first })
    #expect(done.outcome.string == "kept")

    // Never submitted is the delay of the host; nothing has ended.
    let rest = after.cases.items.filter { $0["case"].string != first }
    #expect(rest.allSatisfy { $0.delays.items == ["host"] && $0.ended == false })

    let own = try program.json(
      "campaign", "progress", Self.id, "--as", "clerk", "--today", "2026-05-06")
    #expect(own.cases.items.allSatisfy { $0.department == "qd-laoshan" })
    #expect(own.cases.items.count == laoshan.count)

    let table = try program.json(
      "campaign", "table", Self.id, "annex2", "--as", "officer", "--today", "2026-05-06")
    #expect(table.rows.items.count == 1)
    let csv = try program.run(
      "campaign", "table", Self.id, "annex2", "--csv", "--as", "officer", "--today", "2026-05-06")
    #expect(csv.output.contains("主管部门技术创新中心绩效评估汇总表"))
    #expect(csv.output.contains("牵头建设单位"))

    try program.json("campaign", "close", Self.id, "--as", "officer", "--today", "2026-05-06")
    #expect(
      try program.run(
        "campaign", "close", Self.id, "--as", "officer", "--today", "2026-05-06"
      ).status == 1)
    try store.expectSound()
  }

  @Test("A notice whose days were put off is told as changed, brought in, and moves what is due")
  func amended() throws {
    let store = try store()
    defer { store.program.clean() }
    let program = store.program
    let opened = try program.json(
      "campaign", "open", Self.id, "--as", "officer", "--today", "2026-03-26")
    let runs = try #require(opened.opened.int)
    // What is undone later comes back to the window as it is by then.
    let progress = try program.json(
      "campaign", "progress", Self.id, "--as", "officer", "--today", "2026-03-30")
    let sent = try #require(
      progress.cases.items.first { $0.department == "qd-laoshan" }?["case"].string)
    try act(program, sent, "submit", "clerk", "2026-03-30", to: "department_review")
    let source = Program.repository + "/data/packs/" + Self.id
    let folder = program.folder + "/corrected/" + Self.id
    try FileManager.default.createDirectory(
      atPath: program.folder + "/corrected", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: source, toPath: folder)
    let file = folder + "/campaign.yaml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
      .replacingOccurrences(of: "to: 2026-04-07", with: "to: 2026-04-10")
      .replacingOccurrences(of: "from: 2026-04-07", with: "from: 2026-04-10")
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let date = ["--as", "officer", "--today", "2026-03-30"]
    let own = "corrected/" + Self.id
    func asked(_ words: String...) throws -> JSONValue {
      let reply = try program.run(words + date + ["--json"])
      #expect(reply.status == 0, "\(reply.complaint)")
      return try reply.json
    }

    let refused = try program.run(["campaign", "open", own, "--json"] + date)
    #expect(refused.status == 65)
    let problem = try refused.json.problems[0]
    #expect(problem.code == "campaign.changed")
    #expect(problem.remedy.string?.contains("campaign amend \(Self.id)") == true)
    let difference = try program.json("pack", "diff", own)
    #expect(
      difference.changes.items.map(\.path.string) == ["self_evaluation", "submission", "review"])
    #expect(difference.law_changes.int == 3)
    #expect(try program.json("pack", "diff", Self.id).same == true)

    let tried = try asked("campaign", "amend", own, "--dry-run")
    #expect(tried.recorded == false)
    #expect(tried.restated.items.count == runs - 1)
    #expect(try program.run("campaign", "amend", own, "--as", "clerk").status == 77)
    let amended = try asked("campaign", "amend", own)
    #expect(amended.recorded == true)
    #expect(amended.restated.items.allSatisfy { $0.due.string == "2026-04-10" })
    let first = try #require(amended.restated.items.first?["case"].string)
    let actions = try asked("actions", first)
    let run = actions.proceedings.items.first { $0.id.string == "evaluation-2026" }
    #expect(run?.due.string == "2026-04-10")
    #expect(try asked("campaign", "amend", own).recorded == false)
    let undone = try program.run(
      "undo", sent, "--proceeding", "evaluation-2026", "--reason", "点错", "--as", "clerk",
      "--today", "2026-03-30")
    #expect(undone.status == 0, "\(undone.complaint)")
    let back = try asked("actions", sent).proceedings.items
      .first { $0.id.string == "evaluation-2026" }
    #expect(back?.stage.string == "self_assessment")
    #expect(back?.due.string == "2026-04-10")
    #expect(try asked("campaign", "open", own).opened.int == 0)
    #expect(try program.run("pack", "list", "--lang", "en").output.contains("an earlier form"))
    try store.expectSound()
  }

  @Test("A notice with a reversed window is refused with its place, and the store is untouched")
  func badWindow() throws {
    let store = try TrainingStore(withCase: false)
    defer { store.program.clean() }
    let program = store.program
    let source = Program.repository + "/data/packs/" + Self.id
    try FileManager.default.copyItem(
      atPath: source, toPath: program.folder + "/" + Self.id)
    let file = program.folder + "/" + Self.id + "/campaign.yaml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
      .replacingOccurrences(
        of: "from: 2026-04-20\n    to: 2026-04-30", with: "from: 2026-04-30\n    to: 2026-04-20")
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let head = try program.json("verify")["head"]
    let reply = try program.run(
      "campaign", "open", "./" + Self.id, "--as", "officer", "--today", "2026-03-26", "--json")
    #expect(reply.status == 65)
    let problem = try reply.json.problems[0]
    #expect(problem.code == "campaign.window.reversed")
    #expect(problem.line.int ?? 0 > 0)
    #expect(problem.remedy.string?.isEmpty == false)
    #expect(try program.json("verify")["head"] == head)
    #expect(try program.json("campaign", "list").campaigns.items.isEmpty)
  }

  private func act(
    _ program: Program, _ number: String, _ action: String, _ user: String, _ date: String,
    _ inputs: [String] = [], to stage: String
  ) throws {
    var words = [
      "act", number, action, "--proceeding", "evaluation-2026", "--as", user, "--today", date,
      "--json",
    ]
    if !inputs.isEmpty { words += ["--set"] + inputs }
    let reply = try program.run(words)
    #expect(reply.status == 0, "\(action): \(reply.complaint)")
    #expect(try reply.json.to.string == stage)
  }
}

extension JSONValue {
  /// The number; nil for anything else.
  fileprivate var int: Int? {
    if case .number(let number) = self { return number }
    return nil
  }
}
