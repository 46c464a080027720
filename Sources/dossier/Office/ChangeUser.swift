import ArgumentParser
import CaseStore
import Casework
import Quantities

/// Changes a user.
struct ChangeUser: Verb {
  static let configuration = CommandConfiguration(
    commandName: "change", abstract: "变更用户 / Change a user",
    discussion: """
      EXAMPLES
        dossier user change lilei --department qd-jimo
        dossier user change wangmin --deputy zhaoyun --until 2026-05-08
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var options: UserOptions

  @Argument(help: "用户名 / The user", completion: Completions.users)
  var name: String

  @Option(
    help: ArgumentHelp("代理人 / Who stands in", valueName: "user"), completion: Completions.users)
  var deputy: String?

  @Option(help: ArgumentHelp("代理到哪天 / The deputy's last day", valueName: "date"))
  var until: CalendarDate?

  @Flag(help: "恢复启用 / Let the user act again")
  var activate = false

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore(for: .writing)
    var user = try UserAnswer.user(name, in: store)
    try options.check(errand)
    if !options.role.isEmpty { user.roles = options.role }
    if let department = options.department { user.department = department }
    if let login = options.login { user.login = login }
    if let display = options.display { user.display = display }
    if let deputy {
      user.deputy = try UserAnswer.user(deputy, in: store).name
      user.deputyUntil = until
    }
    if activate { user.isActive = true }
    try UserAnswer.record(user, in: store, by: errand)
  }
}
