import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("The law hash")
struct LawHashTests {
  private func hash(
    _ file: String? = nil, _ old: String = "", _ new: String = ""
  ) throws -> String {
    try SmallPack.load(file, replacing: old, with: new).pack.lawHash
  }

  @Test(
    "Words, practice and the order of a file leave it as it is",
    arguments: [
      ("conditions.yaml", "zh: 研发费用", "zh: 研究开发费用"),
      ("pack.yaml", "en: Purpose", "en: What it is for"),
      ("pack.yaml", "en: Small measures", "en: The small measures"),
      ("pack.yaml", "zh: 申请表", "zh: 申请书"),
      ("pack.yaml", "published: 2026-01-01", "published: 2026-01-02"),
      ("practice.yaml", "suggested: 5 个工作日", "suggested: 7 个工作日"),
      ("procedures/establishment.yaml", "zh: 提交", "zh: 报送"),
      ("conditions.yaml", "premises.area >= 1000 平方米", "premises.area  >=\n        1000 平方米"),
      (
        "pack.yaml",
        "\"1\": { gist: { zh: 目的, en: Purpose }, kind: principle }\n  \"2.1\":"
          + " { gist: { zh: 研发, en: R&D }, kind: condition }",
        "\"2.1\": { gist: { zh: 研发, en: R&D }, kind: condition }\n  \"1\":"
          + " { gist: { zh: 目的, en: Purpose }, kind: principle }"
      ),
    ])
  func kept(file: String, old: String, new: String) throws {
    #expect(try hash(file, old, new) == hash())
  }

  @Test(
    "A figure, a force, an article, a stage or a deadline makes it another law",
    arguments: [
      ("conditions.yaml", "2000 万元", "2001 万元"),
      ("conditions.yaml", "1000 平方米", "1000.01 平方米"),
      ("conditions.yaml", "force: default", "force: mandatory"),
      ("conditions.yaml", "force: default", "force: default\n    waivable_by: \"2.2\""),
      ("conditions.yaml", "cites: \"2.2, 2.1\"", "cites: \"2.2\""),
      ("conditions.yaml", "effect: exempts", "effect: softens"),
      ("conditions.yaml", "count(reports) == 0", "count(reports) == 1"),
      ("pack.yaml", "kind: duty", "kind: procedure"),
      ("pack.yaml", "sealed: true", "sealed: false"),
      ("pack.yaml", "reached: [deciding]", "reached: [roster]"),
      ("procedures/establishment.yaml", "period: 10 日", "period: 11 日"),
      ("procedures/establishment.yaml", "passes: [application]", "deciding: true"),
      ("procedures/establishment.yaml", "input.result == good", "input.result == fair"),
      ("procedures/establishment.yaml", "ends: declined", "ends: withdrawn"),
      ("procedures/report.yaml", "date(input.year + 1, 3, 31)", "date(input.year + 1, 4, 30)"),
      ("procedures/report.yaml", "key: year", "repeatable: true"),
    ])
  func changed(file: String, old: String, new: String) throws {
    #expect(try hash(file, old, new) != hash())
  }

  @Test("It is SHA-256 in lower-case hexadecimal, and the same at every reading")
  func form() throws {
    let first = try hash()
    #expect(first.count == 64)
    #expect(first.allSatisfy { $0.isHexDigit && !$0.isUppercase })
    #expect(try hash() == first)
  }
}
