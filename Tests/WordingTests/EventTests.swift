import Casework
import Quantities
import RulePacks
import Testing

@testable import Wording

@Suite("Events and previews in words")
struct EventTests {
  @Test("An action says date, who, what, from where to where, and the opinion")
  func acted() {
    var zh = Fixture.zh
    zh.people = ["lijing": "李静"]
    let event = Fixture.event(.acted(Fixture.acted("recommend", to: "formal_review")))
    #expect(zh.line(for: event) == "2026-03-09 李静（主管部门经办人） 推荐：初审推荐 → 形式审查。材料齐全")
    #expect(
      Fixture.en.line(for: event)
        == "2026-03-09 lijing (department clerk) Recommend: Preliminary review → Formal review. 材料齐全"
    )
  }

  @Test("Facts, judgements, waivers and documents are told in one clause")
  func others() {
    let zh = Fixture.zh
    #expect(
      zh.what(
        .facts(
          FactsSet(
            changes: ["finance[2024].rd": .value(Fixture.wan150)], source: nil, note: nil)))
        == "登记2024年研发费用：150 万元")
    #expect(
      zh.what(
        .judged(
          Judged(
            condition: "capability", answer: true, note: "具备", owner: "expert_panel",
            stage: "expert_review"))) == "评审专家组判断承担重大项目的能力：符合")
    #expect(
      zh.what(
        .waiver(
          WaiverStep(
            condition: "rd-total", step: .requested, reason: "r", basis: nil, cites: "8.8")))
        == "申请放宽：近三年研发费用总额")
    #expect(
      zh.what(
        .contact(Contact(with: "王工", channel: "phone", text: "", waitingFor: nil, until: nil)))
        == "电话联系王工")
  }

  @Test("A redacted event still tells its kind")
  func redacted() {
    let event = Event(id: "00", header: Fixture.header(.note), payload: nil)
    #expect(Fixture.zh.history(of: event).what == "备注（内容已脱敏）")
  }

  @Test("A preview says stage, due date and what it rests on before anything happens")
  func preview() {
    let deadline = Deadline(
      due: Fixture.date("2026-03-16"), cites: "9.3",
      source: .practice(item: "expert_review", isSuggested: false),
      period: Period(5, .workingDay), anchor: Fixture.date("2026-03-09"), countsFirstDay: false,
      rolledFrom: nil, exceptions: [], unknownYears: [])
    var met = Fixture.rdTotal
    met.result = .met
    var departed = Finding(
      id: "premises", cites: ["8.5"], force: .default, moment: .application, result: .departed)
    departed.reason = "r"
    let decision = Decision(
      drafts: [
        EventDraft(
          payload: .acted(Fixture.acted("recommend", to: "formal_review", deadline: deadline)),
          role: .clerk, on: Fixture.date("2026-03-09"))
      ], findings: [met, departed])
    #expect(
      Fixture.zh.preview(of: decision) == [
        Entry("将会", "环节 初审推荐 → 形式审查"),
        Entry("期限", "2026-03-16（本局约定 5 个工作日）"),
        Entry("依据", "1 项符合，1 项偏离；科研用房面积偏离"),
      ])
  }

  @Test("A detail lists what was given and what it relied on")
  func detail() {
    let event = Fixture.event(.acted(Fixture.acted("recommend", to: "formal_review")))
    let entries = Fixture.zh.detail(of: event)
    #expect(entries.contains(Entry("意见", "材料齐全")))
    #expect(entries.contains(Entry("依据", "1 项符合，1 项偏离")))
    #expect(entries.last == Entry("记录号", "0123456789abcdef"))
  }
}
