package import Casework
import GRDB
import Quantities
import RulePacks

extension CaseStore {
  /// Does what a person asks for on a case, or says why not.
  ///
  /// Under the lock the case is read again, so that the decision rests on what is true now.
  ///
  /// - Parameter expecting: what the person had seen of the case, or nil to take it as it is.
  /// - Throws: `Refusals` of the law or the role; `CaseMoved` where more has happened since;
  ///   `Problem` for everything else.
  package func perform(
    _ command: Command, on reference: CaseReference, by session: Session,
    expecting seen: CaseSeen? = nil
  ) throws -> Performed {
    try writing { try perform(command, on: reference, by: session, expecting: seen, in: $0) }
  }

  /// What `perform` would do, without doing it: for dialogs and dry runs.
  ///
  /// - Throws: as `perform` does.
  package func preview(
    _ command: Command, on reference: CaseReference, by session: Session,
    expecting seen: CaseSeen? = nil
  ) throws -> Performed {
    try reading { db in
      let ruling = try ruling(on: command, of: reference, by: session, expecting: seen, in: db)
      return try ruling.desk.imagine(ruling.decision, on: ruling.before, ruling.history)
    }
  }

  /// Does it within a write transaction that is under way.
  func perform(
    _ command: Command, on reference: CaseReference, by session: Session,
    expecting seen: CaseSeen? = nil, in db: Database
  ) throws -> Performed {
    let ruling = try ruling(on: command, of: reference, by: session, expecting: seen, in: db)
    let performed = try ruling.desk.carryOut(ruling.decision, on: ruling.before, ruling.history)
    guard case .undo = command, let role = ruling.decision.drafts.first?.role else {
      return performed
    }
    return try restatingDeadlines(of: performed, as: role, session, in: db)
  }

  /// Reads the case as the transaction has it, and decides.
  private func ruling(
    on command: Command, of reference: CaseReference, by session: Session,
    expecting seen: CaseSeen?, in db: Database
  ) throws -> Ruling {
    let desk = try DecisionDesk(self, db, session)
    let stream = try CaseFinder.stream(of: reference, in: db)
    let history = try Journal(db: db).events(of: stream)
    let before = try CaseState.folded(history)
    try seen?.refuseMoved(before, history)
    let pack = try pack(before.pack, law: before.law, in: db)
    let context = try desk.context(for: before, under: pack, deciding: command)
    let decision = try Decider.decide(command, on: before, in: context).get()
    return Ruling(desk: desk, before: before, history: history, decision: decision)
  }

  /// The case, the context that a decision on it would have, and the pack: for lists of actions and
  /// findings.
  ///
  /// - Throws: `Problem`.
  package func situation(
    of reference: CaseReference, for session: Session
  ) throws -> (state: CaseState, context: DecisionContext) {
    try reading { db in
      let desk = try DecisionDesk(self, db, session)
      let stream = try CaseFinder.stream(of: reference, in: db)
      let state = try CaseState.folded(try Journal(db: db).events(of: stream))
      let pack = try pack(state.pack, law: state.law, in: db)
      return (state, try desk.context(for: state, under: pack))
    }
  }
}

/// A decision with the case that it is about, as one transaction has them.
private struct Ruling {
  let desk: DecisionDesk
  let before: CaseState
  let history: [Event]
  let decision: Decision
}

extension CaseState {
  /// Folds a history that was read from the journal.
  ///
  /// - Throws: `journal.cannot_fold`, `journal.unreadable_redaction`, with the event where there is
  ///   one.
  static func folded(_ events: [Event]) throws(Problem) -> CaseState {
    do {
      return try CaseState(folding: events)
    } catch {
      switch error {
      case .noOpening: throw Problem("journal.cannot_fold")
      case .unknownProceeding(let id): throw Problem("journal.cannot_fold", ["event": id])
      case .unreadableReplacement(let id):
        throw Problem("journal.unreadable_redaction", ["event": id])
      }
    }
  }
}
