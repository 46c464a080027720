package import Quantities
package import RulePacks

/// Reads the facts that packs share (`data/vocabulary.yaml`).
package enum VocabularyLoader {
  /// Reads a vocabulary.
  ///
  /// - Throws: every problem found, with codes that begin with `pack.`.
  package static func load(_ source: SourceFile) throws(Problems) -> Vocabulary {
    var yaml = YAMLReader(prefix: "pack.yaml")
    var groups: [Vocabulary.Group] = []
    if let root = yaml.document(source), let map = yaml.map(root, .vocabulary) {
      if let version = yaml.integer(map["version"]), version != 1, let node = map["version"] {
        yaml.report("pack.vocabulary.version", at: node.place, ["version": "\(version)"])
      }
      var names: Set<String> = []
      for node in yaml.items(map["groups"]) {
        guard let group = group(node, &yaml) else { continue }
        if !names.insert(group.name).inserted {
          yaml.report("pack.id.duplicate", at: node.place, ["id": group.name])
        }
        groups.append(group)
      }
    }
    guard yaml.problems.isEmpty else { throw Problems(yaml.problems.inFileOrder) }
    return Vocabulary(groups: groups)
  }

  private static func group(_ node: YAMLNode, _ yaml: inout YAMLReader) -> Vocabulary.Group? {
    guard let map = yaml.map(node, .group) else { return nil }
    // The top level is the group whose name is empty.
    let name = map["name"]?.text ?? ""
    for part in name.split(separator: ".", omittingEmptySubsequences: false) where !name.isEmpty {
      yaml.checkIdentifier(String(part), at: map["name"]?.place ?? node.place)
    }
    let fields = fields(map["fields"], &yaml)
    return Vocabulary.Group(
      name: name, label: yaml.bilingual("label", of: map),
      shape: shape(map, fields: fields, &yaml), fields: fields)
  }

  private static func shape(
    _ map: YAMLMap, fields: [Vocabulary.Field], _ yaml: inout YAMLReader
  ) -> Vocabulary.Group.Shape {
    guard let node = map["shape"], let text = yaml.text(node) else { return .record }
    if let key = map["key"], text != "table" {
      yaml.report("pack.vocabulary.key", at: key.place, ["shape": text])
    }
    switch text {
    case "record": return .record
    case "list": return .list
    case "table":
      guard map["key"] != nil else {
        yaml.missing("key", of: map.place)
        return .record
      }
      let key = yaml.text("key", of: map)
      if !fields.contains(where: { $0.name == key && $0.type == .year }) {
        yaml.report("pack.vocabulary.key", at: map["key"]?.place ?? map.place, ["key": key])
      }
      return .table(key: key)
    default:
      yaml.wrongOption(text, at: node.place, among: ["record", "table", "list"])
      return .record
    }
  }

  private static func fields(
    _ node: YAMLNode?, _ yaml: inout YAMLReader
  ) -> [Vocabulary.Field] {
    var fields: [Vocabulary.Field] = []
    for item in yaml.items(node) {
      guard let map = yaml.map(item, .field) else { continue }
      let name = yaml.identifier("name", of: map)
      let label = yaml.bilingual("label", of: map)
      guard let (type, options) = yaml.valueType(of: map) else { continue }
      if fields.contains(where: { $0.name == name }) {
        yaml.report("pack.id.duplicate", at: map["name"]?.place ?? item.place, ["id": name])
      }
      fields.append(
        Vocabulary.Field(
          name: name, type: type, format: format(map["format"], of: type, &yaml), label: label,
          options: options,
          hint: yaml.bilingual(ifPresent: "hint", of: map),
          isPersonal: yaml.flag("personal", of: map, default: false)))
    }
    return fields
  }

  private static func format(
    _ node: YAMLNode?, of type: ValueType, _ yaml: inout YAMLReader
  ) -> Vocabulary.Format? {
    guard let node, let text = yaml.text(node) else { return nil }
    if let format = Vocabulary.Format(rawValue: text), type == .text { return format }
    yaml.wrongOption(
      text, at: node.place, among: type == .text ? Vocabulary.Format.allCases.map(\.rawValue) : [])
    return nil
  }
}
