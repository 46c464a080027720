import ArgumentParser
import CaseStore
import Casework
import Quantities

/// Gives a case to a person, or names a deputy.
struct Assign: Verb {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: "指派、移交或指定代理 / Assign, hand over, or name a deputy",
    discussion: """
      EXAMPLES
        dossier assign QD-2026-001 wangmin --note "专家名单已发"
        dossier assign QD-2026-001 --nobody
        dossier assign QD-2026-001 --deputy lilei --until 2026-05-08
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var options: DecisionOptions

  @Argument(help: ArgumentHelp("案卷编号 / The case", valueName: "case"), completion: Completions.cases)
  var reference: String

  @Argument(help: "承办人 / The user", completion: Completions.users)
  var user: String?

  @Flag(help: "不指派给任何人 / Leave it to nobody")
  var nobody = false

  @Option(help: ArgumentHelp("只移交该事项 / This proceeding alone", valueName: "id"))
  var proceeding: String?

  @Option(
    help: ArgumentHelp("代理人 / Who stands in", valueName: "user"), completion: Completions.users)
  var deputy: String?

  @Option(help: ArgumentHelp("代理到哪天 / The deputy's last day", valueName: "date"))
  var until: CalendarDate?

  @Option(help: "交接说明 / What the next person has to know")
  var note: String?

  func validate() throws {
    guard nobody != (user != nil) || (deputy != nil && !nobody) else {
      throw ValidationError("请写承办人，或 --nobody，或 --deputy / Name a user, --nobody or --deputy")
    }
  }

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore()
    let known = try store.office().users
    for name in [user, deputy].compactMap({ $0 }) where known[name] == nil {
      throw Problem(
        "session.unknown_user",
        ["user": name, "known": known.keys.sorted().joined(separator: ", ")])
    }
    let department = try store.file(of: .text(reference)).state.text("department")
    for name in [user, deputy].compactMap({ $0 })
    where known[name]?.mayHold(caseOf: department) == false {
      var arguments = ["user": name]
      arguments["department"] = department
      throw Problem("user.cannot_hold", arguments)
    }
    let assigned = Assigned(
      proceeding: proceeding, assignee: user, deputy: deputy, until: until, note: note)
    try errand.decide(.assign(assigned), on: reference, in: store, options)
  }
}
