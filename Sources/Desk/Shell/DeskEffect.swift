package import CaseStore
package import Casework
package import Quantities

/// Something to be done outside: by the runner, at once, before the next frame.
package enum DeskEffect: Sendable {
  /// Read the office, its stages and who sits there.
  case office
  /// Read tabs and counts.
  case tally
  /// Read a page of the queue.
  case page(QueueQuery)
  /// Count the rows of a query.
  case total(QueueQuery)
  /// Read what the preview under the queue shows.
  case glance(StreamID)
  /// Read a case with its pack, offers and findings.
  case caseFile(CaseReference)
  /// Read what is on record about a host.
  case host(String)
  /// Read what a decision rested on.
  case basis(String)
  /// Find out what a command would do.
  case forecast(Errand, ticket: Ticket)
  /// Do what a command asks for.
  case perform(Errand, ticket: Ticket)
  /// Find out what can be done with several cases.
  case bulkOffers([StreamID], ticket: Ticket)
  /// Do one thing with several cases, or find out what it would do.
  case bulk([Errand], isDryRun: Bool, ticket: Ticket)
  /// Keep drafts on disk; all there are.
  case saveDrafts([Draft])
  /// Read drafts.
  case loadDrafts
  /// Hand a text to the person's editor.
  case editor(String, ticket: Ticket)
  /// Read the vocabulary of facts.
  case vocabulary
  /// Put a text into the clipboard.
  case copy(String)
  /// Stop the program as Ctrl-Z does.
  case suspend
  /// Send every cell with the next frame.
  case repaint
  /// Show another theme.
  case theme(String)
  /// Keep language and theme for the next time.
  case remember(language: Language, theme: String)
  /// Ring.
  case bell
  /// Something that another part of the desk brings along.
  case errand(any DeskErrand)

  /// A command on a case, as a dialog has it.
  package struct Errand: Hashable, Sendable {
    /// The case.
    package var stream: StreamID
    /// The command.
    package var command: Command
    /// What the person had seen of the case; nil to take it as it is.
    package var seen: CaseSeen?
    /// The official date; nil for today.
    package var on: CalendarDate?

    /// A command on a case.
    package init(
      stream: StreamID, command: Command, seen: CaseSeen?, on: CalendarDate? = nil
    ) {
      self.stream = stream
      self.command = command
      self.seen = seen
      self.on = on
    }
  }
}

/// Something to be done outside that the desk's core does not know: making a store, reading a file.
package protocol DeskErrand: Sendable {
  /// The name under which the answer comes back (``DeskAnswer/errand(_:_:)``).
  var name: String { get }
  /// Does it.
  func run(with tools: DeskTools) -> any Sendable
}
