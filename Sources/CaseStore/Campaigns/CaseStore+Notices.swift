package import Casework
import GRDB
import Quantities
import RulePacks
import Synchronization

extension CaseStore {
  /// The notices that the office carries out, open and closed, by id.
  package func campaignsInForce() throws -> [CampaignInForce] {
    try reading { db in
      try office(in: db).packs.keys.sorted().flatMap { try campaigns(under: $0, in: db) }
        .sorted { $0.notice.id < $1.notice.id }
    }
  }

  /// The notices that the office carries out under a pack, by id.
  func campaigns(under pack: String, in db: Database) throws -> [CampaignInForce] {
    let campaigns = try office(in: db).campaigns.values.filter {
      $0.pack == pack && $0.content != nil
    }
    return try campaigns.sorted { $0.id < $1.id }.compactMap { campaign in
      guard let content = campaign.content else { return nil }
      return CampaignInForce(
        campaign: campaign, notice: try notice(content.contentHash, of: campaign.id, in: db))
    }
  }

  /// A notice that the office carries out, by its id.
  ///
  /// - Throws: `campaign.unknown`.
  func campaign(_ id: String, in db: Database) throws -> CampaignInForce {
    let office = try office(in: db)
    guard let campaign = office.campaigns[id], let content = campaign.content else {
      throw Problem(
        "campaign.unknown",
        ["id": id, "known": office.campaigns.keys.sorted().joined(separator: ", ")])
    }
    return CampaignInForce(
      campaign: campaign, notice: try notice(content.contentHash, of: id, in: db))
  }

  private func notice(
    _ hash: String, of id: String, in db: Database
  ) throws -> CampaignNotice {
    if let known = memory.withLock({ $0.notices[hash] }) { return known }
    guard let bytes = try Journal(db: db).blob(hash), SealedEvent.hash(bytes) == hash,
      let notice = try? CampaignNotice(compiled: bytes)
    else { throw Problem("campaign.unreadable", ["id": id, "hash": hash]) }
    memory.withLock { $0.notices[hash] = notice }
    return notice
  }
}
