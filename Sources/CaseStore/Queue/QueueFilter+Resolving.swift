import Casework
import GRDB
import Quantities
import RulePacks

/// A filter as the tables answer it, for one viewer on one day.
struct ResolvedFilter {
  /// A test of single rows.
  struct RowTest {
    let sql: String
    let arguments: StatementArguments
  }

  /// What a standing has to pass.
  var tests: [(Standing) -> Bool] = []
  /// What the due date has to pass, as the right side of a comparison in SQL.
  var dues: [String] = []
  var rows: [RowTest] = []
  var words: [String] = []
  var unwanted: [String] = []
}

extension QueueFilter {
  /// Arranges the parts by what answers them.
  func resolved(for viewer: QueueViewer, _ table: StandingTable) -> ResolvedFilter {
    var resolved = ResolvedFilter()
    for clause in clauses {
      switch clause.content {
      case .word(let word) where clause.isNegated: resolved.unwanted.append(word)
      case .word(let word): resolved.words.append(word)
      case .test(let test):
        FilterResolver(viewer: viewer, table: table, isNegated: clause.isNegated)
          .resolve(test, into: &resolved)
      }
    }
    return resolved
  }
}

private struct FilterResolver {
  let viewer: QueueViewer
  let table: StandingTable
  let isNegated: Bool

  func resolve(_ test: QueueFilter.Test, into resolved: inout ResolvedFilter) {
    switch test {
    case .department(let values):
      add(to: &resolved) { standing in
        guard let id = standing.department else { return false }
        return values.contains { Self.matches($0, id, viewer.departments[id]) }
      }
    case .stage(let values):
      add(to: &resolved) { standing in
        standing.places.contains { place in
          let label = table.label(of: place, in: standing.pack)
          return values.contains { Self.matches($0, place.stage, label?.stageLabel) }
        }
      }
    case .procedure(let values):
      add(to: &resolved) { standing in
        standing.places.contains { place in
          let label = table.label(of: place, in: standing.pack)
          return values.contains { Self.matches($0, place.procedure, label?.procedureLabel) }
        }
      }
    case .assignee(let values):
      add(to: &resolved) { standing in values.contains { isAssigned(standing, to: $0) } }
    case .state(let states): resolve(states, into: &resolved)
    case .due(let test): resolve(test, into: &resolved)
    case .batch(let values):
      addRows(
        values.map {
          ("q.batch = ? OR q.batch LIKE ? ESCAPE '\\'", [$0, "\(Self.escaped($0))-%"])
        }, &resolved)
    case .host(let values):
      if !isNegated, values.count == 1, values[0].unicodeScalars.allSatisfy({ $0.value >= 0x2E80 })
      {
        // The host is part of what is searched: the index of words finds the few that have it.
        resolved.words.append(values[0])
      }
      addRows(
        values.map {
          (
            "q.host LIKE ? ESCAPE '\\' OR q.credit = ?",
            ["%\(Self.escaped($0))%", $0.uppercased()]
          )
        }, &resolved)
    }
  }

  private func add(
    to resolved: inout ResolvedFilter, _ test: @escaping (Standing) -> Bool
  ) {
    resolved.tests.append(isNegated ? { !test($0) } : test)
  }

  private func addRows(_ alternatives: [(String, [String])], _ resolved: inout ResolvedFilter) {
    let sql = alternatives.map { "(\($0.0))" }.joined(separator: " OR ")
    resolved.rows.append(
      ResolvedFilter.RowTest(
        sql: isNegated ? "NOT COALESCE((\(sql)), 0)" : "(\(sql))",
        arguments: StatementArguments(alternatives.flatMap(\.1))))
  }

  private func isAssigned(_ standing: Standing, to name: String) -> Bool {
    switch name.lowercased() {
    case "me", "我": return viewer.has(standing)
    case "none", "无", "无人": return standing.assignee == nil
    default:
      guard let assignee = standing.assignee else { return false }
      let display = viewer.users[assignee].map { Bilingual(zh: $0, en: $0) }
      return Self.matches(name, assignee, display)
    }
  }

  private func resolve(_ states: [QueueFilter.State], into resolved: inout ResolvedFilter) {
    let table = table
    add(to: &resolved) { standing in
      states.contains { state in
        switch state {
        case .host: standing.first.clock == .host
        case .ended: standing.main.ends != nil
        case .open: standing.main.ends == nil
        case .roster: table.label(of: standing.main, in: standing.pack)?.isRoster == true
        case .waiting: standing.isWaiting
        case .unassigned: standing.assignee == nil
        case .overdue, .today: standing.first.clock == .running
        }
      }
    }
    guard states.allSatisfy({ $0 == .overdue || $0 == .today }) else { return }
    let today = viewer.today.ordinal
    let isLate = states.contains(.overdue)
    let isToday = states.contains(.today)
    let test =
      isLate ? "due \(isToday ? "<=" : "<") \(today)" : "due = \(today)"
    guard isNegated else {
      resolved.dues.append(String(test.dropFirst(4)))
      return
    }
    resolved.tests.removeLast()
    let running = table.entries.filter { $0.standing.first.clock == .running }.map(\.id)
    let list = running.map(String.init).joined(separator: ",")
    resolved.rows.append(
      ResolvedFilter.RowTest(sql: "NOT (q.\(test) AND q.standing IN (\(list)))", arguments: []))
  }

  private func resolve(_ test: QueueFilter.DueTest, into resolved: inout ResolvedFilter) {
    let today = viewer.today
    let limit: Int64
    switch test.limit {
    case .none: limit = Projection.never
    case .date(let date): limit = Int64(date.ordinal)
    case .days(let days): limit = Int64(today.adding(days: days).ordinal)
    case .months(let months): limit = Int64(today.adding(months: months).ordinal)
    case .workingDays(let days):
      limit = Int64(
        viewer.calendar.adding(workingDays: days, to: today, countingStart: false).ordinal)
    }
    let comparison =
      isNegated ? Self.opposite(of: test.comparison) : test.comparison.rawValue
    resolved.dues.append("\(comparison) \(limit)")
    if test.limit != .none, !isNegated, test.comparison == .after || test.comparison == .atLeast {
      resolved.dues.append("< \(Projection.never)")
    }
  }

  private static func opposite(of comparison: QueueFilter.DueTest.Comparison) -> String {
    switch comparison {
    case .before: ">="
    case .atMost: ">"
    case .after: "<="
    case .atLeast: "<"
    case .on: "<>"
    }
  }

  private static func matches(_ typed: String, _ id: String, _ label: Bilingual?) -> Bool {
    let key = TextFolding.comparisonKey(typed)
    if TextFolding.comparisonKey(id) == key { return true }
    guard let label else { return false }
    return [label.zh, label.en].contains { TextFolding.comparisonKey($0).contains(key) }
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      if character == "%" || character == "_" || character == "\\" { out.append("\\") }
      out.append(character)
    }
    return out
  }
}
