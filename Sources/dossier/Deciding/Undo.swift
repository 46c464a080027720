import ArgumentParser
import Casework

/// Undoes the last step.
struct Undo: Verb {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "撤回本人最后一步 / Undo your own last step",
    discussion: """
      已公布、送达、编号的不能撤回，须以新的步骤更正。
      What was published, served or numbered is corrected by a new step instead.

      EXAMPLES
        dossier undo QD-2026-001 --reason 点错
        dossier undo QD-2026-001 --proceeding change-1
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var options: DecisionOptions

  @Argument(help: ArgumentHelp("案卷编号 / The case", valueName: "case"), completion: Completions.cases)
  var reference: String

  @Option(help: ArgumentHelp("哪个事项的最后一步 / Whose last step", valueName: "id"))
  var proceeding: String?

  @Option(help: "理由 / Why")
  var reason: String?

  func carryOut(_ errand: Errand) throws {
    let (store, _, _) = try errand.situation(of: reference, on: options.on)
    try errand.decide(
      .undo(proceeding: proceeding, reason: reason), on: reference, in: store, options)
  }
}
