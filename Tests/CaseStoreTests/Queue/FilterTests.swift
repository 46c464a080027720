import CaseStore
import Quantities
import Testing

@Suite("The filter language")
struct FilterTests {
  private func parse(_ text: String) throws -> [QueueFilter.Clause] {
    try QueueFilter(parsing: text).clauses
  }

  private func test(_ text: String) throws -> QueueFilter.Test? {
    guard case .test(let test) = try parse(text).first?.content else { return nil }
    return test
  }

  @Test("Words, tests in two languages, quotes and negation")
  func parts() throws {
    let clauses = try parse("海洋 区:崂山 -状态:等待 “深海 装备” -旧")
    #expect(
      clauses == [
        .init(content: .word("海洋"), isNegated: false),
        .init(content: .test(.department(["崂山"])), isNegated: false),
        .init(content: .test(.state([.waiting])), isNegated: true),
        .init(content: .word("深海 装备"), isNegated: false),
        .init(content: .word("旧"), isNegated: true),
      ])
    #expect(try parse("  ").isEmpty)
  }

  @Test("Chinese and English keys mean the same, full-width colons too")
  func keys() throws {
    for (zh, en) in [
      ("区：崂山", "dept:崂山"), ("环节:公示", "stage:公示"), ("程序:年度报告", "proc:年度报告"),
      ("承办:我", "who:我"), ("批次:2026-1", "batch:2026-1"), ("依托:大学", "host:大学"),
      ("状态:在册", "is:roster"), ("到期<7d", "due＜7天"),
    ] {
      #expect(try parse(zh) == parse(en))
    }
    #expect(try test("区:崂山,市南") == .department(["崂山", "市南"]))
    #expect(try test("逾期") == .state([.overdue]))
    #expect(try parse("\"逾期\"") == [.init(content: .word("逾期"), isNegated: false)])
  }

  @Test("Due dates are compared with days, working days, months and dates")
  func due() throws {
    func due(_ text: String) throws -> QueueFilter.DueTest? {
      guard case .due(let due) = try test(text) else { return nil }
      return due
    }
    #expect(try due("到期<7d") == .init(comparison: .before, limit: .days(7)))
    #expect(try due("due<=2w") == .init(comparison: .atMost, limit: .days(14)))
    #expect(try due("due≥3wd") == .init(comparison: .atLeast, limit: .workingDays(3)))
    #expect(try due("到期>2个月") == .init(comparison: .after, limit: .months(2)))
    #expect(try due("到期:今天") == .init(comparison: .on, limit: .days(0)))
    #expect(
      try due("due=2026-04-16")
        == .init(comparison: .on, limit: .date(InventedPack.day(2026, 4, 16))))
    #expect(try due("due:none") == .init(comparison: .on, limit: .none))
  }

  @Test(
    "What is wrong has a code and a column",
    arguments: [
      ("海洋 “深海", "filter.unclosed_quote", 4), ("区:崂山 foo:1", "filter.unknown_key", 6),
      ("stage:", "filter.empty_value", 1), ("due<soon", "filter.bad_due", 1),
      ("a is:happy", "filter.unknown_state", 3), ("区<崂山", "filter.bad_comparison", 1),
    ])
  func errors(text: String, code: String, column: Int) {
    let problem = #expect(throws: Problem.self) { try QueueFilter(parsing: text) }
    #expect(problem?.code == code)
    #expect(problem?.place.column == column)
  }

  @Test("Both languages have one line of help")
  func help() {
    for language in Language.allCases {
      #expect(!QueueFilter.help[language].contains("\n"))
      #expect(!QueueFilter.help[language].isEmpty)
    }
  }
}
