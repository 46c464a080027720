import GRDB
import Quantities
import RulePacks

/// How a query is answered: which rows come into question, and through which index.
struct QueuePlan {
  /// From how many rows on an index is walked in the order of the list, where fewer are collected
  /// and sorted.
  static let walk = 2_000

  /// SQL after `FROM`.
  private(set) var source = ""
  private(set) var conditions: [String] = []
  private(set) var arguments: StatementArguments = []
  /// The number of rows, where sums tell it.
  private(set) var total: Int?
  /// Whether no row can fit.
  private(set) var isEmpty = false

  /// Plans a query; `isCounting` where its rows are counted and not shown, so that none is walked.
  init(
    _ query: QueueQuery, for viewer: QueueViewer, _ table: StandingTable, _ db: Database,
    isCounting: Bool = false
  ) throws {
    let resolved = query.filter.resolved(for: viewer, table)
    let fitting = table.entries.filter { entry in
      if let only = viewer.onlyDepartment, entry.standing.department != only { return false }
      return query.view.holds(entry.standing, for: viewer, table)
        && resolved.tests.allSatisfy { $0(entry.standing) }
    }
    guard !fitting.isEmpty else {
      isEmpty = true
      total = 0
      return
    }
    let ids = fitting.map(\.id)
    let isAll = fitting.count == table.entries.count
    let dues = resolved.dues.map { "due \($0)" }
    let count =
      dues.isEmpty
      ? fitting.reduce(0) { $0 + $1.count }
      : try CaseStore.sum(of: ids, where: dues.joined(separator: " AND "), db)
    if !isAll { conditions.append(Self.membership(of: ids, in: table)) }
    conditions += dues.map { "q." + $0 }
    for test in resolved.rows {
      conditions.append(test.sql)
      arguments += test.arguments
    }
    if resolved.rows.isEmpty, resolved.words.isEmpty, resolved.unwanted.isEmpty { total = count }
    source = "queue q INDEXED BY \(query.sort.index)"
    if count <= Self.walk, !isAll { source = "queue q INDEXED BY queue_standing" }
    try addWords(resolved, isCounting: isCounting, db)
    if source.hasSuffix("queue_due"), query.sort == .due, !isAll, !query.isDescending {
      try addFirstDue(ids, db)
    }
  }

  /// Rare words are collected through the index of words; common ones are tested while walking.
  private mutating func addWords(
    _ resolved: ResolvedFilter, isCounting: Bool, _ db: Database
  ) throws {
    for word in resolved.unwanted {
      let query = SearchQuery(words: [word])
      guard !query.words.isEmpty else { continue }
      conditions.append("NOT case_matches((SELECT text FROM texts t WHERE t.id = q.id), ?)")
      arguments += [query.stored]
    }
    let query = SearchQuery(words: resolved.words)
    guard !query.words.isEmpty else { return }
    if isCounting, conditions.isEmpty {
      total = try Int.fetchOne(
        db, sql: "SELECT COUNT(*) FROM search WHERE search MATCH ?", arguments: [query.match])
      return
    }
    if isCounting {
      // The index of words tells which cases; no text has to be looked through.
      source = "search CROSS JOIN queue q ON q.id = search.rowid"
      conditions.append("search MATCH ?")
      arguments += [query.match]
      return
    }
    let found = try Self.matches(of: query, db)
    if found == 0 {
      isEmpty = true
      total = 0
    } else if found <= Self.walk {
      source = "queue q"
      conditions.append("q.id IN (SELECT rowid FROM search WHERE search MATCH ?)")
      arguments += [query.match]
    } else {
      conditions.append("case_matches((SELECT text FROM texts t WHERE t.id = q.id), ?)")
      arguments += [query.stored]
    }
  }

  /// How many cases have the words; no more than tell that they are common are counted.
  private static func matches(of query: SearchQuery, _ db: Database) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT COUNT(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT \(walk + 1))
          """), arguments: [query.match]) ?? 0
  }

  /// Lets a walk begin where the first row can be.
  private mutating func addFirstDue(_ ids: [Int64], _ db: Database) throws {
    let list = ids.map(String.init).joined(separator: ",")
    let first = try Int64.fetchOne(
      db, sql: "SELECT MIN(due) FROM counts WHERE standing IN (\(list))")
    if let first { conditions.append("q.due >= \(first)") }
  }

  private static func membership(of ids: [Int64], in table: StandingTable) -> String {
    guard ids.count * 2 > table.entries.count else {
      return "q.standing IN (" + ids.map(String.init).joined(separator: ",") + ")"
    }
    let inside = Set(ids)
    let others = table.entries.lazy.map(\.id).filter { !inside.contains($0) }
    return "q.standing NOT IN (" + others.map(String.init).joined(separator: ",") + ")"
  }

  /// The whole statement, with further conditions, order and limit.
  func sql(selecting columns: String, and more: [String] = [], tail: String = "") -> String {
    let all = conditions + more
    return "SELECT \(columns) FROM \(source)"
      + (all.isEmpty ? "" : " WHERE " + all.joined(separator: " AND ")) + " " + tail
  }
}
