import Casework
import Foundation
import GRDB
package import Quantities
package import RulePacks

extension CaseStore {
  /// Counts what the open cases under each of some packs come to, in the order of the packs, going
  /// through the rows of facts once.
  ///
  /// Nothing is folded and nothing is explained, so 100,000 cases take well under a second.
  /// Judgements, waivers and departures have no part in it (`BulkFinding`).
  ///
  /// - Parameters:
  ///   - moment: to test only what is tested then; nil for every condition.
  ///   - day: the official date (`on`).
  ///   - isIn: which cases, by where they stand; asked once for each place, not for each case.
  /// - Throws: `Problem` of the store.
  package func countAll(
    under packs: [RulePack], at moment: Moment? = nil, on day: CalendarDate, today: CalendarDate,
    where isIn: (Standing) -> Bool = { $0.main.ends == nil }
  ) throws -> [BulkCounts] {
    try reading { db in
      let tests = try packs.map { try BulkTest(self, db, $0, moment, day, today) }
      let places = Dictionary(zip(packs.map(\.id), packs.indices)) { first, _ in first }
      let sweep = try BulkSweep(self, db, tests) { isIn($0) ? places[$0.pack] : nil }
      return try sweep.counts()
    }
  }
}

/// The conditions of one pack, with what they ask about other cases; few packs ask anything.
private struct BulkTest: Sendable {
  let pack: String
  let rules: BulkRules
  let questions: [Question]

  init(
    _ store: CaseStore, _ db: Database, _ pack: RulePack, _ moment: Moment?, _ day: CalendarDate,
    _ today: CalendarDate
  ) throws {
    let inForce = try store.office(in: db).practice(under: pack, on: day).values
    let rules = BulkRules(
      pack, at: moment, in: FlatRules.Circumstances(practice: inForce, on: day, today: today))
    self.pack = pack.id
    self.rules = rules
    questions = rules.rules.questions.compactMap { id in pack.questions.first { $0.id == id } }
  }
}

/// Goes through the rows of facts once.
private struct BulkSweep {
  let db: Database
  let scan: FactScan
  let tests: [BulkTest]
  let paths: [Int64: FactPath]

  /// A sweep over the cases that a test is for, by where they stand.
  init(
    _ store: CaseStore, _ db: Database, _ tests: [BulkTest], _ test: (Standing) -> Int?
  ) throws {
    self.db = db
    self.tests = tests
    let standings = try store.standings(in: db).byID
    paths = try FactTables(db: db).paths()
    scan = FactScan(
      store: store, db: db,
      cases: try ChosenCases(standing: { standings[$0].flatMap(test) }, db))
  }

  func counts() throws -> [BulkCounts] {
    let parts = try scan.run { [tests, paths] db, part in
      let line = BulkLine(tests, paths)
      try part.forEach { row, group, facts in try line.fill(group, row, facts, db).count() }
      return line.tallies
    }
    return tests.indices.map { place in
      let conditions = tests[place].rules.conditions
      var tally = BulkTally(conditions: conditions.count)
      for part in parts { tally.add(part[place]) }
      return BulkCounts(conditions: conditions, tally: tally)
    }
  }
}

/// The testers of one core, a pack each.
private struct BulkLine {
  private let tests: [BulkTest]
  private let testers: [BulkTester]
  private let paths: [Int64: FactPath]

  init(_ tests: [BulkTest], _ paths: [Int64: FactPath]) {
    self.tests = tests
    self.paths = paths
    let numbered = paths.map { ($0.key, $0.value) }
    testers = tests.map { $0.rules.tester(paths: numbered) }
  }

  /// What the testers counted, group by group.
  var tallies: [BulkTally] { testers.map(\.tally) }

  /// The tester of a group, with the facts of a case put in.
  func fill(
    _ group: Int, _ row: Int64, _ facts: UnsafeRawBufferPointer, _ db: Database
  ) throws -> BulkTester {
    let tester = testers[group]
    tester.fill(facts)
    if !tests[group].questions.isEmpty { try tester.answer(answers(group, row, facts, db)) }
    return tester
  }

  private func answers(
    _ group: Int, _ row: Int64, _ facts: UnsafeRawBufferPointer, _ db: Database
  ) throws -> [String: Int64] {
    let stream = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT stream FROM queue WHERE id = ?"), arguments: [row])
    return try OtherCases(db: db).answers(
      to: tests[group].questions, facts: FactRow.facts(in: facts) { paths[$0] },
      except: stream.map(StreamID.init(blob:)), under: tests[group].pack)
  }
}

extension BulkTester {
  /// Puts a row of facts in, to be tested.
  func fill(_ row: UnsafeRawBufferPointer) { evaluator.frame.fill(row) }

  /// Puts the answers to the questions about other cases in.
  func answer(_ answers: [String: Int64]) { evaluator.answers = questions.map { answers[$0] } }
}
