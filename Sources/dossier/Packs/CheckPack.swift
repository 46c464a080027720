import ArgumentParser
import CaseStore
import Casework
import Quantities
import RuleDrafting
import RulePacks

/// Checks a pack: what single files show, then what only the whole does.
struct CheckPack: Verb {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "静态检查规则包 / Check a pack",
    discussion: """
      给出原文时，规则包写的每个数字都要在所引条文中找到。
      Against an official text each number that the pack writes has to stand in the article cited.

      EXAMPLES
        dossier pack check qingdao-2024
        dossier pack check qingdao-2024 --text measures.txt
        dossier pack check ./my-city --json
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "规则包或其目录 / The pack or its folder", completion: Completions.packs)
  var id: String

  @Option(
    help: ArgumentHelp("官方原文 / The official text as published", valueName: "file"),
    completion: .file())
  var text: String?

  func carryOut(_ errand: Errand) throws {
    let report: PackReport
    let official = try text.map { try LawTextFile.read($0).text } ?? kept(errand)
    do {
      if errand.isCampaign(id) {
        let loaded = try errand.loadCampaign(id)
        report = CampaignChecks.run(loaded.notice, against: official, places: loaded.places)
      } else {
        report = try checkedPack(errand, official)
      }
    } catch let problems as Problems {
      if errand.shared.json {
        errand.say([
          "pack": .text(id), "ok": false, "articles": 0, "covered": 0, "conditions": 0,
          "procedures": 0, "stages": 0, "actions": 0, "paths": 0,
          "problems": .list(problems.list.map(errand.speech.json)),
        ])
      }
      errand.complain(problems.list.flatMap(errand.speech.lines))
      throw ExitCode(ExitStatus.badData.rawValue)
    }
    answer(report, errand)
    if !report.isSound { throw ExitCode(ExitStatus.badData.rawValue) }
  }

  /// The text that the office has loaded, where a store is at hand that has one.
  private func kept(_ errand: Errand) -> OfficialText? {
    guard let store = try? errand.openStore(for: .reading) else { return nil }
    let pack = id.split(separator: "/").last.map(String.init) ?? id
    return (try? store.lawText(of: pack))?.text
  }

  private func checkedPack(
    _ errand: Errand, _ official: OfficialText?
  ) throws -> PackReport {
    let loaded = try errand.loadPack(id)
    let vocabulary = try errand.vocabulary()
    var report =
      official.map {
        PackChecks.run(loaded.pack, vocabulary: vocabulary, against: $0, places: loaded.places)
      } ?? PackChecks.run(loaded.pack, vocabulary: vocabulary, places: loaded.places)
    let store = try? errand.openStore(for: .reading)
    report.problems += loaded.pack.validity.warnings(
      on: store.flatMap { try? errand.today(in: $0) } ?? errand.officeDay,
      verification: try? store?.office().verifications[loaded.pack.id],
      at: loaded.places["in_force"])
    return report
  }

  private func answer(_ report: PackReport, _ errand: Errand) {
    if errand.shared.json {
      errand.say([
        "pack": .text(id), "ok": .flag(report.isSound), "articles": JSON(report.articles),
        "covered": JSON(report.covered),
        "uncovered": .list(
          report.uncovered.map { ["article": .text($0.key), "kind": .text($0.kind.rawValue)] }),
        "conditions": JSON(report.conditions), "procedures": JSON(report.procedures),
        "stages": JSON(report.stages), "actions": JSON(report.actions),
        "paths": JSON(report.paths), "paths_bounded": .flag(report.pathsAreBounded),
        "normative": JSON(report.normative),
        "normative_covered": JSON(report.normativeCovered),
        "judgement": JSON(report.judgements), "text": Self.json(report.text),
        "unused_facts": JSON(report.unusedFacts),
        "problems": .list(report.problems.map(errand.speech.json)),
      ])
      return
    }
    let more = report.pathsAreBounded ? "+" : ""
    errand.say(
      zh: """
        \(id)：\(report.isSound ? "检查通过" : "检查未通过")
        规范性条款 \(report.normativeCovered)/\(report.normative) 被引用（全部条款 \
        \(report.covered)/\(report.articles)，须由人判断的 \(report.judgements.count) 条）
        条件 \(report.conditions)，程序 \
        \(report.procedures)，环节 \(report.stages)，办理事项 \(report.actions)，路径 \(report.paths)\(more)
        """,
      en: """
        \(id): \(report.isSound ? "sound" : "not sound")
        \(report.normativeCovered) of \(report.normative) normative articles cited \
        (\(report.covered) of all \(report.articles); \(report.judgements.count) need a person's \
        judgement)
        \(report.conditions) conditions, \
        \(report.procedures) procedures, \(report.stages) stages, \(report.actions) actions, \
        \(report.paths)\(more) paths
        """)
    if let text = report.text {
      errand.say(
        zh: """
          数字 \(text.figuresFound)/\(text.figures) 见于所引条文原文；原文缺 \(text.withoutText.count) 条，\
          规则包未列 \(text.unlisted.count) 条
          """,
        en: """
          \(text.figuresFound) of \(text.figures) figures stand in the articles cited; \
          \(text.withoutText.count) articles without a text, \(text.unlisted.count) not listed
          """)
    } else {
      errand.say(
        zh: "未核对原文（--text FILE）", en: "Not compared with the official text (--text FILE)")
    }
    for article in report.uncovered {
      errand.say(
        zh: "  未引用 \(article.key)（\(article.kind.rawValue)）",
        en: "  not cited: \(article.key) (\(article.kind.rawValue))")
    }
    errand.complain(report.problems.flatMap(errand.speech.lines))
  }

  private static func json(_ text: PackReport.TextReport?) -> JSON {
    guard let text else { return .null }
    return [
      "figures": JSON(text.figures), "figures_found": JSON(text.figuresFound),
      "without_text": JSON(text.withoutText), "unlisted": JSON(text.unlisted),
    ]
  }
}
