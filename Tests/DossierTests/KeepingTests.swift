import Foundation
import Testing

@Suite("Looking after the store")
struct KeepingTests {
  @Test(
    "A backup is restored to a new place and proves sound; a checkpoint notices a shorter ledger")
  func backup() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    let program = store.program
    let saved = try program.json("backup", "copy.dossier")
    #expect(saved.ok == true)
    try store.act("submit", by: "clerk", on: "2026-03-02", to: "preliminary")
    let head = try #require(try program.json("verify").head.string)
    try program.json("restore", "copy.dossier", "again.dossier")
    let restored = try program.json("verify", "--store", "again.dossier")
    #expect(restored.ok == true)
    #expect(restored.cases == 1)
    let shorter = try program.run(
      "verify", "--store", "again.dossier", "--checkpoint", head, "--json")
    #expect(shorter.status == 74)
    #expect(try shorter.json.ok == false)
    #expect(try program.run("verify", "--checkpoint", head).status == 0)
    #expect(try program.run("verify", "--checkpoint", "nonsense").status == 64)
    #expect(try program.run("backup", "copy.dossier").status == 73)
    try program.json("rebuild")
    #expect(try program.json("doctor").names.contains("sqlite"))
    try store.expectSound()
  }

  @Test("Personal data are removed while the chain still verifies")
  func redact() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    let opened = try store.program.json("history", store.number).events[0]
    let id = try #require(opened.id.string)
    let words = ["--reason", "本人申请", "--basis", "个人信息保护法第47条", "--json"]
    let clerk = try store.program.run(
      ["redact", id, "--path", "contact.phone", "--as", "clerk"] + words)
    #expect(clerk.status == 77)
    let done = try store.program.run(
      ["redact", String(id.prefix(12)), "--of", store.number, "--path", "contact.phone"] + words)
    #expect(done.status == 0, "\(done.complaint)")
    let shown = try store.program.json("show", store.number)
    #expect(shown.facts["contact.phone"] == .null)
    #expect(shown.facts["contact.name"] != .null)
    let verify = try store.program.json("verify")
    #expect(verify.ok == true)
    #expect(verify.redacted == 1)
  }

  @Test("Practice, calendars and intakes are set by those who may")
  func office() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    let program = store.program
    let clerk = try program.run("practice", "set", "publicity", "7 个工作日", "--as", "clerk")
    #expect(clerk.status == 77)
    try program.json(
      "practice", "set", "preliminary_review", "5 个工作日", "--from", "2026-01-01", "--basis", "会议纪要")
    let listed = try program.json("practice", "list", "--on", "2026-03-02").practice
      .first(where: "id", is: "preliminary_review")
    #expect(listed.value == "5 个工作日")
    #expect(listed.since == "2026-01-01")
    let submitted = try store.act("submit", by: "clerk", on: "2026-03-02", to: "preliminary")
    #expect(submitted.deadlines[0].due == "2026-03-09")
    try program.write(
      """
      id: 2026-1
      title: { zh: 2026 年第一批, en: First batch of 2026 }
      year: 2026
      number: 1
      from: 2026-03-01
      to: 2026-03-31
      quotas: { qd-laoshan: 1 }
      """, to: "batch.yaml")
    let opened = try program.json("campaign", "open", "batch.yaml", "--as", "officer")
    #expect(opened.quotas["qd-laoshan"] == 1)
    #expect(try program.run("campaign", "open", "batch.yaml", "--as", "officer").status == 65)
    try program.write(
      "id: 2026-2\ntitle: { zh: 二, en: Two }\nyear: 2026\nfrom: 2026-05-01\n", to: "bad.yaml")
    #expect(try program.run("campaign", "open", "bad.yaml", "--as", "officer").status == 65)
    try program.json("campaign", "close", "2026-1", "--as", "officer")
    #expect(try program.json("campaign", "list").campaigns[0].closed == true)
    #expect(try program.json("calendar", "list").calendars.items.count == 8)
  }

  @Test("The shipped pack is sound and passes its own tests")
  func pack() throws {
    let program = try Program()
    defer { program.clean() }
    let check = try program.json("pack", "check", "qingdao-2024")
    #expect(check.ok == true)
    #expect(
      check.names.isSuperset(of: [
        "pack", "ok", "articles", "covered", "conditions", "procedures", "stages", "actions",
        "paths", "problems",
      ]))
    let all = try program.json("pack", "check")
    let ids = all.packs.items.compactMap(\.pack.string)
    #expect(Set(ids).isSuperset(of: ["qingdao-2024", "qingdao-2026-evaluation"]))
    #expect(all.packs.items.allSatisfy { $0.ok == true && $0.normative == $0["normative_covered"] })
    #expect(try program.run("pack", "check", "--text", "law.txt").status == 64)
    let test = try program.json("pack", "test", "qingdao-2024", "--without-walks")
    #expect(test.failed == 0)
    #expect(test.failures == [])
    #expect((test.passed.number ?? 0) > 100)
    let graph = try program.json("pack", "graph", "qingdao-2024", "--procedure", "establishment")
    #expect(graph.procedures[0].stages.items.count > 10)
    let listed = try program.json("pack", "list").packs.items.map(\.id)
    #expect(listed.contains("qingdao-2024"))
  }

  @Test("Stages are called what the pack of their case calls them")
  func stagesOfTwoPacks() throws {
    var program = try Program()
    defer { program.clean() }
    program.environment["DOSSIER_STORE"] = program.folder + "/two.dossier"
    try program.json("init", "two.dossier", "--pack", "qingdao-2024", "weihai-2022", "--allow-as")
    for city in ["qingdao", "weihai"] {
      try program.copySample("\(city)-enterprise.yaml")
    }
    let both = try program.run(
      "import", "qingdao-enterprise.yaml", "weihai-enterprise.yaml", "--today", "2026-06-01")
    #expect(both.status == 0, "\(both.complaint)")
    let lines = both.output.split(separator: "\n")
    #expect(lines.first?.hasSuffix("  Applying") == true, "\(both.output)")
    #expect(lines.dropFirst().first?.hasSuffix("  Intent") == true, "\(both.output)")
    let weihai = try String(
      contentsOfFile: program.folder + "/weihai-enterprise.yaml", encoding: .utf8)
    let code = try #require(weihai.firstMatch(of: /credit_code: "?(\w{18})/)?.1)
    let host = try program.run("host", String(code))
    #expect(host.output.contains("Intent"), "\(host.output)")
    #expect(!host.output.contains("intent"), "\(host.output)")
  }

  @Test("A pack that cannot be read stays in the list, with the reason")
  func unreadableInList() throws {
    var program = try Program()
    defer { program.clean() }
    try FileManager.default.copyItem(
      atPath: Program.repository + "/data", toPath: program.folder + "/data")
    program.environment["DOSSIER_DATA"] = program.folder + "/data"
    let path = program.folder + "/data/packs/weihai-2022/pack.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try (text + "\ncolour: blue\n").write(toFile: path, atomically: true, encoding: .utf8)
    let packs = try program.json("pack", "list").packs.items
    let broken = packs.first { $0.id == "weihai-2022" }
    #expect(broken?.readable == false)
    #expect(broken?.problems[0].code.string?.hasSuffix("unknown_key") == true)
    #expect(packs.first { $0.id == "qingdao-2024" }?.problems.items.isEmpty == true)
    let reply = try program.run("pack", "list")
    #expect(reply.status == 0)
    #expect(reply.complaint.contains("pack.yaml"), "\(reply.complaint)")
  }

  @Test("A pack with an unknown key is refused with file, line and column")
  func badPack() throws {
    let program = try Program()
    defer { program.clean() }
    try FileManager.default.copyItem(
      atPath: Program.repository + "/data/packs/qingdao-2024", toPath: program.folder + "/mine")
    let path = program.folder + "/mine/pack.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try (text + "\ncolour: blue\n").write(toFile: path, atomically: true, encoding: .utf8)
    let reply = try program.run("pack", "check", "./mine", "--json")
    #expect(reply.status == 65)
    let problem = try reply.json.problems[0]
    #expect(problem.file == "./mine/pack.yaml")
    #expect(problem.line.number != nil)
    #expect(problem.column.number != nil)
    #expect(try reply.json.ok == false)
  }
}
