import Quantities
import RulePacks

/// The cohort, the conditions and the outcomes of a notice.
extension CampaignReading {
  /// Whom the notice concerns.
  mutating func cohort(_ node: YAMLNode) -> Cohort? {
    guard let map = yaml.map(node, .cohort) else { return nil }
    var used: Set<String> = []
    return Cohort(
      cites: citations("cites", of: map),
      outside: yaml.items(map["outside"]).compactMap { rule($0, &used) },
      members: yaml.items(map["members"]).compactMap { rule($0, &used) },
      otherwise: yaml.bilingual("otherwise", of: map))
  }

  private mutating func rule(_ node: YAMLNode, _ used: inout Set<String>) -> Cohort.Rule? {
    guard let map = yaml.map(node, .cohortRule) else { return nil }
    let id = yaml.identifier("id", of: map)
    let place = map["id"]?.place ?? node.place
    reading.claim(id, in: &used, at: place)
    reading.places.note("cohort.\(id)", at: place)
    let cites = citations("cites", of: map)
    let label = yaml.bilingual("label", of: map)
    return expression(map["when"]).map {
      Cohort.Rule(id: id, cites: cites, label: label, when: $0)
    }
  }

  /// Reads the conditions and the materials, which are written as those of a pack.
  mutating func readConditions(
    _ root: YAMLNode?, _ map: YAMLMap, into notice: inout CampaignNotice
  ) {
    var blank = pack
    blank.conditions = []
    blank.materials = []
    if let root { reading.conditions(root, into: &blank) }
    if let own = root?["definitions"] { yaml.report("pack.definition.notice", at: own.place) }
    if map["materials"] != nil {
      reading.readMaterials(
        YAMLNode(
          content: .map(map.entries), place: map.place, textPlace: map.place), into: &blank)
    }
    for condition in blank.conditions where pack.condition(condition.id) != nil {
      yaml.report(
        "pack.id.duplicate", at: places["conditions.\(condition.id)"], ["id": condition.id])
    }
    notice.conditions = blank.conditions
    notice.materials = blank.materials
  }

  /// The actions before which conditions stand.
  mutating func gates(_ node: YAMLNode?, _ conditions: [Condition]) -> [CampaignGate] {
    yaml.items(node).compactMap { item in
      guard let map = yaml.map(item, .gate) else { return nil }
      let stages = procedure?.stages.map(\.id) ?? []
      let stage = reading.reference(map["stage"], to: "stage", among: stages) ?? ""
      let actions = procedure?.stage(stage)?.actions.map(\.id) ?? []
      return CampaignGate(
        stage: stage,
        action: reading.reference(map["action"], to: "action", among: actions) ?? "",
        conditions: reading.references(
          map["conditions"], to: "condition", among: conditions.map(\.id)))
    }
  }

  /// What a run can come to.
  mutating func outcomes(_ node: YAMLNode?) -> [CampaignOutcome] {
    var used: Set<String> = []
    return yaml.items(node).compactMap { item in
      guard let map = yaml.map(item, .outcome) else { return nil }
      let id = yaml.identifier("id", of: map)
      let place = map["id"]?.place ?? item.place
      reading.claim(id, in: &used, at: place)
      reading.places.note("outcomes.\(id)", at: place)
      if map["when"] == nil, map["completion"] == nil { yaml.missing("when", of: item.place) }
      let results = CompletionStanding.Result.allCases.map(\.rawValue)
      return CampaignOutcome(
        id: id, cites: citations("cites", of: map), label: yaml.bilingual("label", of: map),
        when: expression(map["when"]),
        completion: reading.reference(map["completion"], to: "option", among: results),
        says: yaml.bilingual("says", of: map),
        options: yaml.items(map["may"]).compactMap { option($0) })
    }
  }

  private mutating func option(_ node: YAMLNode) -> CampaignOutcome.Option? {
    guard let map = yaml.map(node, .outcomeOption) else { return nil }
    let opens = reading.reference(
      map["opens"], to: "procedure", among: pack.procedures.map(\.id))
    let actions = procedure?.stages.flatMap(\.actions).map(\.id) ?? []
    let main = pack.mainProcedure?.stages.flatMap(\.actions).map(\.id) ?? []
    let action = reading.reference(map["action"], to: "action", among: actions + main)
    if (map["opens"] == nil) == (map["action"] == nil) {
      yaml.report("campaign.option", at: node.place)
    }
    return CampaignOutcome.Option(
      opens: opens, action: action, label: yaml.bilingual("label", of: map),
      when: expression(map["when"]))
  }
}
