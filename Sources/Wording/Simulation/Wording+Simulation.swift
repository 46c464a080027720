package import Casework
import Quantities
package import RulePacks

/// What a draft would change for a case, in sentences; the wording's pack is the draft.
extension Wording {
  /// What would change, one clause a thing: findings first, then stages, deadlines and actions.
  ///
  /// - Parameter present: the pack under which the case stands, for what the draft does not have.
  package func clauses(for effect: CaseEffect, under present: RulePack?) -> [String] {
    let old = Wording(language, pack: present, vocabulary: vocabulary, isPlain: isPlain)
    var clauses: [String] = []
    for finding in effect.findings where finding.isAhead {
      clauses.append(clause(for: finding, old))
    }
    for alert in effect.alerts {
      let label = pack?.ground(alert.ground)?.label ?? present?.ground(alert.ground)?.label
      let name = label?[language] ?? alert.ground
      clauses.append(
        alert.isRaised
          ? text(zh: "将提示：\(name)", en: "would raise: \(name)")
          : text(zh: "不再提示：\(name)", en: "would no longer raise: \(name)"))
    }
    for missing in effect.stages {
      let stage = old.stage(missing.stage, of: missing.procedure)
      clauses.append(
        text(zh: "草案没有现在的环节“\(stage)”", en: "the draft has no stage “\(stage)”"))
    }
    for deadline in effect.deadlines { clauses.append(clause(for: deadline)) }
    for action in effect.actions { clauses.append(clause(for: action, old)) }
    return clauses
  }

  private func clause(for change: CaseEffect.FindingChange, _ old: Wording) -> String {
    let name = change.after == nil ? old.condition(change.condition) : condition(change.condition)
    let none = text(zh: "无此条件", en: "no such condition")
    let before = change.before.map { mark(of: $0) } ?? none
    let after = change.after.map { mark(of: $0) } ?? none
    var clause = "\(name)\(text(zh: "：", en: ": "))\(before) → \(after)"
    if let shortfall = change.shortfall {
      clause += bracketed(
        text(zh: "还差 \(text(of: shortfall))", en: "short by \(text(of: shortfall))"))
    }
    return clause
  }

  private func clause(for change: CaseEffect.DeadlineChange) -> String {
    let stage = stage(change.stage, of: change.procedure)
    let none = text(zh: "无期限", en: "none")
    let before = change.before.map(\.description) ?? none
    let after = change.after.map(\.description) ?? none
    return text(zh: "\(stage)期限：", en: "\(stage) due: ") + "\(before) → \(after)"
  }

  private func clause(for change: CaseEffect.ActionChange, _ old: Wording) -> String {
    let names = change.fate == .gone ? old : self
    let action = names.action(change.action, at: change.stage, of: change.procedure)
    let because = change.because.map { reason($0, change) }
    let tail = because.isEmpty ? "" : bracketed(list(because))
    return name(of: change.fate) + text(zh: "：", en: ": ") + action + tail
  }

  /// A condition, a guard or an input by what it is called.
  private func reason(_ id: String, _ change: CaseEffect.ActionChange) -> String {
    if let condition = pack?.condition(id) { return condition.label[language] }
    let action = pack?.procedure(change.procedure)?.stage(change.stage)?.action(change.action)
    if let requirement = action?.guards.first(where: { $0.id == id }) {
      return requirement.label[language]
    }
    return input(id)
  }

  /// What would become of an action.
  package func name(of fate: CaseEffect.ActionChange.Fate) -> String {
    switch fate {
    case .gone: text(zh: "草案没有此办理", en: "gone in the draft")
    case .added: text(zh: "新增办理", en: "new action")
    case .blocked: text(zh: "将不能办理", en: "could no longer be done")
    case .freed: text(zh: "将可以办理", en: "could be done")
    case .asksMore: text(zh: "将另要求", en: "would ask for more")
    }
  }
}
