import ArgumentParser
import CaseStore
import Casework
import Quantities
import RulePacks
import Wording

/// The users of the store.
struct UserVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: "用户与角色 / Users and roles",
    discussion: """
      EXAMPLE
        dossier user list
      """,
    subcommands: [ListUsers.self, AddUser.self, ChangeUser.self, RetireUser.self],
    defaultSubcommand: ListUsers.self)
}

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

/// What is said of a user.
enum UserAnswer {
  /// A user as JSON.
  static func json(_ user: User) -> JSON {
    [
      "name": .text(user.name), "display": .text(user.display), "login": .text(user.login),
      "roles": JSON(user.roles.map(\.rawValue)), "department": JSON(user.department),
      "active": .flag(user.isActive), "deputy": JSON(user.deputy),
      "deputy_until": JSON(user.deputyUntil),
    ]
  }

  /// Records a user and says so.
  static func record(_ user: User, in store: CaseStore, by errand: Errand) throws {
    try store.perform(.user(user), by: try errand.session(in: store))
    if errand.shared.json { errand.say(json(user)) }
    let roles = user.roles.map(\.rawValue).joined(separator: ", ")
    errand.say(zh: "已登记用户 \(user.name)（\(roles)）", en: "Recorded the user \(user.name) (\(roles))")
  }

  /// The user of a name.
  static func user(_ name: String, in store: CaseStore) throws -> User {
    let users = try store.office().users
    guard let user = users[name] else {
      throw UsageProblem(
        "usage.user_unknown", zh: "没有用户“\(name)”", en: "There is no user “\(name)”",
        remedy: (
          zh: "现有：\(users.keys.sorted().joined(separator: "、"))",
          en: "There are: \(users.keys.sorted().joined(separator: ", "))"
        ), status: .notFound)
    }
    return user
  }
}

/// The options that describe a user.
struct UserOptions: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "角色 / The roles", valueName: Role.allCases.map(\.rawValue).joined(separator: "|")))
  var role: [Role] = []

  @Option(
    help: ArgumentHelp("主管部门 / The clerk's department", valueName: "id"),
    completion: Completions.departments)
  var department: String?

  @Option(help: ArgumentHelp("系统登录名 / The login of the system", valueName: "osuser"))
  var login: String?

  @Option(help: ArgumentHelp("显示的姓名 / The name that is shown", valueName: "name"))
  var display: String?

  /// Checks that the department is known, where the list of departments is at hand.
  func check(_ errand: Errand) throws {
    guard let department else { return }
    let known = errand.departments()
    guard known.isEmpty || known.contains(where: { $0.id == department }) else {
      throw UsageProblem(
        "usage.department_unknown", zh: "没有主管部门“\(department)”",
        en: "There is no department “\(department)”",
        remedy: (
          zh: "现有：\(known.map { "\($0.id) \($0.name.zh)" }.joined(separator: "、"))",
          en: "There are: \(known.map { "\($0.id) \($0.name.en)" }.joined(separator: ", "))"
        ), status: .badData)
    }
  }
}

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

/// Retires a user.
struct RetireUser: Verb {
  static let configuration = CommandConfiguration(
    commandName: "retire", abstract: "停用用户 / Retire a user",
    discussion: """
      EXAMPLE
        dossier user retire lilei
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "用户名 / The user", completion: Completions.users)
  var name: String

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore(for: .writing)
    var user = try UserAnswer.user(name, in: store)
    user.isActive = false
    try UserAnswer.record(user, in: store, by: errand)
  }
}
