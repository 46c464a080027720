import ArgumentParser
import CaseStore
import Casework
import Quantities
import RulePacks
import Wording

/// Lists the users.
struct ListUsers: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出用户 / List the users",
    discussion: """
      EXAMPLE
        dossier user list --json
      """)

  @OptionGroup var shared: SharedOptions

  func carryOut(_ errand: Errand) throws {
    let users = try errand.openStore().office().users.values.sorted { $0.name < $1.name }
    if errand.shared.json {
      errand.say(["users": .list(users.map(UserAnswer.json))])
      return
    }
    let speech = errand.speech
    speech.know(errand.departments())
    var table = TextTable([
      .init(speech.text(zh: "用户", en: "User")), .init(speech.text(zh: "姓名", en: "Name")),
      .init(speech.text(zh: "登录名", en: "Login")), .init(speech.text(zh: "角色", en: "Roles")),
      .init(speech.text(zh: "主管部门", en: "Department")),
      .init(speech.text(zh: "状态", en: "State")),
    ])
    for user in users {
      table.rows.append([
        user.name, user.display, user.login,
        speech.wording.list(user.roles.map(speech.wording.name)),
        user.department.map(speech.wording.department) ?? "",
        user.isActive ? "" : speech.text(zh: "停用", en: "retired"),
      ])
    }
    errand.say(table)
  }
}
