import Casework
import Foundation
import GRDB
import Quantities
package import RulePacks

extension CaseStore {
  /// Tries a draft on every open case that stands under a pack, without writing anything.
  ///
  /// Facts and places are read from the derived tables; a history is folded only where a judgement,
  /// a waiver, a departure or what a proceeding was given may count.
  ///
  /// - Parameters:
  ///   - draft: the draft, loaded by the caller.
  ///   - pack: the pack whose cases are looked at; nil for the draft's own id, or for the only
  ///     pack of the store.
  ///   - filter: which cases.
  ///   - viewer: who looks, and on which day; clerks see their department.
  /// - Throws: `pack.not_adopted` where no pack is meant.
  package func simulate(
    _ draft: RulePack, insteadOf pack: String? = nil, filter: QueueFilter = QueueFilter(),
    for viewer: QueueViewer
  ) throws -> Simulation {
    try reading { db in
      let office = try office(in: db)
      let known = office.packs.keys.sorted()
      let id = pack ?? (known.contains(draft.id) ? draft.id : known.count == 1 ? known[0] : nil)
      guard let id else {
        throw Problem(
          "pack.not_adopted", ["pack": draft.id, "known": known.joined(separator: ", ")])
      }
      let present = try self.pack(id, law: nil, in: db)
      var simulation = Simulation(
        draft: draft, pack: id, comparison: PackComparison(from: present, to: draft))
      let rows = try openRows(of: id, filter, viewer, db)
      simulation.cases = rows.count
      let groups = Dictionary(grouping: rows, by: \.standing.law)
      var effects: [Int64: CaseEffect] = [:]
      for (law, rows) in groups.sorted(by: { $0.key < $1.key }) {
        let own = try self.pack(id, law: law, in: db)
        let trial = DraftTrial(
          of: DraftTrial.Side(
            pack: draft, practice: office.practice(under: draft, on: viewer.today)),
          against: DraftTrial.Side(
            pack: own, practice: office.practice(under: own, on: viewer.today)),
          calendar: office.calendar, today: viewer.today)
        simulation.list(trial.differing)
        guard !trial.isIdle else { continue }
        let reading = try TrialReading(db: db, trial: trial, pack: id)
        for row in rows { effects[row.id] = trial.effect(on: try reading.trialCase(of: row)) }
      }
      for row in rows {
        guard let effect = effects[row.id] else { continue }
        simulation.count(effect)
        if effect.isTouched { simulation.touched.append(.init(row: row, effect: effect)) }
      }
      let worse = simulation.touched.filter(\.effect.isSetBack)
      simulation.touched = worse + simulation.touched.filter { !$0.effect.isSetBack }
      return simulation
    }
  }

  /// The open cases under a pack that fit a filter and that the viewer may see, by number.
  func openRows(
    of pack: String, _ filter: QueueFilter, _ viewer: QueueViewer, _ db: Database
  ) throws -> [QueueRow] {
    let table = try standings(in: db)
    let query = QueueQuery(view: .all, filter: filter, sort: .number, limit: .max)
    let plan = try QueuePlan(query, for: viewer, table, db)
    guard !plan.isEmpty else { return [] }
    let sql = plan.sql(selecting: QueueRow.columns, tail: "ORDER BY q.number_key, q.id")
    return try Row.fetchAll(db, sql: sql, arguments: plan.arguments).compactMap { row in
      QueueRow(row, table.byID)
    }.filter { $0.standing.pack == pack && $0.standing.main.ends == nil }
  }
}

/// Reads as much of cases as a trial needs.
private struct TrialReading {
  let db: Database
  let trial: DraftTrial
  let pack: String
  private let paths: [Int64: FactPath]
  /// The cases with a decision on record that may count.
  private let decided: Set<StreamID>

  init(db: Database, trial: DraftTrial, pack: String) throws {
    self.db = db
    self.trial = trial
    self.pack = pack
    paths = try FactTables(db: db).paths().filter { Self.isRead($0.value, trial.facts) }
    guard !trial.decisions.isEmpty else {
      decided = []
      return
    }
    let kinds = trial.decisions.map { "'\($0.rawValue)'" }
    let streams = try Row.fetchAll(
      db,
      sql: "SELECT DISTINCT stream FROM events WHERE kind IN (\(kinds.joined(separator: ",")))")
    decided = Set(streams.map { StreamID(blob: $0[0]) })
  }

  func trialCase(of row: QueueRow) throws -> TrialCase {
    let needsHistory = row.standing.places.contains {
      trial.needsHistory(procedure: $0.procedure, stage: $0.stage)
    }
    guard needsHistory || decided.contains(row.stream) else {
      let facts = try FactTables(db: db).facts(of: row.id, paths)
      return TrialCase(
        facts: FactSheet(facts), places: try places(of: row), others: try others(row, facts))
    }
    let state = try CaseState.folded(try Journal(db: db).events(of: row.stream))
    let places = state.proceedings.filter { !$0.isEnded }.map { proceeding in
      TrialCase.Place(
        procedure: proceeding.procedure, stage: proceeding.stage,
        enteredOn: proceeding.enteredOn, due: proceeding.entry.deadline?.due,
        inputs: proceeding.openingInputs.merging(proceeding.inputs) { _, new in new })
    }
    return TrialCase(
      facts: FactSheet(state.facts), places: places, others: try others(row, state.facts),
      state: state)
  }

  private func places(of row: QueueRow) throws -> [TrialCase.Place] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT procedure, stage, entered, due FROM proceedings
        WHERE id = ? AND ends IS NULL ORDER BY place
        """)
    return try Row.fetchAll(statement, arguments: [row.id]).map { found in
      TrialCase.Place(
        procedure: found[0], stage: found[1], enteredOn: CalendarDate(ordinal: found[2]),
        due: (found[3] as Int32?).map { CalendarDate(ordinal: $0) })
    }
  }

  private func others(_ row: QueueRow, _ facts: Facts) throws -> [String: Int64] {
    guard !trial.questions.isEmpty else { return [:] }
    let all = try FactTables(db: db).facts(of: row.id, FactTables(db: db).paths())
    return try OtherCases(db: db).answers(
      to: trial.questions, facts: all, except: row.stream, under: pack)
  }

  /// Whether a fact is among those read; tables and lists are read by their name.
  private static func isRead(_ path: FactPath, _ facts: Set<FactPath>) -> Bool {
    if facts.contains(path) { return true }
    guard let open = path.firstIndex(of: "[") else {
      return facts.contains { $0.hasPrefix(path + ".") }
    }
    let group = String(path[..<open])
    return facts.contains { $0 == group || $0.hasPrefix(group + ".") || $0.hasPrefix(group + "[") }
  }
}
