import ArgumentParser
import Casework
import Quantities
import RulePacks

/// Puts facts on record, corrects them, or takes them off.
struct SetFacts: Verb {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "登记、更正或清除事实 / Put facts on record, correct or clear them",
    discussion: """
      路径与申报文件中的名称一致；值的写法也一样，absent 表示不可能有。
      Paths and values are those of application files; absent says that there can be none.

      EXAMPLES
        dossier set QD-2026-001 "premises.area=1200 平方米" --source "房产证 2026-02"
        dossier set QD-2026-001 "finance[2024].rd=700 万元" staff.fixed=34
        dossier set QD-2026-001 --clear director.recruited --note "原填写有误"
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var options: DecisionOptions

  @Argument(help: ArgumentHelp("案卷编号 / The case", valueName: "case"), completion: Completions.cases)
  var reference: String

  @Argument(help: ArgumentHelp("路径=值 / A fact", valueName: "path=value"))
  var pairs: [String] = []

  @Option(help: ArgumentHelp("恢复为未知 / Make it unknown again", valueName: "path"))
  var clear: [String] = []

  @Option(help: "依据的材料 / The material that shows it")
  var source: String?

  @Option(help: "说明 / Why")
  var note: String?

  func carryOut(_ errand: Errand) throws {
    let (store, state, context) = try errand.situation(of: reference, on: options.on)
    let vocabulary = try errand.vocabulary()
    errand.speech.know(vocabulary)
    var reading = FactReading(vocabulary: vocabulary)
    for pair in pairs { try reading.read(pair) }
    let changes = reading.facts.filter { state.facts[$0.key] != $0.value }
    let cleared = try clear.map(reading.path)
    try check(changes, among: errand.departments().filter { $0.city == context.pack.city })
    try errand.decide(
      .setFacts(changes: changes, cleared: cleared, source: source, note: note), on: reference,
      in: store, options)
  }

  /// A department is one of the city's, as in an application.
  private func check(_ changes: Facts, among departments: [Department]) throws(Problem) {
    guard case .value(.text(let written))? = changes["department"], !departments.isEmpty,
      !departments.contains(where: { $0.id == written })
    else { return }
    throw Problem(
      "import.department.unknown",
      [
        "department": written, "known": departments.map(\.id).joined(separator: ", "),
      ])
  }
}
