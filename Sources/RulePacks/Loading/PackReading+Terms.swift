import Quantities

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
      barredWhile: references(map["barred_while"], to: "procedure", among: sideProcedures))
  }

  private var sideProcedures: [String] {
    names.procedures.filter { !$0.value.isMain }.map(\.key)
  }
}
