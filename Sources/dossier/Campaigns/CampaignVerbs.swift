import ArgumentParser
import CaseStore
import Casework
import Quantities
import RuleDrafting
import RulePacks
import Wording

/// Intakes under a guide, and notices that run a procedure over a cohort of centres.
struct CampaignVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaign", abstract: "批次：申报指南与评价通知 / Intakes and notices",
    discussion: """
      申报指南按期限和各部门限额受理申报；评价通知对既有中心按名单、期限办理同一程序。
      A guide takes applications in a window and under quotas; a notice runs one procedure over the
      centres that it names.

      EXAMPLES
        dossier campaign list
        dossier campaign plan qingdao-2026-evaluation
        dossier campaign open qingdao-2026-evaluation --on 2026-03-26
        dossier campaign progress qingdao-2026-evaluation --by department
      """,
    subcommands: [
      ListCampaigns.self, ShowCampaign.self, PlanCampaign.self, OpenCampaign.self,
      AmendCampaign.self, ShowProgress.self, ShowCampaignTable.self, CloseCampaign.self,
    ],
    defaultSubcommand: ListCampaigns.self)
}

/// What is said of a campaign.
enum CampaignAnswer {
  /// A campaign as JSON.
  static func json(_ campaign: Campaign) -> JSON {
    [
      "id": .text(campaign.id), "title": .text(campaign.title.zh), "pack": .text(campaign.pack),
      "procedure": .text(campaign.procedure), "year": .number(Int64(campaign.year)),
      "number": .number(Int64(campaign.number)), "from": JSON(campaign.from),
      "to": JSON(campaign.to),
      "quotas": .object(campaign.quotas.mapValues { .number(Int64($0)) }),
      "closed": .flag(campaign.isClosed),
      "kind": .text(campaign.takesApplications ? "intake" : "cohort"),
      "law": JSON(campaign.content?.lawHash),
    ]
  }

  /// Says that a campaign was opened or closed.
  static func tell(_ campaign: Campaign, by errand: Errand) {
    if errand.shared.json { errand.say(json(campaign)) }
    let state = campaign.isClosed ? (zh: "已结束", en: "closed") : (zh: "受理中", en: "open")
    errand.say(
      zh: "批次 \(campaign.id)（\(campaign.from) 至 \(campaign.to)）\(state.zh)",
      en: "Batch \(campaign.id) (\(campaign.from) to \(campaign.to)) is \(state.en)")
  }
}

/// Lists the campaigns.
struct ListCampaigns: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出批次 / List the intakes and notices",
    discussion: """
      EXAMPLE
        dossier campaign list --json
      """)

  @OptionGroup var shared: SharedOptions

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore()
    let campaigns = try store.office().campaigns.values.sorted { $0.id < $1.id }
    let known = Set(campaigns.map(\.id))
    let waiting = ((try? errand.campaignNames()) ?? []).filter { !known.contains($0) }
    if errand.shared.json {
      errand.say([
        "campaigns": .list(campaigns.map(CampaignAnswer.json)), "available": JSON(waiting),
      ])
      return
    }
    let speech = errand.speech
    speech.know(errand.departments())
    let today = try errand.today(in: store)
    var table = TextTable([
      .init(speech.text(zh: "批次", en: "Batch")),
      .init(speech.text(zh: "名称", en: "Title"), limit: 50),
      .init(speech.text(zh: "期限", en: "Window")),
      .init(speech.text(zh: "限额", en: "Quotas"), limit: 72),
      .init(speech.text(zh: "状态", en: "State")),
    ])
    for campaign in campaigns {
      let quotas = campaign.quotas.sorted { $0.key < $1.key }.map {
        "\(speech.wording.department($0.key)) \($0.value)"
      }
      table.rows.append([
        campaign.id, campaign.title[errand.language], "\(campaign.from) – \(campaign.to)",
        quotas.joined(separator: ", "), speech.wording.state(of: campaign, on: today),
      ])
    }
    for name in waiting {
      let notice = try? errand.loadCampaign(name, in: store).notice
      let days = notice.flatMap { found in
        found.from.flatMap { from in found.to.map { "\(from) – \($0)" } }
      }
      table.rows.append([
        name, notice?.title[errand.language] ?? speech.text(zh: "（无法读取）", en: "(unreadable)"),
        days ?? "", "", speech.text(zh: "未启动", en: "not opened"),
      ])
    }
    errand.say(table)
  }
}

/// Closes a campaign.
struct CloseCampaign: Verb {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "结束一批 / Close an intake or a notice",
    discussion: """
      已在办理的事项照常办完。 What is under way goes on.

      EXAMPLE
        dossier campaign close 2026-1
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "批次 / The batch")
  var id: String

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore(for: .writing)
    guard try store.office().campaigns[id] != nil else {
      throw UsageProblem(
        "campaign.unknown", zh: "没有批次 \(id)", en: "There is no batch \(id)", status: .notFound)
    }
    try store.closeCampaign(id, by: try errand.session(in: store))
    guard let campaign = try store.office().campaigns[id] else { return }
    CampaignAnswer.tell(campaign, by: errand)
  }
}
