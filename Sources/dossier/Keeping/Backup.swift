import ArgumentParser
import CaseStore

/// Copies the store.
struct Backup: Verb {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "备份案卷库并核验副本 / Copy the store and verify the copy",
    discussion: """
      办理可照常进行。 Others can go on working.

      EXAMPLE
        dossier backup /backup/2026-04-13.dossier
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("新目录 / A new folder", valueName: "dir"), completion: .directory)
  var folder: String

  func carryOut(_ errand: Errand) throws {
    let report = try errand.openStore().backUp(to: folder)
    if errand.shared.json {
      errand.say([
        "backup": .text(folder), "ok": .flag(report.isSound),
        "events": .number(Int64(report.events)), "cases": .number(Int64(report.cases)),
        "head": .text(report.head.description),
      ])
    }
    guard report.isSound else {
      errand.say(
        zh: "已备份到 \(folder)，但附件不全；校验点 \(report.head)",
        en: "Copied to \(folder), but attachments are missing or altered; checkpoint \(report.head)"
      )
      errand.complain(report.problems.flatMap(errand.speech.lines))
      throw ExitCode(ExitStatus.damaged.rawValue)
    }
    errand.say(
      zh: "已备份到 \(folder)，副本核验无误；校验点 \(report.head)",
      en: "Copied to \(folder); the copy is sound; checkpoint \(report.head)")
  }
}
