package import Casework
import Foundation
import GRDB
import Quantities
import RulePacks

/// A case whose deadlines are counted otherwise under a new calendar.
package struct CaseRestatement: Sendable {
  /// The case before.
  package var state: CaseState
  /// Its deadlines that are others now.
  package var changes: [DeadlineReview.Change]
  /// The event that records it; nil for a dry run.
  package var event: Event?
}

extension CaseStore {
  /// Puts years' schedules in, and counts the deadlines anew that they touch: all of it or nothing.
  ///
  /// Each case gets an event of its own that says from which day to which its deadlines moved, and on
  /// which notice that rests; nothing before it changes.
  ///
  /// - Parameter isDryRun: to learn what would move, with nothing recorded.
  /// - Returns: the cases whose deadlines are others now, by number.
  /// - Throws: as `perform` does.
  package func load(
    _ calendars: [CalendarSet], by session: Session, isDryRun: Bool = false
  ) throws -> [CaseRestatement] {
    var restated: [CaseRestatement] = []
    try recording(unless: isDryRun) { db in
      restated = try perform(calendars.map(OfficeCommand.calendar), by: session, in: db)
    }
    return isDryRun
      ? restated.map { CaseRestatement(state: $0.state, changes: $0.changes) } : restated
  }

  /// Writes, or only finds out what would be written.
  func recording(unless isDryRun: Bool, _ body: (Database) throws -> Void) throws {
    do {
      try writing { db in
        try body(db)
        if isDryRun { throw NothingRecorded() }
      }
    } catch is NothingRecorded {}
  }

  /// Counts the deadlines of all open cases anew that reach into some years.
  func restateDeadlines(
    for calendars: [CalendarSet], by actor: Actor, _ session: Session, in db: Database
  ) throws -> [CaseRestatement] {
    let years = calendars.map(\.year.year).sorted()
    guard let first = years.first, let start = CalendarDate(year: first, month: 1, day: 1) else {
      return []
    }
    let streams = try Foundation.Data.fetchAll(
      db,
      sql: """
        SELECT q.stream FROM queue q WHERE EXISTS (
          SELECT 1 FROM proceedings p WHERE p.id = q.id AND p.ends IS NULL AND p.due >= ?)
        ORDER BY q.number_key, q.id
        """, arguments: [start.ordinal])
    let basis = calendars.compactMap(\.source).joined(separator: "; ")
    var recorder = try Recorder(db, of: self, actor: actor, moment: session.moment)
    let recount = Recount(
      calendar: try office(in: db).calendar, years: years, basis: basis.isEmpty ? nil : basis,
      role: .administrator, session: session)
    var restated: [CaseRestatement] = []
    for stream in streams {
      let history = try recorder.journal.events(of: StreamID(blob: stream))
      let state = try CaseState.folded(history)
      if let found = try restate(state, history, by: recount, &recorder) {
        restated.append(found)
      }
    }
    try recorder.finish()
    return restated
  }

  /// Counts the deadlines of one case anew; nil where none is another.
  ///
  /// A run under one of the notices that are named has the last day of its window.
  func restate(
    _ state: CaseState, _ history: [Event], by recount: Recount, _ recorder: inout Recorder
  ) throws -> CaseRestatement? {
    let db = recorder.journal.db
    let moved = recount.notices.flatMap { DeadlineReview.changes(of: state, under: $0) }
    let recounted = DeadlineReview.changes(
      of: state, under: recount.calendar, in: try pack(state.pack, law: state.law, in: db))
    let changes =
      moved + recounted.filter { one in !moved.contains { $0.proceeding == one.proceeding } }
    guard !changes.isEmpty else { return nil }
    recorder.authorship.moment = max(
      recount.session.moment, (state.steps.last?.moment ?? 0) + 1)
    let draft = EventDraft(
      payload: .restated(
        DeadlineReview.restatement(changes, years: recount.years, basis: recount.basis)),
      role: recount.role, on: recount.session.on ?? recount.session.today)
    let events = try recorder.record(
      [draft], on: state.id, after: state.heads, law: state.law)
    try Projector(db: db).replace(try CaseState.folded(history + events))
    return CaseRestatement(state: state, changes: changes, event: events.first)
  }

  /// Counts the deadlines anew to which an undoing has led back: they may have been set before a
  /// year's schedule was known, or before a notice was amended.
  func restatingDeadlines(
    of performed: Performed, as role: Role, _ session: Session, in db: Database
  ) throws -> Performed {
    let history = try Journal(db: db).events(of: performed.after.id)
    let office = try office(in: db)
    var recorder = try Recorder(
      db, of: self, actor: try office.actor(of: session), moment: session.moment)
    let recount = Recount(
      calendar: office.calendar,
      notices: performed.after.notices(
        among: try campaigns(under: performed.after.pack, in: db)),
      years: [], basis: nil, role: role, session: session)
    let found = try restate(performed.after, history, by: recount, &recorder)
    guard let event = found?.event else { return performed }
    try recorder.finish()
    var performed = performed
    performed.after = try CaseState.folded(history + [event])
    performed.events.append(event)
    performed.position = recorder.head.position
    return performed
  }
}

/// Why and by whom deadlines are counted anew, and under which calendar.
struct Recount {
  /// The calendar in force now.
  let calendar: WorkingCalendar
  /// The notices whose windows are looked at again.
  var notices: [CampaignNotice] = []
  /// The years whose schedules are new; empty where an undoing led back to an earlier deadline.
  let years: [Int]
  /// The document that says so; nil where none is named.
  let basis: String?
  /// The role in which it is recorded.
  let role: Role
  let session: Session
}

/// Takes back what a transaction has written, on purpose.
struct NothingRecorded: Error {}
