/// What a person may ask for at a case: an action of a stage, or the opening of a procedure.
///
/// Commands, offers and scripts name it by its text: `recommend`, `open.annual_report`. Ids of packs
/// have no dot, so that no action is taken for an opening.
package enum ActionID: Hashable, Sendable {
  /// An action of a stage, by its id.
  case action(String)
  /// The opening of a procedure, by the procedure's id.
  case opening(String)

  private static let openingPrefix = "open."

  /// Reads a text.
  package init(_ text: String) {
    self =
      text.hasPrefix(Self.openingPrefix)
      ? .opening(String(text.dropFirst(Self.openingPrefix.count))) : .action(text)
  }

  /// The text that names it.
  package var text: String {
    switch self {
    case .action(let id): id
    case .opening(let procedure): Self.openingPrefix + procedure
    }
  }

  /// The procedure that it opens; nil for an action.
  package var opens: String? {
    if case .opening(let procedure) = self { return procedure }
    return nil
  }
}
