import Quantities
import RulePacks

/// The further terms of actions and openings: by whom not, while what not, after what again.
extension PackReading {
  /// The steps whose actor may not take an action: a list, or a map that says when one person may
  /// all the same.
  mutating func separation(
    _ node: YAMLNode?, of procedure: String
  ) -> (actions: [String], unless: Expression?) {
    guard let node else { return ([], nil) }
    guard node.entries != nil else { return (separateSteps(node, of: procedure), nil) }
    guard let map = yaml.map(node, .separation) else {
      return ([], nil)
    }
    return (
      separateSteps(map["actions"], of: procedure),
      expression(map["unless"], environment(of: procedure, expecting: .boolean))
    )
  }

  private mutating func separateSteps(_ node: YAMLNode?, of procedure: String) -> [String] {
    var known = names.procedures[procedure]?.actions ?? []
    if names.procedures[procedure]?.isMain == false { known.insert("open") }
    for (id, other) in names.procedures where id != procedure {
      known.formUnion(other.actions.map { "\(id).\($0)" })
    }
    return references(node, to: "action", among: known)
  }

  /// The further terms of an action.
  mutating func actionTerms(
    _ map: YAMLMap, of procedure: String, unless: Expression?
  ) -> ActionTerms {
    let restores = yaml.flag("restores", of: map, default: false)
    if restores, let node = map["restores"], map["moves_main_to"] == nil {
      yaml.report("pack.action.restores_nothing", at: node.place)
    }
    return ActionTerms(
      separationUnless: unless, barredWhile: barredWhile(map, of: procedure),
      atMost: times(map["at_most"]), agreedBy: agreedBy(map),
      after: endedRuns(map["after"]), afterAny: endedRuns(map["after_any"]),
      closes: references(map["closes"], to: "procedure", among: sideProcedures),
      isSilence: yaml.flag("silence", of: map, default: false), checks: moments(map["checks"]),
      clears: cleared(map["clears"], of: procedure, beside: map["sets"]), restores: restores)
  }

  private mutating func times(_ node: YAMLNode?) -> Int? {
    guard let node, let number = yaml.integer(node) else { return nil }
    guard (1...100).contains(number) else {
      yaml.report("pack.action.at_most", at: node.place, ["value": "\(number)"])
      return nil
    }
    return Int(number)
  }

  /// The owners who all have to agree; there are two of them at least.
  private mutating func agreedBy(_ map: YAMLMap) -> [String] {
    guard let node = map["agreed_by"] else { return [] }
    let owners = references(node, to: "owner", among: names.owners)
    if owners.count < 2 { yaml.report("pack.action.agreed_alone", at: node.place) }
    if let by = map["by"] { yaml.report("pack.action.agreed_roles", at: by.place) }
    return owners
  }

  /// What runs of procedures have come to: `formal_review: [passed]`.
  private mutating func endedRuns(_ node: YAMLNode?) -> [EndedRun] {
    yaml.entries(node).map { entry in
      if names.procedures[entry.key]?.isMain != false {
        unknown("procedure", entry.key, at: entry.place, among: sideProcedures)
      }
      let ends = names.procedures[entry.key]?.ends ?? []
      return EndedRun(
        procedure: entry.key, stages: references(entry.value, to: "stage", among: ends))
    }
  }

  /// The procedures while a run of which something may not be done.
  mutating func barredWhile(_ map: YAMLMap, of procedure: String) -> [String] {
    let barring = references(
      map["barred_while"], to: "procedure", among: names.procedures.keys)
    if let node = map["barred_while"] {
      for id in barring where id == procedure || names.procedures[id]?.isMain == true {
        yaml.report("pack.action.barred_always", at: node.place, ["procedure": id])
      }
    }
    return barring
  }

  /// The further terms of an opening.
  mutating func openingTerms(_ map: YAMLMap, of procedure: String) -> OpeningTerms {
    if let node = map["reopens_after"], map["key"] == nil {
      yaml.report("pack.procedure.reopens_without_key", at: node.place)
    }
    return OpeningTerms(
      reopensAfter: references(
        map["reopens_after"], to: "stage", among: names.procedures[procedure]?.ends ?? []),
      barredWhile: references(map["barred_while"], to: "procedure", among: sideProcedures),
      about: about(map["about"]), isByAction: yaml.flag("by_action", of: map, default: false))
  }

  private mutating func about(_ node: YAMLNode?) -> EndedRun? {
    let runs = endedRuns(node)
    if let node, runs.count > 1 { yaml.report("pack.procedure.about_several", at: node.place) }
    return runs.first
  }

  private var sideProcedures: [String] {
    names.procedures.filter { !$0.value.isMain }.map(\.key)
  }
}
