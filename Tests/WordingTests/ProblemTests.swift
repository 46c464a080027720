import Quantities
import Testing

@testable import Wording

@Suite("Problems in words")
struct ProblemTests {
  @Test("A problem on one line has file, line and column, its weight, and what mends it")
  func line() {
    let problem = Problem(
      "pack.yaml.unknown_key", at: .init(file: "pack.yaml", line: 3, column: 5),
      ["key": "titel", "suggestion": "title"])
    #expect(Fixture.zh.line(for: problem) == "pack.yaml:3:5: 错误：不认识的键 titel。是否指 title？")
    #expect(
      Fixture.en.line(for: problem)
        == "pack.yaml:3:5: error: Unknown key titel. Is title meant?")
  }

  @Test("What is optional in a sentence is left out where it has no value")
  func optionalParts() {
    let bare = Problem("pack.yaml.unknown_key", ["key": "titel"])
    #expect(Fixture.zh.message(for: bare) == "不认识的键 titel")
    #expect(Fixture.zh.remedy(for: bare) == "删去此键，或按示例改正键名")
  }

  @Test("Warnings say so, and a field stands where no line is known")
  func warning() {
    let problem = Problem(
      "fact.unit_missing", severity: .warning, at: .init(field: "finance[2024].rd"),
      ["name": "finance[2024].rd", "found": "700", "example": "700 万元"])
    #expect(
      Fixture.zh.line(for: problem)
        == "finance[2024].rd: 提醒：2024年研发费用 写作“700”，缺单位。写明单位，如 700 万元")
  }

  @Test("Types are named with an example")
  func types() {
    let problem = Problem(
      "pack.expression.unit_mismatch", ["expected": "money", "found": "count person"])
    #expect(
      Fixture.zh.message(for: problem)
        == "单位不合：应为金额（如 700 万元），而得到个数（如 12 人）")
  }

  @Test("Trouble with the store tells what to do")
  func store() {
    let problem = Problem("store.full", at: .init(file: "/srv/a.dossier"))
    #expect(Fixture.zh.line(for: problem) == "/srv/a.dossier: 错误：磁盘已满，本次未写入。腾出空间后重做")
  }

  @Test("Files of every kind share the sentences of YAML")
  func families() {
    for code in ["calendar.yaml.tab", "pack.yaml.tab", "import.yaml.tab"] {
      #expect(Fixture.zh.message(for: Problem(code)) == "不能用制表符缩进")
    }
    #expect(Fixture.en.message(for: Problem("import.json.comma_expected")) == "A comma is missing")
  }

  @Test("What is wrong with a fact reads alike wherever it was read")
  func importedFacts() {
    for code in ["negative", "option", "unit_missing", "row_unlike", "empty"] {
      let arguments = ["name": "finance[2024].rd", "found": "-7", "expected": "", "example": ""]
      #expect(
        Fixture.zh.message(for: Problem("import.fact.\(code)", arguments))
          == Fixture.zh.message(for: Problem("fact.\(code)", arguments)))
      #expect(Fixture.zh.message(for: Problem("import.fact.\(code)", arguments)).contains("研发费用"))
    }
  }

  @Test("A refusal met on import reads as the refusal")
  func refused() {
    let problem = Problem(
      "import.refused", at: .init(file: "a.yaml", line: 1),
      ["refusal": "date.future", "on": "2026-05-01", "today": "2026-04-13", "cites": ""])
    #expect(Fixture.zh.message(for: problem) == "日期 2026-05-01 晚于今日 2026-04-13")
  }

  @Test("A missing fact says which conditions wait for it")
  func missingFact() {
    let problem = Problem(
      "import.fact.missing", severity: .warning, at: .init(file: "a.yaml", line: 1, column: 1),
      ["name": "finance[2024].rd", "conditions": "rd-total, premises"])
    #expect(
      Fixture.zh.line(for: problem)
        == "a.yaml:1:1: 提醒：缺2024年研发费用，近三年研发费用总额、科研用房面积将无法核查。"
        + "可先导入，以后补填")
  }

  @Test("Beneath a field neither its name nor what stands in it is said again")
  func atField() {
    let problem = Problem(
      "fact.form", at: .init(field: "finance[2025].rd"),
      ["name": "finance[2025].rd", "found": "很多", "expected": "money", "example": "700 万元"])
    #expect(Fixture.zh.messageAtField(for: problem) == "不是金额（如 700 万元）")
    #expect(Fixture.zh.line(for: problem).ranges(of: "700 万元").count == 1)
    let other = Problem("facts.unchanged")
    #expect(Fixture.zh.messageAtField(for: other) == Fixture.zh.message(for: other))
  }
}
