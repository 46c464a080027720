/// A field of the rows of a table or list.
package struct Column: Hashable, Sendable, Codable {
  /// The group.
  package var group: String
  /// The field.
  package var field: String
  /// Whether rows stand under a year; rows of a list stand under their index.
  package var isKeyed: Bool
  /// Whether the field is the key itself, which every row has.
  package var isKey: Bool

  /// A column.
  package init(group: String, field: String, isKeyed: Bool, isKey: Bool = false) {
    self.group = group
    self.field = field
    self.isKeyed = isKeyed
    self.isKey = isKey
  }

  /// The path of the column's fact in one row.
  package func path(row: Int64) -> FactPath { "\(group)[\(row)].\(field)" }
}

/// Rows that a test or a formula is put to, one after the other.
package struct Selection: Hashable, Sendable, Codable {
  /// Where rows come from.
  package enum Source: Hashable, Sendable, Codable {
    /// All rows on record of a table or list.
    case rows(group: String, isKeyed: Bool)
    /// So many consecutive years of a table, on record or not, the last of them given.
    case window(group: String, years: Node, ending: Node)
    /// Every year from one to another, both included.
    case years(Node, Node)
  }

  /// Where the rows come from.
  package var source: Source
  /// The place of the row among the rows that are being looked at, outermost 0.
  package var slot: Int
  /// The test that a row must pass to be looked at.
  package var filter: Node?

  /// A selection.
  package init(source: Source, slot: Int, filter: Node?) {
    self.source = source
    self.slot = slot
    self.filter = filter
  }
}
