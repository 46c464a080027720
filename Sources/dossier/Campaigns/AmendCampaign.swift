import ArgumentParser
import CaseStore
import Casework
import Quantities
import RuleDrafting
import RulePacks
import Wording

/// Carries an open intake or notice on by another form of its file.
struct AmendCampaign: Verb {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "采用改动后的通知或指南 / Bring in another form of a notice or guide",
    discussion: """
      例如延长申报截止日、调整限额、更正条件。已办的不变；正停在某环节的事项，期限改为新的末日，逐案记录。
      新列入的中心再用 campaign open 补入。
      Such as a longer window, other quotas, a corrected condition. What was done stays; a run that waits
      at a stage gets the new last day, each by an event of its own. Take centres that belong only now in
      with campaign open.

      EXAMPLES
        dossier campaign amend qingdao-2026-evaluation --dry-run
        dossier campaign amend batch-2026-1.yaml
      """)

  @OptionGroup var shared: SharedOptions

  @OptionGroup var given: CampaignFile

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore(for: .writing)
    let notice = try errand.loadCampaign(given.path, in: store).notice
    try errand.learn(store, notice.pack)
    let amendment = try store.amend(
      notice, by: try errand.session(in: store, on: given.on), isDryRun: given.dryRun)
    let comparison = amendment.before.map { ComparisonAnswer($0, notice) }
    let speech = errand.speech
    if errand.shared.json {
      errand.say([
        "campaign": .text(notice.id), "recorded": .flag(amendment.isAnother && !given.dryRun),
        "comparison": comparison?.json(errand.language) ?? .null,
        "restated": .list(amendment.restated.flatMap(Self.json)),
      ])
      return
    }
    if let comparison, amendment.isAnother { errand.say(comparison.lines(speech)) }
    for restatement in amendment.restated {
      for change in restatement.changes {
        errand.say("  \(restatement.state.name)  \(change.before.due) → \(change.after.due)")
      }
    }
    let moved = amendment.restated.count
    switch (amendment.isAnother, given.dryRun) {
    case (false, _):
      errand.say(zh: "与本库现行的相同，未记录", en: "The store has this form already; nothing recorded")
    case (true, true):
      errand.say(
        zh: "\(moved) 件的期限将随之改变；未记录",
        en: "Due dates of \(moved) cases would follow; nothing recorded")
    case (true, false):
      errand.say(
        zh: "批次 \(notice.id) 已改用新文本，\(moved) 件的期限随之改变",
        en: "\(notice.id) is carried on in this form; due dates of \(moved) cases followed")
    }
  }

  private static func json(_ restatement: CaseRestatement) -> [JSON] {
    restatement.changes.map {
      [
        "case": .text(restatement.state.name), "proceeding": .text($0.proceeding),
        "stage": .text($0.stage), "before": JSON($0.before.due), "due": JSON($0.after.due),
      ]
    }
  }
}
