/// The arithmetic of expressions.
package enum Arithmetic: String, Hashable, Sendable, Codable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
}

/// The comparisons of expressions.
package enum Comparison: String, Hashable, Sendable, Codable {
  case equal = "=="
  case unequal = "!="
  case less = "<"
  case atMost = "<="
  case greater = ">"
  case atLeast = ">="

  /// Whether the comparison asks for an order, not for sameness alone.
  package var isOrdered: Bool { self != .equal && self != .unequal }

  /// Whether it holds of two values that stand in the given order (-1, 0, 1).
  package func holds(_ order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .unequal: order != 0
    case .less: order < 0
    case .atMost: order <= 0
    case .greater: order > 0
    case .atLeast: order >= 0
    }
  }
}

/// Functions of values, named as packs write them.
package enum Function: String, CaseIterable, Hashable, Sendable, Codable {
  case year
  case month
  case date
  case endOfMonth = "end_of_month"
  /// The first working day on or after a day.
  case workday
  case ratio
  case startsWith = "starts_with"
  case endsWith = "ends_with"
  case contains
  case length
  case coalesce
  case known
  case absent
  case min
  case max
}

/// Functions of rows, named as packs write them.
package enum Aggregate: String, CaseIterable, Hashable, Sendable, Codable {
  case sum
  case min
  case max
  case count
  case exists
  case longestRun = "longest_run"
}

/// The dates that an expression may name.
package enum NamedDate: String, CaseIterable, Hashable, Sendable, Codable {
  /// The official date of the step.
  case on
  /// The day on which it is looked at.
  case today
  /// The day on which the present stage was entered.
  case entered
  /// The due date on record of the present stage.
  case due
}
