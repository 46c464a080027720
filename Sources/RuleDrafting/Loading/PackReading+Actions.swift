import Quantities
import RulePacks

/// The actions of a stage: what they ask for, what must hold, and what they do.
extension PackReading {
  /// Reads one action.
  mutating func action(
    _ entry: YAMLNode.Entry, of procedure: String, path stagePath: String
  ) -> Action? {
    yaml.checkIdentifier(entry.key, at: entry.place)
    let path = "\(stagePath).\(entry.key)"
    places.note(path, at: entry.place)
    guard let map = yaml.map(entry.value, .action) else {
      return nil
    }
    let outline = names.procedures[procedure] ?? PackNames.ProcedureOutline()
    let needs = references(map["needs"], to: "input", among: names.inputs.keys)
    let isReturn = yaml.flag("returns", of: map, default: false)
    if isReturn, !needs.contains("defects") {
      yaml.report("pack.action.return_without_defects", at: entry.place, ["action": entry.key])
    }
    if outline.isMain, let node = map["moves_main_to"] {
      yaml.report("pack.action.moves_itself", at: node.place, ["action": entry.key])
    }
    let separation = separation(map["separate_from"], of: procedure)
    let terms = actionTerms(map, of: procedure, unless: separation.unless)
    return Action(
      id: entry.key, label: yaml.bilingual("label", of: map),
      to: reference(map["to"], to: "stage", among: outline.stages) ?? "",
      roles: yaml.options(map["by"], of: Role.self), cites: citations(map["cites"]), needs: needs,
      mayHave: references(map["may"], to: "input", among: names.inputs.keys),
      passes: moments(map["passes"]), isDeciding: yaml.flag("deciding", of: map, default: false),
      guards: guards(map["guards"], of: procedure, path: path),
      sets: settings(map["sets"], of: procedure),
      opens: yaml.items(map["opens"]).compactMap { opens($0, from: procedure) },
      movesMainTo: reference(map["moves_main_to"], to: "stage", among: names.mainStages),
      isReturn: isReturn, isPublic: yaml.flag("public", of: map, default: false),
      separateFrom: separation.actions, due: map["due"].flatMap { deadline($0, of: procedure) },
      terms: terms.isEmpty ? nil : terms)
  }

  /// Moments that have conditions.
  mutating func moments(_ node: YAMLNode?) -> [Moment] {
    guard let node else { return [] }
    let moments = yaml.options(node, of: Moment.self)
    for moment in moments where !names.moments.contains(moment.rawValue) {
      yaml.report(
        "pack.action.moment_without_conditions", at: node.place, ["moment": moment.rawValue])
    }
    return moments
  }

  /// Reads guards.
  mutating func guards(_ node: YAMLNode?, of procedure: String, path: String) -> [Guard] {
    var guards: [Guard] = []
    var used: Set<String> = []
    for item in yaml.items(node) {
      guard let map = yaml.map(item, .requirement) else { continue }
      let id = yaml.identifier("id", of: map)
      let place = map["id"]?.place ?? item.place
      claim(id, in: &used, at: place)
      places.note("\(path).\(id)", at: place)
      let cites = citation(ifPresent: "cites", of: map)
      let label = yaml.bilingual("label", of: map)
      let test = expression(
        map["requires"], environment(of: procedure, allowsPasses: true, expecting: .boolean))
      guard let test else { continue }
      let until = expression(map["until"], environment(of: procedure, expecting: .date))
      guards.append(Guard(id: id, cites: cites, label: label, requires: test, until: until))
    }
    return guards
  }

  // MARK: Facts set

  /// Reads the facts that are set, `path: expression`.
  mutating func settings(_ node: YAMLNode?, of procedure: String) -> [FactSetting] {
    yaml.entries(node).compactMap { entry in setting(entry, of: procedure) }
  }

  private mutating func setting(_ entry: YAMLNode.Entry, of procedure: String) -> FactSetting? {
    guard let (path, type) = target(entry.key, at: entry.place, of: procedure) else { return nil }
    return expression(entry.value, environment(of: procedure, expecting: type)).map {
      FactSetting(path: path, value: $0)
    }
  }

  /// Reads the facts that are taken off the record; none of them may be set by the same action.
  mutating func cleared(
    _ node: YAMLNode?, of procedure: String, beside sets: YAMLNode?
  ) -> [FactPath] {
    let set = Set(yaml.entries(sets).map(\.key))
    var seen = set
    return yaml.texts(node).compactMap { key, place in
      claim(key, in: &seen, at: place)
      return target(key, at: place, of: procedure)?.path
    }
  }

  /// The fact that an action writes to, with the row of an input in its final form.
  private mutating func target(
    _ key: String, at place: Problem.Place, of procedure: String
  ) -> (path: FactPath, type: ValueType)? {
    let row = Self.row(of: key)
    // Which row an input names is known only when the action is taken; any year stands in.
    let plain = row.map { key.replacing("[\($0)]", with: "[2000]") } ?? key
    guard let (group, field) = vocabulary.field(at: plain) else {
      unknown("fact", key, at: place, among: vocabulary.recordPaths)
      return nil
    }
    var path = key
    if (group.shape == .record) != (row == nil) {
      yaml.report("pack.fact.row", at: place, ["path": key, "group": group.name])
      return nil
    }
    if let row, let input = Self.inputName(in: row) {
      let given = names.procedures[procedure]?.inputs ?? []
      if !given.contains(input) {
        unknown("input", input, at: place, among: given)
      } else if case .table = group.shape, names.inputs[input] != .year {
        yaml.report("pack.fact.row_type", at: place, ["path": key, "input": input])
      }
      path = key.replacing("[\(row)]", with: "[{input.\(input)}]")
    } else if row == Self.nextRow, group.shape == .list {
      // The number is settled when the action is taken.
    } else if let row, Int(row) == nil {
      yaml.report("pack.fact.row", at: place, ["path": key, "group": group.name])
      return nil
    }
    return (path, field.type)
  }

  /// The row after the last one of a list.
  static let nextRow = "next"

  /// What stands between the brackets of a path.
  private static func row(of path: FactPath) -> String? {
    guard let open = path.firstIndex(of: "["), let close = path.firstIndex(of: "]"), open < close
    else { return nil }
    return String(path[path.index(after: open)..<close])
  }

  /// The input named in `{year}` or `{input.year}`.
  private static func inputName(in row: String) -> String? {
    guard row.hasPrefix("{"), row.hasSuffix("}") else { return nil }
    let name = String(row.dropFirst().dropLast())
    return name.hasPrefix("input.") ? String(name.dropFirst("input.".count)) : name
  }

  // MARK: Proceedings opened

  private mutating func opens(_ node: YAMLNode, from procedure: String) -> OpeningEffect? {
    guard let map = yaml.map(node, .effect) else { return nil }
    let id = reference(map["procedure"], to: "procedure", among: names.procedures.keys)
    guard let id, let target = names.procedures[id] else { return nil }
    if target.isMain, let node = map["procedure"] {
      yaml.report("pack.action.opens_main", at: node.place, ["procedure": id])
    }
    var inputs: [String: Expression] = [:]
    for entry in yaml.entries(map["inputs"]) {
      guard target.openingInputs.contains(entry.key) else {
        unknown("input", entry.key, at: entry.place, among: target.openingInputs)
        continue
      }
      inputs[entry.key] = expression(
        entry.value, environment(of: procedure, expecting: names.inputs[entry.key]))
    }
    let given = Set(map["inputs"]?.entries?.map(\.key) ?? [])
    for need in target.openingNeeds where !given.contains(need) {
      yaml.report(
        "pack.action.opening_input_missing", at: node.place, ["procedure": id, "input": need])
    }
    return OpeningEffect(
      procedure: id, inputs: inputs,
      when: expression(map["when"], environment(of: procedure, expecting: .boolean)))
  }
}
