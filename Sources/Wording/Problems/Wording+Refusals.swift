package import Casework
import Quantities
import RulePacks

extension Wording {
  /// Why it cannot be done now, with the values: 近三年研发费用总额 1,850 万元，须不低于 2,000 万元，
  /// 还差 150 万元.
  package func message(for refusal: Refusal) -> String {
    guard let sentence = Catalogue.sentence(for: refusal.code) else {
      return refusal.label?[language] ?? plainSentence(refusal.code, refusal.arguments)
    }
    return filled(
      language == .zh ? sentence.zh : sentence.en, with: arguments(of: refusal, in: nil))
  }

  /// What would make it possible, with the command or the place on the screen.
  ///
  /// - Parameter name: the case's number, for commands.
  package func remedy(for refusal: Refusal, case name: String? = nil) -> String? {
    remedy(of: refusal.code, with: arguments(of: refusal, in: name))
  }

  /// The refusal on one line: message, article.
  package func line(for refusal: Refusal) -> String {
    message(for: refusal) + citation(refusal.cites)
  }

  private func arguments(of refusal: Refusal, in name: String?) -> [String: String] {
    var arguments = refusal.arguments
    let id = refusal.condition ?? refusal.finding?.id
    arguments["label"] =
      refusal.label?[language] ?? id.map(condition) ?? arguments["input"].map(input)
    if let given = arguments["input"], refusal.code.hasPrefix("input.") {
      arguments["label"] = refusal.label?[language] ?? input(given)
      arguments["give"] = arguments["option"].flatMap(option) ?? give(given)
      arguments["type"] = pack?.input(given).map { $0.type.name }
      if let options = pack?.input(given)?.options, !options.isEmpty {
        arguments["options"] = list(
          options.sorted { $0.key < $1.key }.map { "\($0.value[language]) (\($0.key))" })
      }
    }
    if let finding = refusal.finding { add(finding, to: &arguments) }
    if let id { addCommands(id, name, to: &arguments) }
    arguments["reopen"] = command(
      "reopen", name, "--reason …", desk: onPage("reopen", "重新办理", "Reopen"))
    return arguments
  }

  private func add(_ finding: Finding, to arguments: inout [String: String]) {
    if !finding.missing.isEmpty {
      arguments["missing"] = finding.missing.joined(separator: ", ")
    }
    arguments["state"] = state(of: finding)
    arguments["waivable"] = finding.waivableBy.map(article)
    if let judge = finding.judge {
      arguments["owner"] = owner(judge.owner)
      arguments["judgeStage"] = stage(judge.stage)
    }
  }

  /// What a finding that stands in the way lacks, after its label.
  private func state(of finding: Finding) -> String {
    if finding.result == .unknown {
      return finding.missing.isEmpty
        ? text(zh: "：资料不全", en: ": cannot be told")
        : text(
          zh: "：缺\(facts(finding.missing))", en: ": missing \(facts(finding.missing))")
    }
    if let demand = demand(of: finding) { return " " + demand }
    let reason = finding.reason.map { text(zh: "：\($0)", en: ": \($0)") } ?? ""
    return text(zh: "不符合\(reason)", en: ": not met\(reason)")
  }

  private func addCommands(
    _ id: String, _ name: String?, to arguments: inout [String: String]
  ) {
    arguments["waive"] = command(
      "waive", name, "\(id) --request --reason … --basis …",
      desk: onCondition("waive", "放宽", "Waive"))
    arguments["answer"] = command(
      "waive", name, "\(id) --grant|--refuse --reason …", desk: onCondition("waive", "放宽", "Waive"))
    arguments["depart"] = command(
      "depart", name, "\(id) --reason …", desk: onCondition("depart", "偏离", "Depart"))
    arguments["judge"] = command(
      "judge", name, "\(id) yes|no --note …", desk: onCondition("judge", "判断", "Judge"))
    // Dots in place of brackets, which shells take for patterns.
    let path = arguments["missing"]?.split(separator: ",").first
      .map { $0.replacing("[", with: ".").replacing("]", with: "") }
    arguments["set"] =
      path == "materials"
      ? command("attach", name, "… --kind …", desk: onPage("attach", "归档", "Attach"))
      : command("set", name, "\(path ?? "…")=…", desk: onPage("facts", "改事实", "Edit facts"))
  }

  /// A command that mends something, or the way to it on the screen.
  private func command(
    _ verb: String, _ name: String?, _ rest: String, desk: String
  ) -> String {
    switch surface {
    case .commandLine: "dossier \(verb) \(name ?? text(zh: "案卷编号", en: "CASE")) \(rest)"
    case .desk: desk
    }
  }

  /// A key for the condition under the cursor.
  private func onCondition(_ action: String, _ zh: String, _ en: String) -> String {
    let key = keys[action] ?? ""
    return text(
      zh: "在“条件”页签选中这一条，按 \(key)（\(zh)）", en: "select it under Conditions and press \(key) (\(en))")
  }

  /// A key of the page of a case.
  private func onPage(_ action: String, _ zh: String, _ en: String) -> String {
    let key = keys[action] ?? ""
    return text(zh: "在案卷页按 \(key)（\(zh)）", en: "press \(key) (\(en)) on the page of the case")
  }

  /// An option of the command itself, such as the reason of a reopening.
  private func option(_ name: String) -> String? {
    surface == .commandLine ? "--\(name) …" : nil
  }

  private func give(_ input: String) -> String? {
    guard surface == .commandLine else { return nil }
    return switch input {
    case "note": "--note …"
    case "reason" where pack?.input("reason") == nil: "--reason …"
    case "basis" where pack?.input("basis") == nil: "--basis …"
    case "with", "text", "kind": nil
    default: "--set \(input)=…"
    }
  }
}
