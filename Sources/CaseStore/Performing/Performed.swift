package import Casework
import RulePacks

/// What a command came to.
package struct Performed: Sendable {
  /// The case as it was; nil for a new one.
  package var before: CaseState?
  /// The case as it is.
  package var after: CaseState
  /// What was decided.
  package var decision: Decision
  /// The events that were recorded; for a preview none.
  package var events: [Event]
  /// Where the ledger stood when it was done.
  package var position: Int64

  /// What a command came to.
  package init(
    before: CaseState? = nil, after: CaseState, decision: Decision, events: [Event], position: Int64
  ) {
    self.before = before
    self.after = after
    self.decision = decision
    self.events = events
    self.position = position
  }
}

/// The case moved while a person looked at it: what the command rested on is no longer all.
package struct CaseMoved: Error, Sendable {
  /// The case as it is.
  package var state: CaseState
  /// What happened in the meantime.
  package var since: [Event]

  /// A case that moved.
  package init(state: CaseState, since: [Event]) {
    self.state = state
    self.since = since
  }
}

/// What a person had seen of a case when deciding on it.
package enum CaseSeen: Hashable, Sendable {
  /// Its last events, as its page has them.
  case heads([EventID])
  /// How many events it had, as lists know it.
  case version(Int)

  /// Throws `CaseMoved` where more has happened to a case.
  func refuseMoved(_ state: CaseState, _ history: [Event]) throws(CaseMoved) {
    switch self {
    case .heads(let heads):
      guard Set(heads) != Set(state.heads) else { return }
      throw CaseMoved(state: state, since: CaseState.events(history, since: heads))
    case .version(let version):
      guard version != state.version else { return }
      throw CaseMoved(state: state, since: Array(history.dropFirst(version)))
    }
  }
}

extension CaseState {
  /// What happened to a case after the events that somebody had seen as its heads.
  static func events(_ events: [Event], since heads: [EventID]) -> [Event] {
    let byID = Dictionary(events.map { ($0.id, $0) }) { first, _ in first }
    var seen: Set<EventID> = []
    var open = heads
    while let id = open.popLast() {
      guard let event = byID[id], seen.insert(id).inserted else { continue }
      open.append(contentsOf: event.header.parents)
    }
    return events.filter { !seen.contains($0.id) }
  }
}
