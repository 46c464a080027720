import ArgumentParser
import Casework
import RulePacks

/// Departs from a default, with a reason.
struct Depart: Verb {
  static let configuration = CommandConfiguration(
    commandName: "depart",
    abstract: "对一般性条件作偏离说明 / Depart from a default, with a reason",
    discussion: """
      EXAMPLE
        dossier depart QD-2026-001 floor-area --reason "920 平方米，二期 2026 年 9 月交付"
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var options: DecisionOptions

  @Argument(help: ArgumentHelp("案卷编号 / The case", valueName: "case"), completion: Completions.cases)
  var reference: String

  @Argument(help: "条件 / The condition", completion: Completions.conditions)
  var condition: String

  @Option(help: "理由 / Why")
  var reason = ""

  @Option(help: "以哪个角色 / In which role")
  var role: Role?

  func carryOut(_ errand: Errand) throws {
    let (store, _, _) = try errand.situation(of: reference, on: options.on)
    try errand.decide(
      .depart(condition: condition, reason: reason), on: reference, in: store, options, as: role)
  }
}
