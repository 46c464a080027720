import Testing

@Suite("Decisions by command")
struct DecisionTests {
  @Test("Nobody confirms what they themselves recommended")
  func separation() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    try store.program.json(
      "user", "change", "clerk", "--role", "clerk", "officer")
    try store.act("submit", by: "clerk", on: "2026-03-02", to: "preliminary")
    try store.act("recommend", by: "clerk", on: "2026-03-06", ["opinion=同意"], to: "formal_review")
    try store.act(
      "record_opinion", by: "agency", on: "2026-03-12", ["opinion=齐全", "advice=pass"],
      to: "formal_review")
    let own = try store.program.run(
      "act", store.number, "pass", "--as", "clerk", "--today", "2026-03-16", "--json")
    #expect(own.status == 77)
    #expect(try own.json.refusals.first(where: "code", is: "separation").message.string != nil)
    try store.act("pass", by: "officer", on: "2026-03-16", to: "expert_review")
  }

  @Test("A dry run says what would happen and writes nothing")
  func dryRun() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    let before = try store.program.json("verify")
    let words = ["--as", "clerk", "--today", "2026-03-02", "--dry-run", "--json"]
    let reply = try store.program.run(["act", store.number, "submit"] + words).json
    #expect(reply.to == "preliminary")
    #expect(reply.deadlines[0].due == "2026-03-16")
    #expect(reply.events.items.isEmpty)
    #expect(reply.dry_run == true)
    let fact = try store.program.run(["set", store.number, "staff.fixed=40"] + words)
    #expect(fact.status == 0)
    try store.program.copySample("qingdao-university.yaml")
    let officer = ["--as", "officer", "--today", "2026-03-02", "--dry-run", "--json"]
    let imported = try store.program.run(["import", "qingdao-university.yaml"] + officer).json
    #expect(imported.imported.items.count == 1)
    let after = try store.program.json("verify")
    #expect(before.head == after.head)
    #expect(try store.program.json("queue").total == 1)
  }

  @Test("A real store takes neither another's name nor another day")
  func realStore() throws {
    var program = try Program()
    defer { program.clean() }
    program.environment["DOSSIER_STORE"] = program.folder + "/office.dossier"
    let made = try program.json("init", "office.dossier", "--pack", "qingdao-2024")
    #expect(made.allow_as == false)
    let login = try #require(made.user.string)
    let users = try program.json("user", "list").users
    #expect(users[0].roles == ["administrator"])
    try program.json("user", "add", "wangmin", "--role", "officer", "--login", "wangmin")
    try program.json(
      "user", "add", "me", "--role", "clerk", "officer", "--department", "qd-laoshan", "--login",
      login)
    let named = try program.run("user", "retire", "wangmin", "--as", "wangmin", "--json")
    #expect(named.status == 77)
    #expect(try named.json.problems[0].code == "session.not_yourself")
    try program.copySample()
    let dated = try program.run(
      "import", "qingdao-enterprise.yaml", "--as", "me", "--today", "2026-03-02", "--json")
    #expect(dated.status == 77)
    #expect(try dated.json.problems[0].code == "session.not_today")
    #expect(try program.json("queue").total == 0)
    let own = try program.run("import", "qingdao-enterprise.yaml", "--as", "me", "--json")
    #expect(own.status == 0, "\(own.complaint)")
  }

  @Test("An administrator alone decides nothing")
  func administrator() throws {
    var program = try Program()
    defer { program.clean() }
    program.environment["DOSSIER_STORE"] = program.folder + "/office.dossier"
    try program.json("init", "office.dossier", "--pack", "qingdao-2024")
    try program.copySample()
    let reply = try program.run("import", "qingdao-enterprise.yaml", "--json")
    #expect(reply.status == 77)
    #expect(try program.json("queue").total == 0)
  }

  @Test("Facts are set, cleared and shown as they were")
  func facts() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    let words = ["--as", "clerk", "--today", "2026-03-03", "--json"]
    let before = try store.program.json("show", store.number)
    let set = try store.program.run(
      ["set", store.number, "premises.area=920 平方米", "finance[2022].rd=300 万元", "--source", "房产证"]
        + words)
    #expect(set.status == 0, "\(set.complaint)")
    let check = try store.program.run(["check", store.number] + words).json
    let area = check.findings.first(where: "id", is: "floor-area")
    #expect(area.result == "not_met")
    #expect(area.value == "920 平方米")
    #expect(area.threshold == "1000 平方米")
    #expect(area.shortfall == "80 平方米")
    #expect(check.blocking.items.contains("floor-area"))
    let departed = try store.program.run(
      ["depart", store.number, "floor-area", "--reason", "二期九月交付"] + words)
    #expect(departed.status == 0, "\(departed.complaint)")
    let again = try store.program.run(["check", store.number] + words).json
    #expect(again.findings.first(where: "id", is: "floor-area").result == "departed")
    #expect(!again.blocking.items.contains("floor-area"))
    let cleared = try store.program.run(
      ["set", store.number, "--clear", "premises.area", "--note", "待核"] + words)
    #expect(cleared.status == 0, "\(cleared.complaint)")
    #expect(try store.program.json("show", store.number).facts["premises.area"] == .null)
    let old = try store.program.json(
      "show", store.number, "--version", "\(try before.position(in: store))")
    #expect(old.facts["premises.area"] == before.facts["premises.area"])
  }

  @Test("The last step is undone by its own actor alone")
  func undo() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    try store.act("submit", by: "clerk", on: "2026-03-02", to: "preliminary")
    let other = try store.program.run(
      "undo", store.number, "--as", "officer", "--today", "2026-03-02", "--json")
    #expect(other.status == 77)
    let own = try store.program.run(
      "undo", store.number, "--reason", "点错", "--as", "clerk", "--today", "2026-03-02", "--json")
    #expect(own.status == 0, "\(own.complaint)")
    #expect(try own.json.stage == "applying")
    let history = try store.program.json("history", store.number)
    #expect(history.events.first(where: "action", is: "submit").undone == true)
    try store.expectSound()
  }

  @Test("A return has an itemised list and a notice that can be printed")
  func defects() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    try store.act("submit", by: "clerk", on: "2026-03-02", to: "preliminary")
    let back = try store.program.run(
      "act", store.number, "return_for_correction", "--set", "defects=缺审计报告", "--set",
      "defects=申请表未盖章", "--as", "clerk", "--today", "2026-03-03", "--json")
    #expect(back.status == 0, "\(back.complaint)")
    #expect(try back.json.to == "correcting_preliminary")
    let queue = try store.program.json("queue")
    #expect(queue.rows[0].clock == "host")
    let notice = try store.program.json("defects", store.number)
    #expect(notice.defects == ["缺审计报告", "申请表未盖章"])
    #expect(notice.round == 1)
    var program = store.program
    program.environment["DOSSIER_LANG"] = "zh"
    let text = try program.run("defects", store.number).output
    #expect(text.contains("缺审计报告"))
    #expect(text.contains("深蓝传感（虚构）有限公司"))
    #expect(text.contains("\n崂山区科技局\n"), "who sent it back signs it: \(text)")
  }

  @Test("A case is assigned, remarked upon and its contacts are logged")
  func around() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    let words = ["--as", "officer", "--today", "2026-03-03", "--json"]
    for arguments in [
      ["assign", store.number, "second", "--note", "请接手"],
      ["note", store.number, "与附件一致"],
      ["log", store.number, "已通知", "--with", "张工", "--waiting-for", "单位", "--until", "2026-03-06"],
      ["attach", store.number, "--kind", "audit_report", "--title", "2025 年度审计报告"],
    ] {
      let reply = try store.program.run(arguments + words)
      #expect(reply.status == 0, "\(arguments): \(reply.complaint)")
    }
    let row = try store.program.json("queue").rows[0]
    #expect(row.assignee == "second")
    #expect(row.waiting_for == "单位")
    let log = try store.program.json("log", store.number)
    #expect(log.contacts[0].with == "张工")
    let nobody = try store.program.run(["assign", store.number, "stranger"] + words)
    #expect(nobody.status == 77)
  }
}

extension JSONValue {
  /// Where the ledger stood when this was shown: every event of the office and of the case.
  func position(in store: TrainingStore) throws -> Int {
    let events = try store.program.json("history", store.number).events.items
    let all = try store.program.json("verify").events.number ?? 0
    let later = events.count - (self["version"].number ?? 0)
    return all - later
  }
}
