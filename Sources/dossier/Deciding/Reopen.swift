import ArgumentParser
import Casework

/// Takes an ended proceeding up again.
struct Reopen: Verb {
  static let configuration = CommandConfiguration(
    commandName: "reopen",
    abstract: "重新办理已结束的事项 / Take an ended proceeding up again",
    discussion: """
      EXAMPLE
        dossier reopen QD-2026-001 revocation-1 --reason "复查发现送达有误" --basis "青科撤字〔2026〕1号"
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var options: DecisionOptions

  @Argument(help: ArgumentHelp("案卷编号 / The case", valueName: "case"), completion: Completions.cases)
  var reference: String

  @Argument(help: "事项；不写为主程序 / The proceeding; the main one where left out")
  var proceeding: String?

  @Option(help: "理由 / Why")
  var reason = ""

  @Option(help: "撤销原决定的文件 / The document that withdraws the decision")
  var basis: String?

  func carryOut(_ errand: Errand) throws {
    let (store, state, _) = try errand.situation(of: reference, on: options.on)
    let command = Command.reopen(
      proceeding: proceeding ?? state.main?.id ?? "", reason: reason, basis: basis)
    try errand.decide(command, on: reference, in: store, options)
  }
}
