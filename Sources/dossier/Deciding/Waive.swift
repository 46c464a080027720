import ArgumentParser
import Casework
import RulePacks

/// Requests, grants or refuses a waiver.
struct Waive: Verb {
  static let configuration = CommandConfiguration(
    commandName: "waive",
    abstract: "申请、同意或不同意放宽条件 / Request, grant or refuse a waiver",
    discussion: """
      EXAMPLES
        dossier waive QD-2026-001 rd-total --request --reason "未来产业，尚在投入期" --basis "市未来产业目录"
        dossier waive QD-2026-001 rd-total --grant --reason "战略急需" --basis "局办公会纪要〔2026〕3号"
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var options: DecisionOptions

  @Argument(help: ArgumentHelp("案卷编号 / The case", valueName: "case"), completion: Completions.cases)
  var reference: String

  @Argument(help: "条件 / The condition", completion: Completions.conditions)
  var condition: String

  @Flag(help: "申请 / Request it")
  var request = false

  @Flag(help: "同意 / Grant it")
  var grant = false

  @Flag(help: "不同意 / Refuse it")
  var refuse = false

  @Option(help: "理由 / Why")
  var reason = ""

  @Option(help: "依据文件 / The document that it rests on")
  var basis: String?

  @Option(help: "以哪个角色 / In which role")
  var role: Role?

  func validate() throws {
    guard [request, grant, refuse].filter({ $0 }).count == 1 else {
      throw ValidationError(
        "请用 --request、--grant、--refuse 之一 / Use one of --request, --grant, --refuse")
    }
  }

  func carryOut(_ errand: Errand) throws {
    let (store, _, _) = try errand.situation(of: reference, on: options.on)
    let step: WaiverStep.Step = request ? .requested : grant ? .granted : .refused
    try errand.decide(
      .waive(condition: condition, step: step, reason: reason, basis: basis), on: reference,
      in: store, options, as: role)
  }
}
