import ArgumentParser
import CaseStore
import Casework
import Quantities

/// Adds a user.
struct AddUser: Verb {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "登记用户 / Add a user",
    discussion: """
      EXAMPLES
        dossier user add wangmin --role officer --display 王敏 --login wangmin
        dossier user add lilei --role clerk --department qd-laoshan --login lilei
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var options: UserOptions

  @Argument(help: "用户名 / The name by which commands call the user")
  var name: String

  func validate() throws {
    guard !options.role.isEmpty else {
      throw ValidationError("请用 --role 写明角色 / Say the roles with --role")
    }
  }

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore(for: .writing)
    guard try store.office().users[name] == nil else {
      throw UsageProblem(
        "usage.user_exists", zh: "已有用户“\(name)”", en: "There is a user “\(name)” already",
        remedy: (zh: "用 dossier user change \(name)", en: "Use dossier user change \(name)"),
        status: .badData)
    }
    try options.check(errand)
    let user = User(
      name: name, display: options.display ?? name, login: options.login ?? name,
      roles: options.role, department: options.department)
    try UserAnswer.record(user, in: store, by: errand)
  }
}
