import Casework
import Quantities
import RulePacks
import Testing

@testable import Wording

@Suite("Refusals of terms in words")
struct TermRefusalTests {
  let zh = Fixture.zh
  let en = Fixture.en

  @Test("Silence says from when it counts, in both languages")
  func silence() {
    let refusal = Refusal(
      .law, "silence.not_yet", cites: ["9.2"],
      arguments: ["due": "2026-03-16", "from": "2026-03-17"])
    #expect(zh.message(for: refusal) == "期限 2026-03-16 尚未届满，不能视为同意")
    #expect(zh.remedy(for: refusal) == "2026-03-17 起可登记")
    #expect(
      en.message(for: refusal) == "The time runs until 2026-03-16: silence says nothing yet")
  }

  @Test("Who has agreed is told who is awaited")
  func consent() {
    let refusal = Refusal(
      .role, "consent.given", cites: ["9.2"],
      arguments: [
        "actor": "wang", "owner": "host", "on": "2026-03-02", "awaits": "expert_panel",
      ])
    #expect(zh.message(for: refusal).contains("代表依托单位同意，须由他人代表评审专家组同意"))
    #expect(en.message(for: refusal).contains("agreed for Host on 2026-03-02"))
    #expect(zh.remedy(for: refusal) == "转请代表评审专家组的人员办理")
  }

  @Test("A guard that fails names the day from which it will hold")
  func until() {
    let refusal = Refusal(
      .law, "guard.no_ban", cites: ["9.2"],
      label: Bilingual(zh: "已满三年", en: "Three years have passed"),
      arguments: ["until": "2028-05-01"])
    #expect(zh.message(for: refusal) == "须满足：已满三年")
    #expect(zh.remedy(for: refusal) == "2028-05-01 起可办")
    #expect(en.remedy(for: refusal) == "It can be done from 2028-05-01")
  }

  @Test("A proceeding in the way is named with its own stage, not another procedure's")
  func underWay() {
    let refusal = Refusal(
      .law, "proceeding.under_way", cites: ["9.2"],
      arguments: ["proceeding": "establishment", "stage": "establishment.preliminary"])
    #expect(zh.message(for: refusal).contains("现处初审推荐"))
  }

  @Test("A score is written with its places, and as points")
  func scores() {
    #expect(zh.text(of: .count(8650, .point)) == "86.5 分")
    #expect(en.text(of: .count(8600, .point)) == "86 points")
    #expect(en.text(of: .count(100, .point)) == "1 point")
  }

  @Test("An alert of a silence says what may be recorded")
  func alert() {
    let due = Fixture.date("2026-03-16")
    let alert = GroundAlert(
      ground: Ground(
        id: "establishment.deem_agreed", cites: "9.2",
        label: Bilingual(zh: "视为同意", en: "Deemed agreed"), alerts: nil, weighs: nil),
      explanation: Explanation(kind: .date, text: "due", outcome: .value(.date(due))),
      silentSince: due)
    #expect(zh.line(for: alert) == "期限 2026-03-16 已过，未收到答复，可登记“视为同意”（第九条第2项）")
    #expect(
      en.line(for: alert)
        == "No answer by 2026-03-16: \"Deemed agreed\" may be recorded (Art. 9(2))")
  }

  @Test("An extension says until when, though the case stays where it is")
  func extended() throws {
    var wording = zh
    var action = Fixture.action("recommend", Fixture.both("延期", "Extend"), to: "preliminary")
    let period = Period(1, .year)
    action.due = DeadlineRule(
      cites: "9.2", measure: .period(period), anchor: nil, countsFirstDay: false, rolls: false)
    wording.pack?.procedures[0].stages[0].actions = [action]
    let deadline = Deadline(
      due: Fixture.date("2030-03-02"), cites: "9.2", source: .law, period: period,
      anchor: Fixture.date("2029-03-02"), countsFirstDay: false, rolledFrom: nil, exceptions: [],
      unknownYears: [])
    let acted = Fixture.acted("recommend", to: "preliminary", deadline: deadline)
    let history = wording.history(of: Fixture.event(.acted(acted)))
    #expect(history.change == "期限改为 2030-03-02")
    let decision = Decision(
      drafts: [
        EventDraft(payload: .acted(acted), role: .officer, on: Fixture.date("2028-01-10"))
      ])
    let entries = wording.preview(of: decision)
    #expect(entries.contains { $0.text.contains("2030-03-02") })
  }
}
