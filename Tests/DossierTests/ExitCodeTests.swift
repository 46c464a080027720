import Foundation
import Testing

@Suite("Exit codes")
struct ExitCodeTests {
  @Test("Wrong use ends with 64, also where an option has no such value")
  func usage() throws {
    let program = try Program()
    defer { program.clean() }
    #expect(try program.run("nonsense").status == 64)
    #expect(try program.run("act", "QD-2026-001").status == 64)
    #expect(try program.run("queue", "--sort", "colour").status == 64)
    #expect(try program.run("queue", "--view", "colour").status == 64)
    #expect(try program.run("queue", "--limit", "-3").status == 64)
    #expect(try program.run("queue", "--csv", "--json").status == 64)
    #expect(try program.run("queue", "--gb", "--plain").status == 64)
    #expect(try program.run("act", "QD-2026-001", "submit", "--on", "yesterday").status == 64)
  }

  @Test("A command line that cannot be read is explained in the reader's language, also as JSON")
  func wrongCalls() throws {
    let program = try Program()
    defer { program.clean() }
    let verb = try program.run("quee", "--lang", "zh")
    #expect(verb.status == 64)
    #expect(verb.complaint.contains("没有“quee”这个命令，是不是 queue？"))
    #expect(verb.complaint.contains("dossier --help"))
    let inner = try program.run("--lang", "en", "pack", "frob", "--json")
    #expect(inner.status == 64)
    let problem = try inner.json.problems[0]
    #expect(problem.code == "usage.unknown_verb")
    #expect(problem.remedy.string?.contains("dossier pack --help") == true)
    #expect(problem.remedy.string?.contains("check") == true)
    for (arguments, code, word) in [
      (["act", "QD-2026-001"], "usage.missing_argument", "<action>"),
      (["queue", "--frob"], "usage.unknown_option", "--frob"),
      (["show", "QD-2026-001", "--at"], "usage.missing_value", "--at <date>"),
      (["act", "QD-2026-001", "submit", "--on", "2026-13-01"], "usage.date", "2026-13-01"),
      (["check", "QD-2026-001", "--at", "noon"], "usage.option", "construction"),
    ] {
      let reply = try program.run(arguments + ["--lang", "zh", "--json"])
      #expect(reply.status == 64)
      let answer = try reply.json.problems[0]
      #expect(answer.code.string == code)
      let said = (answer.message.string ?? "") + (answer.remedy.string ?? "")
      #expect(said.contains(word), "\(arguments)")
    }
    #expect(try program.run("queue", "--help").status == 0)
    #expect(try program.run("--version").status == 0)
  }

  @Test("Where no store is found the word says where it was looked for and how to make one")
  func noStore() throws {
    let program = try Program()
    defer { program.clean() }
    let reply = try program.run("queue", "--json")
    #expect(reply.status == 64)
    #expect(try reply.json.problems[0].code == "usage.no_store")
    #expect(reply.complaint.contains("dossier init"))
  }

  @Test("A store, a case or a pack that is not there ends with 66")
  func notFound() throws {
    let store = try TrainingStore(withCase: false)
    defer { store.program.clean() }
    let program = store.program
    #expect(try program.run("--store", "nowhere.dossier", "queue").status == 66)
    for verb in ["show", "history", "check", "actions"] {
      let reply = try program.run(verb, "QD-2026-999", "--json")
      #expect(reply.status == 66)
      #expect(try reply.json.problems[0].code == "case.not_found")
    }
    #expect(try program.run("pack", "check", "atlantis-2024").status == 66)
    #expect(try program.run("practice", "set", "colour", "5").status == 66)
    #expect(try program.run("user", "change", "nobody").status == 66)
    #expect(try program.run("import", "nowhere.yaml", "--as", "clerk").status == 66)
    #expect(try program.run("host", "91370211MA0000A27G").status == 66)
    let init2 = try program.run("init", "other.dossier", "--pack", "atlantis-2024")
    #expect(init2.status == 66)
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/other.dossier"))
  }

  @Test("A store that exists already, a foreign folder and a damaged file each have their code")
  func trouble() throws {
    let store = try TrainingStore(withCase: false)
    defer { store.program.clean() }
    let program = store.program
    let again = try program.run("init", "training.dossier", "--pack", "qingdao-2024", "--json")
    #expect(again.status == 73)
    #expect(try again.json.problems[0].code == "store.exists")
    try FileManager.default.createDirectory(
      atPath: program.folder + "/foreign.dossier", withIntermediateDirectories: true)
    try program.write(
      String(repeating: "not a database\n", count: 40), to: "foreign.dossier/journal.sqlite")
    let foreign = try program.run("--store", "foreign.dossier", "queue", "--json")
    #expect(foreign.status == 74)
    #expect(try foreign.json.problems[0].code == "store.damaged")
  }

  @Test("Bad data end with 65 and nothing of the file is imported")
  func badData() throws {
    let store = try TrainingStore(withCase: false)
    defer { store.program.clean() }
    let program = store.program
    try program.copySample(as: "good.yaml")
    var text = try String(contentsOfFile: program.folder + "/good.yaml", encoding: .utf8)
    text = text.replacingOccurrences(of: "91370211MA0000A27G", with: "91370211MA0000A270")
    try program.write(text, to: "bad.yaml")
    let reply = try program.run(
      "import", "bad.yaml", "--as", "clerk", "--today", "2026-03-02", "--json")
    #expect(reply.status == 65)
    let answer = try reply.json
    #expect(answer.imported.items.isEmpty)
    let problem = answer.problems.first(where: "severity", is: "error")
    #expect(problem.field == "host.credit_code")
    #expect(problem.line.number != nil)
    #expect(problem.file == "bad.yaml")
    #expect(problem.message.string?.isEmpty == false)
    #expect(try program.json("queue").total == 0)
    let input = try program.run("pack", "check", "bad.yaml")
    #expect(input.status == 66)
  }

  @Test("A value of another form than the input's names the input and its form")
  func inputForm() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    try store.act("submit", by: "clerk", on: "2026-03-02", to: "preliminary")
    try store.act("recommend", by: "clerk", on: "2026-03-03", ["opinion=同意"], to: "formal_review")
    let advice = try store.program.run(
      "act", store.number, "record_opinion", "--set", "opinion=齐全", "advice=perhaps", "--as",
      "agency",
      "--today", "2026-03-04", "--json")
    #expect(advice.status == 65)
    #expect(try advice.json.problems[0].code == "usage.input_form")
    #expect(advice.complaint.contains("advice"))
    #expect(advice.complaint.contains("pass"))
    let unknown = try store.program.run(
      "act", store.number, "record_opinion", "--set", "colour=red", "--as", "agency", "--today",
      "2026-03-04", "--json")
    #expect(unknown.status == 65)
    #expect(try unknown.json.refusals[0].code == "input.unknown")
    let fact = try store.program.run(
      "set", store.number, "premises.area=1200", "--as", "clerk", "--today", "2026-03-04")
    #expect(fact.status == 65)
    #expect(fact.complaint.contains("平方米"))
  }

  @Test("The law ends with 1, the role with 77; neither writes anything")
  func refused() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    let before = try store.program.json("history", store.number)
    let law = try store.program.run(
      "act", store.number, "recommend", "--as", "clerk", "--today", "2026-03-02", "--json")
    #expect(law.status == 1)
    let refusal = try law.json.refusals[0]
    #expect(refusal.code == "action.not_here")
    #expect(refusal.cites.string?.isEmpty == false)
    #expect(refusal.message.string?.isEmpty == false)
    for user in ["auditor", "agency", "other"] {
      let role = try store.program.run(
        "act", store.number, "submit", "--as", user, "--today", "2026-03-02", "--json")
      #expect(role.status == 77, "\(user)")
      #expect(try !role.json.refusals.items.isEmpty)
    }
    #expect(try store.program.json("history", store.number) == before)
  }
}
