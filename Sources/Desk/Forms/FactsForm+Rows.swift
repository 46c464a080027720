import Quantities
import RulePacks

extension FactsForm {
  /// Adds an empty row to the table or list with the cursor and goes to its first field.
  ///
  /// - Parameter today: the year that tables begin with is the one before.
  mutating func addRow(today: CalendarDate, in circumstances: Circumstances) {
    guard let current, let group = vocabulary.group(current.group), group.shape != .record
    else { return }
    emptyGroups.remove(group.name)
    addRow(to: group, key: nil, in: circumstances)
    guard let row = rows[group.name]?.last else { return }
    var target = group.fields.first?.name ?? ""
    if case .table(let key) = group.shape {
      let slot = FactSlot(group: group.name, row: row.number, field: key)
      let year = nextYear(of: group, key, today: today)
      entries[slot]?.editor.text = "\(year)"
      target = group.fields.first { $0.name != key }?.name ?? key
    }
    go(to: FactSlot(group: group.name, row: row.number, field: target))
  }

  /// The year of a new row: the one after the last, while that is over; else the one before the
  /// first.
  private func nextYear(
    of group: Vocabulary.Group, _ key: String, today: CalendarDate
  ) -> Int64 {
    let last = Int64(today.year) - 1
    let years = (rows[group.name] ?? []).compactMap { row -> Int64? in
      let text = entries[FactSlot(group: group.name, row: row.number, field: key)]?.editor.text
      guard case .count(let year, _)? = Value(text ?? "", as: .year) else { return nil }
      return year
    }
    guard let newest = years.max(), let oldest = years.min() else { return last }
    return newest < last ? newest + 1 : oldest - 1
  }

  /// Takes the row with the cursor away.
  ///
  /// - Returns: false where the cursor is in no row.
  mutating func removeRow() -> Bool {
    guard let (group, number) = currentRow else { return false }
    rows[group]?.removeAll { $0.number == number }
    for slot in entries.keys where slot.group == group && slot.row == number {
      entries[slot] = nil
    }
    settle()
    return true
  }

  /// The table or list and the row with the cursor.
  var currentRow: (group: String, number: Int)? {
    switch current {
    case .row(let group, let number)?: (group, number)
    case .field(let slot)?: slot.row.map { (slot.group, $0) }
    default: nil
    }
  }

  /// Says that there can be no such fact, row or rows; or takes that back.
  mutating func toggleAbsent() {
    switch current {
    case .field(let slot)?:
      entries[slot]?.isAbsent.toggle()
      entries[slot]?.editor.isTouched = true
    case .row(let group, let number)?:
      guard let place = rows[group]?.firstIndex(where: { $0.number == number }) else { return }
      rows[group]?[place].isAbsent.toggle()
    case .adding(let group)?:
      guard rows[group]?.isEmpty ?? true else { return }
      if emptyGroups.remove(group) == nil { emptyGroups.insert(group) }
    default: return
    }
  }

  /// Puts back what is on record for the field with the cursor.
  mutating func restore() {
    if let slot = currentSlot { entries[slot]?.restore() }
  }
}
