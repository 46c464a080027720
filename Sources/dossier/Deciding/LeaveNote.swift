import ArgumentParser
import Casework

/// Leaves a remark on a case.
struct LeaveNote: Verb {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "写一条备注 / Leave a remark",
    discussion: """
      EXAMPLE
        dossier note QD-2026-001 "申报书第 12 页与附件数据一致"
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var options: DecisionOptions

  @Argument(help: ArgumentHelp("案卷编号 / The case", valueName: "case"), completion: Completions.cases)
  var reference: String

  @Argument(help: "备注 / The remark")
  var text: String

  func carryOut(_ errand: Errand) throws {
    try errand.decide(.note(text), on: reference, in: try errand.openStore(), options)
  }
}
