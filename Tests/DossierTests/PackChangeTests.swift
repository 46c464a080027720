import Foundation
import Testing

@Suite("Packs compared, tried, started and described")
struct PackChangeTests {
  /// A draft of the shipped pack with another figure, in a folder beside the store.
  private func draft(
    in program: Program,
    _ edit: (String) -> String = {
      $0.replacingOccurrences(of: ".rd) >= 2000 万元", with: ".rd) >= 3000 万元")
    }
  ) throws -> String {
    let folder = program.folder + "/drafts/three-thousand"
    try FileManager.default.createDirectory(
      atPath: program.folder + "/drafts", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Program.repository + "/data/packs/qingdao-2024", toPath: folder)
    let file = folder + "/conditions.yaml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try edit(text).write(toFile: file, atomically: true, encoding: .utf8)
    return folder
  }

  @Test("A pack compared with itself says that both are the same")
  func same() throws {
    let program = try Program()
    defer { program.clean() }
    let reply = try program.run("pack", "diff", "qingdao-2024", "qingdao-2024")
    #expect(reply.status == 0)
    #expect(reply.output.contains("Both say the same"))
    #expect(try program.json("pack", "diff", "qingdao-2024", "qingdao-2024").same == true)
  }

  @Test("Another figure is named as that, in its condition, as law")
  func figure() throws {
    let program = try Program()
    defer { program.clean() }
    let folder = try draft(in: program)
    let text = try program.run("pack", "diff", "qingdao-2024", folder).output
    #expect(text.contains("rd-total"))
    #expect(text.contains("CNY 20m → CNY 30m"))
    let answer = try program.json("pack", "diff", "qingdao-2024", folder)
    #expect(answer.same_law == false)
    #expect(answer.changes[0].path == "rd-total")
    #expect(answer.changes[0].fields[0].figures[0].before == "2000 万元")
    #expect(answer.changes[0].fields[0].figures[0].after == "3000 万元")
  }

  @Test("A higher threshold is tried before anybody signs it, and nothing is written")
  func simulation() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    try store.act("submit", by: "clerk", on: "2026-03-02", to: "preliminary")
    let folder = try draft(in: store.program)
    let head = try store.program.json("verify").head
    let answer = try store.program.json("pack", "simulate", folder, "--today", "2026-03-20")
    #expect(answer.cases == 1)
    #expect(answer.touched == 1)
    #expect(answer.set_back == 1)
    #expect(answer.conditions[0].id == "rd-total")
    #expect(answer.conditions[0].newly_failing == 1)
    #expect(answer.rows[0].findings[0].after == "not_met")
    #expect(answer.rows[0].actions[0].action == "recommend")
    let text = try store.program.run("pack", "simulate", folder, "--today", "2026-03-20").output
    #expect(text.contains("could no longer be done"))
    #expect(try store.program.json("verify").head == head)
    let none = try store.program.json(
      "pack", "simulate", folder, "--cases", "状态:办结", "--today", "2026-03-20")
    #expect(none.cases == 0)
  }

  @Test("A draft that cannot be loaded is refused with place and remedy, and the store stays")
  func faulty() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    let folder = try draft(in: store.program) {
      $0.replacingOccurrences(of: "force: mandatory", with: "force: strict")
    }
    let head = try store.program.json("verify").head
    let reply = try store.program.run("pack", "simulate", folder, "--json")
    #expect(reply.status == 65)
    let problem = try reply.json.problems[0]
    #expect(problem.code == "pack.yaml.wrong_value")
    #expect(problem.file.string?.hasSuffix("conditions.yaml") == true)
    #expect(problem.line != .null)
    #expect(problem.remedy.string?.isEmpty == false)
    #expect(try store.program.json("verify").head == head)
  }

  @Test("A new pack loads, checks and passes its tests; nothing is written over")
  func start() throws {
    let program = try Program()
    defer { program.clean() }
    let made = try program.json(
      "pack", "new", "mycity-2026", "--in", "drafts", "--title", "某市办法（虚构）",
      "--english-title", "Measures of a city (invented)", "--city", "370000", "--prefix", "MC")
    #expect(made.pack == "mycity-2026")
    let check = try program.json("pack", "check", "drafts/mycity-2026")
    #expect(check.ok == true)
    let tests = try program.json("pack", "test", "drafts/mycity-2026")
    #expect(tests.failed == 0)
    #expect(tests.passed == 3)
    let again = try program.run("pack", "new", "mycity-2026", "--in", "drafts", "--json")
    #expect(again.status == 73)
    #expect(try again.json.problems[0].code == "file.exists")
    let wrong = try program.run("pack", "new", "my city", "--in", "drafts", "--json")
    #expect(wrong.status == 65)
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/drafts/my city"))
    try program.json("pack", "new", "copy-1", "--from", "drafts/mycity-2026", "--in", "drafts")
    #expect(
      try program.json("pack", "diff", "drafts/mycity-2026", "drafts/copy-1").same == true)
  }

  @Test("Schemas are written as JSON, one a kind of file, with what keys stand for")
  func schemas() throws {
    let program = try Program()
    defer { program.clean() }
    let made = try program.json("pack", "schema", "--out", "schemas")
    #expect(made.schemas.items.count >= 8)
    for schema in made.schemas.items {
      let path = program.folder + "/" + (schema.schema.string ?? "")
      let data = try #require(FileManager.default.contents(atPath: path))
      let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      #expect(object?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }
    let text = try program.run("pack", "schema", "conditions").output
    #expect(text.contains("how binding"))
    #expect(text.contains("约束力"))
  }

  @Test("An office records that it has verified a regulation, and the warning goes")
  func verification() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    func codes() throws -> [String] {
      let packs = try store.program.json("pack", "list", "--today", "2026-04-01").packs.items
      let own = packs.first { $0.id == "qingdao-2024" }
      return own?.warnings.items.compactMap(\.code.string) ?? []
    }
    #expect(try codes().contains("pack.validity.relied_on"))
    #expect(try codes().contains("pack.validity.interim"))
    try store.program.json(
      "pack", "verify", "qingdao-2024", "--on", "2026-03-30", "--by", "局法规处（虚构）", "--today",
      "2026-04-01")
    #expect(try !codes().contains("pack.validity.relied_on"))
    let late = try store.program.run(
      "pack", "verify", "qingdao-2024", "--on", "2026-05-01", "--by", "x", "--today", "2026-04-01")
    #expect(late.status == 65)
    try store.expectSound()
  }
}
