package import Quantities

/// What somebody typed to narrow a list down: `海洋 区:崂山 到期<7d -状态:等待`.
///
/// Words are searched; tests have a key, Chinese or English. Blanks mean *and*, commas within a test
/// mean *or*, a hyphen before a test or word means *not*, quotes hold blanks together.
package struct QueueFilter: Hashable, Sendable {
  /// A test with a key.
  package enum Test: Hashable, Sendable {
    /// The supervising department, by id or a part of its name.
    case department([String])
    /// The stage of any open proceeding, by id or a part of its name.
    case stage([String])
    /// The procedure of any open proceeding, by id or a part of its name.
    case procedure([String])
    /// Who has the case, by name; `me`, `none`.
    case assignee([String])
    /// When it is due.
    case due(DueTest)
    /// What state it is in.
    case state([State])
    /// The batch, such as `2026` or `2026-1`.
    case batch([String])
    /// A part of the host's name, or its credit code.
    case host([String])
  }

  /// The states that can be asked for.
  package enum State: String, CaseIterable, Hashable, Sendable {
    /// The host's clock runs.
    case host
    case ended
    case open
    case roster
    /// The log of contacts says that the office waits.
    case waiting
    case overdue
    /// Due today.
    case today
    /// Nobody has the case.
    case unassigned
  }

  /// A test of the due date against a day or a length of time from today.
  package struct DueTest: Hashable, Sendable {
    /// How it is compared.
    package enum Comparison: String, CaseIterable, Hashable, Sendable {
      case before = "<"
      case atMost = "<="
      case after = ">"
      case atLeast = ">="
      case on = "="
    }

    /// What it is compared with.
    package enum Limit: Hashable, Sendable {
      case days(Int)
      case workingDays(Int)
      case months(Int)
      case date(CalendarDate)
      /// No due date at all.
      case none
    }

    /// How it is compared.
    package var comparison: Comparison
    /// What it is compared with.
    package var limit: Limit

    /// A test.
    package init(comparison: Comparison, limit: Limit) {
      self.comparison = comparison
      self.limit = limit
    }
  }

  /// One part of a filter.
  package struct Clause: Hashable, Sendable {
    /// What has to hold.
    package enum Content: Hashable, Sendable {
      case word(String)
      case test(Test)
    }

    /// What has to hold.
    package var content: Content
    /// Whether it must not.
    package var isNegated: Bool

    /// A part.
    package init(content: Content, isNegated: Bool) {
      self.content = content
      self.isNegated = isNegated
    }
  }

  /// The parts; all of them have to hold.
  package var clauses: [Clause]

  /// A filter of these parts; none lets everything pass.
  package init(clauses: [Clause] = []) { self.clauses = clauses }

  /// Whether everything passes.
  package var isEmpty: Bool { clauses.isEmpty }

  /// The language in one line.
  package static let help = Bilingual(
    zh:
      "词 · 区: 环节: 程序: 承办:(me 无) 到期<7d 到期=2026-04-16 逾期 状态:(待补正 等待 在办 在册 办结 今日) 批次: 依托: · -排除 · “带 空格”",
    en: "words · dept: stage: proc: who:(me none) due<7d due=2026-04-16 overdue "
      + "is:(host waiting open roster ended today) batch: host: · -not · \"with blanks\"")
}
