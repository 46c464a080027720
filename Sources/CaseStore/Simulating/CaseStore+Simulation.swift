import Casework
import Foundation
import GRDB
import Quantities
import RuleDrafting
package import RulePacks

extension CaseStore {
  /// Tries a draft on every open case that stands under a pack, without writing anything.
  ///
  /// All cases are glanced at in bulk; facts and places are read only of those for which something
  /// differs, and a history is folded only where a judgement, a waiver, a departure or what a
  /// proceeding was given may count.
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
      let cases = try openCases(of: id, filter, viewer, db)
      simulation.cases = cases.count
      let groups = Dictionary(grouping: cases, by: \.standing.law)
      var effects: [Int64: CaseEffect] = [:]
      for (law, cases) in groups.sorted(by: { $0.key < $1.key }) {
        let own = try self.pack(id, law: law, in: db)
        let trial = DraftTrial(
          of: DraftTrial.Side(
            pack: draft, practice: office.practice(under: draft, on: viewer.today)),
          against: DraftTrial.Side(
            pack: own, practice: office.practice(under: own, on: viewer.today)),
          calendar: office.calendar, today: viewer.today)
        simulation.list(trial.differing)
        guard !trial.isIdle else { continue }
        let reading = try TrialReading(store: self, db: db, trial: trial, pack: id)
        for (found, glance) in zip(cases, try reading.glances(at: cases)) {
          effects[found.id] = try reading.effect(on: found, glance)
        }
      }
      let rows = try db.cachedStatement(
        sql: "SELECT \(QueueRow.columns) FROM queue q WHERE q.id = ?")
      let table = try standings(in: db)
      for found in cases {
        guard let effect = effects[found.id] else { continue }
        simulation.count(effect)
        guard effect.isTouched, let row = try Row.fetchOne(rows, arguments: [found.id]),
          let shown = QueueRow(row, table.byID)
        else { continue }
        simulation.touched.append(.init(row: shown, effect: effect))
      }
      let worse = simulation.touched.filter(\.effect.isSetBack)
      simulation.touched = worse + simulation.touched.filter { !$0.effect.isSetBack }
      return simulation
    }
  }

  /// The open cases under a pack that fit a filter and that the viewer may see, by number, with as
  /// much of them as a simulation needs of every one.
  private func openCases(
    of pack: String, _ filter: QueueFilter, _ viewer: QueueViewer, _ db: Database
  ) throws -> [OpenCase] {
    let table = try standings(in: db)
    let query = QueueQuery(view: .all, filter: filter, sort: .number, limit: .max)
    let plan = try QueuePlan(query, for: viewer, table, db)
    guard !plan.isEmpty else { return [] }
    let sql = plan.sql(
      selecting: "q.id, q.stream, q.standing", tail: "ORDER BY q.number_key, q.id")
    var cases: [OpenCase] = []
    let rows = try Row.fetchCursor(db, sql: sql, arguments: plan.arguments)
    while let row = try rows.next() {
      guard let standing = table.byID[row[2]], standing.pack == pack, standing.main.ends == nil
      else { continue }
      cases.append(
        OpenCase(id: row[0], stream: StreamID(blob: row[1] as Data), standing: standing))
    }
    return cases
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

/// An open case, before it is known whether anything would change for it.
private struct OpenCase {
  let id: Int64
  let stream: StreamID
  let standing: Standing

  /// Where its open proceedings stand, without dates.
  var places: [TrialCase.Place] {
    standing.places.map {
      TrialCase.Place(
        procedure: $0.procedure, stage: $0.stage, enteredOn: CalendarDate(ordinal: 0), due: nil)
    }
  }
}

/// Reads as much of cases as a trial needs.
private struct TrialReading {
  let store: CaseStore
  let db: Database
  let trial: DraftTrial
  let pack: String
  private let all: [Int64: FactPath]
  /// The facts that either side reads.
  private let paths: [Int64: FactPath]

  init(store: CaseStore, db: Database, trial: DraftTrial, pack: String) throws {
    self.store = store
    self.db = db
    self.trial = trial
    self.pack = pack
    all = try FactTables(db: db).paths()
    paths = try FactTables(db: db).paths(read: trial.facts)
  }

  /// What the facts alone say of each case, in their order.
  func glances(at cases: [OpenCase]) throws -> [TrialGlance] {
    let screen = TrialScreen(trial)
    let scan = FactScan(store: store, db: db, cases: ChosenCases(rows: cases.map(\.id)))
    let streams = Dictionary(
      uniqueKeysWithValues: trial.questions.isEmpty ? [] : cases.map { ($0.id, $0.stream) })
    let parts = try scan.run { [paths, all, trial, pack] db, part in
      let tester = screen.tester(paths: paths.map { ($0.key, $0.value) })
      var glances: [(Int64, TrialGlance)] = []
      try part.forEach { row, _, facts in
        tester.fill(facts)
        if let stream = streams[row] {
          tester.answer(
            try OtherCases(db: db).answers(
              to: trial.questions, facts: FactRow.facts(in: facts) { all[$0] }, except: stream,
              under: pack))
        }
        glances.append((row, tester.glance()))
      }
      return glances
    }
    let glances = Dictionary(parts.joined()) { first, _ in first }
    let tester = screen.tester(paths: [])
    tester.fill(UnsafeRawBufferPointer(start: nil, count: 0))
    let ofNothing = tester.glance()
    return cases.map { glances[$0.id] ?? ofNothing }
  }

  /// What would change for a case of which the facts were glanced at.
  func effect(on found: OpenCase, _ glance: TrialGlance) throws -> CaseEffect {
    try trial.effect(
      seen: glance, at: found.places,
      isDecided: { try isDecided(found, $0, $1) },
      read: { try $0 ? folded(found) : facts(of: found) })
  }

  /// Whether a person decided something of some kinds that is about some conditions.
  private func isDecided(
    _ found: OpenCase, _ kinds: Set<EventKind>, _ conditions: [String]
  ) throws -> Bool {
    let named = kinds.map { "'\($0.rawValue)'" }.sorted().joined(separator: ",")
    let about = conditions.map { _ in "instr(payload, CAST(? AS BLOB)) > 0" }
    let statement = try db.cachedStatement(
      sql: """
        SELECT 1 FROM events WHERE stream = ? AND kind IN (\(named))
          AND (payload IS NULL OR \(about.joined(separator: " OR "))) LIMIT 1
        """)
    var arguments: StatementArguments = [found.stream.blob]
    arguments += StatementArguments(conditions)
    return try Row.fetchOne(statement, arguments: arguments) != nil
  }

  /// A case of which no decision counts: its facts, and where it stands since when.
  private func facts(of found: OpenCase) throws -> TrialCase {
    let facts = try FactTables(db: db).facts(of: found.id, paths)
    return TrialCase(
      facts: FactSheet(facts), places: try places(of: found), others: try others(found))
  }

  /// A case as its history made it.
  private func folded(_ found: OpenCase) throws -> TrialCase {
    let state = try CaseState.folded(try Journal(db: db).events(of: found.stream))
    let places = state.proceedings.filter { !$0.isEnded }.map { proceeding in
      TrialCase.Place(
        procedure: proceeding.procedure, stage: proceeding.stage,
        enteredOn: proceeding.enteredOn, due: proceeding.entry.deadline?.due,
        inputs: proceeding.openingInputs.merging(proceeding.inputs) { _, new in new })
    }
    return TrialCase(
      facts: FactSheet(state.facts), places: places, others: try others(found, state.facts),
      state: state)
  }

  private func places(of found: OpenCase) throws -> [TrialCase.Place] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT procedure, stage, entered, due FROM proceedings
        WHERE id = ? AND ends IS NULL ORDER BY place
        """)
    return try Row.fetchAll(statement, arguments: [found.id]).map { row in
      TrialCase.Place(
        procedure: row[0], stage: row[1], enteredOn: CalendarDate(ordinal: row[2]),
        due: (row[3] as Int32?).map { CalendarDate(ordinal: $0) })
    }
  }

  private func others(_ found: OpenCase) throws -> [String: Int64] {
    guard !trial.questions.isEmpty else { return [:] }
    return try others(found, FactTables(db: db).facts(of: found.id, all))
  }

  private func others(_ found: OpenCase, _ facts: Facts) throws -> [String: Int64] {
    guard !trial.questions.isEmpty else { return [:] }
    return try OtherCases(db: db).answers(
      to: trial.questions, facts: facts, except: found.stream, under: pack)
  }
}

extension TrialTester {
  /// Puts a row of facts in on both sides.
  fileprivate func fill(_ facts: UnsafeRawBufferPointer) {
    before.fill(facts)
    after.fill(facts)
  }

  /// Puts the answers to the questions about other cases in on both sides.
  fileprivate func answer(_ answers: [String: Int64]) {
    before.answer(answers)
    after.answer(answers)
  }
}
