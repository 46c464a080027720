import ArgumentParser
import Quantities
import RulePacks

/// Checks a pack: what single files show, then what only the whole does.
struct CheckPack: Verb {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "静态检查规则包 / Check a pack",
    discussion: """
      EXAMPLES
        dossier pack check qingdao-2024
        dossier pack check ./my-city --json
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "规则包或其目录 / The pack or its folder", completion: Completions.packs)
  var id: String

  func carryOut(_ errand: Errand) throws {
    let report: PackReport
    do {
      let loaded = try errand.loadPack(id)
      report = PackChecks.run(
        loaded.pack, vocabulary: try errand.vocabulary(), places: loaded.places)
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
        "unused_facts": JSON(report.unusedFacts),
        "problems": .list(report.problems.map(errand.speech.json)),
      ])
      return
    }
    let more = report.pathsAreBounded ? "+" : ""
    errand.say(
      zh: """
        \(id)：\(report.isSound ? "检查通过" : "检查未通过")
        条款 \(report.covered)/\(report.articles) 被引用，条件 \(report.conditions)，程序 \
        \(report.procedures)，环节 \(report.stages)，办理事项 \(report.actions)，路径 \(report.paths)\(more)
        """,
      en: """
        \(id): \(report.isSound ? "sound" : "not sound")
        \(report.covered) of \(report.articles) articles cited, \(report.conditions) conditions, \
        \(report.procedures) procedures, \(report.stages) stages, \(report.actions) actions, \
        \(report.paths)\(more) paths
        """)
    for article in report.uncovered {
      errand.say(
        zh: "  未引用 \(article.key)（\(article.kind.rawValue)）",
        en: "  not cited: \(article.key) (\(article.kind.rawValue))")
    }
    errand.complain(report.problems.flatMap(errand.speech.lines))
  }
}
