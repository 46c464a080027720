import RulePacks

/// What two sides of a trial can make come out otherwise: other expressions, or other practice behind
/// the same ones.
struct Difference {
  /// The practice items whose values differ.
  private let practice: Set<String>
  /// The questions that ask something else.
  private let questions: Set<String>

  init(_ before: DraftTrial.Side, _ after: DraftTrial.Side) {
    let items = Set(before.practice.items.keys).union(after.practice.items.keys)
    practice = items.filter { id in
      let (old, new) = (before.practice.items[id], after.practice.items[id])
      return old?.value != new?.value || old?.countsFirstDay != new?.countsFirstDay
    }
    questions = Set(
      DraftTrial.pairs(before.pack.questions, after.pack.questions, \.id)
        .filter { $0.before != $0.after }.compactMap { ($0.after ?? $0.before)?.id })
  }

  /// Whether an expression may come to something else.
  func expression(_ before: Expression?, _ after: Expression?) -> Bool {
    if before?.root != after?.root { return true }
    guard let source = after?.source else { return false }
    return practice.contains { source.contains("practice.\($0)") }
      || questions.contains { source.contains("others.\($0)") }
  }

  /// Whether a condition may come to something else, or bind otherwise.
  func condition(_ before: Condition?, _ after: Condition?) -> Bool {
    guard let before, let after else { return true }
    if before.force != after.force || before.judgedBy != after.judgedBy { return true }
    if before.testedAt != after.testedAt || before.waivableBy != after.waivableBy { return true }
    if before.exceptions.count != after.exceptions.count { return true }
    return expression(before.applies, after.applies)
      || expression(before.requires, after.requires)
      || zip(before.exceptions, after.exceptions).contains { old, new in
        old.effect != new.effect || expression(old.applies, new.applies)
      }
  }

  /// Whether a deadline may come to another day.
  func deadline(_ before: DeadlineRule?, _ after: DeadlineRule?) -> Bool {
    guard let before, let after else { return (before == nil) != (after == nil) }
    if before.rolls != after.rolls || before.countsFirstDay != after.countsFirstDay { return true }
    if expression(before.anchor, after.anchor) { return true }
    switch (before.measure, after.measure) {
    case (.period(let old), .period(let new)): return old != new
    case (.practice(let old), .practice(let new)): return old != new || practice.contains(new)
    case (.date(let old), .date(let new)): return expression(old, new)
    default: return true
    }
  }

  /// The expressions of a condition that findings read.
  static func expressions(of condition: Condition?) -> [Expression?] {
    guard let condition else { return [] }
    return [condition.applies, condition.requires, condition.waivableWhen]
      + condition.exceptions.map(\.applies)
  }
}
