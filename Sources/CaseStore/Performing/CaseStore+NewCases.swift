package import Casework
import Quantities
package import RulePacks

/// What one row of an import came to.
package enum Admission: Sendable {
  /// A case was made, or would be.
  case admitted(Performed)
  /// The same application or row is on file already.
  case duplicate(of: CaseState)
  /// It was refused.
  case refused(Refusals)
}

/// What an import brings in.
package enum Arrival: Hashable, Sendable {
  /// An application, to be received under a pack.
  case application(Application, pack: String)
  /// A centre that exists already, to be taken over under a pack.
  case rosterEntry(RosterEntry, pack: String)

  /// The pack.
  package var pack: String {
    switch self {
    case .application(_, let pack), .rosterEntry(_, let pack): pack
    }
  }

  /// The content hash by which a second import is recognised.
  package var fingerprint: String {
    switch self {
    case .application(let application, _): application.fingerprint
    case .rosterEntry(let entry, _): entry.fingerprint
    }
  }

  /// The facts that it brings.
  package var facts: Facts {
    switch self {
    case .application(let application, _): application.facts
    case .rosterEntry(let entry, _): entry.facts
    }
  }
}

extension CaseStore {
  /// Receives an application: a case begins, and the office allots its number.
  ///
  /// - Throws: `Refusals`; `case.duplicate` where the same application is on file already.
  package func open(
    _ application: Application, under pack: String, by session: Session
  ) throws -> Performed {
    try sole(of: admit([.application(application, pack: pack)], by: session))
  }

  /// Takes a centre of a roster over.
  ///
  /// - Throws: `Refusals`; `case.duplicate` where the same row is on file already.
  package func takeOver(
    _ entry: RosterEntry, under pack: String, by session: Session
  ) throws -> Performed {
    try sole(of: admit([.rosterEntry(entry, pack: pack)], by: session))
  }

  /// Receives everything that a file brings, in one transaction: all of it or nothing.
  ///
  /// Where one arrival is refused, nothing is recorded; the answer says of each what it came to.
  /// Arrivals that are on file already are left out and do not stand in the way.
  ///
  /// - Parameters:
  ///   - isDryRun: to learn what would happen, with nothing recorded.
  ///   - refusingKnown: whether arrivals that are on file already do stand in the way.
  package func admit(
    _ arrivals: [Arrival], by session: Session, isDryRun: Bool = false,
    refusingKnown: Bool = false
  ) throws -> [Admission] {
    var admissions: [Admission] = []
    do {
      try writing { db in
        let desk = try DecisionDesk(self, db, session)
        admissions =
          arrivals.count < DecisionDesk.handful
          ? try desk.admit(arrivals) : try Connection.roomily(db) { try desk.admit(arrivals) }
        let isRefused = admissions.contains { admission in
          switch admission {
          case .admitted: false
          case .duplicate: refusingKnown
          case .refused: true
          }
        }
        if isDryRun || isRefused { throw NothingRecorded() }
      }
    } catch is NothingRecorded {}
    return admissions
  }

  private func sole(of admissions: [Admission]) throws -> Performed {
    switch admissions.first {
    case .admitted(let performed): return performed
    case .duplicate(let state):
      throw Problem("case.duplicate", ["case": state.number ?? state.id.text])
    case .refused(let refusals): throw refusals
    case nil: throw Problem("case.not_found")
    }
  }
}

extension DecisionDesk {
  /// How many arrivals are decided and folded together on every core.
  fileprivate static let handful = 512

  /// Decides and records every arrival.
  ///
  /// Decisions, hashes and folds are made on every core; what is recorded is what taking the arrivals
  /// one after the other gives.
  fileprivate func admit(_ arrivals: [Arrival]) throws -> [Admission] {
    var hall = try Reception(self)
    var admissions: [Admission] = []
    admissions.reserveCapacity(arrivals.count)
    var rest = arrivals[...]
    while let first = rest.first {
      // A question about other cases is answered with those before.
      let size = try hall.asks(first) ? 1 : Self.handful
      var handful: [Arrival] = []
      var fingerprints: Set<String> = []
      while let arrival = rest.first, handful.count < size,
        try handful.isEmpty || !hall.asks(arrival),
        arrival.fingerprint.isEmpty || fingerprints.insert(arrival.fingerprint).inserted
      {
        handful.append(arrival)
        rest = rest.dropFirst()
      }
      admissions += try hall.admit(handful)
    }
    try hall.finish()
    return admissions
  }
}
