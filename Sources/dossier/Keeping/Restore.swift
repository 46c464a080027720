import ArgumentParser
import CaseStore

/// Makes a store from a backup.
struct Restore: Verb {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "由备份恢复到新目录或空目录 / Make a store from a backup",
    discussion: """
      恢复的库为新的写入身份；备份不动，旧版备份在恢复出的库中升级。
      What is restored writes as a new incarnation. The backup stays as it is; one of an earlier version
      is brought up to date in what is restored.

      EXAMPLE
        dossier restore /backup/2026-04-13.dossier office-2.dossier
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("备份 / The backup", valueName: "backup"), completion: .directory)
  var backup: String

  @Argument(
    help: ArgumentHelp("新目录或空目录 / A new or an empty folder", valueName: "dir"),
    completion: .directory)
  var folder: String

  @Option(help: ArgumentHelp("由该用户组共用 / Shared by a group of the system", valueName: "group"))
  var group: String?

  func carryOut(_ errand: Errand) throws {
    let store = try CaseStore.restore(
      from: backup, to: folder, sharing: group.map(StoreSharing.group) ?? .personal)
    let report = try store.verify()
    let head = report.head
    if errand.shared.json {
      errand.say(["store": .text(folder), "head": .text(head.description)])
    }
    errand.say(
      zh: "已恢复到 \(folder)；校验点 \(head)", en: "Restored to \(folder); checkpoint \(head)")
    errand.complain(report.problems.flatMap(errand.speech.lines))
    if !report.isSound { throw ExitCode(ExitStatus.damaged.rawValue) }
  }
}
