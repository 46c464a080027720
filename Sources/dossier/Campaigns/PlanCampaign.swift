import ArgumentParser
import CaseStore
import Casework
import Quantities
import RuleDrafting
import RulePacks
import Wording

/// Says who would take part, who would not, and why; records nothing.
struct PlanCampaign: Verb {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "逐件列出参加与否及理由 / Who is in, who is out and why",
    discussion: """
      EXAMPLES
        dossier campaign plan qingdao-2026-evaluation
        dossier campaign plan qingdao-2026-evaluation --only unknown --json
      """)

  /// Which cases are listed.
  enum Part: String, ExpressibleByArgument, CaseIterable {
    case `in`, out, unknown, hindered
  }

  @OptionGroup var shared: SharedOptions

  @Argument(help: "批次、目录或文件 / The batch, its folder or file")
  var id: String

  @Option(help: "只列其中一类：in、out、unknown、hindered / These alone")
  var only: Part?

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore()
    let kept = try store.campaignsInForce().first { $0.notice.id == id }?.notice
    let notice = try kept ?? errand.loadCampaign(id, in: store).notice
    guard notice.cohort != nil else { throw Problem("campaign.no_cohort", ["id": notice.id]) }
    try errand.learn(store, notice.pack)
    let plan = try store.plan(notice, for: try errand.session(in: store))
    PlanAnswer.say(plan, only: only, errand)
  }
}

/// What is said of a plan.
enum PlanAnswer {
  /// The plan as a table or JSON.
  static func say(_ plan: CampaignPlan, only part: PlanCampaign.Part?, _ errand: Errand) {
    let entries = chosen(plan, part)
    if errand.shared.json {
      errand.say(json(plan, entries, errand.speech))
      return
    }
    let speech = errand.speech
    let wording = speech.wording
    var table = TextTable([
      .init(speech.text(zh: "编号", en: "Case")),
      .init(speech.text(zh: "中心名称", en: "Centre"), limit: 40),
      .init(speech.text(zh: "主管部门", en: "Department"), limit: 20),
      .init(speech.text(zh: "参加", en: "Part")),
      .init(speech.text(zh: "理由", en: "Reason"), limit: 80),
    ])
    for entry in entries {
      var reason = wording.reason(of: entry)
      if let hindrance = wording.hindrance(of: entry) {
        reason += speech.text(zh: "；暂不能启动：", en: "; cannot be opened yet: ") + hindrance
      }
      table.rows.append([
        entry.number, entry.name, entry.department.map(wording.department) ?? "",
        wording.name(of: entry.verdict), reason,
      ])
    }
    errand.say(table)
    errand.say(summary(plan, speech))
  }

  /// The counts: in, out and unknown, and how many for each reason.
  static func summary(_ plan: CampaignPlan, _ speech: Speech) -> [String] {
    var lines = [
      speech.text(
        zh: "共 \(plan.entries.count) 件：参加 \(plan.entries(.member).count)，不参加 "
          + "\(plan.entries(.outside).count)，无法判断 \(plan.entries(.unknown).count)",
        en: "\(plan.entries.count) cases: \(plan.entries(.member).count) in, "
          + "\(plan.entries(.outside).count) out, \(plan.entries(.unknown).count) unknown")
    ]
    for (reason, count) in counts(plan, speech) { lines.append("  \(count)  \(reason)") }
    let hindered = plan.hindered.count
    if hindered > 0 {
      lines.append(
        speech.text(
          zh: "其中 \(hindered) 件暂不能启动", en: "\(hindered) of those in cannot be opened yet"))
    }
    return lines
  }

  private static func counts(_ plan: CampaignPlan, _ speech: Speech) -> [(String, Int)] {
    var counts: [String: Int] = [:]
    for entry in plan.entries {
      let verdict = speech.wording.name(of: entry.verdict)
      counts["\(verdict)  \(speech.wording.reason(of: entry))", default: 0] += 1
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  private static func chosen(
    _ plan: CampaignPlan, _ part: PlanCampaign.Part?
  ) -> [CampaignPlan.Entry] {
    switch part {
    case nil: plan.entries
    case .in: plan.entries(.member)
    case .out: plan.entries(.outside)
    case .unknown: plan.entries(.unknown)
    case .hindered: plan.hindered
    }
  }

  /// The counts and the cases.
  static func json(
    _ plan: CampaignPlan, _ entries: [CampaignPlan.Entry], _ speech: Speech
  ) -> JSON {
    [
      "campaign": .text(plan.notice.id), "pack": .text(plan.notice.pack),
      "in": JSON(plan.entries(.member).count), "out": JSON(plan.entries(.outside).count),
      "unknown": JSON(plan.entries(.unknown).count), "hindered": JSON(plan.hindered.count),
      "enrolled": JSON(plan.entries.count { $0.isEnrolled }),
      "cases": .list(entries.map { json($0, plan.notice, speech) }),
    ]
  }

  private static func json(
    _ entry: CampaignPlan.Entry, _ notice: CampaignNotice, _ speech: Speech
  ) -> JSON {
    var rule: String
    var cites: [Citation] = []
    var missing: [FactPath] = []
    switch entry.reason {
    case .ended: rule = "ended"
    case .notYet: rule = "not_yet"
    case .notice(let membership):
      rule = membership.rule ?? "otherwise"
      cites = membership.cites
      missing = membership.missing
    }
    return [
      "case": .text(entry.number), "name": .text(entry.name), "host": .text(entry.host),
      "department": JSON(entry.department), "verdict": .text(entry.verdict.rawValue),
      "rule": .text(rule), "reason": .text(speech.wording.reason(of: entry)),
      "cites": JSON(cites), "missing": JSON(missing), "enrolled": .flag(entry.isEnrolled),
      "refusals": .list(entry.hindrances.map(speech.json)),
    ]
  }
}
