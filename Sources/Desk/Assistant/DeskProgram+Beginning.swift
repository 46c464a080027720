package import CaseStore
package import TerminalUI

extension DeskProgram {
  /// Opens the desk where there is no store yet: the assistant leads to one and on to its queue.
  ///
  /// - Parameter home: the folder in which the person's stores lie.
  /// - Returns: the store that was made; nil where the person left before.
  /// - Throws: `TerminalError` where there is no terminal to run on.
  @discardableResult
  package static func begin(
    session: Session, options: DeskOptions, home: String
  ) throws(TerminalError) -> (any DeskStore)? {
    try run(store: nil, session: session, options: options, first: AssistantPane(home: home))
  }
}
