package import Casework
package import Quantities

/// What an import came to, over all its files.
package struct ImportReport: Sendable {
  /// A case that was made, or, in a dry run, would be.
  package struct Imported: Hashable, Sendable {
    /// Its number.
    package var number: String
    /// The centre's name.
    package var name: String
    /// The pack that it is under.
    package var pack: String
    /// The stage of the main proceeding.
    package var stage: String
    /// The file that it came from.
    package var file: String
  }

  /// The cases, in the order of the files.
  package var imported: [Imported] = []
  /// What is wrong, by file and place.
  package var problems: [Problem] = []
  /// What the law or the role stood in the way of; each is among the problems too.
  package var refusals: [Refusal] = []
  /// Whether nothing was recorded on purpose.
  package var isDryRun = false

  /// Whether at least one file brought nothing in.
  package var hasErrors: Bool { problems.contains { $0.severity == .error } }

  /// An empty report.
  package init() {}
}
