package import Quantities
package import RulePacks

/// Reads a state map.
///
/// ```yaml
/// from: qingdao-2019            # or qingdao-2019@ and the first digits of a law hash
/// to: qingdao-2024
/// basis: { zh: 第二十四条, en: Article 24 }
/// deadlines: carried            # carried, anew, from_entry
/// practice: suggested           # periods nobody has set are those that the pack suggests
/// others: same                  # stages that are not named keep their id
/// stages:
///   establishment:
///     preliminary: preliminary
///     building: { to: construction, deadline: anew }
///   report: { procedure: annual_report, stages: { waiting: reporting } }
/// ```
package enum StateMapLoader {
  private static let keys = [
    "from", "to", "basis", "note", "deadlines", "practice", "others", "stages",
  ]

  private enum Practice: String, CaseIterable { case set, suggested }
  private enum Others: String, CaseIterable { case refused, same }

  /// Reads a map.
  ///
  /// - Throws: every problem found, with codes that begin with `migration.`.
  package static func load(_ source: SourceFile) throws(Problems) -> StateMap {
    var yaml = YAMLReader(prefix: "migration.yaml")
    var found: StateMap?
    if let root = yaml.document(source),
      let map = yaml.map(
        root, keys: keys, required: ["from", "to", "basis", "deadlines", "stages"])
    {
      let from = yaml.text("from", of: map).split(separator: "@", maxSplits: 1).map(String.init)
      var procedures: [String: StateMap.Stages] = [:]
      for entry in yaml.entries(map["stages"]) {
        procedures[entry.key] = stages(entry, &yaml)
      }
      found = StateMap(
        from: from.first ?? "", law: from.count > 1 ? from[1] : nil,
        to: yaml.text("to", of: map), basis: yaml.bilingual("basis", of: map),
        note: map["note"].flatMap { yaml.text($0) },
        deadlines: yaml.option(map["deadlines"], of: StateMap.DeadlineChoice.self) ?? .carried,
        keepsOthers: yaml.option(map["others"], of: Others.self) == .same,
        takesSuggestions: yaml.option(map["practice"], of: Practice.self) == .suggested,
        procedures: procedures, place: Problem.Place(file: source.path, line: 1, column: 1))
    }
    guard yaml.problems.isEmpty, let found else {
      throw Problems(yaml.problems.inFileOrder)
    }
    return found
  }

  /// One procedure: its stages, or a map that also says what the procedure is called now.
  private static func stages(
    _ entry: YAMLNode.Entry, _ yaml: inout YAMLReader
  ) -> StateMap.Stages {
    var stages = StateMap.Stages(procedure: entry.key, targets: [:], place: entry.place)
    var entries = yaml.entries(entry.value)
    if entries.contains(where: { $0.key == "procedure" && $0.value.text != nil }),
      entries.contains(where: { $0.key == "stages" && $0.value.entries != nil }),
      let map = yaml.map(entry.value, keys: ["procedure", "stages"])
    {
      stages.procedure = yaml.text("procedure", of: map)
      entries = yaml.entries(map["stages"])
    }
    for stage in entries { stages.targets[stage.key] = target(stage, &yaml) }
    return stages
  }

  private static func target(
    _ entry: YAMLNode.Entry, _ yaml: inout YAMLReader
  ) -> StateMap.Target? {
    guard entry.value.entries != nil else {
      return yaml.text(entry.value).map {
        StateMap.Target(stage: $0, deadline: nil, place: entry.value.place)
      }
    }
    guard let map = yaml.map(entry.value, keys: ["to", "deadline"], required: ["to"]) else {
      return nil
    }
    return StateMap.Target(
      stage: yaml.text("to", of: map),
      deadline: yaml.option(map["deadline"], of: StateMap.DeadlineChoice.self),
      place: map["to"]?.place ?? entry.place)
  }
}
