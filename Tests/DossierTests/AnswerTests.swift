import Testing

@Suite("What scripts may rely on")
struct AnswerTests {
  @Test("Every answer has the fields that were promised")
  func fields() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    let who = ["--as", "clerk", "--today", "2026-03-20", "--json"]
    let queue = try store.program.run(["queue"] + who).json
    #expect(queue.names.isSuperset(of: ["total", "rows"]))
    #expect(
      queue.rows[0].names.isSuperset(of: [
        "case", "name", "host", "department", "stage", "procedure", "due", "overdue_working_days",
        "clock", "assignee",
      ]))
    let check = try store.program.run(["check", store.number] + who).json
    #expect(check.names.isSuperset(of: ["case", "pack", "moment", "findings", "blocking"]))
    #expect(
      check.findings[0].names.isSuperset(of: [
        "id", "cites", "force", "tested_at", "result", "value", "threshold", "shortfall",
        "explanation",
      ]))
    let figures = try store.program.run(["check", "--all"] + who).json
    #expect(figures.packs[0].names.isSuperset(of: ["pack", "cases", "moment", "conditions"]))
    #expect(
      figures.packs[0].conditions[0].names.isSuperset(of: [
        "id", "cites", "force", "met", "not_met", "unknown", "not_applicable", "judgement",
      ]))
    #expect(try store.program.run(["check"] + who).status == 64)
    let actions = try store.program.run(["actions", store.number] + who).json
    #expect(actions.names.isSuperset(of: ["case", "stage", "proceedings", "actions"]))
    #expect(actions.proceedings[0].names.isSuperset(of: ["id", "procedure", "stage", "due"]))
    #expect(
      actions.actions[0].names.isSuperset(of: [
        "id", "proceeding", "to", "role", "allowed", "refusals",
      ]))
    let refused = try store.program.run(
      ["act", store.number, "submit", "--on", "2026-03-21"] + who)
    #expect(refused.status == 1)
    #expect(
      try refused.json.refusals[0].names.isSuperset(of: ["code", "cites", "message", "remedy"]))
    let acted = try store.program.run(["act", store.number, "submit"] + who).json
    #expect(acted.names.isSuperset(of: ["case", "from", "to", "events", "deadlines"]))
    #expect(
      acted.deadlines[0].names.isSuperset(of: ["proceeding", "stage", "due", "explanation"]))
    let verify = try store.program.json("verify")
    #expect(
      verify.names.isSuperset(of: ["ok", "events", "signed", "cases", "head", "problems"]))
    #expect(verify.signed == 0)
  }

  @Test("A case may be named by the last parts of its number, and stages and departments by name")
  func shortNames() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    for name in ["QD-2026-001", "2026-001", "001"] {
      #expect(try store.program.json("show", name)["case"].string == store.number, "\(name)")
    }
    #expect(try store.program.run(["show", "01"]).status == 66)
    let shown = try store.program.run(["show", "001", "--lang", "zh"]).output
    #expect(!shown.contains("qd-laoshan"))
    let refused = try store.program.run(
      ["act", "001", "approve", "--as", "leader", "--today", "2026-03-20", "--lang", "en"])
    #expect(refused.status != 0)
    let offered = try store.program.run(["actions", "001", "--lang", "en"]).output
    #expect(!offered.contains("      reason=…"))
  }

  @Test("The list as a table for spreadsheets has every row, or as many as are asked for")
  func table() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    let all = try store.program.run(["queue", "--csv", "--lang", "zh"]).output
    #expect(all.contains("编号"))
    #expect(all.contains(store.number))
    #expect(all.split(whereSeparator: \.isNewline).count == 2)
    let none = try store.program.run(["queue", "--csv", "--limit", "0"]).output
    #expect(none.split(whereSeparator: \.isNewline).count == 1)
  }

  @Test("What is wrong with a command line is said in one language")
  func wrongView() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    let zh = try store.program.run(["queue", "--view", "blah", "--lang", "zh"])
    #expect(zh.status == 64)
    #expect(zh.complaint.contains("没有视图 blah"))
    #expect(!zh.complaint.contains("There is no view"))
    let en = try store.program.run(["queue", "--view", "blah", "--lang", "en"])
    #expect(en.complaint.contains("There is no view blah"))
    #expect(!en.complaint.contains("没有视图"))
  }

  @Test("Working days overdue are counted by the calendar")
  func overdue() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    try store.act("submit", by: "clerk", on: "2026-03-02", to: "preliminary")
    // Due on Monday 16 March 2026; on Wednesday the 18th two working days are lost.
    let late = try store.program.json("queue", "--today", "2026-03-18").rows[0]
    #expect(late.due == "2026-03-16")
    #expect(late.overdue_working_days == 2)
    let due = try store.program.json("queue", "--today", "2026-03-16").rows[0]
    #expect(due.overdue_working_days == 0)
  }

  @Test("Options may stand before the verb or after it, and keys come out sorted")
  func order() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    let before = try store.program.run("--json", "--store", "training.dossier", "queue")
    let after = try store.program.run("queue", "--store=training.dossier", "--json")
    #expect(before.status == 0)
    #expect(before.output == after.output)
    #expect(before.output.hasPrefix(#"{"rows":[{"assignee":null,"batch":"#))
    #expect(before.output.split(separator: "\n").count == 1)
    let bare = try store.program.run("--store", "training.dossier")
    #expect(bare.status == 0)
    #expect(bare.output.contains("QD-2026-001"))
  }

  @Test("Filters, order, limit and offset page through the queue")
  func paging() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    for sample in ["qingdao-university.yaml", "qingdao-institution.yaml"] {
      try store.program.copySample(sample)
      let reply = try store.program.run(
        "import", sample, "--as", "officer", "--today", "2026-03-02", "--json")
      #expect(reply.status == 0, "\(reply.complaint)")
    }
    let all = try store.program.json("queue", "--sort", "number")
    #expect(all.total == 3)
    let page = try store.program.json(
      "queue", "--sort", "number", "--limit", "1", "--offset", "1")
    #expect(page.total == 3)
    #expect(page.rows.items == [all.rows[1]])
    #expect(try store.program.json("queue", "--filter", "海洋传感").total == 1)
    #expect(try store.program.json("queue", "--filter", "hycg").total == 1)
    #expect(try store.program.json("queue", "--filter", "区:崂山").rows.items.contains(all.rows[0]))
    let wrong = try store.program.run("queue", "--filter", "due<soon", "--json")
    #expect(wrong.status == 65)
    #expect(try wrong.json.problems[0].column.number != nil)
  }

  @Test("Every verb has help with an example")
  func help() throws {
    let program = try Program()
    defer { program.clean() }
    let top = try program.run("--help").output
    let verbs = [
      "queue", "show", "check", "actions", "history", "host", "act", "judge", "waive", "depart",
      "set", "attach", "assign", "log", "note", "undo", "reopen", "import", "defects", "campaign",
      "user", "practice", "calendar", "pack", "init", "verify", "backup", "restore", "rebuild",
      "redact", "doctor",
    ]
    for verb in verbs {
      #expect(top.contains("\n  \(verb) "), "\(verb)")
      let help = try program.run(verb, "--help")
      #expect(help.status == 0)
      #expect(help.output.contains("EXAMPLE"), "\(verb)")
      #expect(help.output.contains("dossier \(verb)"), "\(verb)")
    }
  }

  @Test("Chinese and English are spoken as asked for")
  func language() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    let english = try store.program.run("show", "QD-2026-404", "--lang", "en").complaint
    let chinese = try store.program.run("show", "QD-2026-404", "--lang", "zh").complaint
    #expect(english.contains("QD-2026-404"))
    #expect(english != chinese)
    #expect(chinese.unicodeScalars.contains { $0.value > 0x4E00 })
    #expect(!english.unicodeScalars.contains { $0.value > 0x4E00 })
  }
}
