import TerminalUI

/// Rows in columns, wide characters counted as two.
struct TextTable {
  /// A column.
  struct Column {
    /// The heading.
    var title: String
    /// Where its text stands.
    var alignment: Alignment = .left
    /// The most columns it takes; nil for as many as it needs.
    var limit: Int?

    /// A column.
    init(_ title: String, _ alignment: Alignment = .left, limit: Int? = nil) {
      self.title = title
      self.alignment = alignment
      self.limit = limit
    }
  }

  /// The columns.
  var columns: [Column]
  /// The rows, one text a column.
  var rows: [[String]] = []

  /// An empty table.
  init(_ columns: [Column]) { self.columns = columns }

  /// The lines, columns two blanks apart and trailing blanks left out.
  func lines(withHeading: Bool = true) -> [String] {
    let rule = WidthRule()
    let all = (withHeading ? [columns.map(\.title)] : []) + rows
    let widths = columns.indices.map { place in
      let widest = all.lazy.map { rule.columns(of: $0[place]) }.max() ?? 0
      return min(widest, columns[place].limit ?? widest)
    }
    return all.map { row in
      var line = ""
      for (place, cell) in row.enumerated() {
        if place > 0 { line += "  " }
        line += rule.pad(
          rule.clip(cell, to: widths[place]), to: widths[place], align: columns[place].alignment)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
