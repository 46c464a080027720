import Casework
import Foundation
import GRDB
import Quantities
import RulePacks

/// Answers to what a pack asks about the other cases of the store.
struct OtherCases {
  let db: Database

  /// One test of a question: a fact, and the texts between which its value has to lie.
  private struct Test {
    let path: Int64
    let from: String
    /// Nil for exactly `from`.
    let below: String?
    /// Whether the value has to come before `from`.
    var isBefore = false

    /// Whether the value has to be `from`.
    var isExact: Bool { !isBefore && below == nil }

    /// The path, then what the comparison needs.
    var arguments: StatementArguments {
      var arguments: StatementArguments = [path, from]
      if let below { arguments += [below] }
      return arguments
    }

    func comparison(of value: String) -> String {
      if isBefore {
        return from.hasPrefix("d:") ? "\(value) < ?" : "\(Self.number(value)) < \(Self.number("?"))"
      }
      return below == nil ? "\(value) = ?" : "\(value) >= ? AND \(value) < ?"
    }

    /// The number that an indexed count begins with.
    private static func number(_ text: String) -> String { "CAST(substr(\(text), 3) AS INTEGER)" }
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
    var question = question
    if question.ended.isEmpty { question.ended = EndKind.allCases }
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
      conditions.append("f.path = ? AND \(test.comparison(of: "f.value"))")
      arguments += test.arguments
    }
    for test in tests {
      // A value alone is looked up for each case; a range is gone through once.
      conditions.append(
        test.isExact
          ? "EXISTS (SELECT 1 FROM fact_index o WHERE o.path = ? AND o.value = ? AND o.id = q.id)"
          : "q.id IN (SELECT id FROM fact_index WHERE path = ? AND \(test.comparison(of: "value")))"
      )
      arguments += test.arguments
    }
    if let stream {
      conditions.append("q.stream <> ?")
      arguments += [stream.blob]
    }
    let places = question.reached.map { _ in "(' ' || p.visited || ' ') LIKE ?" }
    if !places.isEmpty {
      conditions.append(
        """
        EXISTS (SELECT 1 FROM proceedings p WHERE p.id = q.id AND p.place = 0
          AND (\(places.joined(separator: " OR "))))
        """)
      arguments += StatementArguments(question.reached.map { "% \($0) %" })
    }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT s.key, \(column) FROM \(source) CROSS JOIN standings s ON s.id = q.standing
          \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
          GROUP BY q.standing
          """), arguments: arguments)
    return rows.compactMap { row in
      guard let standing = Standing(key: row[0]) else { return nil }
      if question.isLiveOnly, standing.main.ends != nil { return nil }
      if question.isSamePackOnly, standing.pack != pack { return nil }
      if !question.standing.isEmpty, !question.standing.contains(standing.main.stage) {
        return nil
      }
      if !question.ended.isEmpty {
        guard let end = standing.main.ends, question.ended.contains(end) else { return nil }
      }
      return row[1] as Int64?
    }
  }

  /// The test that the fewest cases pass; nil where none narrows them down.
  private func narrowest(of tests: [Test]) throws -> Int? {
    let places = tests.indices.filter { !tests[$0].isBefore }
    guard places.count > 1 else { return places.first }
    let counts = try places.map { place in
      try Int.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT COUNT(*) FROM (SELECT 1 FROM fact_index
              WHERE path = ? AND \(tests[place].comparison(of: "value")) LIMIT \(Self.many))
            """), arguments: tests[place].arguments) ?? 0
    }
    return zip(places, counts).min { $0.1 < $1.1 }?.0
  }

  /// The tests of a question for this case; nil where a fact that they need is missing.
  private func tests(of question: Question, _ facts: Facts) throws -> [Test]? {
    let tables = FactTables(db: db)
    var tests: [Test] = []
    for path in question.same {
      guard let value = facts[path].flatMap(FactTables.indexed),
        let number = try tables.known(path)
      else { return nil }
      tests.append(Test(path: number, from: value, below: nil))
    }
    for path in question.before {
      guard let value = facts[path].flatMap(FactTables.indexed),
        let number = try tables.known(path)
      else { return nil }
      tests.append(Test(path: number, from: value, below: nil, isBefore: true))
    }
    for (path, count) in question.samePrefix.sorted(by: { $0.key < $1.key }) {
      guard let value = facts[path].flatMap(FactTables.indexed),
        value.dropFirst(2).count >= count, let number = try tables.known(path)
      else { return nil }
      let prefix = String(value.prefix(2 + count))
      tests.append(Test(path: number, from: prefix, below: prefix + "\u{10FFFF}"))
    }
    for (path, value) in question.having.sorted(by: { $0.key < $1.key }) {
      guard let text = FactTables.indexed(.value(value)), let number = try tables.known(path)
      else { return nil }
      tests.append(Test(path: number, from: text, below: nil))
    }
    return tests
  }
}
