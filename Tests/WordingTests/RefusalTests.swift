import Casework
import Quantities
import RulePacks
import Testing

@testable import Wording

@Suite("Refusals in words")
struct RefusalTests {
  let zh = Fixture.zh
  let en = Fixture.en

  private func refusal(_ code: String, _ finding: Finding) -> Refusal {
    Refusal(.law, code, cites: finding.cites, condition: finding.id, finding: finding)
  }

  @Test("A failed condition says value, threshold and what is missing")
  func conditionNotMet() {
    let refusal = refusal("condition.not_met", Fixture.rdTotal)
    #expect(
      zh.line(for: refusal) == "近三年研发费用总额 1,850 万元，须不低于 2,000 万元，还差 150 万元（第八条第1项）")
    #expect(
      en.line(for: refusal)
        == "R&D spending over three years CNY 18.5m, at least CNY 20m needed, CNY 1.5m short"
        + " (Art. 8(1))")
    #expect(zh.remedy(for: refusal) == "事实有误的先更正")
  }

  @Test("Where a waiver is possible, the remedy names its article and the command")
  func waivable() {
    var finding = Fixture.rdTotal
    finding.waivableBy = "8.8"
    let remedy = zh.remedy(for: refusal("condition.not_met", finding), case: "QD-2026-014")
    #expect(
      remedy
        == "事实有误的先更正；确符放宽情形的，可依第八条第8项申请放宽："
        + "dossier waive QD-2026-014 rd-total --request --reason … --basis …")
    var desk = zh
    desk.surface = .desk
    #expect(
      desk.remedy(for: refusal("condition.not_met", finding))
        == "事实有误的先更正；确符放宽情形的，可依第八条第8项申请放宽：在“条件”页签选中这一条，按 w（放宽）")
  }

  @Test("A pending judgement says who judges at which stage")
  func judgement() {
    var finding = Finding(
      id: "capability", cites: ["8.4"], force: .mandatory, moment: .application,
      result: .judgement)
    finding.judge = Condition.Judge(owner: "expert_panel", stage: "expert_review")
    let refusal = refusal("judgement.pending", finding)
    #expect(zh.message(for: refusal) == "承担重大项目的能力：尚待评审专家组判断")
    #expect(
      zh.remedy(for: refusal, case: "QD-2026-014")
        == "由评审专家组在专家评审环节判断：dossier judge QD-2026-014 capability yes|no --note …")
    #expect(
      en.message(for: refusal)
        == "Ability to run major projects: still to be judged by: Expert panel"
    )
  }

  @Test("What is unknown is named by its facts")
  func unknown() {
    var finding = Fixture.rdTotal
    finding.result = .unknown
    finding.missing = ["finance[2024].rd", "host.kind"]
    let refusal = refusal("condition.unknown", finding)
    #expect(zh.message(for: refusal) == "近三年研发费用总额：资料不全，无法核查（缺2024年研发费用、单位类型）")
    #expect(
      zh.remedy(for: refusal, case: "QD-2026-014")
        == "补填后再办：dossier set QD-2026-014 finance.2024.rd=…")
  }

  @Test("A default asks for a departure with a reason")
  func departure() {
    var finding = Finding(
      id: "premises", cites: ["8.5"], force: .default, moment: .application, result: .notMet)
    finding.value = .area(Area(hundredths: 92_000))
    finding.threshold = .area(Area(hundredths: 100_000))
    finding.shortfall = .area(Area(hundredths: 8_000))
    #expect(
      zh.message(for: refusal("departure.required", finding))
        == "科研用房面积 920 平方米，一般要求 1,000 平方米，还差 80 平方米")
    #expect(
      zh.remedy(for: refusal("departure.required", finding))?.hasPrefix("说明理由后可予偏离") == true)
  }

  @Test("Role, department and separation name the people and the roles")
  func people() {
    var zh = zh
    zh.people = ["lijing": "李静"]
    zh.departments = ["qd-laoshan": Bilingual(zh: "崂山区科技局", en: "Laoshan")]
    let role = Refusal(
      .role, "role", arguments: ["roles": "officer, leader", "actor": "lijing"])
    #expect(zh.message(for: role) == "此项由科技局经办人或科技局负责人办理，李静没有该角色")
    let department = Refusal(
      .role, "department",
      arguments: ["department": "qd-laoshan", "own": "qd-shinan", "actor": "lijing"])
    #expect(zh.message(for: department) == "此案卷属崂山区科技局，李静只能办理qd-shinan的案卷")
    let separation = Refusal(
      .role, "separation",
      arguments: [
        "actor": "lijing", "action": "recommend", "on": "2026-03-09",
        "proceeding": "establishment",
      ])
    #expect(zh.message(for: separation) == "李静已于 2026-03-09 办理“推荐”，不能再由本人决定")
  }

  @Test("A guard speaks with the pack's own label")
  func guards() {
    let refusal = Refusal(
      .law, "guard.window", cites: ["9.1"],
      label: Bilingual(zh: "未过批次受理截止日", en: "The intake has not closed"),
      arguments: ["missing": "input.opinion"])
    #expect(zh.line(for: refusal) == "须满足：未过批次受理截止日（尚缺意见）（第九条第1项）")
    #expect(en.message(for: refusal) == "Required: The intake has not closed (missing: Opinion)")
  }

  @Test("Inputs are called by their labels, with range and options")
  func inputs() {
    let range = Refusal(
      .input, "input.range",
      arguments: ["input": "score", "value": "120", "minimum": "0", "maximum": "100"])
    #expect(zh.message(for: range) == "平均得分 120 超出范围，不小于 0，不大于 100")
    let missing = Refusal(.input, "input.missing", arguments: ["input": "opinion"])
    #expect(zh.message(for: missing) == "未填意见")
    #expect(zh.remedy(for: missing) == "填写意见：--set opinion=…")
    let option = Refusal(
      .input, "input.option", arguments: ["input": "grade", "value": "fine", "options": "good"])
    #expect(zh.remedy(for: option) == "可选：良好 (good)")
  }

  @Test("What cannot be done here says what can")
  func notHere() {
    let refusal = Refusal(
      .law, "action.not_here",
      arguments: [
        "action": "recommend", "stage": "formal_review", "offered": "return_for_correction",
      ])
    #expect(zh.message(for: refusal) == "现处形式审查环节，不能“推荐”")
    #expect(zh.remedy(for: refusal) == "现在可办：退回补正 (return_for_correction)")
    var desk = zh
    desk.surface = .desk
    #expect(desk.remedy(for: refusal) == "现在可办：退回补正")
  }

  @Test("A code that nobody wrote a sentence for is still readable")
  func fallback() {
    let refusal = Refusal(.law, "quite.new", arguments: ["value": "3", "limit": "2"])
    #expect(zh.message(for: refusal) == "出现问题 quite.new：limit = 2；value = 3")
    #expect(en.message(for: Problem("quite.new")) == "Problem quite.new")
  }
}
