import ArgumentParser
import Casework
import RulePacks

/// Takes an action.
struct Act: Verb {
  static let configuration = CommandConfiguration(
    commandName: "act",
    abstract: "办理一步 / Take an action",
    discussion: """
      dossier actions CASE lists what can be done and what it needs.

      EXAMPLES
        dossier act QD-2026-001 submit --on 2026-03-02
        dossier act QD-2026-001 recommend --set opinion=同意推荐 --dry-run
        dossier act QD-2026-001 open.change --set change_kind=director --set request=更换中心主任 --set written=yes
        dossier act QD-2026-001 return_for_correction --set defects=缺盖章页 --set defects=缺审计报告
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var options: DecisionOptions

  @Argument(help: ArgumentHelp("案卷编号 / The case", valueName: "case"), completion: Completions.cases)
  var reference: String

  @Argument(
    help: "办理事项；发起为 open.<程序> / The action; openings are open.<procedure>",
    completion: Completions.actions)
  var action: String

  @Option(help: ArgumentHelp("在哪个事项中 / In which proceeding", valueName: "id"))
  var proceeding: String?

  @Option(help: "说明 / A remark")
  var note: String?

  @Option(
    name: .customLong("set"), parsing: .upToNextOption,
    help: ArgumentHelp("所需输入 / An input", valueName: "input=value"))
  var inputs: [String] = []

  @Option(help: "以哪个角色 / In which role")
  var role: Role?

  func carryOut(_ errand: Errand) throws {
    let (store, state, context) = try errand.situation(of: reference, on: options.on)
    let command = Command.act(
      action: Self.resolved(action, for: state, under: context.pack), proceeding: proceeding,
      inputs: try GivenInputs.read(inputs, under: context.pack, errand.speech), note: note)
    try errand.decide(command, on: reference, in: store, options, as: role)
  }

  /// The action as the case knows it: `open:change` and `change` are `open.change`.
  static func resolved(_ action: String, for state: CaseState, under pack: RulePack) -> String {
    if action.hasPrefix("open:") {
      return ActionID.opening(String(action.dropFirst("open:".count))).text
    }
    let isKnown = pack.procedures.contains { procedure in
      procedure.stages.contains { $0.action(action) != nil }
    }
    return !isKnown && pack.procedure(action)?.opening != nil
      ? ActionID.opening(action).text : action
  }
}
