import Casework
import Quantities
import RulePacks
import Testing

@testable import Wording

@Suite("Findings in words")
struct FindingTests {
  @Test("Every result has its own sign, in both sets of signs, but for two kinds of waiting")
  func signs() {
    let full = FindingResult.allCases.map { Fixture.zh.sign(of: $0) }
    #expect(full == ["✓", "✗", "–", "?", "?", "◔", "◆", "◇"])
    let plain = Wording(.en, isPlain: true)
    let ascii = FindingResult.allCases.map { plain.sign(of: $0) }
    #expect(Set(ascii).count == Set(full).count)
    #expect(ascii.allSatisfy { $0.unicodeScalars.allSatisfy(\.isASCII) })
    #expect(Fixture.zh.mark(of: .departed) == "◇ 偏离")
  }

  @Test("Value and demand stand in short units beside each other")
  func columns() {
    #expect(Fixture.zh.value(of: Fixture.rdTotal) == "1,850 万元")
    #expect(Fixture.zh.demand(sign: Fixture.rdTotal) == "≥ 2,000 万元")
    var judged = Finding(
      id: "capability", cites: ["8.4"], force: .mandatory, moment: .application,
      result: .judgement)
    judged.judge = Condition.Judge(owner: "expert_panel", stage: "expert_review")
    #expect(Fixture.zh.value(of: judged) == "—")
    #expect(Fixture.zh.demand(sign: judged) == "评审专家组判断")
    #expect(Fixture.zh.line(for: judged) == "? 待判 承担重大项目的能力：由评审专家组在专家评审环节判断（第八条第4项）")
  }

  @Test("A text that must be there is asked for in words, not compared with nothing")
  func stated() {
    var finding = Finding(
      id: "premises", cites: ["8.3"], force: .mandatory, moment: .application, result: .notMet)
    finding.value = .text("")
    finding.threshold = .text("")
    #expect(Fixture.zh.demand(sign: finding) == "须写明")
    #expect(Fixture.zh.detail(of: finding).contains("未写明"))
    finding.result = .met
    finding.value = .text("3562")
    #expect(!Fixture.zh.detail(of: finding).contains("未写明"))
  }

  @Test("An upper bound that is passed is too many, not too few")
  func upperBound() {
    var finding = Finding(
      id: "premises", cites: ["8.3"], force: .mandatory, moment: .application, result: .notMet)
    finding.value = .count(5, .organisation)
    finding.threshold = .count(4, .organisation)
    finding.shortfall = .count(1, .organisation)
    finding.explanation = Explanation(
      kind: .comparison, text: "<=", outcome: .value(.boolean(false)),
      parts: [
        Explanation(kind: .function, text: "count", outcome: .value(.count(5, .organisation))),
        Explanation(kind: .literal, text: "4", outcome: .value(.count(4, .organisation))),
      ])
    #expect(
      Fixture.zh.line(for: finding) == "✗ 不符合 科研用房面积 5 家，须不超过 4 家，超出 1 家（第八条第3项）")
    #expect(Fixture.en.demand(sign: finding) == "≤ 4 organisations")
  }

  @Test("An explanation is a tree of indented lines")
  func explanation() throws {
    let tree = try #require(Fixture.rdTotal.explanation)
    #expect(
      Fixture.zh.explanation(of: tree) == [
        "✗ 1,850 万元 ≥ 2,000 万元，还差 150 万元",
        "  合计：1,850 万元",
        "    2023年研发费用：700 万元",
        "    2024年研发费用：未填",
      ])
    #expect(
      Fixture.en.explanation(of: tree).first
        == "✗ CNY 18.5m ≥ CNY 20m, CNY 1.5m short")
  }

  @Test("A definition of the pack stands under what the pack calls it")
  func definitions() {
    var pack = Fixture.pack
    pack.definitions = [
      Definition(id: "well_staffed", label: Fixture.both("人员充足", "Well staffed"), source: "x"),
      Definition(id: "cards", label: Fixture.both("黄牌", "Yellow cards"), source: "y"),
    ]
    let tree = Explanation(
      kind: .definition, text: "well_staffed", outcome: .value(.boolean(false)),
      parts: [
        Explanation(
          kind: .definition, text: "cards", outcome: .value(.count(2, .time)), parts: [])
      ])
    let wording = Wording(.en, pack: pack, vocabulary: Fixture.vocabulary)
    #expect(wording.explanation(of: tree) == ["✗ Well staffed", "  Yellow cards: 2 times"])
    #expect(
      Wording(.zh, pack: pack, vocabulary: Fixture.vocabulary).explanation(of: tree)
        == ["✗ 人员充足", "  黄牌：2 次"])
  }

  @Test("Exceptions and waivers give article and reason")
  func exceptions() {
    var exempt = Finding(
      id: "rd-total", cites: ["8.1"], force: .mandatory, moment: .application,
      result: .notApplicable)
    exempt.exception = "8.2"
    #expect(Fixture.zh.line(for: exempt) == "– 不适用 近三年研发费用总额：依第八条第2项不作要求（第八条第1项）")
    var waived = Fixture.rdTotal
    waived.result = .waived
    waived.reason = "重大战略"
    #expect(
      Fixture.zh.line(for: waived)
        == "◆ 放宽 近三年研发费用总额 1,850 万元，须不低于 2,000 万元，还差 150 万元；理由：重大战略（第八条第1项）")
  }

  @Test("Findings are counted by result")
  func tally() {
    var met = Fixture.rdTotal
    met.result = .met
    #expect(Fixture.zh.tally(of: [met, met, Fixture.rdTotal]) == "2 符合 · 1 不符合")
  }

  @Test("What a ratio lacks is told as an amount above the line")
  func ratio() {
    var finding = Finding(
      id: "rd-total", cites: ["8.1"], force: .mandatory, moment: .application, result: .notMet)
    finding.value = Fixture.ratio(287, 10_000)
    finding.threshold = Fixture.ratio(3, 100)
    finding.shortfall = .money(Money(fen: 22_000_000))
    #expect(Fixture.zh.detail(of: finding) == "2.87%，要求 3%，相当于还差 22 万元")
    #expect(Fixture.en.detail(of: finding) == "2.87%, 3% asked for, that is CNY 220,000 short")
  }
}
