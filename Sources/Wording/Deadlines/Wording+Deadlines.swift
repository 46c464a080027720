package import Casework
import Quantities
import RulePacks

extension Wording {
  /// A deadline in few words: 2026-04-20（本局约定 5 个工作日）.
  package func summary(of deadline: Deadline) -> String {
    "\(deadline.due)" + bracketed(source(of: deadline))
  }

  /// How a deadline was counted, a line a step.
  ///
  /// Practice is shown as the office's own or as suggested, never as law.
  package func explanation(of deadline: Deadline) -> [String] {
    [heading(of: deadline)] + beginning(of: deadline) + skipped(by: deadline)
      + rolled(by: deadline) + deadline.unknownYears.map(unknown)
  }

  private func source(of deadline: Deadline) -> String {
    let period = deadline.period.map { text(of: $0) } ?? ""
    return switch deadline.source {
    case .law:
      text(zh: "\(article(deadline.cites))：\(period)", en: "\(article(deadline.cites)): \(period)")
    case .practice(_, let isSuggested):
      isSuggested
        ? text(zh: "建议值 \(period)，本局尚未约定", en: "suggested \(period), not set by the bureau")
        : text(zh: "本局约定 \(period)", en: "practice of the bureau: \(period)")
    case .namedDate:
      text(zh: "\(article(deadline.cites))规定的日期", en: "date set by \(article(deadline.cites))")
    case .resumed: text(zh: "补正后续算 \(period)", en: "\(period) left after the correction")
    }
  }

  private func heading(of deadline: Deadline) -> String {
    let due = dated(deadline.due)
    let article = article(deadline.cites)
    let period = deadline.period.map { text(of: $0) } ?? ""
    switch deadline.source {
    case .law:
      return text(
        zh: "\(due) 到期：\(article)规定 \(period)", en: "Due \(due): \(article) gives \(period)")
    case .practice(let item, let isSuggested):
      let name = practice(item)
      let silent = text(zh: "\(article)未规定期限", en: "\(article) is silent")
      return isSuggested
        ? text(
          zh: "\(due) 到期：\(name) \(period)，为建议值（本局尚未约定；\(silent)）",
          en: "Due \(due): \(name) \(period), suggested (not set by the bureau; \(silent))")
        : text(
          zh: "\(due) 到期：\(name) \(period)，为本局约定（\(silent)）",
          en: "Due \(due): \(name) \(period), practice of the bureau (\(silent))")
    case .namedDate:
      return text(zh: "\(due) 到期：\(article)规定的日期", en: "Due \(due): the date set by \(article)")
    case .resumed:
      return text(
        zh: "\(due) 到期：补正后续算剩余的 \(period)",
        en: "Due \(due): \(period) were left when it was sent back")
    }
  }

  private func beginning(of deadline: Deadline) -> [String] {
    guard deadline.source != .namedDate else { return [] }
    let anchor = deadline.anchor
    return [
      deadline.countsFirstDay
        ? text(zh: "自 \(anchor) 当日起算", en: "\(anchor) is the first day")
        : text(
          zh: "自 \(anchor) 次日起算（参照民法典第二百零一条）",
          en: "Counted from the day after \(anchor) (cf. Civil Code, art. 201)")
    ]
  }

  private func skipped(by deadline: Deadline) -> [String] {
    let off = deadline.exceptions.filter { $0.weekday <= 5 }
    let worked = deadline.exceptions.filter { $0.weekday > 5 }
    var parts: [String] = []
    if !off.isEmpty { parts.append(text(zh: "放假 \(spans(off))", en: "off \(spans(off))")) }
    if !worked.isEmpty {
      parts.append(text(zh: "调休上班 \(spans(worked))", en: "worked \(spans(worked))"))
    }
    return parts.isEmpty ? [] : [text(zh: "其间", en: "Meanwhile ") + clauses(parts)]
  }

  /// Days as month and day, with runs joined: 02-16 至 02-20, 02-23.
  private func spans(_ days: [CalendarDate]) -> String {
    var runs: [(CalendarDate, CalendarDate)] = []
    for day in days.sorted() {
      if let last = runs.last, last.1.days(to: day) == 1 {
        runs[runs.count - 1].1 = day
      } else {
        runs.append((day, day))
      }
    }
    return list(
      runs.map { first, last in
        first == last
          ? short(first)
          : text(zh: "\(short(first)) 至 \(short(last))", en: "\(short(first)) to \(short(last))")
      })
  }

  private func rolled(by deadline: Deadline) -> [String] {
    guard let from = deadline.rolledFrom else { return [] }
    return [
      text(
        zh: "末日 \(dated(from))不上班，顺延至 \(dated(deadline.due))（参照民法典第二百零三条）",
        en:
          "\(dated(from)) is a day off: moved to \(dated(deadline.due)) (cf. Civil Code, art. 203)")
    ]
  }

  private func unknown(_ year: Int) -> String {
    text(
      zh: "\(year)年放假安排未录入，按周一至周五暂算",
      en: "The holidays of \(year) are not known yet: counted Monday to Friday")
  }
}
