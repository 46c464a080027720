import ArgumentParser
import Casework
import RulePacks

/// Records the judgement of a condition that no computation can answer.
struct Judge: Verb {
  static let configuration = CommandConfiguration(
    commandName: "judge",
    abstract: "判断一项条件 / Judge a condition",
    discussion: """
      EXAMPLES
        dossier judge QD-2026-001 capability yes --note "专家组 7 人中 6 人认为具备"
        dossier judge QD-2026-001 team supplement --note "请补充团队名单"
      """)

  /// The answers.
  enum Answer: String, CaseIterable, ExpressibleByArgument {
    case yes
    case no
    case supplement
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var options: DecisionOptions

  @Argument(help: ArgumentHelp("案卷编号 / The case", valueName: "case"), completion: Completions.cases)
  var reference: String

  @Argument(help: "条件 / The condition", completion: Completions.conditions)
  var condition: String

  @Argument(help: "是、否、须补充 / Whether it is met")
  var answer: Answer

  @Option(help: "理由 / Why")
  var note = ""

  @Option(help: "以哪个角色 / In which role")
  var role: Role?

  func carryOut(_ errand: Errand) throws {
    let (store, _, _) = try errand.situation(of: reference, on: options.on)
    let met: Bool? = answer == .supplement ? nil : answer == .yes
    try errand.decide(
      .judge(condition: condition, answer: met, note: note), on: reference, in: store, options,
      as: role)
  }
}
