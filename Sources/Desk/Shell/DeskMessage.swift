package import CaseStore
package import Casework
package import Quantities
package import RulePacks
package import TerminalUI

/// Everything that reaches the desk: input, time, and answers to what it asked for.
package enum DeskMessage: Sendable {
  /// A key, a pasted text, a new size, the end of the connection.
  case input(InputEvent)
  /// The mouse, with the region of the last frame that it is over.
  case mouse(MouseEvent, region: Int?)
  /// The moment, in milliseconds since 1970-01-01 UTC, and the office's day.
  case time(Int64, today: CalendarDate)
  /// An answer.
  case answer(DeskAnswer)
}

/// Which request an answer belongs to; panes give their own numbers.
package typealias Ticket = Int

/// Something that went wrong outside, as screens can say it.
package enum DeskTrouble: Error, Sendable {
  /// A problem with a code.
  case problem(Problem)
  /// The law, the role or the inputs stand in the way.
  case refused(Refusals)
  /// The case moved in the meantime.
  case moved(CaseMoved)
  /// Anything else, as the system says it.
  case other(String)

  /// What an error means.
  package init(_ error: any Error) {
    switch error {
    case let problem as Problem: self = .problem(problem)
    case let problems as Problems where !problems.list.isEmpty: self = .problem(problems.list[0])
    case let refusals as Refusals: self = .refused(refusals)
    case let moved as CaseMoved: self = .moved(moved)
    default: self = .other("\(error)")
    }
  }
}

/// An answer to an effect.
package enum DeskAnswer: Sendable {
  /// The office, its stages and who sits there.
  case office(OfficeState, [StageLabel], User?)
  /// The tabs and counts of the queue.
  case tally(QueueTally)
  /// A page of the queue.
  case page(QueuePage, for: QueueQuery)
  /// How many rows a query has.
  case total(Int, for: QueueQuery)
  /// What the preview under the queue shows of a case.
  case glance(Glance)
  /// A case.
  case caseFile(CaseFolder)
  /// A host.
  case host(HostPage)
  /// What a decision rested on.
  case basis([Finding], hash: String)
  /// What a command would do.
  case forecast(Result<Performed, DeskTrouble>, ticket: Ticket)
  /// What a command did.
  case performed(Result<Performed, DeskTrouble>, ticket: Ticket)
  /// What one command came to on each of several cases.
  case bulk([BulkResult], ticket: Ticket)
  /// The offers of several cases.
  case bulkOffers([BulkOffer], ticket: Ticket)
  /// Drafts that were kept, with those that could no longer be read.
  case drafts(ShelvedDrafts)
  /// What was typed could not be put on disk.
  case draftsNotKept(Problem)
  /// Text from the editor; nil where it was given up.
  case edited(String?, ticket: Ticket)
  /// The names of the supervising departments by id.
  case departments([String: Bilingual])
  /// The vocabulary of facts.
  case vocabulary(Vocabulary?)
  /// Somebody else has changed the store.
  case storeChanged
  /// A request could not be met.
  case trouble(DeskTrouble)
  /// The answer of an errand that another part of the desk brought along.
  case errand(String, any Sendable)
}

/// What one command came to on one of several cases.
package struct BulkResult: Sendable {
  /// The case.
  package var stream: StreamID
  /// What it came to.
  package var result: Result<Performed, DeskTrouble>

  /// A result.
  package init(stream: StreamID, result: Result<Performed, DeskTrouble>) {
    self.stream = stream
    self.result = result
  }
}

/// What can be done with one of several cases.
package struct BulkOffer: Sendable {
  /// The case.
  package var stream: StreamID
  /// The pack.
  package var pack: RulePack
  /// The heads that the offers were made on.
  package var heads: [EventID]
  /// The actions.
  package var offers: [ActionOffer]

  /// The offers of a case.
  package init(stream: StreamID, pack: RulePack, heads: [EventID], offers: [ActionOffer]) {
    self.stream = stream
    self.pack = pack
    self.heads = heads
    self.offers = offers
  }
}
