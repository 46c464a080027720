import Casework
import Foundation
import GRDB
package import Quantities
package import RulePacks

extension CaseStore {
  /// Tests all conditions of a pack on all open cases at once, from the rows of facts: for a
  /// simulation of another pack, and for figures over everything.
  ///
  /// Nothing is folded and nothing is explained, so 100,000 cases take well under a second.
  /// Judgements, waivers and departures have no part in it (`BulkFinding`): fold the few cases in
  /// which two packs differ and ask `FindingEvaluator` for the rest.
  ///
  ///     let before = try store.evaluateAll(under: old, on: day, today: day) { $0.pack == old.id }
  ///     let after = try store.evaluateAll(under: new, on: day, today: day) { $0.pack == old.id }
  ///     for place in before.cases.indices { … before.findings(at: place), after.findings(at: place) … }
  ///
  /// Both have the same cases in the same order, as long as nobody writes between the two; compare
  /// `cases[place].stream`.
  ///
  /// - Parameters:
  ///   - moment: to test only what is tested then; nil for every condition.
  ///   - day: the official date (`on`).
  ///   - practice: the practice in force; nil for what the office has set for the pack on that day.
  ///   - isIn: which cases, by where they stand; asked once for each place, not for each case.
  /// - Throws: `Problem` of the store.
  package func evaluateAll(
    under pack: RulePack, at moment: Moment? = nil, on day: CalendarDate, today: CalendarDate,
    practice: [String: Value]? = nil,
    where isIn: (Standing) -> Bool = { $0.main.ends == nil }
  ) throws -> BulkFindings {
    try reading { db in
      let inForce = try practice ?? office(in: db).practice(under: pack, on: day).values
      let rules = BulkRules(
        pack, at: moment,
        in: FlatRules.Circumstances(practice: inForce, on: day, today: today))
      let sweep = BulkSweep(db: db, rules: rules, questions: pack.questions)
      return try sweep.findings(standings(in: db), where: isIn, under: pack)
    }
  }
}

/// Goes through the rows of facts once.
private struct BulkSweep {
  let db: Database
  let rules: BulkRules
  let questions: [Question]

  func findings(
    _ table: StandingTable, where isIn: (Standing) -> Bool, under pack: RulePack
  ) throws -> BulkFindings {
    var found = BulkFindings(conditions: rules.conditions, standings: table.byID)
    let wanted = Set(table.entries.filter { isIn($0.standing) }.map(\.id))
    let paths = try FactTables(db: db).paths()
    let tester = rules.tester(paths: paths.map { ($0.key, $0.value) })
    let asked = rules.rules.questions.compactMap { id in questions.first { $0.id == id } }
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT q.id, q.stream, q.number, q.standing, f.row FROM queue q JOIN facts f ON f.id = q.id
          ORDER BY q.id
          """))
    while let row = try rows.next() {
      let standing: Int64 = row[3]
      guard wanted.contains(standing) else { continue }
      let stream = try row.withUnsafeData(atIndex: 1) { StreamID(blob: $0 ?? Data()) }
      found.cases.append(
        BulkFindings.Case(stream: stream, number: row[2], row: row[0], standing: standing))
      if !asked.isEmpty { try answer(asked, of: stream, row, paths, pack, tester) }
      try row.withUnsafeData(atIndex: 4) { data in
        (data ?? Data()).withUnsafeBytes { bytes in
          tester.evaluator.frame.begin()
          var facts = FactRow(bytes)
          facts?.fill(tester.evaluator.frame)
          tester.test(into: &found.results)
        }
      }
    }
    return found
  }

  /// Answers what conditions ask about other cases; few packs do.
  private func answer(
    _ asked: [Question], of stream: StreamID, _ row: Row, _ paths: [Int64: FactPath],
    _ pack: RulePack, _ tester: BulkTester
  ) throws {
    let facts = BinaryFacts(bytes: Array(row[4] as Data)).facts { paths[$0] }
    let answers = try OtherCases(db: db).answers(
      to: asked, facts: facts, except: stream, under: pack.id)
    tester.evaluator.answers = rules.rules.questions.map { answers[$0] }
  }
}
