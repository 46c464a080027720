import ArgumentParser
import Quantities
import RulePacks

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
