import Quantities
import RulePacks

/// What a roster says of earlier years in short: years with a date, a result or a grade.
enum CentreHistory: String {
  /// Annual reports, by the year reported on: the day of receipt, or the result.
  case reports
  /// Evaluations, by year: the grade, or the day of the conclusion.
  case evaluations

  /// The column that a day stands for.
  var dateField: String { self == .reports ? "received_on" : "concluded_on" }
  /// The column that a word stands for.
  var wordField: String { self == .reports ? "result" : "grade" }
}

extension CentreDraft {
  /// Reads `2023:2024-03-20；2024:迟报；2022`, as one cell of a table has it.
  mutating func note(_ history: CentreHistory, _ written: String, _ mark: Mark) {
    let parts = TextFolding.folded(written).split { ";；、,\n".contains($0) }
    for part in parts {
      let pair = part.split(maxSplits: 1) { $0 == ":" || $0 == "=" }.map(String.init)
      guard let year = pair.first else { continue }
      note(history, year, pair.count > 1 ? pair[1] : nil, mark)
    }
  }

  /// Puts one year on record.
  ///
  /// A report without more than its year counts as on time: the office lists it as received and says
  /// nothing against it.
  mutating func note(
    _ history: CentreHistory, _ written: String, _ said: String?, _ mark: Mark
  ) {
    guard case .count(let year, _) = Value(written, as: .year) else {
      return gatherer.report(
        "import.row.key_form", at: mark, field: history.rawValue,
        ["found": TextFolding.trimmed(written), "expected": "year", "example": "2024"])
    }
    let row = "\(history.rawValue)[\(year)]"
    let word = TextFolding.folded(said ?? "")
    guard !word.isEmpty else {
      if history == .reports { read("on_time", in: row, history.wordField, mark) }
      return
    }
    let isDate = CalendarDate(parsing: word) != nil
    read(word, in: row, isDate ? history.dateField : history.wordField, mark)
  }

  private mutating func read(
    _ written: String, in row: String, _ column: String, _ mark: Mark
  ) {
    let path = "\(row).\(column)"
    guard facts[path] == nil else {
      return gatherer.report("import.row.duplicate", at: mark, field: row, ["year": row])
    }
    guard let (_, field) = gatherer.tree.vocabulary.field(at: path) else { return }
    gatherer.read(written, as: field, at: path, mark)
  }
}
