import ArgumentParser
import CaseStore
import Casework
import Quantities
import RuleDrafting
import RulePacks
import Wording

/// Opens an intake, or carries a notice out.
struct OpenCampaign: Verb {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "启动一批 / Open an intake or carry a notice out",
    discussion: """
      评价通知：为名单内每一中心启动事项；已启动的批次再次运行，只补入尚未纳入的中心。
      A notice opens the run of every centre that it names; where it is open already, those who were
      missing are taken in.
      名册接收晚于通知的：用 --on 填通知期内的日期启动，再用 act --on 按各自日期补记提交与审核。
      Where the roster was read after the notice began: open it --on a day of the notice, then put
      submissions and audits on record with act --on, each with its own day.

      申报指南的文件 The file of a guide:
        id: 2026-1
        title: { zh: 2026 年第一批, en: First batch of 2026 }
        pack: qingdao-2024
        year: 2026
        number: 1
        from: 2026-03-01
        to: 2026-03-31
        quotas: { qd-laoshan: 5, qd-shinan: 3 }

      EXAMPLES
        dossier campaign open batch-2026-1.yaml
        dossier campaign open qingdao-2026-evaluation --on 2026-03-26 --dry-run
      """)

  @OptionGroup var shared: SharedOptions

  @OptionGroup var given: CampaignFile

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore(for: .writing)
    let notice = try errand.loadCampaign(given.path, in: store).notice
    if notice.takesApplications { return try openIntake(notice, store, errand) }
    try errand.learn(store, notice.pack)
    let launch = try store.launch(
      notice, by: try errand.session(in: store, on: given.on), isDryRun: given.dryRun)
    let speech = errand.speech
    if errand.shared.json {
      errand.say([
        "campaign": .text(notice.id), "recorded": .flag(!given.dryRun),
        "was_open": .flag(launch.wasOpen), "opened": JSON(launch.opened.count),
        "plan": PlanAnswer.json(launch.plan, launch.plan.entries(.member), speech),
      ])
      return
    }
    errand.say(PlanAnswer.summary(launch.plan, speech))
    for entry in launch.plan.hindered {
      errand.say("  \(entry.number)  \(entry.name)  \(speech.wording.hindrance(of: entry) ?? "")")
    }
    let count = launch.opened.count
    switch (given.dryRun, launch.wasOpen) {
    case (true, _):
      errand.say(zh: "将启动 \(count) 件；未记录", en: "\(count) runs would be opened; nothing recorded")
    case (false, true): errand.say(zh: "补入 \(count) 件", en: "\(count) more runs opened")
    case (false, false):
      errand.say(
        zh: "批次 \(notice.id) 已启动，\(count) 件进入办理", en: "\(notice.id) is open, \(count) runs opened")
    }
  }

  private func openIntake(
    _ notice: CampaignNotice, _ store: CaseStore, _ errand: Errand
  ) throws {
    if let standing = try store.office().campaigns[notice.id] {
      let isChanged =
        standing.isCarriedOut(by: notice) && standing.content?.lawHash != notice.lawHash
      throw Problem(isChanged ? "campaign.changed" : "campaign.exists", ["id": notice.id])
    }
    guard !given.dryRun else { return }
    try store.perform(
      .notice(notice, isClosed: false), by: try errand.session(in: store, on: given.on))
    guard let campaign = try store.office().campaigns[notice.id] else { return }
    CampaignAnswer.tell(campaign, by: errand)
  }
}
