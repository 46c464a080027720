import Quantities
import RulePacks

extension FactsForm {
  /// Shows only the fields that a text finds; all again for an empty one.
  mutating func find(_ text: String) {
    let slot = currentSlot
    query = text
    top = 0
    let lines = lines
    focus =
      slot.flatMap { lines.firstIndex(of: .field($0)) }
      ?? lines.firstIndex(where: \.isField) ?? lines.firstIndex(where: \.takesFocus) ?? 0
  }

  /// Shows what the conditions ask for alone, or everything; the cursor stays where it is.
  mutating func toggleShort() {
    let line = current
    isShort.toggle()
    let lines = lines
    focus = line.flatMap { lines.firstIndex(of: $0) } ?? 0
    settle(lines)
  }

  /// Fills fields of records with facts that are known beforehand.
  mutating func fill(_ facts: Facts) {
    for (path, value) in facts {
      guard let (group, field) = vocabulary.field(at: path), group.shape == .record else {
        continue
      }
      let slot = FactSlot(group: group.name, row: nil, field: field.name)
      switch value {
      case .absent: entries[slot]?.isAbsent = true
      case .value(.text(let text)): entries[slot]?.editor.text = text
      case .value(.boolean(let flag)): entries[slot]?.editor.text = flag ? "yes" : "no"
      case .value(let value): entries[slot]?.editor.text = value.written
      }
    }
  }

  /// The first field, from top to bottom, in which something is wrong.
  func firstWrong(_ outcome: Outcome) -> FactSlot? {
    guard !outcome.problems.isEmpty else { return nil }
    var whole = self
    whole.query = ""
    whole.isShort = false
    for case .field(let slot) in whole.lines where outcome.problems[slot] != nil { return slot }
    return outcome.problems.keys.first
  }

  /// Scrolls so that the line with the cursor shows among so many rows, with its heading where
  /// that fits.
  mutating func scroll(rows: Int) {
    let count = lines.count
    let margin = min(2, rows / 4)
    if focus < top + margin { top = max(0, focus - margin) }
    if focus >= top + rows - margin { top = focus - rows + 1 + margin }
    top = max(0, min(top, max(0, count - rows + 1)))
  }
}
