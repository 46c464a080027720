import Quantities
import RulePacks

extension FactsForm {
  /// What the form comes to: the facts, and what is wrong by field.
  struct Outcome: Sendable {
    /// The facts; what is wrong stands as it is on record.
    var facts: Facts = [:]
    /// What is wrong.
    var problems: [FactSlot: Problem] = [:]
    /// Where each field stands on record, or will.
    var paths: [FactSlot: FactPath] = [:]
  }

  /// Reads every field by the vocabulary.
  func read() -> Outcome {
    var outcome = Outcome()
    for group in vocabulary.groups {
      switch group.shape {
      case .record:
        for field in group.fields {
          let slot = FactSlot(group: group.name, row: nil, field: field.name)
          take(slot, at: slot.column, into: &outcome)
        }
      case .list:
        for (index, row) in (rows[group.name] ?? []).enumerated() {
          read(row, of: group, key: Int64(index), into: &outcome)
        }
      case .table(let key): readTable(group, key, into: &outcome)
      }
      if group.shape != .record, emptyGroups.contains(group.name),
        rows[group.name]?.isEmpty ?? true
      {
        outcome.facts[group.name] = .absent
      }
    }
    return outcome
  }

  private func readTable(
    _ group: Vocabulary.Group, _ keyField: String, into outcome: inout Outcome
  ) {
    var taken: Set<Int64> = []
    for row in rows[group.name] ?? [] {
      let slot = FactSlot(group: group.name, row: row.number, field: keyField)
      let text = entries[slot]?.editor.text ?? ""
      guard case .count(let year, _)? = Value(text, as: .year) else {
        let path = "\(group.name).\(keyField)"
        outcome.problems[slot] = Problem(
          "fact.form", at: .init(field: path),
          ["name": path, "found": text, "expected": "year", "example": "2024"])
        continue
      }
      guard taken.insert(year).inserted else {
        outcome.problems[slot] = Problem(
          "facts.row.duplicate", at: .init(field: group.name),
          ["group": group.name, "key": "\(year)"])
        continue
      }
      read(row, of: group, key: year, into: &outcome)
    }
  }

  private func read(
    _ row: Row, of group: Vocabulary.Group, key: Int64, into outcome: inout Outcome
  ) {
    let path = "\(group.name)[\(key)]"
    if row.isAbsent {
      outcome.facts[path] = .absent
      return
    }
    for field in group.fields {
      let slot = FactSlot(group: group.name, row: row.number, field: field.name)
      // The row's own key says what its key field would.
      if group.shape == .table(key: field.name), recorded["\(path).\(field.name)"] == nil {
        outcome.paths[slot] = "\(path).\(field.name)"
        continue
      }
      take(slot, at: "\(path).\(field.name)", into: &outcome)
    }
  }

  private func take(_ slot: FactSlot, at path: FactPath, into outcome: inout Outcome) {
    guard let entry = entries[slot] else { return }
    outcome.paths[slot] = path
    if entry.isAbsent {
      outcome.facts[path] = .absent
      return
    }
    guard !entry.editor.isEmpty else { return }
    guard entry.isEdited || entry.recorded == nil else {
      outcome.facts[path] = entry.recorded
      return
    }
    switch vocabulary.parse(entry.editor.text, for: path) {
    case .success(let value): outcome.facts[path] = value
    case .failure(let problem):
      outcome.problems[slot] = problem
      outcome.facts[path] = entry.recorded
    }
  }

  /// What has to be written so that the record says what the form does.
  func changes(_ outcome: Outcome) -> (set: Facts, cleared: [FactPath]) {
    var changes: Facts = [:]
    for (path, value) in outcome.facts where recorded[path] != value { changes[path] = value }
    let known = recorded.keys.filter { vocabulary.field(at: $0) != nil || isWhole($0) }
    let cleared = known.filter { outcome.facts[$0] == nil }.sorted()
    return (changes, cleared)
  }

  /// Whether a path names a whole row, table or list of the vocabulary.
  private func isWhole(_ path: FactPath) -> Bool {
    let name = RowAddress(path).map(\.group) ?? path
    return vocabulary.group(name).map { $0.shape != .record } ?? false
  }
}
