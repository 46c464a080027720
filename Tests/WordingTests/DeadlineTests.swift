import Casework
import Quantities
import Testing

@testable import Wording

@Suite("Deadlines in words")
struct DeadlineTests {
  private func remaining(_ due: String?, _ today: String, _ clock: ClockState = .running) -> String
  {
    Fixture.zh.remaining(
      due: due.map(Fixture.date), clock: clock, today: Fixture.date(today),
      calendar: Fixture.calendar)
  }

  @Test("Time left and time over are counted in working days")
  func standing() {
    #expect(remaining("2026-04-16", "2026-04-13") == "剩 3 个工作日")
    #expect(remaining("2026-04-13", "2026-04-13") == "今日到期")
    #expect(remaining("2026-04-09", "2026-04-13") == "逾期 2 个工作日")
    #expect(remaining("2026-04-03", "2026-04-06") == "逾期 1 个工作日")
    #expect(remaining("2029-03-02", "2026-04-13") == "至 2029-03-02")
    #expect(remaining("2026-04-16", "2026-04-13", .host) == "暂停计时")
    #expect(remaining(nil, "2026-04-13", .none) == "无期限")
    #expect(remaining("2026-04-09", "2026-04-13", .ended) == "办结")
  }

  @Test("Only the office's own clock is late: a host's date that has passed is shown as past")
  func host() {
    #expect(remaining("2026-04-09", "2026-04-13", .host) == "已过 2026-04-09")
    let past = DueStanding.past(Fixture.date("2026-04-09"))
    #expect(Fixture.en.text(of: past) == "was due 2026-04-09")
    // The narrow English column has eleven places.
    let far = DueStanding.until(Fixture.date("2029-03-02"))
    #expect(
      [past, far].map { Fixture.en.text(of: $0, isShort: true) } == ["expired", "2029-03-02"])
    for clock in ClockState.allCases {
      let standing = DueStanding(
        due: Fixture.date("2026-04-09"), clock: clock, today: Fixture.date("2026-04-13"),
        calendar: Fixture.calendar)
      #expect((standing.workingDaysLate != nil) == (clock == .running))
    }
  }

  private func deadline(
    _ source: Deadline.Source, from anchor: String, to due: String,
    rolledFrom: String? = nil, exceptions: [String] = [], unknownYears: [Int] = [],
    countsFirstDay: Bool = false
  ) -> Deadline {
    Deadline(
      due: Fixture.date(due), cites: "9.4", source: source, period: Period(5, .workingDay),
      anchor: Fixture.date(anchor), countsFirstDay: countsFirstDay,
      rolledFrom: rolledFrom.map(Fixture.date), exceptions: exceptions.map(Fixture.date),
      unknownYears: unknownYears)
  }

  @Test("A suggested value is never shown as law")
  func suggested() {
    let deadline = deadline(
      .practice(item: "expert_review", isSuggested: true), from: "2026-02-09", to: "2026-02-14",
      exceptions: ["2026-02-14"])
    #expect(Fixture.zh.summary(of: deadline) == "2026-02-14（建议值 5 个工作日，本局尚未约定）")
    #expect(
      Fixture.zh.explanation(of: deadline) == [
        "2026-02-14 周六 到期：专家评审期限 5 个工作日，为建议值（本局尚未约定；第九条第4项未规定期限）",
        "自 2026-02-09 次日起算（参照民法典第二百零一条）",
        "其间调休上班 02-14",
      ])
  }

  @Test("The office's own practice is shown as such")
  func practice() {
    let deadline = deadline(
      .practice(item: "expert_review", isSuggested: false), from: "2026-04-01", to: "2026-04-08",
      exceptions: ["2026-04-06"], countsFirstDay: true)
    #expect(Fixture.zh.summary(of: deadline) == "2026-04-08（本局约定 5 个工作日）")
    #expect(
      Fixture.en.explanation(of: deadline) == [
        "Due 2026-04-08 Wed: Time for the expert review 5 working days, practice of the bureau "
          + "(Art. 9(4) is silent)",
        "2026-04-01 is the first day",
        "Meanwhile off 04-06",
      ])
  }

  @Test("Rolling, runs of holidays and unknown years are said")
  func details() {
    let deadline = deadline(
      .law, from: "2026-01-16", to: "2026-02-24", rolledFrom: "2026-02-15",
      exceptions: ["2026-02-16", "2026-02-17", "2026-02-18"], unknownYears: [2027])
    let lines = Fixture.zh.explanation(of: deadline)
    #expect(lines.first == "2026-02-24 周二 到期：第九条第4项规定 5 个工作日")
    #expect(lines.contains("其间放假 02-16 至 02-18"))
    #expect(lines.contains("末日 2026-02-15 周日不上班，顺延至 2026-02-24 周二（参照民法典第二百零三条）"))
    #expect(lines.last == "2027年放假安排未录入，按周一至周五暂算")
  }
}
