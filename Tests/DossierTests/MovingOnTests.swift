import Foundation
import Glibc
import Testing

@Suite("Calendars, packs and documents that come later")
struct MovingOnTests {
  private let schedule = """
    year: 2027
    source: 虚构放假通知
    holidays:
      - { name: { zh: 元旦, en: New Year's Day }, from: 2027-01-01, to: 2027-01-05 }
    working_weekends: []
    """

  @Test("A new year's schedule moves the deadlines it touches, after a dry run that shows them")
  func calendar() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    let program = store.program
    try store.act("submit", by: "clerk", on: "2026-03-02", to: "preliminary")
    let done = try store.act(
      "recommend", by: "clerk", on: "2026-12-28", ["opinion=同意推荐"], to: "formal_review")
    let due = try #require(done.deadlines[0].due.string)
    #expect(due > "2027-01-05")
    try program.write(schedule, to: "cn-2027.yaml")
    let words = ["calendar", "load", "cn-2027.yaml", "--today", "2026-12-28"]
    let refused = try program.run(words + ["--as", "officer"])
    #expect(refused.status == 77)
    let before = try store.eventCount()
    let tried = try program.run(words + ["--dry-run", "--json"])
    #expect(tried.status == 0, "\(tried.complaint)")
    #expect(try tried.json.dry_run == true)
    let moved = try tried.json.moved[0]
    #expect(moved["case"].string == store.number)
    #expect(moved.from.string == due)
    let new = try #require(moved.to.string)
    #expect(new > due)
    #expect(try store.eventCount() == before)
    let loaded = try program.run(words + ["--json"])
    #expect(try loaded.json.moved[0].to.string == new)
    #expect(try program.json("show", store.number).proceedings[0].due.string == new)
    let last = try #require(try program.json("history", store.number).events.items.last)
    #expect(last.kind == "restated")
    #expect(last.before["establishment"].string == due)
    #expect(last.basis == "虚构放假通知")
    let text = try program.run("history", store.number)
    #expect(text.output.contains("\(due) → \(new)"), "\(text.output)")
    #expect(try program.run(words).output.contains("0 deadlines move"))
    try store.expectSound()
  }

  @Test("A draft of the pack that was edited takes its cases along, all of them or none")
  func migrate() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    var program = store.program
    try store.act("submit", by: "clerk", on: "2026-03-02", to: "preliminary")
    let law = try program.json("show", store.number).law
    try FileManager.default.copyItem(
      atPath: Program.repository + "/data", toPath: program.folder + "/data")
    program.environment["DOSSIER_DATA"] = program.folder + "/data"
    let file = program.folder + "/data/packs/qingdao-2024/procedures/establishment.yaml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let edited = text.replacingOccurrences(
      of: "resumption: extends", with: "resumption: restarts")
    let changed =
      edited == text ? text.replacingOccurrences(of: "\"9.5\"", with: "\"9.4\"") : edited
    try changed.write(toFile: file, atomically: true, encoding: .utf8)
    try program.json("pack", "adopt", "qingdao-2024")

    func map(_ stages: String) throws {
      try program.write(
        """
        from: qingdao-2024
        to: qingdao-2024
        basis: { zh: 勘误, en: Correction }
        deadlines: carried
        stages:
          establishment:
            \(stages)
        """, to: "map.yaml")
    }
    let words = ["pack", "migrate", "qingdao-2024", "qingdao-2024", "--map", "map.yaml", "--json"]
    try map("applying: applying")
    let before = try store.eventCount()
    let refused = try program.run(words)
    #expect(refused.status == 65)
    let problem = try refused.json.problems[0]
    #expect(problem.code == "migration.stage_unmapped")
    #expect(problem.file == "map.yaml")
    #expect(problem.line == 6)
    #expect(refused.complaint.contains(store.number))
    #expect(try store.eventCount() == before)

    try map("preliminary: preliminary")
    #expect(try program.run(words + ["--as", "officer"]).status == 77)
    #expect(try program.run(words + ["--dry-run"]).status == 0)
    #expect(try store.eventCount() == before)
    let passed = try program.run(words)
    #expect(passed.status == 0, "\(passed.complaint)")
    #expect(try passed.json.cases[0]["case"].string == store.number)
    #expect(try store.eventCount() == before + 1)
    #expect(try program.json("show", store.number).law != law)
    let last = try #require(try program.json("history", store.number).events.items.last)
    #expect(last.kind == "migrated")
    #expect(last.law_before == law)
    try store.act(
      "recommend", by: "clerk", on: "2026-03-06", ["opinion=同意推荐"], to: "formal_review")
    try store.expectSound()
    #expect(
      try program.run(
        ["pack", "migrate", "qingdao-2024", "weihai-2022", "--map", "map.yaml"]
      ).status == 65)
  }

  @Test("Centres of the guideline of 2019 pass to the measures of 2024 with their stages and dates")
  func guideline() throws {
    var program = try Program()
    defer { program.clean() }
    program.environment["DOSSIER_STORE"] = program.folder + "/t.dossier"
    try program.json(
      "init", "t.dossier", "--pack", "qingdao-2019", "--pack", "qingdao-2024", "--allow-as")
    let today = ["--today", "2026-04-13", "--json"]
    try program.copySample("qingdao-2019-roster.csv")
    let imported = try program.run(
      ["import", "--roster", "qingdao-2019-roster.csv", "--pack", "qingdao-2019"] + today)
    #expect(imported.status == 0, "\(imported.complaint)")
    let before = try program.json("queue", "--view", "all").rows.items
    #expect(!before.isEmpty)
    try program.write(
      """
      from: qingdao-2019
      to: qingdao-2024
      basis: { zh: 虚构依据, en: An invented basis }
      deadlines: carried
      stages:
        establishment:
          construction: construction
          comprehensive_evaluation: comprehensive_evaluation
          on_roster: on_roster
      """, to: "map.yaml")
    let passed = try program.run(
      ["pack", "migrate", "qingdao-2019", "qingdao-2024", "--map", "map.yaml"] + today)
    #expect(passed.status == 0, "\(passed.complaint)")
    #expect(try passed.json.cases.items.count == before.count)
    let after = try program.json("queue", "--view", "all").rows.items
    #expect(
      Set(after.compactMap { $0["case"].string }) == Set(before.compactMap { $0["case"].string }))
    for row in after {
      let number = try #require(row["case"].string)
      let old = before.first { $0["case"].string == number }
      #expect(row.due == old?.due)
      #expect(try program.json("show", number).pack == "qingdao-2024")
      #expect(try program.run(["actions", number] + today).status == 0)
      #expect(try program.run("history", number).output.contains("qingdao-2024"))
    }
    #expect(try program.json("verify").ok == true)
  }

  @Test(
    "A document that is attached is what conditions read; a file that is not there ends with 66")
  func attach() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    let missing = try store.program.run(
      "attach", store.number, "no-such.pdf", "--kind", "development_plan", "--as", "clerk", "--json"
    )
    #expect(missing.status == 66)
    #expect(try missing.json.problems[0].code == "attachment.not_found")
    try store.program.write("扫描件", to: "plan.pdf")
    let done = try store.program.run(
      "attach", store.number, "plan.pdf", "--kind", "development_plan", "--sealed", "--as", "clerk",
      "--today", "2026-03-03")
    #expect(done.status == 0, "\(done.complaint)")
    let facts = try store.program.json("show", store.number).facts
    let row = facts.names.first {
      $0.hasPrefix("materials[") && facts[$0].string?.contains("development_plan") == true
    }
    #expect(row != nil)
    try store.expectSound()
  }

  @Test("A store is restored into an empty folder, and not among other things")
  func restore() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    let program = store.program
    try program.json("backup", "copy.dossier")
    for name in ["empty", "letters/deep"] {
      try FileManager.default.createDirectory(
        atPath: program.folder + "/" + name, withIntermediateDirectories: true)
    }
    try program.json("restore", "copy.dossier", "empty/")
    #expect(try program.json("verify", "--store", "empty").ok == true)
    let refused = try program.run("restore", "copy.dossier", "letters", "--json")
    #expect(refused.status == 73)
    #expect(try refused.json.problems[0].code == "store.not_empty")
    #expect(refused.complaint.contains("deep"))
    #expect(try program.run("restore", "copy.dossier", "empty", "--json").status == 73)
  }
}
