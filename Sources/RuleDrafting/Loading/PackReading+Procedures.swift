import Quantities
import RulePacks

/// `procedures/*.yaml`: stages and openings.
extension PackReading {
  /// Reads one procedure.
  mutating func procedure(_ root: YAMLNode, id: String) -> Procedure? {
    yaml.checkIdentifier(id, at: root.place)
    places.note("procedures.\(id)", at: root.place)
    guard let map = yaml.map(root, .procedure) else { return nil }
    let isMain = yaml.flag("main", of: map, default: false)
    if isMain, let opening = map["opening"] {
      yaml.report("pack.procedure.main_opened", at: opening.place)
    }
    if !isMain, map["opening"] == nil {
      yaml.report("pack.procedure.opening_missing", at: map.place, ["id": id])
    }
    let stages = names.procedures[id]?.stages ?? []
    return Procedure(
      id: id, label: yaml.bilingual("label", of: map), cites: citations(map["cites"]),
      isMain: isMain, opening: map["opening"].flatMap { opening($0, of: id) },
      start: reference(map["start"], to: "stage", among: stages) ?? "",
      stages: yaml.entries(map["stages"]).compactMap { stage($0, of: id) },
      spine: references(map["spine"], to: "stage", among: stages),
      takeOverStages: references(map["take_over"], to: "stage", among: stages),
      view: yaml.bilingual(ifPresent: "view", of: map))
  }

  private mutating func opening(_ node: YAMLNode, of procedure: String) -> Procedure.Opening? {
    guard let map = yaml.map(node, .opening) else { return nil }
    if map["roles"] == nil, names.procedures[procedure]?.isByAction != true {
      yaml.missing("roles", of: map.place)
    }
    let path = "procedures.\(procedure).opening"
    places.note(path, at: node.place)
    let needs = references(map["needs"], to: "input", among: names.inputs.keys)
    let mayHave = references(map["may"], to: "input", among: names.inputs.keys)
    let terms = openingTerms(map, of: procedure)
    return Procedure.Opening(
      roles: yaml.options(map["roles"], of: Role.self),
      during: references(map["during"], to: "stage", among: names.mainStages),
      needs: needs, mayHave: mayHave,
      guards: guards(map["guards"], of: procedure, path: path),
      sets: settings(map["sets"], of: procedure), cites: citations(map["cites"]),
      key: reference(map["key"], to: "input", among: needs),
      isRepeatable: yaml.flag("repeatable", of: map, default: false),
      label: yaml.bilingual("label", of: map), terms: terms.isEmpty ? nil : terms)
  }

  private mutating func stage(_ entry: YAMLNode.Entry, of procedure: String) -> Stage? {
    yaml.checkIdentifier(entry.key, at: entry.place)
    let path = "procedures.\(procedure).\(entry.key)"
    places.note(path, at: entry.place)
    guard let map = yaml.map(entry.value, .stage) else { return nil }
    let ends = yaml.option(map["ends"], of: EndKind.self)
    let isRoster = yaml.flag("roster", of: map, default: false)
    if ends != nil {
      for key in ["owner", "due", "roster", "actions", "view"] {
        guard let node = map[key] else { continue }
        yaml.report("pack.stage.after_end", at: node.place, ["key": key, "stage": entry.key])
      }
    }
    return Stage(
      id: entry.key, label: yaml.bilingual("label", of: map),
      owner: reference(map["owner"], to: "owner", among: names.owners),
      cites: citations(map["cites"]), due: map["due"].flatMap { deadline($0, of: procedure) },
      resumption: yaml.option(map["resumption"], of: Stage.Resumption.self) ?? .extends,
      ends: ends, isRoster: isRoster,
      actions: yaml.entries(map["actions"]).compactMap {
        action($0, of: procedure, path: path)
      }, view: yaml.bilingual(ifPresent: "view", of: map))
  }

  // MARK: Deadlines

  /// A deadline: `practice.<id>`, or a map with one of `period`, `practice` and `date`.
  mutating func deadline(_ node: YAMLNode, of procedure: String) -> DeadlineRule? {
    if node.text != nil {
      guard let text = yaml.text(node) else { return nil }
      guard text.hasPrefix("practice.") else {
        yaml.report("pack.deadline.literal", at: node.place, ["value": text])
        return nil
      }
      guard let item = periodItem(String(text.dropFirst("practice.".count)), at: node.place) else {
        return nil
      }
      return DeadlineRule(
        cites: item.cites, measure: .practice(item.id), anchor: nil,
        countsFirstDay: item.countsFirstDay, rolls: true)
    }
    guard let map = yaml.map(node, .deadline) else { return nil }
    let measures = ["period", "practice", "date"].filter { map[$0] != nil }
    guard measures.count == 1 else {
      yaml.report(
        "pack.deadline.measure", at: node.place, ["found": measures.joined(separator: ", ")])
      return nil
    }
    let anchor = expression(map["anchor"], environment(of: procedure, expecting: .date))
    if let practice = map["practice"] {
      guard let id = yaml.text(practice), let item = periodItem(id, at: practice.place) else {
        return nil
      }
      return DeadlineRule(
        cites: citation(ifPresent: "cites", of: map) ?? item.cites, measure: .practice(item.id),
        anchor: anchor,
        countsFirstDay: yaml.flag("first_day", of: map, default: item.countsFirstDay),
        rolls: yaml.flag("roll", of: map, default: true))
    }
    let cites = citation("cites", of: map)
    let countsFirstDay = yaml.flag("first_day", of: map, default: false)
    if let date = map["date"] {
      if let anchor = map["anchor"] { yaml.report("pack.deadline.anchor", at: anchor.place) }
      return expression(date, environment(of: procedure, expecting: .date)).map {
        DeadlineRule(
          cites: cites, measure: .date($0), anchor: nil, countsFirstDay: countsFirstDay,
          rolls: yaml.flag("roll", of: map, default: false))
      }
    }
    guard case .period(let period)? = yaml.value(map["period"], as: .period) else { return nil }
    return DeadlineRule(
      cites: cites, measure: .period(period), anchor: anchor, countsFirstDay: countsFirstDay,
      rolls: yaml.flag("roll", of: map, default: true))
  }

  private mutating func periodItem(_ id: String, at place: Problem.Place) -> PracticeItem? {
    guard let item = names.practice[id] else {
      unknown("practice", id, at: place, among: names.practice.keys)
      return nil
    }
    guard item.type == .period else {
      yaml.report("pack.deadline.practice_type", at: place, ["name": id, "type": item.type.name])
      return nil
    }
    return item
  }
}
