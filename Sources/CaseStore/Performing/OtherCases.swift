import Casework
import Foundation
import GRDB
import Quantities
import RulePacks

/// Answers to what a pack asks about the other cases of the store.
struct OtherCases {
  let db: Database

  /// One test of a question: a fact, and how its value has to compare.
  private struct Test {
    /// How values compare.
    enum Comparison {
      /// It is this one.
      case equal
      /// It begins with this one.
      case beginning
      /// It comes before this one.
      case before
    }

    /// The number of the path.
    let path: Int64
    let value: IndexedValue
    let comparison: Comparison

    init(_ path: Int64, _ value: IndexedValue, _ comparison: Comparison) {
      self.path = path
      self.value = value
      self.comparison = comparison
    }

    /// The path, then what the comparison needs.
    var arguments: StatementArguments {
      var arguments: StatementArguments = [path, value.text]
      if comparison == .beginning { arguments += [value.afterAllThatBeginSo] }
      return arguments
    }

    /// SQL that makes the test on a column.
    func sql(on column: String) -> String {
      switch comparison {
      case .equal: "\(column) = ?"
      case .beginning: "\(column) >= ? AND \(column) < ?"
      case .before: value.comparison(ofEarlier: column)
      }
    }
  }

  /// So many cases are as good as any number of them when the narrowest test is looked for.
  private static let many = 512

  /// The answer to each question: how many other cases fit it, or on which day the latest ended.
  ///
  /// A case that lacks one of the facts asked about is not counted, and where this case lacks one the
  /// count is 0. A question for a day that no case answers has no answer.
  func answers(
    to questions: [Question], facts: Facts, except stream: StreamID?, under pack: String
  ) throws -> [String: Int64] {
    var answers: [String: Int64] = [:]
    for question in questions {
      switch question.subject {
      case .count: answers[question.id] = try count(of: question, facts, stream, pack)
      case .latestEnd: answers[question.id] = try latestEnd(of: question, facts, stream, pack)
      }
    }
    return answers
  }

  private func count(
    of question: Question, _ facts: Facts, _ stream: StreamID?, _ pack: String
  ) throws -> Int64 {
    try fitting(question, facts, stream, pack, asking: "COUNT(*)").reduce(0, +)
  }

  private func latestEnd(
    of question: Question, _ facts: Facts, _ stream: StreamID?, _ pack: String
  ) throws -> Int64? {
    let entered = "MAX((SELECT e.entered FROM proceedings e WHERE e.id = q.id AND e.place = 0))"
    return try fitting(question, facts, stream, pack, asking: entered).max()
  }

  /// What is asked of the cases that fit, for each place where cases stand.
  private func fitting(
    _ question: Question, _ facts: Facts, _ stream: StreamID?, _ pack: String,
    asking column: String
  ) throws -> [Int64] {
    guard var tests = try tests(of: question, facts) else { return [] }
    var conditions: [String] = []
    var arguments: StatementArguments = []
    var source = "queue q"
    if let narrowest = try narrowest(of: tests) {
      let test = tests.remove(at: narrowest)
      source = "fact_index f CROSS JOIN queue q ON q.id = f.id"
      conditions.append("f.path = ? AND \(test.sql(on: "f.value"))")
      arguments += test.arguments
    }
    for test in tests {
      // A value alone is looked up for each case; a range is gone through once.
      conditions.append(
        test.comparison == .equal
          ? "EXISTS (SELECT 1 FROM fact_index o WHERE o.path = ? AND o.value = ? AND o.id = q.id)"
          : "q.id IN (SELECT id FROM fact_index WHERE path = ? AND \(test.sql(on: "value")))"
      )
      arguments += test.arguments
    }
    if let stream {
      conditions.append("q.stream <> ?")
      arguments += [stream.blob]
    }
    let places = question.reached.map { _ in "instr(' ' || p.visited || ' ', ?)" }
    if !places.isEmpty {
      conditions.append(
        """
        EXISTS (SELECT 1 FROM proceedings p WHERE p.id = q.id AND p.place = 0
          AND (\(places.joined(separator: " OR "))))
        """)
      arguments += StatementArguments(question.reached.map { " \($0) " })
    }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT s.key, \(column) FROM \(source) CROSS JOIN standings s ON s.id = q.standing
          \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
          GROUP BY q.standing
          """), arguments: arguments)
    return rows.compactMap { row in
      guard let standing = Standing(key: row[0]), question.isMet(by: standing),
        !question.isSamePackOnly || standing.pack == pack
      else { return nil }
      return row[1] as Int64?
    }
  }

  /// The test that the fewest cases pass; nil where none narrows them down.
  private func narrowest(of tests: [Test]) throws -> Int? {
    let places = tests.indices.filter { tests[$0].comparison != .before }
    guard places.count > 1 else { return places.first }
    let counts = try places.map { place in
      try Int.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT COUNT(*) FROM (SELECT 1 FROM fact_index
              WHERE path = ? AND \(tests[place].sql(on: "value")) LIMIT \(Self.many))
            """), arguments: tests[place].arguments) ?? 0
    }
    return zip(places, counts).min { $0.1 < $1.1 }?.0
  }

  /// The tests of a question for this case; nil where a fact that they need is missing.
  private func tests(of question: Question, _ facts: Facts) throws -> [Test]? {
    guard let compared = ComparedFacts(question, facts) else { return nil }
    let having = question.having.sorted { $0.key < $1.key }
    let wanted: [(FactPath, IndexedValue, Test.Comparison)] =
      zip(question.same, compared.same).map { ($0, $1, .equal) }
      + zip(question.before, compared.befores).map { ($0, $1, .before) }
      + zip(question.beginnings, compared.beginnings).map { ($0.path, $1, .beginning) }
      + having.map { ($0.key, IndexedValue($0.value), .equal) }
    let tables = FactTables(db: db)
    var tests: [Test] = []
    for (path, value, comparison) in wanted {
      guard let number = try tables.known(path) else { return nil }
      tests.append(Test(number, value, comparison))
    }
    return tests
  }
}
