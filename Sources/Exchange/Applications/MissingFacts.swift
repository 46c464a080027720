import Casework
import Quantities
import RulePacks

/// Says which facts are missing that the pack's conditions of the application need.
struct MissingFacts {
  /// What files are read against.
  let context: ImportContext

  /// One warning a missing fact, with the conditions and articles that need it.
  func report(in draft: inout CentreDraft, under pack: RulePack) {
    let on = draft.date("applied_on") ?? context.today
    let scope = Scope(
      facts: FactSheet(draft.facts), practice: context.practice[pack.id] ?? [:], on: on,
      today: context.today)
    var needs: [FactPath: (conditions: [String], cites: [Citation])] = [:]
    var order: [FactPath] = []
    for condition in pack.conditions where condition.testedAt.contains(.application) {
      for path in missing(for: condition, in: scope) {
        if needs[path] == nil { order.append(path) }
        needs[path, default: ([], [])].conditions.append(condition.id)
        for key in condition.cites where needs[path]?.cites.contains(key) == false {
          needs[path]?.cites.append(key)
        }
      }
    }
    // What was given and cannot be read has been told already.
    let told = Set(draft.gatherer.problems.compactMap(\.place.field))
    for path in order where !told.contains(path) {
      guard let need = needs[path] else { continue }
      draft.gatherer.report(
        "import.fact.missing", .warning, at: draft.mark, field: path,
        [
          "name": path, "conditions": need.conditions.joined(separator: ", "),
          "cites": need.cites.joined(separator: ", "),
        ])
    }
    reportMaterials(in: &draft, pack, scope)
    for path in ["name", "host.name", "host.credit_code", "department", "applied_on"]
    where draft.facts[path] == nil && needs[path] == nil && !told.contains(path) {
      draft.gatherer.report(
        "import.fact.missing", .warning, at: draft.mark, field: path, ["name": path])
    }
  }

  private func missing(for condition: Condition, in scope: Scope) -> [FactPath] {
    if let applies = condition.applies {
      switch applies.evaluate(in: scope) {
      case .value(.boolean(true)): break
      case .unknown(let missing): return missing
      default: return []
      }
    }
    for exception in condition.exceptions where exception.effect == .exempts {
      if exception.applies.evaluate(in: scope).truth == true { return [] }
    }
    guard case .unknown(let missing)? = condition.requires?.evaluate(in: scope) else { return [] }
    // What other cases answer is asked when the case is on file.
    return missing.filter { !$0.hasPrefix("others.") }
  }

  private func reportMaterials(
    in draft: inout CentreDraft, _ pack: RulePack, _ scope: Scope
  ) {
    let kinds = Set(draft.materials.map(\.kind))
    for requirement in pack.materials
    where requirement.isRequired && requirement.moment == .application
      && !kinds.contains(requirement.kind)
    {
      if let applies = requirement.applies, applies.evaluate(in: scope).truth != true { continue }
      var arguments = ["kind": requirement.kind]
      arguments["cites"] = requirement.cites
      draft.gatherer.report(
        "import.material.missing", .warning, at: draft.mark, field: "materials", arguments)
    }
  }
}
