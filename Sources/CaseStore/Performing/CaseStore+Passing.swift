package import Casework
import Foundation
import GRDB
import Quantities
package import RulePacks

/// A case that passed, or would pass, to another pack.
package struct CasePassing: Sendable {
  /// The case before.
  package var state: CaseState
  /// What is recorded of it.
  package var migrated: Migrated
  /// The event that records it; nil for a dry run.
  package var event: Event?
}

/// What the passing of cases to another pack came to.
package struct PackMigration: Sendable {
  /// The cases, by number.
  package var cases: [CasePassing]
  /// Where the ledger stood afterwards.
  package var head: LedgerCheckpoint
}

extension CaseStore {
  /// Passes every open case of one pack to another, or to the newest form of its own: all of them or
  /// none.
  ///
  /// The map is proved against both packs and against every case before the first event is written. A
  /// case whose main proceeding has ended stays under the law by which it ended.
  ///
  /// - Parameter isDryRun: to learn what would happen, with nothing recorded.
  /// - Throws: `Refusals` for anybody but an administrator; `Problems` with everything that stands in
  ///   the way, each with its place in the map; `pack.not_adopted`; `migration.nothing`.
  package func migrate(
    by map: StateMap, by session: Session, isDryRun: Bool = false
  ) throws -> PackMigration {
    var migration: PackMigration?
    try recording(unless: isDryRun) { db in
      let desk = try DecisionDesk(self, db, session)
      guard desk.actor.roles.contains(.administrator) else {
        throw Refusals([
          Refusal(
            .role, "role.missing",
            arguments: ["actor": desk.actor.name, "roles": Role.administrator.rawValue])
        ])
      }
      let passing = PackPassing(map, to: try pack(map.to, law: nil, in: db))
      let decided = try decide(passing, desk, in: db)
      var cases = try record(decided, desk, in: db)
      if isDryRun { for index in cases.indices { cases[index].event = nil } }
      migration = PackMigration(cases: cases, head: try Journal(db: db).head())
    }
    guard let migration else { throw Problem("migration.nothing") }
    return migration
  }

  /// Decides for every case before any is changed.
  private func decide(
    _ passing: PackPassing, _ desk: DecisionDesk, in db: Database
  ) throws -> [(state: CaseState, history: [Event], migrated: Migrated)] {
    let map = passing.map
    let standings = try standings(in: db).entries.filter { entry in
      let standing = entry.standing
      return standing.pack == map.from && standing.main.ends == nil
        && standing.law.hasPrefix(map.law ?? "")
        && (standing.pack, standing.law) != (passing.new.id, passing.new.lawHash)
    }
    guard !standings.isEmpty else {
      throw Problem(
        "migration.nothing", at: map.place,
        ["from": map.from, "law": map.law ?? "", "to": map.to])
    }
    var faults = FaultList()
    for law in Set(standings.map(\.standing.law)).sorted() {
      for fault in passing.faults(from: try pack(map.from, law: law, in: db)) {
        faults.add(fault, of: nil)
      }
    }
    let streams = try Foundation.Data.fetchAll(
      db,
      sql: """
        SELECT stream FROM queue
        WHERE standing IN (\(standings.map { String($0.id) }.joined(separator: ",")))
        ORDER BY number_key, id
        """)
    var decided: [(state: CaseState, history: [Event], migrated: Migrated)] = []
    let journal = Journal(db: db)
    for stream in streams {
      let history = try journal.events(of: StreamID(blob: stream))
      let state = try CaseState.folded(history)
      switch passing.decide(on: state, in: try desk.context(for: state, under: passing.new)) {
      case .success(let migrated): decided.append((state, history, migrated))
      case .failure(let problems): for fault in problems.list { faults.add(fault, of: state) }
      }
    }
    guard faults.isEmpty else { throw faults.problems }
    return decided
  }

  private func record(
    _ decided: [(state: CaseState, history: [Event], migrated: Migrated)], _ desk: DecisionDesk,
    in db: Database
  ) throws -> [CasePassing] {
    var recorder = try Recorder(db, of: self, actor: desk.actor, moment: desk.session.moment)
    let projector = Projector(db: db)
    let cases = try decided.map { state, history, migrated in
      recorder.authorship.moment = max(
        desk.session.moment, (state.steps.last?.moment ?? 0) + 1)
      let events = try recorder.record(
        [EventDraft(payload: .migrated(migrated), role: .administrator, on: desk.on)],
        on: state.id, after: state.heads, law: state.law)
      try projector.replace(try CaseState.folded(history + events))
      return CasePassing(state: state, migrated: migrated, event: events.first)
    }
    try recorder.finish()
    return cases
  }
}

/// What stands in the way, each once, with the cases in which it does.
private struct FaultList {
  private var order: [Problem] = []
  private var cases: [Problem: [String]] = [:]

  var isEmpty: Bool { order.isEmpty }

  mutating func add(_ fault: Problem, of state: CaseState?) {
    if cases[fault] == nil {
      order.append(fault)
      cases[fault] = []
    }
    if let state { cases[fault]?.append(state.number ?? String(state.id.text.prefix(8))) }
  }

  /// The problems in the order of the file.
  var problems: Problems {
    Problems(
      order.sorted { ($0.place.line ?? 0) < ($1.place.line ?? 0) }.map { fault in
        var fault = fault
        let list = cases[fault] ?? []
        guard !list.isEmpty else { return fault }
        fault.arguments["count"] = "\(list.count)"
        fault.arguments["cases"] =
          list.prefix(3).joined(separator: ", ") + (list.count > 3 ? " …" : "")
        return fault
      })
  }
}
