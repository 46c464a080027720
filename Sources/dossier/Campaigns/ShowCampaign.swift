import ArgumentParser
import CaseStore
import Casework
import Quantities
import RuleDrafting
import RulePacks
import Wording

/// Shows what a notice says.
struct ShowCampaign: Verb {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "查看一批：对象、期限、材料、表样 / What a notice says",
    discussion: """
      EXAMPLE
        dossier campaign show qingdao-2026-evaluation
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "批次、目录或文件 / The batch, its folder or file")
  var id: String

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore()
    let campaign = try store.office().campaigns[id]
    if let campaign, campaign.content == nil {
      CampaignAnswer.tell(campaign, by: errand)
      return
    }
    let kept = try store.campaignsInForce().first { $0.notice.id == id }?.notice
    let notice = try kept ?? errand.loadCampaign(id, in: store).notice
    try errand.learn(store, notice.pack)
    let today = try errand.today(in: store)
    if errand.shared.json {
      errand.say(Self.json(notice, campaign, today))
    } else {
      errand.say(lines(notice, campaign, today, errand.speech))
    }
  }

  private func lines(
    _ notice: CampaignNotice, _ campaign: Campaign?, _ today: CalendarDate, _ speech: Speech
  ) -> [String] {
    let wording = speech.wording
    let language = speech.language
    func cites(_ keys: [Citation]) -> String {
      keys.isEmpty ? "" : "  [" + keys.map(wording.noticeArticle).joined(separator: ", ") + "]"
    }
    var lines = [
      notice.title[language],
      speech.text(zh: "依据规则包 ", en: "On top of the pack ") + notice.pack + "  "
        + (campaign.map { wording.state(of: $0, on: today) }
          ?? speech.text(zh: "未启动", en: "not opened")),
    ]
    func head(_ zh: String, _ en: String) { lines += ["", speech.text(zh: zh, en: en)] }
    if let cohort = notice.cohort {
      head("对象", "Whom it concerns")
      for rule in cohort.members { lines.append("  + " + rule.label[language] + cites(rule.cites)) }
      for rule in cohort.outside { lines.append("  − " + rule.label[language] + cites(rule.cites)) }
    }
    head("期限", "Windows")
    for window in notice.windows {
      let owner = window.owner.map { wording.name(ofOwner: $0) + "  " } ?? ""
      lines.append(
        "  \(wording.days(of: window))  \(owner)\(window.label[language])"
          + "  \(wording.place(of: today, in: window))" + cites(window.cites))
      if let hint = window.hint { lines.append("      " + hint[language]) }
    }
    if !notice.quotas.isEmpty {
      head("限额", "Quotas")
      for (department, quota) in notice.quotas.sorted(by: { $0.key < $1.key }) {
        lines.append("  \(wording.department(department))  \(quota)")
      }
    }
    if !notice.conditions.isEmpty { head("另加条件", "Conditions that it adds") }
    for condition in notice.conditions {
      lines.append(
        "  \(condition.label[language])  \(wording.name(of: condition.force))"
          + cites(condition.cites))
    }
    if !notice.outcomes.isEmpty { head("结果与可由人决定的事项", "Results, and what a person may decide") }
    for outcome in notice.outcomes {
      lines.append("  " + outcome.label[language] + cites(outcome.cites))
      lines.append("      " + outcome.says[language])
      for option in outcome.options { lines.append("      → " + option.label[language]) }
    }
    if !notice.subjects.isEmpty { head("评价内容", "What is looked at") }
    for subject in notice.subjects { lines.append("  " + subject.label[language]) }
    if !notice.materials.isEmpty { head("材料", "Materials") }
    for material in notice.materials {
      lines.append(
        "  " + material.label[language] + cites(material.cites.map { [$0] } ?? []))
    }
    if !notice.outline.isEmpty { head("报告提纲", "Outline of the report") }
    for section in notice.outline {
      lines.append("  " + section.label[language] + cites(section.cites))
      for point in section.points {
        let checks =
          point.conditions.isEmpty ? "" : "  (" + point.conditions.joined(separator: ", ") + ")"
        lines.append("      " + point.label[language] + checks)
      }
    }
    if !notice.tables.isEmpty { head("表样", "Lists") }
    for table in notice.tables {
      lines.append("  \(table.id)  \(table.title[language])" + cites(table.cites))
    }
    return lines
  }

  private static func json(
    _ notice: CampaignNotice, _ campaign: Campaign?, _ today: CalendarDate
  ) -> JSON {
    let members = (notice.cohort?.members ?? []).map { json($0, "in") }
    let outside = (notice.cohort?.outside ?? []).map { json($0, "out") }
    let outcomes = notice.outcomes.map { outcome -> JSON in
      [
        "id": .text(outcome.id), "label": .text(outcome.label.zh), "says": .text(outcome.says.zh),
        "cites": JSON(outcome.cites),
        "may": JSON(outcome.options.compactMap { $0.opens ?? $0.action }),
      ]
    }
    let outline = notice.outline.map { section -> JSON in
      [
        "id": .text(section.id), "label": .text(section.label.zh), "cites": JSON(section.cites),
        "points": JSON(section.points.map(\.label.zh)),
      ]
    }
    return [
      "id": .text(notice.id), "title": .text(notice.title.zh), "pack": .text(notice.pack),
      "procedure": .text(notice.procedure), "year": JSON(notice.year),
      "law": .text(notice.lawHash), "opened": .flag(campaign != nil),
      "closed": .flag(campaign?.isClosed ?? false), "cohort": .list(members + outside),
      "windows": .list(notice.windows.map { json($0, today) }), "outcomes": .list(outcomes),
      "outline": .list(outline), "tables": JSON(notice.tables.map(\.id)),
      "quotas": .object(notice.quotas.mapValues { .number(Int64($0)) }),
    ]
  }

  private static func json(_ rule: Cohort.Rule, _ verdict: String) -> JSON {
    [
      "rule": .text(rule.id), "verdict": .text(verdict), "label": .text(rule.label.zh),
      "when": .text(rule.when.source), "cites": JSON(rule.cites),
    ]
  }

  private static func json(_ window: CampaignWindow, _ today: CalendarDate) -> JSON {
    [
      "id": .text(window.id), "label": .text(window.label.zh), "owner": JSON(window.owner),
      "from": JSON(window.from?.description), "to": JSON(window.to),
      "today": .text(window.place(of: today).rawValue), "cites": JSON(window.cites),
    ]
  }
}
