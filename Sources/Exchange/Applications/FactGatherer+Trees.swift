import Quantities
import RulePacks

extension FactGatherer {
  /// Reads the entries of a record; keys in `taken` were read by somebody else.
  mutating func gather(
    _ entries: [SourceNode.Entry], of branch: FactTree.Branch, at prefix: String = "",
    taken: [String] = []
  ) {
    for entry in entries where !taken.contains(entry.key) {
      let path = prefix.isEmpty ? entry.key : "\(prefix).\(entry.key)"
      if let field = branch.fields[entry.key], branch.group?.shape == .record {
        scalar(entry.value, field, at: path)
      } else if let below = branch.branches[entry.key] {
        group(entry.value, of: below, at: path, entry.mark)
      } else if !gather(flat: entry, at: path) {
        unknown(entry, among: branch.names + taken, at: path)
      }
    }
  }

  /// Reads one value; lists and maps are none.
  private mutating func scalar(
    _ node: SourceNode, _ field: Vocabulary.Field, at path: FactPath
  ) {
    switch node.content {
    case .null: break
    case .text(let written): read(written, as: field, at: path, node.mark)
    case .list(let items) where field.type == .lines:
      let lines = items.compactMap { item -> String? in
        if case .text(let line) = item.content { line } else { nil }
      }
      read(lines.joined(separator: "\n"), as: field, at: path, node.mark)
    case .list, .map: wrongKind(node, "text", at: path)
    }
  }

  private mutating func group(
    _ node: SourceNode, of branch: FactTree.Branch, at path: String, _ mark: Mark
  ) {
    if case .null = node.content { return }
    if case .text(let written) = node.content, branch.group != nil {
      // `partners: absent` says that there are none.
      if case .success(.absent) = tree.vocabulary.parse(written, for: path) {
        return put(.absent, at: path, node.mark)
      }
    }
    switch branch.group?.shape {
    case .list: list(node, of: branch, at: path)
    case .table(let key): table(node, key, of: branch, at: path)
    case .record, nil:
      guard case .map(let entries) = node.content else {
        return wrongKind(node, "map", at: path)
      }
      gather(entries, of: branch, at: path)
    }
  }

  private mutating func list(
    _ node: SourceNode, of branch: FactTree.Branch, at path: String
  ) {
    guard case .list(let items) = node.content else { return wrongKind(node, "list", at: path) }
    // An empty list is known to be empty.
    if items.isEmpty { put(.absent, at: path, node.mark) }
    for (index, item) in items.enumerated() {
      row(item, of: branch, at: "\(path)[\(index)]")
    }
  }

  private mutating func table(
    _ node: SourceNode, _ key: String, of branch: FactTree.Branch, at path: String
  ) {
    var firstMarks: [String: Mark] = [:]
    switch node.content {
    case .list(let items):
      if items.isEmpty { put(.absent, at: path, node.mark) }
      for item in items {
        guard case .map(let entries) = item.content else {
          wrongKind(item, "map", at: path)
          continue
        }
        guard let keyEntry = entries.first(where: { $0.key == key }),
          case .text(let written) = keyEntry.value.content
        else {
          report("import.row.key_missing", at: item.mark, field: path, ["key": key])
          continue
        }
        guard let year = year(written, at: path, keyEntry.value.mark, &firstMarks) else { continue }
        gather(
          entries.filter { $0.key != key }, ofRow: branch, at: "\(path)[\(year)]")
      }
    case .map(let rows):
      for entry in rows {
        guard let year = year(entry.key, at: path, entry.mark, &firstMarks) else { continue }
        row(entry.value, of: branch, at: "\(path)[\(year)]")
      }
    case .text, .null: wrongKind(node, "list", at: path)
    }
  }

  /// The year of a row, where it is one and no row had it before.
  private mutating func year(
    _ written: String, at path: String, _ mark: Mark, _ firstMarks: inout [String: Mark]
  ) -> String? {
    guard case .count(let number, _) = Value(written, as: .year) else {
      report(
        "import.row.key_form", at: mark, field: path,
        ["found": written, "expected": "year", "example": "2024"])
      return nil
    }
    let year = String(number)
    if let first = firstMarks[year] {
      let line = text.place(of: first).line.map(String.init) ?? ""
      report(
        "import.row.duplicate", at: mark, field: "\(path)[\(year)]",
        ["year": year, "line": line])
      return nil
    }
    firstMarks[year] = mark
    return year
  }

  private mutating func row(_ node: SourceNode, of branch: FactTree.Branch, at path: String) {
    switch node.content {
    case .map(let entries): gather(entries, ofRow: branch, at: path)
    case .text(let written):
      // `2023: absent` says that there can be no such row.
      guard case .success(.absent) = tree.vocabulary.parse(written, for: path) else {
        return wrongKind(node, "map", at: path)
      }
      put(.absent, at: path, node.mark)
    case .list, .null: wrongKind(node, "map", at: path)
    }
  }

  private mutating func gather(
    _ entries: [SourceNode.Entry], ofRow branch: FactTree.Branch, at row: String
  ) {
    for entry in entries {
      let path = "\(row).\(entry.key)"
      if let field = branch.fields[entry.key] {
        scalar(entry.value, field, at: path)
      } else {
        unknown(entry, among: branch.names, at: path)
      }
    }
  }

  /// Reads an entry whose key is a whole path: `host.name`, `finance[2024].rd`.
  private mutating func gather(flat entry: SourceNode.Entry, at path: String) -> Bool {
    guard path.contains(where: { $0 == "." || $0 == "[" }), path == entry.key,
      case .success(let canonical) = tree.vocabulary.canonicalPath(path),
      let (_, field) = tree.vocabulary.field(at: canonical)
    else { return false }
    scalar(entry.value, field, at: canonical)
    return true
  }

  private mutating func unknown(
    _ entry: SourceNode.Entry, among names: [String], at path: String
  ) {
    var arguments = ["key": entry.key]
    arguments["suggestion"] =
      Suggestion.nearest(to: entry.key, among: names)
      ?? tree.vocabulary.suggestion(for: path)
    report("import.key.unknown", at: entry.mark, field: path, arguments)
  }

  private mutating func wrongKind(_ node: SourceNode, _ expected: String, at path: String) {
    report(
      "import.kind", at: node.mark, field: path, ["expected": expected, "found": node.kind])
  }
}
