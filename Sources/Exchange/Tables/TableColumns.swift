package import Quantities
import RulePacks

/// The columns of a table, each with what it holds.
package struct TableColumns: Sendable {
  /// How a column was understood.
  package enum Ground: String, Hashable, Sendable {
    /// The office's map says so.
    case map
    /// The vocabulary calls a fact so.
    case label
    /// It is left out on purpose.
    case ignored
    /// Nobody knows.
    case unmatched
  }

  /// A column.
  package struct Column: Hashable, Sendable {
    /// The header as the table has it.
    package let header: String
    /// What it holds; nil where it is left out.
    package let target: ColumnTarget?
    /// The unit of numbers without one.
    package let unit: String?
    /// What words mean.
    package let values: [String: String]
    /// How it was understood.
    package let ground: Ground
  }

  /// The columns in the order of the table.
  package let columns: [Column]
  /// What is wrong with them.
  package let problems: [Problem]

  /// Understands the headers of a table.
  init(
    _ headers: [CSVCell], map: ColumnMap?, file: String, in context: ImportContext, isRoster: Bool
  ) {
    let matcher = ColumnMatcher(context.vocabulary, isRoster: isRoster)
    var columns: [Column] = []
    var problems: [Problem] = []
    var used: [String: String] = [:]
    let byHeader = Dictionary(
      (map?.columns ?? []).map { (TextFolding.comparisonKey($0.header), $0) }
    ) { first, _ in first }
    let ignored = Set((map?.ignored ?? []).map(TextFolding.comparisonKey))
    for cell in headers {
      let header = TextFolding.trimmed(SpreadsheetDamage.unprotected(cell.text))
      let place = Problem.Place(file: file, line: cell.line, column: cell.column, field: header)
      let key = TextFolding.comparisonKey(header)
      let column =
        if let mapped = byHeader[key] {
          Self.column(header, mapped, matcher, &problems)
        } else if ignored.contains(key) || key.isEmpty {
          Column(header: header, target: nil, unit: nil, values: [:], ground: .ignored)
        } else {
          Self.column(header, matcher, place, &problems)
        }
      if let path = column.target?.path {
        if let first = used[path] {
          problems.append(
            Problem("import.column.twice", at: place, ["path": path, "other": first]))
        }
        used[path] = header
      }
      columns.append(column)
    }
    let present = Set(headers.map { TextFolding.comparisonKey($0.text) })
    for column in map?.columns ?? []
    where !present.contains(TextFolding.comparisonKey(column.header)) {
      problems.append(
        Problem(
          "import.column.missing", at: .init(file: file, line: 1, field: column.header),
          ["header": column.header, "path": column.path]))
    }
    self.columns = columns
    self.problems = problems
  }

  private static func column(
    _ header: String, _ mapped: ColumnMap.Column, _ matcher: ColumnMatcher,
    _ problems: inout [Problem]
  ) -> Column {
    let target = matcher.target(ofPath: mapped.path)
    if target == nil {
      problems.append(
        Problem(
          "import.column.path", at: mapped.place, ["header": header, "path": mapped.path]))
    }
    return Column(
      header: header, target: target, unit: mapped.unit ?? ColumnMatcher.parted(header).unit,
      values: mapped.values, ground: .map)
  }

  private static func column(
    _ header: String, _ matcher: ColumnMatcher, _ place: Problem.Place,
    _ problems: inout [Problem]
  ) -> Column {
    let unit = ColumnMatcher.parted(header).unit
    switch matcher.match(header) {
    case .target(let target):
      return Column(header: header, target: target, unit: unit, values: [:], ground: .label)
    case .ambiguous(let paths):
      problems.append(
        Problem(
          "import.column.ambiguous", severity: .warning, at: place,
          ["header": header, "paths": paths.joined(separator: ", ")]))
    case .none:
      problems.append(
        Problem("import.column.unmatched", severity: .warning, at: place, ["header": header]))
    }
    return Column(header: header, target: nil, unit: unit, values: [:], ground: .unmatched)
  }
}
