import Quantities

/// Says once a table, and not once a row, what no column of it has.
struct MissingColumns {
  private let paths: Set<String>
  private var found: [String: (problem: Problem, rows: Int)] = [:]
  private var order: [String] = []

  /// What these columns cannot have.
  init(_ columns: [TableColumns.Column]) {
    paths = Set(columns.compactMap { $0.target?.path })
  }

  /// Takes the warnings about missing facts out of a row's problems.
  mutating func take(from problems: inout [Problem], since start: Int) {
    var kept = Array(problems[start...])
    problems.removeSubrange(start...)
    kept.removeAll { problem in
      guard problem.code == "import.fact.missing" || problem.code == "import.material.missing",
        let field = problem.place.field, !paths.contains(field)
      else { return false }
      let key = field + " " + (problem.arguments["kind"] ?? "")
      if found[key] == nil { order.append(key) }
      found[key, default: (problem, 0)].rows += 1
      return true
    }
    problems += kept
  }

  /// One warning for each, at the table's header, with the number of rows.
  var problems: [Problem] {
    order.compactMap { key in
      guard let (first, rows) = found[key] else { return nil }
      var problem = first
      problem.place.line = 1
      problem.place.column = nil
      problem.arguments["rows"] = String(rows)
      return problem
    }
  }
}
