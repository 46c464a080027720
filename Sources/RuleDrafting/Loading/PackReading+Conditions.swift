import Quantities
import RulePacks

/// `conditions.yaml`, and the materials of `pack.yaml`, which may depend on facts as well.
extension PackReading {
  /// Reads conditions and grounds.
  mutating func conditions(_ root: YAMLNode, into pack: inout RulePack) {
    guard let map = yaml.map(root, .conditions) else { return }
    var used: Set<String> = []
    for node in yaml.items(map["conditions"]) {
      if let condition = condition(node, &used) { pack.conditions.append(condition) }
    }
    for node in yaml.items(map["grounds"]) {
      if let ground = ground(node, &used) { pack.grounds.append(ground) }
    }
  }

  private mutating func condition(_ node: YAMLNode, _ used: inout Set<String>) -> Condition? {
    guard let map = yaml.map(node, .condition) else { return nil }
    let id = yaml.identifier("id", of: map)
    let place = map["id"]?.place ?? node.place
    claim(id, in: &used, at: place)
    places.note("conditions.\(id)", at: place)
    if (map["requires"] == nil) == (map["judged_by"] == nil) {
      yaml.report(
        "pack.condition.test", at: place,
        ["id": id, "found": map["requires"] == nil ? "neither" : "both"])
    }
    let waiver = waiver(map["waivable_by"], of: map)
    return Condition(
      id: id, cites: citations(map["cites"]), label: yaml.bilingual("label", of: map),
      force: yaml.option(map["force"], of: Force.self) ?? .mandatory,
      testedAt: yaml.options(map["tested_at"], of: Moment.self),
      applies: expression(map["applies"], environment(expecting: .boolean)),
      requires: expression(map["requires"], environment(expecting: .boolean)),
      shows: expression(map["shows"], environment()),
      judgedBy: judge(map["judged_by"]),
      waivableBy: waiver.cites, waivableWhen: waiver.when,
      exceptions: yaml.items(map["exceptions"]).compactMap { exception($0) },
      hint: yaml.bilingual(ifPresent: "hint", of: map))
  }

  /// The article under which a condition may be waived, alone or with when: `{ cites, applies }`.
  private mutating func waiver(
    _ node: YAMLNode?, of condition: YAMLMap
  ) -> (cites: Citation?, when: Expression?) {
    guard let node, node.entries != nil else {
      return (citation(ifPresent: "waivable_by", of: condition), nil)
    }
    guard let map = yaml.map(node, .waiver) else { return (nil, nil) }
    return (
      citation("cites", of: map), expression(map["applies"], environment(expecting: .boolean))
    )
  }

  private mutating func judge(_ node: YAMLNode?) -> Condition.Judge? {
    guard let node, let map = yaml.map(node, .judge) else { return nil }
    let owner = reference(map["owner"], to: "owner", among: names.owners)
    let stage = reference(map["stage"], to: "stage", among: names.mainStages)
    guard let owner, let stage else { return nil }
    return Condition.Judge(owner: owner, stage: stage)
  }

  private mutating func exception(_ node: YAMLNode) -> Condition.Exception? {
    guard let map = yaml.map(node, .exception) else { return nil }
    let cites = citation("cites", of: map)
    let applies = expression(map["applies"], environment(expecting: .boolean))
    let effect = yaml.option(map["effect"], of: Condition.Exception.Effect.self)
    guard let applies, let effect else { return nil }
    return Condition.Exception(cites: cites, applies: applies, effect: effect)
  }

  private mutating func ground(_ node: YAMLNode, _ used: inout Set<String>) -> Ground? {
    guard let map = yaml.map(node, .ground) else {
      return nil
    }
    let id = yaml.identifier("id", of: map)
    let place = map["id"]?.place ?? node.place
    claim(id, in: &used, at: place)
    places.note("grounds.\(id)", at: place)
    if map.node("cites") == nil { yaml.missing("cites", of: map.place) }
    // The first is the ground itself, the others have what its test uses.
    let cites = citations(map["cites"])
    return Ground(
      id: id, cites: cites.first ?? "",
      alsoCites: cites.count > 1 ? Array(cites.dropFirst()) : nil,
      label: yaml.bilingual("label", of: map),
      alerts: expression(map["alerts"], environment(expecting: .boolean)),
      weighs: yaml.bilingual(ifPresent: "weighs", of: map))
  }

  // MARK: Transition

  /// Reads what is said of cases from before, once practice is known to its expressions.
  mutating func readTransition(_ identity: YAMLNode, into pack: inout RulePack) {
    guard let node = identity["transition"], let map = yaml.map(node, .transition) else { return }
    places.note("transition", at: node.place)
    let concerns = expression(map["concerns"], environment(expecting: .boolean))
    let clauses = yaml.items(map["clauses"]).compactMap { transitionClause($0) }
    pack.transition = concerns.map { Transition(concerns: $0, clauses: clauses) }
  }

  private mutating func transitionClause(_ node: YAMLNode) -> Transition.Clause? {
    guard let map = yaml.map(node, .transitionClause) else { return nil }
    let cites = citation("cites", of: map)
    let label = yaml.bilingual("label", of: map)
    return expression(map["covers"], environment(expecting: .boolean)).map {
      Transition.Clause(cites: cites, label: label, covers: $0)
    }
  }

  // MARK: Materials

  /// Reads the materials, once practice is known to their expressions.
  mutating func readMaterials(_ identity: YAMLNode, into pack: inout RulePack) {
    var used: Set<String> = []
    for node in yaml.items(identity["materials"]) {
      guard let map = yaml.map(node, .material) else { continue }
      let kind = yaml.identifier("kind", of: map)
      let place = map["kind"]?.place ?? node.place
      let moment = yaml.option(map["moment"], of: Moment.self) ?? .application
      claim("\(kind) (\(moment.rawValue))", in: &used, at: place)
      places.note("materials.\(kind)", at: place)
      pack.materials.append(
        MaterialRequirement(
          kind: kind, label: yaml.bilingual("label", of: map),
          cites: citation(ifPresent: "cites", of: map), moment: moment,
          applies: expression(map["applies"], environment(expecting: .boolean)),
          isRequired: yaml.flag("required", of: map, default: true),
          isSealed: yaml.flag("sealed", of: map, default: false)))
    }
  }
}
