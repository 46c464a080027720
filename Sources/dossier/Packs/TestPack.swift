import ArgumentParser
import Casework
import Quantities
import RuleDrafting
import RulePacks

/// Runs the tests of a pack or a notice, or of all, and walks through the procedures.
struct TestPack: Verb {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "运行规则包与通知自带的测试 / Run the tests of packs and notices",
    discussion: """
      自带测试之外，还沿各程序自动行走，每个办理事项至少办一次；办不到的列出。
      Beyond the tests the procedures are walked, so that each action is taken once; those that never
      could be taken are listed.

      EXAMPLES
        dossier pack test
        dossier pack test qingdao-2024
        dossier pack test qingdao-2024 --only T16 --json
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(
    help: "规则包、通知或其目录，不写为全部 / The pack, the notice or its folder; all without",
    completion: Completions.laws)
  var id: String?

  @Option(help: ArgumentHelp("只运行名称含此文字的 / Only tests whose name has this", valueName: "text"))
  var only: String?

  @Flag(help: "不自动行走 / Do not walk the procedures")
  var withoutWalks = false

  func carryOut(_ errand: Errand) throws {
    guard let id else { return try testAll(errand) }
    let trial = try test(id, errand)
    errand.shared.json
      ? errand.say(trial.json(errand.speech)) : errand.say(trial.lines(errand.speech))
    if !trial.isPassed { throw ExitCode(ExitStatus.badData.rawValue) }
  }

  /// Tests every pack and every notice of the data folder, each told as soon as it is done.
  private func testAll(_ errand: Errand) throws {
    var trials: [PackTrial] = []
    for name in try errand.packNames() + errand.campaignNames() {
      let trial = try test(name, errand)
      if !errand.shared.json { errand.say(trial.lines(errand.speech)) }
      trials.append(trial)
    }
    if errand.shared.json {
      errand.say(["packs": .list(trials.map { $0.json(errand.speech) })])
    }
    if !trials.allSatisfy(\.isPassed) { throw ExitCode(ExitStatus.badData.rawValue) }
  }

  private func test(_ id: String, _ errand: Errand) throws -> PackTrial {
    if errand.isCampaign(id) { return try testCampaign(id, errand) }
    let pack = try errand.loadPack(id).pack
    let all = try PackTestLoader.load(
      try errand.sources(ofPack: id), pack: pack, vocabulary: try errand.vocabulary())
    let calendar = WorkingCalendar(try errand.calendars().map(\.year))
    let runner = PackTestRunner(pack: pack, calendar: calendar)
    let walk = withoutWalks || only != nil ? nil : PackExplorer.report(on: runner, from: all)
    let chosen = all.filter { isChosen($0.name, $0.trap) }
    return PackTrial(id: id, failures: chosen.map { runner.failures(of: $0) }, walk: walk)
  }

  /// Runs the tests of a notice; it has no procedures of its own to walk.
  private func testCampaign(_ id: String, _ errand: Errand) throws -> PackTrial {
    let sources = try errand.sources(ofCampaign: id)
    let notice = try errand.loadCampaign(id).notice
    let all = try CampaignTestLoader.load(
      sources, notice: notice, vocabulary: try errand.vocabulary())
    let runner = CampaignTestRunner(
      notice: notice, pack: try errand.basePack(of: sources, in: nil))
    let chosen = all.filter { isChosen($0.name, $0.trap) }
    return PackTrial(id: id, failures: chosen.map { runner.failures(of: $0) }, walk: nil)
  }

  private func isChosen(_ name: String, _ trap: String?) -> Bool {
    guard let only else { return true }
    return name.contains(only) || trap == only
  }
}
