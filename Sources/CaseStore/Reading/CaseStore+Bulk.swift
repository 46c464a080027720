import Casework
import Foundation
import GRDB
package import Quantities
package import RulePacks

extension CaseStore {
  /// Tests all conditions of a pack on all open cases at once, from the rows of facts: for figures
  /// over everything.
  ///
  /// Nothing is folded and nothing is explained, so 100,000 cases take well under a second.
  /// Judgements, waivers and departures have no part in it (`BulkFinding`).
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
      let sweep = try BulkSweep(self, db, pack, moment, day, today, practice, isIn)
      return try sweep.findings()
    }
  }

  /// Counts what `evaluateAll` would find, without keeping it case by case.
  ///
  /// - Throws: `Problem` of the store.
  package func countAll(
    under pack: RulePack, at moment: Moment? = nil, on day: CalendarDate, today: CalendarDate,
    where isIn: (Standing) -> Bool = { $0.main.ends == nil }
  ) throws -> BulkCounts {
    try reading { db in
      let sweep = try BulkSweep(self, db, pack, moment, day, today, nil, isIn)
      return try sweep.counts()
    }
  }
}

/// Goes through the rows of facts once.
private struct BulkSweep {
  let db: Database
  let pack: RulePack
  let rules: BulkRules
  let standings: [Int64: Standing]
  /// Where the cases stand that are looked at.
  let wanted: Set<Int64>
  let paths: [Int64: FactPath]
  /// What conditions ask about other cases; few packs ask anything.
  let questions: [Question]

  init(
    _ store: CaseStore, _ db: Database, _ pack: RulePack, _ moment: Moment?, _ day: CalendarDate,
    _ today: CalendarDate, _ practice: [String: Value]?, _ isIn: (Standing) -> Bool
  ) throws {
    self.db = db
    self.pack = pack
    let inForce = try practice ?? store.office(in: db).practice(under: pack, on: day).values
    let rules = BulkRules(
      pack, at: moment, in: FlatRules.Circumstances(practice: inForce, on: day, today: today))
    self.rules = rules
    let table = try store.standings(in: db)
    standings = table.byID
    wanted = Set(table.entries.filter { isIn($0.standing) }.map(\.id))
    paths = try FactTables(db: db).paths()
    questions = rules.rules.questions.compactMap { id in pack.questions.first { $0.id == id } }
  }

  func findings() throws -> BulkFindings {
    var found = BulkFindings(conditions: rules.conditions, standings: standings)
    let batches = try FactSweep<[BulkFinding]>.run(
      { [rules, paths] in
        let tester = rules.tester(paths: paths.map { ($0.key, $0.value) })
        return { batch in
          var findings: [BulkFinding] = []
          findings.reserveCapacity(batch.count * rules.conditions.count)
          batch.forEach { tester.test($0, $1, into: &findings) }
          return findings
        }
      },
      reading: { take in
        try eachRow(take) { row, stream in
          found.cases.append(
            BulkFindings.Case(stream: stream, number: row[2], row: row[0], standing: row[3]))
        }
      })
    found.results = Array(batches.joined())
    return found
  }

  func counts() throws -> BulkCounts {
    let batches = try FactSweep<BulkTally>.run(
      { [rules, paths] in
        let tester = rules.tester(paths: paths.map { ($0.key, $0.value) })
        var findings: [BulkFinding] = []
        return { batch in
          var tally = BulkTally(conditions: rules.conditions.count)
          batch.forEach { row, answers in
            findings.removeAll(keepingCapacity: true)
            tester.test(row, answers, into: &findings)
            tally.add(findings)
          }
          return tally
        }
      }, reading: { take in try eachRow(take) { _, _ in } })
    var tally = BulkTally(conditions: rules.conditions.count)
    for batch in batches { tally.add(batch) }
    return BulkCounts(conditions: rules.conditions, tally: tally)
  }

  /// Hands the facts of every case over that is looked at.
  private func eachRow(
    _ take: (UnsafeRawBufferPointer, [String: Int64]?) -> Void,
    _ note: (Row, StreamID) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT q.id, q.stream, q.number, q.standing, f.row FROM queue q JOIN facts f ON f.id = q.id
          ORDER BY q.id
          """))
    while let row = try rows.next() {
      guard wanted.contains(row[3]) else { continue }
      let stream = try row.withUnsafeData(atIndex: 1) { StreamID(blob: $0 ?? Data()) }
      try note(row, stream)
      let answers = questions.isEmpty ? nil : try answers(for: stream, row)
      try row.withUnsafeData(atIndex: 4) { data in
        (data ?? Data()).withUnsafeBytes { take($0, answers) }
      }
    }
  }

  private func answers(for stream: StreamID, _ row: Row) throws -> [String: Int64] {
    let facts = BinaryFacts(bytes: Array(row[4] as Data)).facts { paths[$0] }
    return try OtherCases(db: db).answers(
      to: questions, facts: facts, except: stream, under: pack.id)
  }
}

extension BulkTester {
  /// Appends what every condition came to for a row of facts.
  func test(
    _ row: UnsafeRawBufferPointer, _ answers: [String: Int64]?,
    into findings: inout [BulkFinding]
  ) {
    fill(row, answers)
    test(into: &findings)
  }

  /// Puts a row of facts in, to be tested.
  func fill(_ row: UnsafeRawBufferPointer, _ answers: [String: Int64]?) {
    evaluator.frame.begin()
    var facts = FactRow(row)
    facts?.fill(evaluator.frame)
    if let answers { evaluator.answers = questions.map { answers[$0] } }
  }
}
