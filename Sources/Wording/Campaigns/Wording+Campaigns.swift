package import Casework
package import Quantities
package import RulePacks

/// What is said of campaigns.
extension Wording {
  /// Whether a case takes part: in, out, or not known.
  package func name(of verdict: CohortMembership.Verdict) -> String {
    switch verdict {
    case .member: text(zh: "参加", en: "in")
    case .outside: text(zh: "不参加", en: "out")
    case .unknown: text(zh: "无法判断", en: "unknown")
    }
  }

  /// Why a case takes part or does not, with what is missing.
  package func reason(of entry: CampaignPlan.Entry) -> String {
    switch entry.reason {
    case .ended:
      return text(zh: "案卷已办结：\(entry.stage.zh)", en: "The case has ended: \(entry.stage.en)")
    case .notYet:
      return text(
        zh: "尚未批准建设：\(entry.stage.zh)", en: "It is no centre yet: \(entry.stage.en)")
    case .notice(let membership):
      guard membership.verdict == .unknown else { return membership.reason[language] }
      let missing = list(membership.missing.map { label(ofFact: $0) })
      return text(
        zh: "缺少：\(missing)（“\(membership.reason.zh)”无法判断）",
        en: "Missing: \(missing) (for \"\(membership.reason.en)\")")
    }
  }

  /// What stands in the way of a case that takes part; nil for nothing.
  package func hindrance(of entry: CampaignPlan.Entry) -> String? {
    entry.hindrances.isEmpty ? nil : clauses(entry.hindrances.map { message(for: $0) })
  }

  /// What a fact is called; its path where nothing else is known.
  private func label(ofFact path: FactPath) -> String {
    vocabulary?.field(at: path)?.field.label[language] ?? path
  }

  /// The days of a window; beside a day of the same year without the year.
  package func days(of window: CampaignWindow, beside day: CalendarDate? = nil) -> String {
    func said(_ date: CalendarDate) -> String { day.map { short(date, beside: $0) } ?? "\(date)" }
    let to = said(window.to)
    guard let from = window.from else { return text(zh: "\(to) 前", en: "by \(to)") }
    return from == window.to ? to : text(zh: "\(said(from)) 至 \(to)", en: "\(said(from)) – \(to)")
  }

  /// Where a day lies in a window.
  package func place(of day: CalendarDate, in window: CampaignWindow) -> String {
    switch window.place(of: day) {
    case .ahead:
      let days = day.days(to: window.from ?? window.to)
      return text(zh: "\(days) 天后开始", en: "in \(days) \(days == 1 ? "day" : "days")")
    case .open:
      let days = day.days(to: window.to)
      if days == 0 { return text(zh: "今日截止", en: "last day") }
      return text(zh: "还剩 \(days) 天", en: "\(days) \(days == 1 ? "day" : "days") left")
    case .over: return text(zh: "已过", en: "over")
    }
  }

  /// How a step of the handing in stands.
  package func name(of state: CompletionStanding.Step.State) -> String {
    switch state {
    case .timely: text(zh: "按时", en: "in time")
    case .late: text(zh: "逾期", en: "late")
    case .pending: text(zh: "未办", en: "not yet")
    case .missed: text(zh: "未办，已过期", en: "missed")
    case .waiting: text(zh: "待上一步", en: "waits")
    }
  }

  /// What the handing in has come to, with whose delay it was.
  package func text(of standing: CompletionStanding, in notice: CampaignNotice) -> String {
    switch standing.result {
    case .complete: return notice.completion?.complete[language] ?? ""
    case .open: return text(zh: "期限未到", en: "there is still time")
    case .incomplete:
      let whose = list(standing.delays.map { name(ofOwner: $0) })
      let said = notice.completion?.incomplete[language] ?? ""
      return text(zh: "\(said)：\(whose)延误", en: "\(said) (late: \(whose))")
    }
  }

  /// What an owner is called; the id where nothing else is known.
  package func name(ofOwner id: String) -> String { pack?.owner(id)?.label[language] ?? id }

  /// What a person may decide; empty for nothing.
  package func options(_ options: [CampaignOutcome.Option]) -> String {
    guard !options.isEmpty else { return "" }
    return list(options.map { $0.label[language] })
  }

  /// Where a campaign stands.
  package func state(of campaign: Campaign, on day: CalendarDate) -> String {
    if campaign.isClosed { return text(zh: "已结束", en: "closed") }
    if day < campaign.from { return text(zh: "未开始", en: "not begun") }
    if day > campaign.to { return text(zh: "各期限已过", en: "windows are over") }
    return campaign.takesApplications
      ? text(zh: "受理中", en: "open") : text(zh: "进行中", en: "under way")
  }
}
