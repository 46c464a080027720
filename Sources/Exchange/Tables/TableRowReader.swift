import Quantities
import RulePacks

/// Turns the rows of a table into drafts.
struct TableRowReader {
  /// What files are read against.
  let context: ImportContext
  /// The file.
  let text: SourceText
  /// The columns.
  let columns: [TableColumns.Column]
  /// The pack of rows that name none.
  let pack: String?

  /// The draft of a row.
  func draft(_ row: [CSVCell]) -> CentreDraft {
    let mark = row.first.map { Mark.at(line: $0.line, column: $0.column) } ?? .offset(0)
    var draft = CentreDraft(gatherer: FactGatherer(context.tree, text), mark: mark)
    if let pack { draft.pack = (pack, mark) }
    if row.count > columns.count,
      row[columns.count...].contains(where: { !SpreadsheetDamage.isBlank($0.text) })
    {
      draft.gatherer.report(
        "import.csv.cells",
        at: .at(line: row[columns.count].line, column: row[columns.count].column),
        ["cells": String(row.count), "columns": String(columns.count)])
    }
    for (cell, column) in zip(row, columns) {
      guard let target = column.target else { continue }
      let written = SpreadsheetDamage.unprotected(cell.text)
      guard !SpreadsheetDamage.isBlank(written) else { continue }
      let meant = column.values[TextFolding.comparisonKey(written)] ?? written
      read(meant, target, column.unit, .at(line: cell.line, column: cell.column), &draft)
    }
    return draft
  }

  private func read(
    _ written: String, _ target: ColumnTarget, _ unit: String?, _ mark: Mark,
    _ draft: inout CentreDraft
  ) {
    switch target {
    case .special(let name):
      if let history = CentreHistory(rawValue: name) { return draft.note(history, written, mark) }
      draft.take(SpreadsheetDamage.withoutMidnight(written), for: name, mark)
    case .history(let name, let year):
      guard let history = CentreHistory(rawValue: name) else { return }
      let said = SpreadsheetDamage.withoutMidnight(written)
      draft.note(history, String(year), said, mark)
    case .fact(let path, let field): read(written, field, path, unit, mark, &draft)
    case .items(let group, let field):
      let items = written.split { ";；\n".contains($0) }.map(String.init)
      for (index, item) in items.enumerated() {
        read(item, field, "\(group)[\(index)].\(field.name)", unit, mark, &draft)
      }
    }
  }

  private func read(
    _ written: String, _ field: Vocabulary.Field, _ path: FactPath, _ unit: String?,
    _ mark: Mark, _ draft: inout CentreDraft
  ) {
    switch field.type {
    case .date:
      let text = SpreadsheetDamage.withoutMidnight(written)
      if let day = SpreadsheetDamage.serialDate(text) {
        return draft.gatherer.report(
          "import.spreadsheet.serial_date", at: mark, field: path,
          ["found": text, "date": "\(day)"])
      }
      draft.gatherer.read(text, as: field, at: path, mark)
    case .money, .area, .ratio:
      draft.gatherer.read(Self.withUnit(written, unit), as: field, at: path, mark)
    case .text where field.format == nil:
      if let typed = SpreadsheetDamage.date(in: written) {
        draft.gatherer.report(
          "import.spreadsheet.date", .warning, at: mark, field: path,
          ["found": TextFolding.trimmed(written), "suggestion": typed])
      }
      draft.gatherer.read(written, as: field, at: path, mark)
    default: draft.gatherer.read(written, as: field, at: path, mark)
    }
  }

  /// A number with the unit of its column, unless it has its own.
  private static func withUnit(_ written: String, _ unit: String?) -> String {
    guard let unit, let (_, rest) = DecimalText.leading(in: written), rest.isEmpty else {
      return written
    }
    return unit == "%" ? TextFolding.trimmed(written) + unit : "\(written) \(unit)"
  }
}
