package import Quantities
import RulePacks

/// Reads tables in text form: applications or centres of a roster, one a row.
package enum TableFile {
  /// How a table would be read: for `--dry-run` and for the desk.
  package struct Preview: Sendable {
    /// How the text is encoded.
    package let encoding: TextDecoding.Encoding
    /// The delimiter.
    package let delimiter: Character
    /// The columns with what they hold.
    package let columns: [TableColumns.Column]
    /// The first rows: for each the facts as they would be read, by path.
    package let rows: [[(path: String, value: String)]]
    /// How many rows there are.
    package let rowCount: Int
    /// What is wrong, by place.
    package let problems: [Problem]

    /// The headers of columns that nobody knows.
    package var unmatched: [String] {
      columns.filter { $0.ground == .unmatched }.map(\.header)
    }
  }

  /// Reads all rows of a table.
  package static func read(
    _ decoded: TextDecoding.Decoded, path: String, map: ColumnMap? = nil,
    in context: ImportContext, options: ApplicationFile.Options = .init()
  ) -> ReadFile {
    var file = ReadFile(encoding: decoded.encoding)
    let finisher = CentreFinisher(
      context: context, isRoster: options.isRoster, batch: options.batch)
    var table = Table(decoded, path: path, map: map, in: context, isRoster: options.isRoster)
    var missing = MissingColumns(table.columns)
    while let draft = table.next() {
      let before = file.problems.count
      finisher.finish(draft, into: &file)
      missing.take(from: &file.problems, since: before)
    }
    file.problems = (table.problems + missing.problems + file.problems).inFileOrder
    return file
  }

  /// Reads the columns and the first rows of a table, and what is wrong with all of it.
  package static func preview(
    _ decoded: TextDecoding.Decoded, path: String, map: ColumnMap? = nil,
    in context: ImportContext, options: ApplicationFile.Options = .init(), rows limit: Int = 5
  ) -> Preview {
    var file = ReadFile(encoding: decoded.encoding)
    let finisher = CentreFinisher(
      context: context, isRoster: options.isRoster, batch: options.batch)
    var table = Table(decoded, path: path, map: map, in: context, isRoster: options.isRoster)
    var rows: [[(path: String, value: String)]] = []
    var count = 0
    var missing = MissingColumns(table.columns)
    while let draft = table.next() {
      count += 1
      if rows.count < limit { rows.append(written(draft)) }
      let before = file.problems.count
      finisher.finish(draft, into: &file)
      missing.take(from: &file.problems, since: before)
    }
    return Preview(
      encoding: decoded.encoding,
      delimiter: Character(Unicode.Scalar(table.delimiter)), columns: table.columns, rows: rows,
      rowCount: count, problems: (table.problems + missing.problems + file.problems).inFileOrder)
  }

  private static func written(_ draft: CentreDraft) -> [(path: String, value: String)] {
    var row: [(path: String, value: String)] = []
    if let stage = draft.stage { row.append(("stage", stage.text)) }
    for (path, _) in draft.gatherer.marks {
      switch draft.facts[path] {
      case .value(.text(let text)): row.append((path, text))
      case .value(let value): row.append((path, value.written))
      case .absent: row.append((path, "absent"))
      case nil: break
      }
    }
    return row
  }
}

/// A table while its rows are read one by one.
private struct Table {
  private var reader: CSVReader
  private let rows: TableRowReader
  private let headerProblems: [Problem]

  let columns: [TableColumns.Column]

  var delimiter: UInt8 { reader.delimiter }
  var problems: [Problem] { headerProblems + reader.problems }

  init(
    _ decoded: TextDecoding.Decoded, path: String, map: ColumnMap?, in context: ImportContext,
    isRoster: Bool
  ) {
    reader = CSVReader(
      decoded.text, delimiter: CSVReader.delimiter(of: decoded.text), file: path)
    let headers = reader.next() ?? []
    let known = TableColumns(headers, map: map, file: path, in: context, isRoster: isRoster)
    columns = known.columns
    var problems = known.problems
    if known.columns.allSatisfy({ $0.target == nil }) {
      problems.append(
        Problem(
          headers.isEmpty ? "import.empty" : "import.column.none",
          at: .init(file: path, line: 1)))
    }
    headerProblems = problems
    rows = TableRowReader(
      context: context, text: SourceText(file: path, bytes: []), columns: known.columns,
      pack: map?.pack)
  }

  mutating func next() -> CentreDraft? {
    guard columns.contains(where: { $0.target != nil }) else { return nil }
    return reader.next().map(rows.draft)
  }
}
