import RulePacks

/// Where a field of the form stands: its group, the form's own number for its row, its name.
///
/// Rows keep their number while others come and go; which key or index they have on record is
/// settled when the form is read.
struct FactSlot: Hashable, Sendable {
  /// The group; empty for the top level.
  let group: String
  /// The row, for tables and lists.
  let row: Int?
  /// The field.
  let field: String

  /// The path without its row, as conditions name it.
  var column: FactPath { group.isEmpty ? field : group + "." + field }

  /// The name under which a draft keeps it.
  var draftName: String { "\(group)|\(row.map(String.init) ?? "")|\(field)" }

  /// A place in the form.
  init(group: String, row: Int?, field: String) {
    self.group = group
    self.row = row
    self.field = field
  }

  /// Reads the name under which a draft keeps it.
  init?(draftName: String) {
    let parts = draftName.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 else { return nil }
    self.init(group: parts[0], row: Int(parts[1]), field: parts[2])
  }
}

/// One line of the form.
enum FactLine: Hashable, Sendable {
  /// The heading of a group.
  case heading(String)
  /// The heading of a row of a table or list.
  case row(String, Int)
  /// A field.
  case field(FactSlot)
  /// The line that adds a row.
  case adding(String)

  /// Whether the cursor may stand on it.
  var takesFocus: Bool {
    if case .heading = self { return false }
    return true
  }

  /// Whether it is a field.
  var isField: Bool {
    if case .field = self { return true }
    return false
  }

  /// The group that it belongs to.
  var group: String {
    switch self {
    case .heading(let group), .row(let group, _), .adding(let group): group
    case .field(let slot): slot.group
    }
  }
}
