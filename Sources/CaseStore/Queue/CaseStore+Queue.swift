import GRDB
import Quantities
import RulePacks

extension CaseStore {
  /// A page of the queue.
  package func page(_ query: QueueQuery, for viewer: QueueViewer) throws -> QueuePage {
    try reading { db in
      let table = try standings(in: db)
      let plan = try QueuePlan(query, for: viewer, table, db)
      guard !plan.isEmpty else { return QueuePage(rows: [], keys: []) }
      let isBackward = query.anchor.isBackward
      let isDescending = query.isDescending != isBackward
      var conditions: [String] = []
      var arguments = plan.arguments
      var offset = ""
      if let key = query.anchor.key {
        let column = "(q.\(query.sort.column), q.id)"
        conditions.append("\(column) \(Self.comparison(query.anchor, isDescending)) (?, ?)")
        switch key.value {
        case .number(let number): arguments += [number, key.id]
        case .text(let text): arguments += [text, key.id]
        }
      }
      if case .offset(let count) = query.anchor { offset = "OFFSET \(max(0, count))" }
      let direction = isDescending ? "DESC" : "ASC"
      let rows = try Row.fetchAll(
        db,
        sql: plan.sql(
          selecting: QueueRow.columns + ", q." + query.sort.column, and: conditions,
          tail: """
            ORDER BY q.\(query.sort.column) \(direction), q.id \(direction)
            LIMIT \(max(0, query.limit)) \(offset)
            """), arguments: arguments)
      return Self.page(isBackward ? rows.reversed() : rows, query.sort, table)
    }
  }

  /// How many rows a query has in all; asked for after the frame, since words have to be counted.
  package func total(of query: QueueQuery, for viewer: QueueViewer) throws -> Int {
    try reading { db in
      let plan = try QueuePlan(
        query, for: viewer, try standings(in: db), db, isCounting: true)
      if let total = plan.total { return total }
      return try Int.fetchOne(
        db, sql: plan.sql(selecting: "COUNT(*)"), arguments: plan.arguments) ?? 0
    }
  }

  /// How many rows of a query's list come before a place.
  package func rank(
    of key: QueueKey, in query: QueueQuery, for viewer: QueueViewer
  ) throws -> Int {
    try reading { db in
      let plan = try QueuePlan(query, for: viewer, try standings(in: db), db)
      guard !plan.isEmpty else { return 0 }
      var arguments = plan.arguments
      switch key.value {
      case .number(let number): arguments += [number, key.id]
      case .text(let text): arguments += [text, key.id]
      }
      let test = "(q.\(query.sort.column), q.id) \(query.isDescending ? ">" : "<") (?, ?)"
      return try Int.fetchOne(
        db, sql: plan.sql(selecting: "COUNT(*)", and: [test]), arguments: arguments) ?? 0
    }
  }

  /// The row of one case, with its place in a list sorted so.
  package func row(
    of reference: CaseReference, sort: QueueSort = .due
  ) throws -> (row: QueueRow, key: QueueKey)? {
    try reading { db in
      let stream = try CaseFinder.stream(of: reference, in: db)
      let rows = try Row.fetchAll(
        db,
        sql: "SELECT \(QueueRow.columns), q.\(sort.column) FROM queue q WHERE q.stream = ?",
        arguments: [stream.blob])
      let page = Self.page(rows, sort, try standings(in: db))
      guard let row = page.rows.first, let key = page.keys.first else { return nil }
      return (row, key)
    }
  }

  private static func comparison(_ anchor: QueueAnchor, _ isDescending: Bool) -> String {
    if case .from = anchor { return isDescending ? "<=" : ">=" }
    return isDescending ? "<" : ">"
  }

  private static func page(
    _ rows: [Row], _ sort: QueueSort, _ table: StandingTable
  ) -> QueuePage {
    var page = QueuePage(rows: [], keys: [])
    for row in rows {
      guard let made = QueueRow(row, table.byID) else { continue }
      let last = row.count - 1
      page.rows.append(made)
      page.keys.append(
        QueueKey(
          value: sort.isText ? .text(row[last]) : .number(row[last]), id: made.id))
    }
    return page
  }
}

extension QueueAnchor {
  fileprivate var key: QueueKey? {
    switch self {
    case .after(let key), .before(let key), .from(let key): key
    case .start, .end, .offset: nil
    }
  }

  fileprivate var isBackward: Bool {
    switch self {
    case .before, .end: true
    case .start, .after, .from, .offset: false
    }
  }
}
