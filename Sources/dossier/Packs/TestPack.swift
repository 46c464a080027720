import ArgumentParser
import Casework
import Quantities
import RuleDrafting
import RulePacks

/// Runs the tests of a pack, and walks through its procedures.
struct TestPack: Verb {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "运行规则包自带的测试 / Run a pack's tests",
    discussion: """
      自带测试之外，还沿各程序自动行走，每个办理事项至少办一次；办不到的列出。
      Beyond the tests the procedures are walked, so that each action is taken once; those that never
      could be taken are listed.

      EXAMPLES
        dossier pack test qingdao-2024
        dossier pack test qingdao-2024 --only T16 --json
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "规则包或其目录 / The pack or its folder", completion: Completions.packs)
  var id: String

  @Option(help: ArgumentHelp("只运行名称含此文字的 / Only tests whose name has this", valueName: "text"))
  var only: String?

  @Flag(help: "不自动行走 / Do not walk the procedures")
  var withoutWalks = false

  func carryOut(_ errand: Errand) throws {
    if errand.isCampaign(id) { return try testCampaign(errand) }
    let pack = try errand.loadPack(id).pack
    let all = try PackTestLoader.load(
      try errand.sources(ofPack: id), pack: pack, vocabulary: try errand.vocabulary())
    let tests = all.filter { only == nil || $0.name.contains(only ?? "") || $0.trap == only }
    let calendar = WorkingCalendar(try errand.calendars().map(\.year))
    let runner = PackTestRunner(pack: pack, calendar: calendar)
    var failures: [Problem] = []
    var failed = 0
    for test in tests {
      let found = runner.failures(of: test)
      failures += found
      if !found.isEmpty { failed += 1 }
    }
    let walk =
      withoutWalks || only != nil ? nil : PackExplorer.report(on: runner, from: all)
    answer(passed: tests.count - failed, failed, failures, walk, errand)
    if failed > 0 { throw ExitCode(ExitStatus.badData.rawValue) }
  }

  /// Runs the tests of a notice; it has no procedures of its own to walk.
  private func testCampaign(_ errand: Errand) throws {
    let sources = try errand.sources(ofCampaign: id)
    let notice = try errand.loadCampaign(id).notice
    let all = try CampaignTestLoader.load(
      sources, notice: notice, vocabulary: try errand.vocabulary())
    let tests = all.filter { only == nil || $0.name.contains(only ?? "") || $0.trap == only }
    let runner = CampaignTestRunner(
      notice: notice, pack: try errand.basePack(of: sources, in: nil))
    let found = tests.map { runner.failures(of: $0) }
    let failed = found.count { !$0.isEmpty }
    answer(passed: tests.count - failed, failed, found.flatMap { $0 }, nil, errand)
    if failed > 0 { throw ExitCode(ExitStatus.badData.rawValue) }
  }

  private func answer(
    passed: Int, _ failed: Int, _ failures: [Problem], _ walk: PackExplorer.Report?,
    _ errand: Errand
  ) {
    if errand.shared.json {
      errand.say([
        "pack": .text(id), "passed": JSON(passed), "failed": JSON(failed),
        "failures": .list(failures.map { Self.json($0, errand.speech) }),
        "actions": JSON(walk?.places), "taken": JSON(walk?.taken), "steps": JSON(walk?.steps),
        "never_taken": .list(
          (walk?.neverTaken ?? []).map {
            ["action": .text($0.place.path), "refusals": JSON($0.refusals)]
          }),
      ])
      return
    }
    for failure in failures {
      let arguments = failure.arguments
      let line = failure.place.line.map { ":\($0)" } ?? ""
      errand.say(
        zh: """
          ✗ \(arguments["test"] ?? "")  \(failure.place.file ?? "")\(line)
            \(arguments["subject"] ?? "")：应为 \(arguments["expected"] ?? "")，实为 \
          \(arguments["found"] ?? "")（\(failure.code)）
          """,
        en: """
          ✗ \(arguments["test"] ?? "")  \(failure.place.file ?? "")\(line)
            \(arguments["subject"] ?? ""): expected \(arguments["expected"] ?? ""), found \
          \(arguments["found"] ?? "") (\(failure.code))
          """)
    }
    errand.say(
      zh: "\(id)：通过 \(passed)，未通过 \(failed)", en: "\(id): \(passed) passed, \(failed) failed")
    guard let walk else { return }
    errand.say(
      zh: "自动行走 \(walk.steps) 步，办理事项 \(walk.taken)/\(walk.places) 至少办过一次",
      en: "Walked \(walk.steps) steps; \(walk.taken) of \(walk.places) actions taken at least once")
    for never in walk.neverTaken {
      let reasons = never.refusals.joined(separator: ", ")
      errand.say(
        zh: "  未能办理 \(never.place.path)：\(reasons)",
        en: "  never taken: \(never.place.path) (\(reasons))")
    }
  }

  private static func json(_ failure: Problem, _ speech: Speech) -> JSON {
    speech.json(failure).adding([
      "test": JSON(failure.arguments["test"]), "subject": JSON(failure.arguments["subject"]),
      "expected": JSON(failure.arguments["expected"]), "found": JSON(failure.arguments["found"]),
    ])
  }
}
