import CaseStore
import Casework
import Quantities
import RuleDrafting
import RulePacks

/// One line of the list of campaigns.
struct CampaignLine: Sendable {
  /// The id.
  let id: String
  /// The title.
  let title: Bilingual
  /// What the office has on record; nil for a notice that was not opened.
  let campaign: Campaign?
  /// What the notice says; nil for an intake that states a window and quotas alone.
  let notice: CampaignNotice?
}

/// Reads the campaigns: those of the office, and notices of the data folder that were not opened.
struct ListCampaignsErrand: DeskErrand {
  /// The name under which the answer comes back.
  static let answerName = "campaigns"
  var name: String { Self.answerName }

  func run(with tools: DeskTools) -> any Sendable { Result { try lines(tools) } }

  private func lines(_ tools: DeskTools) throws -> [CampaignLine] {
    guard let store = tools.store as? CaseStore else { return [] }
    let kept = try store.campaignsInForce()
    var lines = try store.office().campaigns.values.sorted { $0.id < $1.id }.map { campaign in
      CampaignLine(
        id: campaign.id, title: campaign.title, campaign: campaign,
        notice: kept.first { $0.notice.id == campaign.id }?.notice)
    }
    for notice in CampaignShelf(tools, store).notices
    where !lines.contains(where: { $0.id == notice.id }) {
      lines.append(
        CampaignLine(id: notice.id, title: notice.title, campaign: nil, notice: notice))
    }
    return lines
  }
}

/// Reads one campaign: how far it has got, and who is in and out.
struct ReadCampaignErrand: DeskErrand {
  /// The name under which the answer comes back.
  static let answerName = "campaign"

  /// What is on record.
  struct Answer: Sendable {
    /// Who takes part and who does not.
    let plan: CampaignPlan
    /// How far it has got; nil before it is opened.
    let progress: CampaignProgress?
    /// The pack that the notice extends.
    let pack: RulePack?
  }

  private let id: String
  var name: String { Self.answerName }

  init(_ id: String) { self.id = id }

  func run(with tools: DeskTools) -> any Sendable {
    Result<Answer, any Error> {
      guard let store = tools.store as? CaseStore else {
        throw Problem("campaign.unknown", ["id": id])
      }
      let kept = try store.campaignsInForce().first { $0.notice.id == id }
      guard
        let notice = kept?.notice
          ?? CampaignShelf(tools, store).notices.first(where: { $0.id == id })
      else { throw Problem("campaign.unknown", ["id": id]) }
      return Answer(
        plan: try store.plan(notice, for: tools.session),
        progress: try kept.map { _ in try store.progress(of: id, for: tools.session) },
        pack: try? store.pack(notice.pack))
    }
  }
}

/// Opens a campaign, takes those in who were missing, or closes it.
struct TurnCampaignErrand: DeskErrand {
  /// The name under which the answer comes back.
  static let answerName = "campaign-turned"

  /// What is asked for.
  enum Turn: Hashable, Sendable {
    /// Open it, or take in who was missing.
    case open
    /// Close it.
    case close
  }

  private let notice: CampaignNotice
  private let turn: Turn
  private let on: CalendarDate?
  var name: String { Self.answerName }

  /// A turn of a campaign, on an earlier day than today where one is given.
  init(_ notice: CampaignNotice, _ turn: Turn, on: CalendarDate? = nil) {
    self.notice = notice
    self.turn = turn
    self.on = on
  }

  func run(with tools: DeskTools) -> any Sendable {
    Result<Int, any Error> {
      guard let store = tools.store as? CaseStore else {
        throw Problem("campaign.unknown", ["id": notice.id])
      }
      switch turn {
      case .open:
        if notice.takesApplications {
          try store.perform(.notice(notice, isClosed: false), by: tools.session)
          return 0
        }
        var session = tools.session
        session.on = on
        return try store.launch(notice, by: session).opened.count
      case .close:
        try store.closeCampaign(notice.id, by: tools.session)
        return 0
      }
    }
  }
}

/// The notices of the data folder.
struct CampaignShelf {
  /// The notices that can be read, by id.
  let notices: [CampaignNotice]

  init(_ tools: DeskTools, _ store: CaseStore) {
    guard let folder = tools.options.dataFolder, let vocabulary = tools.options.vocabulary() else {
      notices = []
      return
    }
    let packs = (try? store.packs()) ?? []
    let shelf = DataShelf(folder)
    notices = SmallFile.names(in: folder + "/packs").sorted().compactMap { id in
      guard SmallFile.bytes(of: "\(folder)/packs/\(id)/campaign.yaml") != nil else { return nil }
      let sources = shelf.sources(ofPack: id)
      guard let base = CampaignLoader.base(of: sources),
        let pack = packs.first(where: { $0.id == base })
      else { return nil }
      return try? CampaignLoader.load(sources, extending: pack, vocabulary: vocabulary).notice
    }
  }
}
