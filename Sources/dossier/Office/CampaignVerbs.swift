import ArgumentParser
import CaseStore
import Casework
import Quantities
import RulePacks

/// Intakes under a guide: windows and quotas by department.
struct CampaignVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaign", abstract: "申报批次 / Intakes under a guide",
    discussion: """
      EXAMPLE
        dossier campaign list
      """,
    subcommands: [ListCampaigns.self, OpenCampaign.self, CloseCampaign.self],
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
    ]
  }

  /// Records a campaign and says so.
  static func record(_ campaign: Campaign, in store: CaseStore, by errand: Errand) throws {
    try store.perform(.campaign(campaign), by: try errand.session(in: store))
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
    commandName: "list", abstract: "列出批次 / List the intakes",
    discussion: """
      EXAMPLE
        dossier campaign list --json
      """)

  @OptionGroup var shared: SharedOptions

  func carryOut(_ errand: Errand) throws {
    let campaigns = try errand.openStore().office().campaigns.values.sorted { $0.id < $1.id }
    if errand.shared.json {
      errand.say(["campaigns": .list(campaigns.map(CampaignAnswer.json))])
      return
    }
    let speech = errand.speech
    var table = TextTable([
      .init(speech.text(zh: "批次", en: "Batch")), .init(speech.text(zh: "名称", en: "Title")),
      .init(speech.text(zh: "受理", en: "Window")), .init(speech.text(zh: "限额", en: "Quotas")),
      .init(speech.text(zh: "状态", en: "State")),
    ])
    for campaign in campaigns {
      let quotas = campaign.quotas.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      table.rows.append([
        campaign.id, campaign.title[errand.language], "\(campaign.from) – \(campaign.to)",
        quotas.joined(separator: ", "),
        campaign.isClosed
          ? speech.text(zh: "已结束", en: "closed") : speech.text(zh: "受理中", en: "open"),
      ])
    }
    errand.say(table)
  }
}

/// Opens an intake.
struct OpenCampaign: Verb {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "开始一批 / Open an intake",
    discussion: """
      文件 FILE:
        id: 2026-1
        title: { zh: 2026 年第一批, en: First batch of 2026 }
        pack: qingdao-2024
        year: 2026
        number: 1
        from: 2026-03-01
        to: 2026-03-31
        quotas: { qd-laoshan: 5, qd-shinan: 3 }

      EXAMPLE
        dossier campaign open batch-2026-1.yaml
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(
    help: ArgumentHelp("文件 / The file", valueName: "file"), completion: .file(extensions: ["yaml"]))
  var file: String

  func carryOut(_ errand: Errand) throws {
    guard let bytes = Folders.bytes(of: file) else {
      throw Problem("file.missing", at: Problem.Place(file: file))
    }
    let store = try errand.openStore(for: .writing)
    let office = try store.office()
    let campaign = try CampaignFile.read(
      SourceFile(path: file, bytes: bytes),
      packs: office.packs.keys.sorted().map { try store.pack($0) },
      departments: errand.departments().map(\.id))
    guard office.campaigns[campaign.id] == nil else {
      throw UsageProblem(
        "campaign.exists", zh: "已有批次 \(campaign.id)", en: "There is a batch \(campaign.id) already",
        status: .badData)
    }
    try CampaignAnswer.record(campaign, in: store, by: errand)
  }
}

/// Closes an intake.
struct CloseCampaign: Verb {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "结束一批 / Close an intake",
    discussion: """
      EXAMPLE
        dossier campaign close 2026-1
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "批次 / The batch")
  var id: String

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore(for: .writing)
    guard var campaign = try store.office().campaigns[id] else {
      throw UsageProblem(
        "campaign.unknown", zh: "没有批次 \(id)", en: "There is no batch \(id)", status: .notFound)
    }
    campaign.isClosed = true
    try CampaignAnswer.record(campaign, in: store, by: errand)
  }
}
