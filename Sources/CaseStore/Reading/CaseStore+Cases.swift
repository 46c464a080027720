package import Casework
import Foundation
import GRDB
package import Quantities
package import RulePacks

/// A case with its history and its pack, as one moment of the store has them.
package struct CaseFile: Sendable {
  /// The case.
  package var state: CaseState
  /// Its accepted events, in the order of the ledger.
  package var events: [Event]
  /// The pack, in the form whose law the case is pinned to.
  package var pack: RulePack

  /// A case.
  package init(state: CaseState, events: [Event], pack: RulePack) {
    self.state = state
    self.events = events
    self.pack = pack
  }
}

/// Up to where a case is read.
package enum Extent: Hashable, Sendable {
  /// Everything that was accepted.
  case now
  /// What the ledger had at a position.
  case version(Int64)
  /// What the ledger had at the end of a day, in the office's calendar.
  case endOf(CalendarDate)
}

extension CaseStore {
  /// A case as it stands.
  ///
  /// - Throws: `case.not_found`, `case.ambiguous`, and what the journal's checks say.
  package func state(of reference: CaseReference, at extent: Extent = .now) throws -> CaseState {
    try CaseState.folded(events(of: reference, at: extent))
  }

  /// The accepted events of a case, in the order of the ledger.
  package func events(of reference: CaseReference, at extent: Extent = .now) throws -> [Event] {
    try reading { db in try events(of: reference, at: extent, in: db) }
  }

  /// A case with its history and its pack.
  package func file(of reference: CaseReference, at extent: Extent = .now) throws -> CaseFile {
    try reading { db in
      let events = try events(of: reference, at: extent, in: db)
      let state = try CaseState.folded(events)
      var pack = try pack(state.pack, law: state.law, in: db)
      for notice in state.notices(among: try campaigns(under: pack.id, in: db)) {
        pack = pack.under(notice)
      }
      return CaseFile(state: state, events: events, pack: pack)
    }
  }

  /// What happened to a case after the events that somebody saw as its heads.
  package func events(of reference: CaseReference, since heads: [EventID]) throws -> [Event] {
    CaseState.events(try events(of: reference), since: heads)
  }

  /// The stream that a reference means.
  package func stream(of reference: CaseReference) throws -> StreamID {
    try reading { try CaseFinder.stream(of: reference, in: $0) }
  }

  /// The findings that a decision relied on, with their trees, as they were written.
  package func basis(_ hash: String) throws -> [UInt8]? {
    try reading { try Journal(db: $0).blob(hash) }
  }

  /// The head of the ledger, to be printed and kept off the machine.
  package func checkpoint() throws -> LedgerCheckpoint {
    try reading { try Journal(db: $0).head() }
  }

  /// A number that changes whenever anybody changes the store.
  package func changeCount() throws -> Int64 {
    try guarded {
      try database.unsafeRead { db in
        let version = try DatabaseVersion(db)
        return version.byOthers &* 1_000_003 &+ Int64(version.byItself)
      }
    }
  }

  private func events(
    of reference: CaseReference, at extent: Extent, in db: Database
  ) throws -> [Event] {
    let stream = try CaseFinder.stream(of: reference, in: db)
    let journal = Journal(db: db)
    switch extent {
    case .now: return try journal.events(of: stream)
    case .version(let position): return try known(try journal.events(of: stream, upTo: position))
    case .endOf(let day):
      let offset = try office(in: db).settings?.utcOffsetMinutes ?? 480
      return try known(
        try journal.events(of: stream).filter {
          Session.day(of: $0.header.moment, utcOffsetMinutes: offset) <= day
        })
    }
  }

  private func known(_ events: [Event]) throws -> [Event] {
    guard !events.isEmpty else { throw Problem("case.not_yet") }
    return events
  }
}
