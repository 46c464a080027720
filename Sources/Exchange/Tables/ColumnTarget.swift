package import RulePacks

/// What a column of a table holds.
package enum ColumnTarget: Hashable, Sendable {
  /// A fact.
  case fact(FactPath, Vocabulary.Field)
  /// A field of a list, several in one cell, parted by semicolons.
  case items(group: String, Vocabulary.Field)
  /// What a roster says in short of one year: `reports` or `evaluations`.
  case history(String, year: Int)
  /// One of the values that are no facts, such as `stage`.
  case special(String)

  /// The target as a map writes it.
  package var path: String {
    switch self {
    case .fact(let path, _): path
    case .items(let group, let field): "\(group).\(field.name)"
    case .history(let name, let year): "\(name)[\(year)]"
    case .special(let name): name
    }
  }
}
