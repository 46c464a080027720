import Quantities
package import RulePacks

/// Reads facts by the vocabulary's names: nested as in application files (`host: { name: … }`,
/// `finance: [{ year: 2023, … }]`) or by flat paths (`"finance[2023].rd": …`).
package struct FactsReader {
  /// The facts that there are.
  package let vocabulary: Vocabulary
  /// What was read; facts that are said to be `unknown` or `null` are left out.
  package private(set) var facts: Facts = [:]
  /// The facts that are said to be unknown, so that they can be taken out of others.
  package private(set) var unknown: Set<FactPath> = []

  /// A reader with nothing read.
  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Reads a map of facts.
  ///
  /// - Parameter ignoring: keys of the top level that are no facts, such as `pack`.
  package mutating func read(
    _ node: YAMLNode, ignoring: Set<String> = [], _ yaml: inout YAMLReader
  ) {
    for entry in yaml.entries(node) where !ignoring.contains(entry.key) {
      read(entry.key, entry.value, keyPlace: entry.place, &yaml)
    }
  }

  private mutating func read(
    _ path: FactPath, _ node: YAMLNode, keyPlace: Problem.Place, _ yaml: inout YAMLReader
  ) {
    if let (_, field) = vocabulary.field(at: path) {
      if node.text == nil { _ = yaml.text(node) } else { set(path, node, field, &yaml) }
      return
    }
    if let group = vocabulary.group(path), group.shape != .record {
      rows(of: group, node, &yaml)
      return
    }
    if node.text != nil, isRow(path) {
      mark(path, node, &yaml)
      return
    }
    let prefix = path + "."
    let isKnown = vocabulary.groups.contains { $0.name == path || $0.name.hasPrefix(prefix) }
    guard isKnown, node.text == nil || node.isNull else {
      reportUnknown(path, at: keyPlace, &yaml)
      return
    }
    guard !node.isNull else { return }
    for entry in yaml.entries(node) {
      read(prefix + entry.key, entry.value, keyPlace: entry.place, &yaml)
    }
  }

  // MARK: Rows

  private mutating func rows(
    of group: Vocabulary.Group, _ node: YAMLNode, _ yaml: inout YAMLReader
  ) {
    if node.text != nil {
      mark(group.name, node, &yaml)
      return
    }
    let items = yaml.items(node)
    // A list that is there and empty says that there is none.
    if node.items?.isEmpty == true { facts[group.name] = .absent }
    var used: Set<String> = []
    for (index, item) in items.enumerated() {
      guard item.entries != nil else {
        _ = yaml.map(item, keys: [])
        continue
      }
      var row = "\(index)"
      if case .table(let key) = group.shape {
        guard let keyNode = item[key] else {
          yaml.missing(key, of: item.place)
          continue
        }
        guard case .count(let number, _)? = yaml.value(keyNode, as: .year) else { continue }
        row = "\(number)"
        if !used.insert(row).inserted {
          yaml.report("facts.row.duplicate", at: keyNode.place, ["group": group.name, "key": row])
        }
      }
      for entry in yaml.entries(item) {
        guard let field = group.fields.first(where: { $0.name == entry.key }) else {
          reportUnknown("\(group.name).\(entry.key)", at: entry.place, &yaml)
          continue
        }
        set("\(group.name)[\(row)].\(entry.key)", entry.value, field, &yaml)
      }
    }
  }

  /// Whether a path names a row as a whole: `finance[2023]`.
  private func isRow(_ path: FactPath) -> Bool {
    guard path.hasSuffix("]"), let open = path.firstIndex(of: "["),
      let group = vocabulary.group(String(path[..<open]))
    else { return false }
    return group.shape != .record && Int(path[path.index(after: open)...].dropLast()) != nil
  }

  /// Notes that rows cannot be, or are unknown.
  private mutating func mark(_ path: FactPath, _ node: YAMLNode, _ yaml: inout YAMLReader) {
    switch node.text {
    case "absent": facts[path] = .absent
    case "unknown": unknown.insert(path)
    case _ where node.isNull: break
    default: yaml.wrongOption(node.text ?? "", at: node.place, among: ["absent", "unknown"])
    }
  }

  // MARK: Values

  private mutating func set(
    _ path: FactPath, _ node: YAMLNode, _ field: Vocabulary.Field, _ yaml: inout YAMLReader
  ) {
    if node.isEmpty {
      yaml.report(yaml: "empty_value", at: node.place)
      return
    }
    guard !node.isNull else { return }
    if case .scalar(let word, .plain) = node.content, !field.type.holds(word) {
      if word == "absent" {
        facts[path] = .absent
        return
      }
      if word == "unknown" {
        unknown.insert(path)
        return
      }
    }
    if let value = yaml.value(node, as: field.type) { facts[path] = .value(value) }
  }

  private func reportUnknown(
    _ path: FactPath, at place: Problem.Place, _ yaml: inout YAMLReader
  ) {
    var arguments = ["name": path]
    arguments["suggestion"] = Suggestion.nearest(to: path, among: vocabulary.writtenPaths)
    yaml.report("facts.unknown", at: place, arguments)
  }
}

extension ValueType {
  /// Whether a word is an option of the type by itself, so that it means nothing else.
  fileprivate func holds(_ word: String) -> Bool {
    if case .choice(let options) = self { return options.contains(word) }
    return false
  }
}

extension Vocabulary {
  /// Every group and field as a file may name it, rows left out.
  var writtenPaths: [FactPath] {
    groups.flatMap { group in
      (group.name.isEmpty ? [] : [group.name])
        + group.fields.map { group.name.isEmpty ? $0.name : "\(group.name).\($0.name)" }
    }
  }
}
