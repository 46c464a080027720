package import Quantities

extension QueueFilter {
  /// Reads a filter.
  ///
  /// - Throws: `filter.unclosed_quote`, `filter.unknown_key`, `filter.empty_value`,
  ///   `filter.bad_due`, `filter.unknown_state`, each with the column where it lies.
  package init(parsing text: String) throws(Problem) {
    var clauses: [Clause] = []
    for token in try FilterScanner(text).tokens() { clauses.append(try Self.clause(token)) }
    self.init(clauses: clauses)
  }

  private enum Key {
    case department, stage, procedure, assignee, due, state, batch, host
  }

  private static let keys: [String: Key] = [
    "区": .department, "部门": .department, "主管部门": .department, "dept": .department,
    "department": .department, "环节": .stage, "stage": .stage, "程序": .procedure,
    "事项": .procedure, "proc": .procedure, "procedure": .procedure, "承办": .assignee,
    "承办人": .assignee, "who": .assignee, "assignee": .assignee, "到期": .due, "期限": .due,
    "due": .due, "状态": .state, "is": .state, "批次": .batch, "batch": .batch, "依托": .host,
    "依托单位": .host, "牵头": .host, "host": .host,
  ]

  private static let states: [String: State] = [
    "host": .host, "paused": .host, "待补正": .host, "补正": .host, "依托单位": .host,
    "ended": .ended, "办结": .ended, "已结束": .ended, "结束": .ended, "open": .open, "在办": .open,
    "roster": .roster, "在册": .roster, "waiting": .waiting, "等待": .waiting, "overdue": .overdue,
    "逾期": .overdue, "today": .today, "今日": .today, "今天": .today, "unassigned": .unassigned,
    "无人": .unassigned,
  ]

  private static func clause(_ token: FilterScanner.Token) throws(Problem) -> Clause {
    guard let name = token.key else {
      if !token.isQuoted, let state = bareStates[token.value.lowercased()] {
        return Clause(content: .test(.state([state])), isNegated: token.isNegated)
      }
      return Clause(content: .word(token.value), isNegated: token.isNegated)
    }
    guard let key = keys[name.lowercased()] else {
      throw problem("unknown_key", token, ["key": name])
    }
    guard !token.value.isEmpty else { throw problem("empty_value", token, ["key": name]) }
    return Clause(content: .test(try test(key, token)), isNegated: token.isNegated)
  }

  /// States that are understood without a key.
  private static let bareStates: [String: State] = ["逾期": .overdue, "overdue": .overdue]

  private static func test(_ key: Key, _ token: FilterScanner.Token) throws(Problem) -> Test {
    let values = token.values
    if key != .due, token.comparison != nil, token.comparison != .on {
      throw problem("bad_comparison", token, ["key": token.key ?? ""])
    }
    switch key {
    case .department: return .department(values)
    case .stage: return .stage(values)
    case .procedure: return .procedure(values)
    case .assignee: return .assignee(values)
    case .batch: return .batch(values)
    case .host: return .host(values)
    case .due: return .due(try due(token))
    case .state:
      var found: [State] = []
      for value in values {
        guard let state = states[value.lowercased()] else {
          throw problem("unknown_state", token, ["value": value])
        }
        found.append(state)
      }
      return .state(found)
    }
  }

  private static func due(_ token: FilterScanner.Token) throws(Problem) -> DueTest {
    let text = token.value.lowercased()
    let comparison = token.comparison ?? .on
    func test(_ limit: DueTest.Limit) -> DueTest { DueTest(comparison: comparison, limit: limit) }
    switch text {
    case "none", "无": return DueTest(comparison: .on, limit: .none)
    case "today", "今天", "今日": return test(.days(0))
    case "tomorrow", "明天", "明日": return test(.days(1))
    default: break
    }
    if let date = CalendarDate(parsing: text) { return test(.date(date)) }
    guard let (number, unit) = DecimalText.leading(in: text), let count = number.scaled(by: 1),
      (-10_000...10_000).contains(count)
    else { throw problem("bad_due", token, ["value": token.value]) }
    switch unit {
    case "", "d", "day", "days", "天", "日": return test(.days(Int(count)))
    case "w", "week", "weeks", "周": return test(.days(7 * Int(count)))
    case "m", "month", "months", "月", "个月": return test(.months(Int(count)))
    case "wd", "工作日", "个工作日": return test(.workingDays(Int(count)))
    default: throw problem("bad_due", token, ["value": token.value])
    }
  }

  private static func problem(
    _ name: String, _ token: FilterScanner.Token, _ arguments: [String: String]
  ) -> Problem {
    Problem("filter." + name, at: Problem.Place(column: token.column), arguments)
  }
}
