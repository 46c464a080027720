import Quantities
package import RulePacks

/// A campaign with the notice that it carries out.
package struct CampaignInForce: Hashable, Sendable {
  /// The campaign.
  package var campaign: Campaign
  /// The notice.
  package var notice: CampaignNotice

  /// A campaign.
  package init(campaign: Campaign, notice: CampaignNotice) {
    self.campaign = campaign
    self.notice = notice
  }
}

extension Campaign {
  /// The input of an opening that names the campaign under which a run is carried out.
  ///
  /// A procedure whose opening may have it can be run under a notice.
  package static let input = "campaign"

  /// A campaign that carries a notice out; nil where the notice has no window.
  package init?(_ notice: CampaignNotice, contentHash: String, isClosed: Bool) {
    guard let from = notice.from, let to = notice.to else { return nil }
    self.init(
      id: notice.id, title: notice.title, pack: notice.pack, procedure: notice.procedure,
      year: notice.year, number: notice.number, from: from, to: to, quotas: notice.quotas,
      isClosed: isClosed,
      content: Content(
        lawHash: notice.lawHash, contentHash: contentHash,
        isCohort: !notice.takesApplications))
  }
}

extension CampaignNotice {
  /// What an opening under the notice is given.
  package var openingInputs: [String: Value] {
    inputs.merging([Campaign.input: .text(id)]) { given, _ in given }
  }
}

extension Proceeding {
  /// The campaign under which it is run; nil for none.
  package var campaign: String? {
    if case .text(let id) = inputs[Campaign.input] { return id }
    return nil
  }
}

extension RulePack {
  /// The pack with what a notice adds for the cases that it concerns; the law hash stays the pack's.
  ///
  /// Citations of the notice bear its id (`notice#6.2`), so that they are never taken for the pack's.
  package func under(_ notice: CampaignNotice) -> RulePack {
    var pack = self
    pack.articles += notice.articles.map { article in
      var article = article
      article.key = notice.cited(article.key)
      return article
    }
    pack.conditions += notice.conditions.map { condition in
      var condition = condition
      condition.cites = condition.cites.map(notice.cited)
      condition.waivableBy = condition.waivableBy.map(notice.cited)
      return condition
    }
    let added = notice.materials.map { material in
      var material = material
      material.cites = material.cites.map(notice.cited)
      return material
    }
    pack.materials.removeAll { old in
      added.contains { $0.kind == old.kind && $0.moment == old.moment }
    }
    pack.materials += added
    return pack
  }
}

extension CaseState {
  /// The notices under which proceedings of the case are under way.
  package func notices(among campaigns: [CampaignInForce]) -> [CampaignNotice] {
    let ids = proceedings.filter { !$0.isEnded }.compactMap(\.campaign)
    return campaigns.map(\.notice).filter { ids.contains($0.id) }
  }
}
