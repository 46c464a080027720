import Quantities
import RulePacks
import TerminalUI
import Wording

/// The facts of one centre while they are filled in: every group of the vocabulary as a section.
///
/// A value: it knows what is on record, what was typed, and what is wrong with it. What is written
/// to the store are the differences alone.
struct FactsForm: Sendable {
  /// A row of a table or list.
  struct Row: Hashable, Sendable {
    /// The form's own number.
    let number: Int
    /// Whether it is said that there can be no such row.
    var isAbsent = false
  }

  /// The facts that there are.
  let vocabulary: Vocabulary
  /// The facts on record when the form was opened.
  private(set) var recorded: Facts
  /// The columns that the pack's conditions ask for.
  let asked: Set<FactPath>
  /// The rows of tables and lists, in order.
  var rows: [String: [Row]] = [:]
  /// The tables and lists of which it is said that they have no rows.
  var emptyGroups: Set<String> = []
  /// What stands in the fields.
  var entries: [FactSlot: FactEntry] = [:]
  /// Whether only what the conditions ask for is shown.
  var isShort: Bool
  /// What is searched for.
  var query = ""
  /// The line with the cursor.
  var focus = 0
  /// The first line that shows.
  var top = 0
  var nextRow = 0
  let departments: [FieldSpec.Option]

  /// A form over facts on record.
  ///
  /// - Parameters:
  ///   - asked: columns that conditions ask for; they come first and may be shown alone.
  ///   - departments: the supervising departments that can be chosen; empty to have them typed.
  init(
    _ vocabulary: Vocabulary, recorded: Facts, asked: Set<FactPath>, isShort: Bool,
    departments: [FieldSpec.Option], in circumstances: Circumstances
  ) {
    self.vocabulary = vocabulary
    self.recorded = recorded
    self.asked = asked
    self.isShort = isShort
    self.departments = departments
    lay(in: circumstances)
    focus = lines.firstIndex(where: \.takesFocus) ?? 0
  }

  private mutating func lay(in circumstances: Circumstances) {
    for group in vocabulary.groups {
      if group.shape == .record {
        for field in group.fields {
          set(FactSlot(group: group.name, row: nil, field: field.name), field, circumstances)
        }
        continue
      }
      if recorded[group.name] == .absent { emptyGroups.insert(group.name) }
      var keys: Set<Int64> = []
      for path in recorded.keys {
        if let address = RowAddress(path), address.group == group.name { keys.insert(address.key) }
      }
      for key in keys.sorted() {
        addRow(to: group, key: key, in: circumstances)
      }
    }
  }

  /// Adds a row with what is on record under a key.
  mutating func addRow(
    to group: Vocabulary.Group, key: Int64?, in circumstances: Circumstances
  ) {
    let number = nextRow
    nextRow += 1
    let path = key.map { "\(group.name)[\($0)]" }
    rows[group.name, default: []].append(
      Row(number: number, isAbsent: path.map { recorded[$0] == .absent } ?? false))
    for field in group.fields {
      let slot = FactSlot(group: group.name, row: number, field: field.name)
      var known = path.flatMap { recorded["\($0).\(field.name)"] }
      if group.shape == .table(key: field.name), let key, known == nil {
        known = .value(.count(key, .year))
      }
      set(slot, field, circumstances, known)
    }
  }

  private mutating func set(
    _ slot: FactSlot, _ field: Vocabulary.Field, _ circumstances: Circumstances,
    _ known: FactValue? = nil
  ) {
    let recorded = slot.row == nil ? recorded[slot.column] : known
    entries[slot] = FactEntry(
      spec(of: field, at: slot, recorded, circumstances), recorded: recorded, in: circumstances)
  }

  private func spec(
    of field: Vocabulary.Field, at slot: FactSlot, _ recorded: FactValue?,
    _ circumstances: Circumstances
  ) -> FieldSpec {
    let language = circumstances.language
    var options: [FieldSpec.Option] = []
    var type = field.type
    if case .choice(let ids) = type {
      options = ids.map { FieldSpec.Option(id: $0, label: field.options[$0]?[language] ?? $0) }
    } else if slot.column == Self.departmentColumn, isKnownDepartment(recorded) {
      options = departments
      type = .choice(departments.map(\.id))
    }
    let hint =
      type == .text ? "" : circumstances.wording.name(ofType: field.type.name)
    return FieldSpec(
      id: slot.draftName, label: field.label[language], type: type, options: options,
      isRequired: asked.contains(slot.column), hint: hint)
  }

  private func isKnownDepartment(_ recorded: FactValue?) -> Bool {
    guard !departments.isEmpty else { return false }
    guard case .value(.text(let id)) = recorded else { return true }
    return departments.contains { $0.id == id }
  }

  /// The fact that names the supervising department.
  static let departmentColumn: FactPath = "department"

  /// The field of a slot.
  func field(of slot: FactSlot) -> Vocabulary.Field? {
    vocabulary.group(slot.group)?.fields.first { $0.name == slot.field }
  }

  /// The line with the cursor.
  var current: FactLine? {
    let lines = lines
    return lines.indices.contains(focus) ? lines[focus] : nil
  }

  /// The field with the cursor.
  var currentSlot: FactSlot? {
    if case .field(let slot)? = current { return slot }
    return nil
  }

  /// Whether an open list hangs under the field with the cursor.
  var isMenuOpen: Bool {
    currentSlot.flatMap { entries[$0]?.editor.isOpen } ?? false
  }
}
