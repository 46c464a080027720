/// Something wrong in a theme file; the sentence for it is made elsewhere from code and arguments.
package struct ThemeProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kinds there are.
  package enum Code: String, Sendable, Hashable {
    /// The file is no YAML; the argument is the reader's message.
    case syntax = "theme.syntax"
    /// A key occurs twice; the argument is the key.
    case duplicateKey = "theme.duplicate-key"
    /// A key means nothing here; the argument is the key.
    case unknownKey = "theme.unknown-key"
    /// A role that does not exist; the argument is its name.
    case unknownRole = "theme.unknown-role"
    /// A colour that is no number in its range; arguments: the text, the greatest number.
    case badColour = "theme.bad-colour"
    /// An attribute that does not exist; the argument is its name.
    case badAttribute = "theme.bad-attribute"
    /// Something of another shape was expected; the argument is `mapping` or `text`.
    case wrongShape = "theme.wrong-shape"
    /// A key that must be there is not; the argument is the key.
    case missingKey = "theme.missing-key"
    /// The file cannot be read.
    case unreadable = "theme.unreadable"
  }

  /// What is wrong.
  package let code: Code
  /// The file.
  package let file: String
  /// Line, from 1; 0 when the whole file is meant.
  package let line: Int
  /// Column, from 1; 0 when the whole file is meant.
  package let column: Int
  /// What the sentence needs.
  package let arguments: [String]

  /// Place, code and arguments, for logs.
  package var description: String {
    "\(file):\(line):\(column): \(code.rawValue) \(arguments.joined(separator: " "))"
  }
}

/// All that is wrong in a theme file.
package struct ThemeProblems: Error, Sendable, Hashable {
  /// In the order of the file; never empty.
  package let problems: [ThemeProblem]
}
