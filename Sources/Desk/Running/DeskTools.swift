package import CaseStore
import Casework
import Quantities
package import TerminalUI

/// What effects are carried out with.
///
/// Used from one thread. An errand may give the desk another store.
package final class DeskTools {
  /// The store; nil before there is one.
  package var store: (any DeskStore)?
  /// The screen.
  package let terminal: any Terminal
  /// What the desk was started with.
  package let options: DeskOptions
  /// The looks in force.
  package var theme: Theme
  /// Who sits there; the day and the moment are kept up to date.
  package var session: Session
  /// When the store was last seen to change.
  var seenChange: Int64?

  /// Some tools.
  package init(
    store: (any DeskStore)?, terminal: any Terminal, session: Session, options: DeskOptions,
    theme: Theme = .dark
  ) {
    self.store = store
    self.terminal = terminal
    self.session = session
    self.options = options
    self.theme = theme
  }

  /// Who looks at the queue, as the office knows them.
  func viewer(_ circumstances: Circumstances) -> QueueViewer { circumstances.viewer }
}
