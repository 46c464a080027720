import RulePacks

extension FactsForm {
  private static let absent = "\u{2205}"

  /// What was typed, by names that a draft can keep.
  var draftValues: [String: String] {
    var values = ["base|": recordedRows]
    for (group, rows) in rows {
      values["rows|" + group] = rows.map { ($0.isAbsent ? "-" : "") + "\($0.number)" }
        .joined(separator: ",")
    }
    for (slot, entry) in entries where entry.isEdited {
      values[slot.draftName] = entry.isAbsent ? Self.absent : entry.editor.text
    }
    for group in emptyGroups { values["empty|" + group] = "" }
    return values
  }

  /// Takes up what was typed before.
  mutating func resume(_ values: [String: String], in circumstances: Circumstances) {
    let isSameBase = values["base|"] == recordedRows
    for group in vocabulary.groups where isSameBase && group.shape != .record {
      guard let text = values["rows|" + group.name] else { continue }
      resumeRows(text, of: group, in: circumstances)
      if values["empty|" + group.name] != nil { emptyGroups.insert(group.name) }
    }
    for (name, text) in values {
      guard let slot = FactSlot(draftName: name), entries[slot] != nil,
        isSameBase || slot.row == nil
      else { continue }
      entries[slot]?.isAbsent = text == Self.absent
      if text != Self.absent { entries[slot]?.editor.text = text }
      entries[slot]?.editor.isTouched = true
    }
    settle()
  }

  /// The rows on record: a draft's own rows mean something only beside the same ones.
  private var recordedRows: String {
    Set(recorded.keys.compactMap { RowAddress($0).map { "\($0.group)[\($0.key)]" } }).sorted()
      .joined(separator: ",")
  }

  private mutating func resumeRows(
    _ text: String, of group: Vocabulary.Group, in circumstances: Circumstances
  ) {
    let numbers = text.split(separator: ",").compactMap { Int($0) }
    let wanted = numbers.map { abs($0) }
    let known = rows[group.name] ?? []
    for number in wanted where !known.contains(where: { $0.number == number }) {
      nextRow = number
      addRow(to: group, key: nil, in: circumstances)
    }
    nextRow = max(nextRow, (entries.keys.compactMap(\.row).max() ?? -1) + 1)
    let marked = Set(text.split(separator: ",").filter { $0.hasPrefix("-") })
    rows[group.name] = (rows[group.name] ?? []).filter { wanted.contains($0.number) }.map { row in
      var row = row
      row.isAbsent = marked.contains("-\(row.number)")
      return row
    }
  }
}
