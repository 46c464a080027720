import ArgumentParser
import CaseStore
import Exchange
import Casework
import Quantities
import RuleDrafting
import RulePacks

/// Checks one pack or notice, or all: what single files show, then what only the whole does.
struct CheckPack: Verb {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "静态检查规则包与通知 / Check packs and notices",
    discussion: """
      给出原文时，规则包写的每个数字都要在所引条文中找到。
      Against an official text each number that the pack writes has to stand in the article cited.
      未用 --text 的，取本库已载入的原文。
      Without --text the text that the store has loaded is taken, where there is a store.

      EXAMPLES
        dossier pack check
        dossier pack check qingdao-2024
        dossier pack check qingdao-2024 --text measures.txt
        dossier pack check ./my-city --json
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(
    help: "规则包、通知或其目录，不写为全部 / The pack, the notice or its folder; all without",
    completion: Completions.laws)
  var id: String?

  @Option(
    help: ArgumentHelp("官方原文 / The official text as published", valueName: "file"),
    completion: .file())
  var text: String?

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStoreIfAny(for: .reading)
    guard let id else { return try checkAll(errand, store) }
    let outcome = try check(id, errand, store)
    if errand.shared.json { errand.say(outcome.json(errand.speech)) }
    tell(outcome, errand)
    if !outcome.isSound { throw ExitCode(ExitStatus.badData.rawValue) }
  }

  /// Checks every pack and every notice of the data folder; one that is not sound hides no other.
  private func checkAll(_ errand: Errand, _ store: CaseStore?) throws {
    guard text == nil else {
      throw UsageProblem(
        "usage.text_of", zh: "--text 须指明规则包", en: "--text needs the pack that it is of",
        remedy: (
          zh: "dossier pack check 规则包 --text 文件", en: "dossier pack check PACK --text FILE"
        ), status: .usage)
    }
    let outcomes = try (errand.packNames() + errand.campaignNames()).map {
      try check($0, errand, store)
    }
    if errand.shared.json {
      errand.say(["packs": .list(outcomes.map { $0.json(errand.speech) })])
    }
    for outcome in outcomes { tell(outcome, errand) }
    if !outcomes.allSatisfy(\.isSound) { throw ExitCode(ExitStatus.badData.rawValue) }
  }

  private func tell(_ outcome: PackOutcome, _ errand: Errand) {
    if !errand.shared.json { errand.say(outcome.lines(errand.speech)) }
    if !errand.shared.json || outcome.report == nil {
      errand.complain(outcome.problems.flatMap(errand.speech.lines))
    }
  }

  private func check(
    _ id: String, _ errand: Errand, _ store: CaseStore?
  ) throws -> PackOutcome {
    do {
      let official = try text.map { try LawTextFile.read($0).text } ?? kept(id, store)
      guard errand.isCampaign(id) else {
        return PackOutcome(id, try checkedPack(id, errand, store, official))
      }
      let loaded = try errand.loadCampaign(id)
      return PackOutcome(
        id, CampaignChecks.run(loaded.notice, against: official, places: loaded.places))
    } catch let problems as Problems {
      return PackOutcome(id, unreadable: problems.list)
    } catch let problem as Problem where problem.code == "law.damaged" {
      // The text of one law is no reason not to check the others.
      return PackOutcome(id, unreadable: [problem])
    }
  }

  /// The text that the office has loaded; nil where it has none.
  private func kept(_ id: String, _ store: CaseStore?) throws -> OfficialText? {
    let law = id.split(separator: "/").last.map(String.init) ?? id
    return try store?.lawText(of: law)?.text
  }

  private func checkedPack(
    _ id: String, _ errand: Errand, _ store: CaseStore?, _ official: OfficialText?
  ) throws -> PackReport {
    let loaded = try errand.loadPack(id)
    let vocabulary = try errand.vocabulary()
    var report =
      official.map {
        PackChecks.run(loaded.pack, vocabulary: vocabulary, against: $0, places: loaded.places)
      } ?? PackChecks.run(loaded.pack, vocabulary: vocabulary, places: loaded.places)
    report.problems += loaded.pack.validity.warnings(
      on: try store.map { try errand.today(in: $0) } ?? errand.officeDay,
      verification: try store?.office().verifications[loaded.pack.id],
      at: loaded.places["in_force"])
    return report
  }
}
