package import CaseStore
package import Casework
import RulePacks

/// What the desk asks of a store; a store in memory stands in for it in tests.
package protocol DeskStore: AnyObject {
  /// The office as it stands.
  func office() throws -> OfficeState
  /// What stages are called.
  func labels() throws -> [StageLabel]
  /// Tabs and counts.
  func tally(for viewer: QueueViewer) throws -> QueueTally
  /// A page of the queue.
  func page(_ query: QueueQuery, for viewer: QueueViewer) throws -> QueuePage
  /// All cases of a query's list.
  func marks(of query: QueueQuery, for viewer: QueueViewer) throws -> [QueueMark]
  /// Some cases as they are now.
  func marks(of streams: Set<StreamID>) throws -> [QueueMark]
  /// How many rows a query has.
  func total(of query: QueueQuery, for viewer: QueueViewer) throws -> Int
  /// The accepted events of a case.
  func events(of reference: CaseReference, at extent: Extent) throws -> [Event]
  /// The case and what a decision on it may depend on.
  func situation(
    of reference: CaseReference, for session: Session
  ) throws -> (state: CaseState, context: DecisionContext)
  /// What is on record about a host.
  func hostPage(creditCode: String) throws -> HostPage
  /// What a decision rested on, as it was written.
  func basis(_ hash: String) throws -> [UInt8]?
  /// The official text of a pack; nil where none is loaded.
  func lawText(of pack: String) throws -> KeptLawText?
  /// What a command would do.
  func preview(
    _ command: Command, on reference: CaseReference, by session: Session,
    expecting seen: CaseSeen?
  ) throws -> Performed
  /// Does what a command asks for.
  func perform(
    _ command: Command, on reference: CaseReference, by session: Session,
    expecting seen: CaseSeen?
  ) throws -> Performed
  /// A number that changes whenever anybody changes the store.
  func changeCount() throws -> Int64
}

extension CaseStore: DeskStore {}
