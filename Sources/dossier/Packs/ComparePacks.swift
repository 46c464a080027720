import ArgumentParser
import CaseStore
import Casework
import Quantities
import RuleDrafting
import RulePacks
import Wording

/// Compares two packs or notices by what they mean.
struct ComparePacks: Verb {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "比较两个规则包或通知 / Compare two packs or notices",
    discussion: """
      逐条比较条款、条件、程序、期限、约定，并说明哪些改动了法条、哪些只是表述。只给一个时，
      与本库采用的形式比较；通知与本库启动时的形式比较，采用改动见 campaign amend。
      Articles, conditions, procedures, deadlines and practice are compared by what they mean; what is
      law is told from what is wording. One pack alone is compared with the form that the store has
      adopted, one notice with the form by which it was opened; campaign amend brings another one in.

      EXAMPLES
        dossier pack diff qingdao-2024 ./draft
        dossier pack diff ./qingdao-2024 --json
        dossier pack diff qingdao-2026-evaluation
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "规则包、通知或其目录 / The pack, the notice or its folder", completion: Completions.packs)
  var first: String

  @Argument(help: "另一个；不给时取 first 与本库采用的 / The other one", completion: Completions.packs)
  var second: String?

  func carryOut(_ errand: Errand) throws {
    let answer = errand.isCampaign(first) ? try notices(errand) : try packs(errand)
    if errand.shared.json {
      errand.say(answer.json(errand.language))
    } else {
      errand.say(answer.lines(errand.speech))
    }
  }

  private func packs(_ errand: Errand) throws -> ComparisonAnswer {
    let loaded = try errand.loadPack(first).pack
    guard let second else {
      errand.speech.know(labelsOf: loaded)
      return ComparisonAnswer(
        try errand.openStore(for: .reading).pack(loaded.id), loaded)
    }
    let after = try errand.loadPack(second).pack
    errand.speech.know(labelsOf: after)
    return ComparisonAnswer(loaded, after)
  }

  private func notices(_ errand: Errand) throws -> ComparisonAnswer {
    guard let second else {
      let store = try errand.openStore(for: .reading)
      let loaded = try errand.loadCampaign(first, in: store).notice
      try errand.learn(store, loaded.pack)
      guard let kept = try store.campaignsInForce().first(where: { $0.notice.id == loaded.id })
      else { throw Problem("campaign.not_open", ["id": loaded.id]) }
      return ComparisonAnswer(kept.notice, loaded)
    }
    return ComparisonAnswer(
      try errand.loadCampaign(first).notice, try errand.loadCampaign(second).notice)
  }
}
