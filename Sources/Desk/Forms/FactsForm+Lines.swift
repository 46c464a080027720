import Quantities
import RulePacks

extension FactsForm {
  /// The lines that show, from top to bottom.
  var lines: [FactLine] {
    var lines: [FactLine] = []
    for group in orderedGroups {
      let part = group.shape == .record ? fields(of: group) : tableLines(of: group)
      guard !part.isEmpty else { continue }
      lines.append(.heading(group.name))
      lines += part
    }
    return lines
  }

  /// Groups that conditions ask for come before the others.
  private var orderedGroups: [Vocabulary.Group] {
    let isAsked = { (group: Vocabulary.Group) in
      group.fields.contains { self.asked.contains(Self.column($0.name, in: group)) }
    }
    return vocabulary.groups.filter(isAsked) + vocabulary.groups.filter { !isAsked($0) }
  }

  private static func column(_ field: String, in group: Vocabulary.Group) -> FactPath {
    group.name.isEmpty ? field : group.name + "." + field
  }

  private func fields(of group: Vocabulary.Group, row: Int? = nil) -> [FactLine] {
    group.fields.compactMap { field in
      let slot = FactSlot(group: group.name, row: row, field: field.name)
      return shows(field, of: group, at: slot) ? .field(slot) : nil
    }
  }

  private func tableLines(of group: Vocabulary.Group) -> [FactLine] {
    let isWanted =
      query.isEmpty
      ? !isShort || group.fields.contains { asked.contains(Self.column($0.name, in: group)) }
      : group.fields.contains { matches($0, of: group) }
    guard isWanted || (query.isEmpty && isEdited(group)) else { return [] }
    var lines: [FactLine] = []
    for row in rows[group.name] ?? [] {
      lines.append(.row(group.name, row.number))
      if !row.isAbsent { lines += fields(of: group, row: row.number) }
    }
    if query.isEmpty { lines.append(.adding(group.name)) }
    return lines
  }

  private func shows(
    _ field: Vocabulary.Field, of group: Vocabulary.Group, at slot: FactSlot
  ) -> Bool {
    if !query.isEmpty { return matches(field, of: group) }
    guard isShort else { return true }
    if asked.contains(slot.column) || entries[slot]?.isEdited == true { return true }
    if slot.row != nil { return true }
    return entries[slot]?.recorded != nil
  }

  private func isEdited(_ group: Vocabulary.Group) -> Bool {
    entries.contains { $0.key.group == group.name && $0.value.isEdited }
  }

  /// Whether a field is found by what is searched for: by its names, its path or its group's.
  private func matches(_ field: Vocabulary.Field, of group: Vocabulary.Group) -> Bool {
    let wanted = TextFolding.comparisonKey(query)
    guard !wanted.isEmpty else { return true }
    let names = [
      field.label.zh, field.label.en, Self.column(field.name, in: group), group.label.zh,
      group.label.en,
    ]
    return names.contains { TextFolding.comparisonKey($0).contains(wanted) }
  }

  /// Moves the cursor by so many lines that take it.
  mutating func move(by distance: Int) {
    let lines = lines
    settle(lines)
    let step = distance < 0 ? -1 : 1
    var left = abs(distance)
    var place = focus
    while left > 0 {
      var next = place + step
      while lines.indices.contains(next), !lines[next].takesFocus { next += step }
      guard lines.indices.contains(next) else { break }
      place = next
      left -= 1
    }
    go(to: place)
  }

  /// Moves the cursor to the first line of the next or the previous section.
  mutating func moveSection(by step: Int) {
    let lines = lines
    settle(lines)
    let starts = lines.indices.filter {
      if case .heading = lines[$0] { return true }
      return false
    }
    let place =
      step > 0
      ? starts.first { $0 > focus } : starts.last { $0 < focus - 1 }
    guard let place, lines.indices.contains(place + 1) else { return }
    go(to: place + 1)
  }

  /// Puts the cursor on a line.
  mutating func go(to place: Int) {
    if let slot = currentSlot { entries[slot]?.editor.isTouched = true }
    focus = place
  }

  /// Puts the cursor on a field, where it shows.
  mutating func go(to slot: FactSlot) {
    if let place = lines.firstIndex(of: .field(slot)) { go(to: place) }
  }

  /// Brings the cursor back to a line that takes it, after lines came or went.
  mutating func settle(_ lines: [FactLine]? = nil) {
    let lines = lines ?? self.lines
    guard !lines.indices.contains(focus) || !lines[focus].takesFocus else { return }
    focus = min(max(0, focus), max(0, lines.count - 1))
    if let next = lines[focus...].firstIndex(where: \.takesFocus) {
      focus = next
    } else {
      focus = lines.lastIndex(where: \.takesFocus) ?? 0
    }
  }
}
