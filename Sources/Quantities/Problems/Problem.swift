/// Something wrong with what was given, or in the way of what was asked.
///
/// A stable code, a place and the values involved; the sentences are made at the edge, in the
/// reader's language.
package struct Problem: Error, Hashable, Sendable, Codable {
  /// How grave a problem is.
  package enum Severity: String, Hashable, Sendable, Codable {
    case error
    case warning
  }

  /// Where a problem lies.
  package struct Place: Hashable, Sendable, Codable {
    /// The file, as the user named it.
    package var file: String?
    /// The line, from 1.
    package var line: Int?
    /// The column in characters, from 1.
    package var column: Int?
    /// The field, as a path such as `host.credit_code` or `finance[1].rd`.
    package var field: String?

    /// A place; every part may be missing.
    package init(
      file: String? = nil, line: Int? = nil, column: Int? = nil, field: String? = nil
    ) {
      self.file = file
      self.line = line
      self.column = column
      self.field = field
    }
  }

  /// The stable code, in lower case with dots: `import.amount.negative`.
  package let code: String
  /// How grave it is.
  package var severity: Severity
  /// Where it lies.
  package var place: Place
  /// The values that the sentence names, by the name of their slot.
  package var arguments: [String: String]

  /// A problem with its code, place and values.
  package init(
    _ code: String, severity: Severity = .error, at place: Place = Place(),
    _ arguments: [String: String] = [:]
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.arguments = arguments
  }
}

/// Several problems found together; none is reported alone when more can be.
package struct Problems: Error, Hashable, Sendable {
  /// The problems, in the order in which they were found.
  package var list: [Problem]

  /// Some problems.
  package init(_ list: [Problem]) { self.list = list }

  /// Whether one of them is an error.
  package var hasErrors: Bool { list.contains { $0.severity == .error } }
}
