import Quantities
import RulePacks

extension Node {
  /// The figures that an expression states: amounts, counts with a unit, shares, spans of years,
  /// days of the year.
  ///
  /// A plain number that is added to or taken from a year is arithmetic; a span of years that is
  /// added to a day (`approval.date + 3 年`) is a figure of the text.
  var figures: [Figure] {
    switch self {
    case .literal(let value): return Figure(value).map { [$0] } ?? []
    case .arithmetic(.add, let left, let right), .arithmetic(.subtract, let left, let right):
      return [left, right].flatMap { part in
        part.yearSpan.map { span in Figure(years: span).map { [$0] } ?? [] }
          ?? (part.isYearStep ? [] : part.figures)
      }
    case .call(.date, let parts) where parts.count == 3:
      if let date = parts.literalDate { return Figure(date).map { [$0] } ?? [] }
      guard let month = parts[1].literalNumber, let day = parts[2].literalNumber else {
        return parts.flatMap(\.figures)
      }
      return parts[0].figures + (Figure(month: month, day: day).map { [$0] } ?? [])
    case .call(.endOfMonth, let parts) where parts.count == 2:
      guard let month = parts[1].literalNumber else { return parts.flatMap(\.figures) }
      return parts[0].figures + (Figure(month: month, day: nil).map { [$0] } ?? [])
    case .each(let selection, let test): return selection.figures + test.figures
    case .aggregate(_, let selection, let value, _):
      return selection.figures + (value?.figures ?? [])
    case .cell(_, let row): return row.isYearStep ? [] : row.figures
    case .latest(_, let row): return row.flatMap { $0.isYearStep ? nil : $0.figures } ?? []
    case .negated(let part), .not(let part), .defined(_, let part): return part.figures
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right):
      return left.figures + right.figures
    case .among(let value, let options): return value.figures + options.flatMap(\.figures)
    case .all(let tests), .any(let tests): return tests.flatMap(\.figures)
    case .choice(let test, let yes, let no):
      let branches = yes.figures + no.figures
      guard test.isPractice else { return test.figures + branches }
      return branches.filter { !$0.isDayOfYear } + Figure.either(branches.filter(\.isDayOfYear))
    case .call(_, let parts): return parts.flatMap(\.figures)
    case .notApplicable, .fact, .item, .itemKey, .input, .practice, .question, .dateQuestion, .date,
      .passes:
      return []
    }
  }

  /// The number that is written; nil for anything else.
  fileprivate var literalNumber: Int64? {
    if case .literal(.count(let number, _)) = self { return number }
    return nil
  }

  /// Whether it asks for a value of practice.
  fileprivate var isPractice: Bool {
    switch self {
    case .practice: true
    case .comparison(_, let left, let right): left.isPractice || right.isPractice
    case .not(let test), .defined(_, let test): test.isPractice
    default: false
    }
  }

  /// The years of a written span, `3 年`; nil for anything else, and for a year of the calendar.
  fileprivate var yearSpan: Int64? {
    guard case .literal(.count(let number, .year)) = self, number < 1900 else { return nil }
    return number
  }

  /// Whether it is a plain number or a number of years, as in `year(on) - 1`.
  fileprivate var isYearStep: Bool {
    guard case .literal(.count(_, let unit)) = self else { return false }
    return unit == .plain || unit == .year
  }
}

extension Selection {
  fileprivate var figures: [Figure] {
    let filtered = filter?.figures ?? []
    switch source {
    case .rows: return filtered
    case .window(_, let years, let ending):
      let span = years.literalNumber.flatMap { Figure(years: $0) }
      return (span.map { [$0] } ?? []) + ending.figures + filtered
    case .years(let from, let to):
      return [from, to].flatMap { $0.isYearStep ? [] : $0.figures } + filtered
    }
  }
}

extension [Node] {
  /// The date of year, month and day that are all written.
  fileprivate var literalDate: CalendarDate? {
    let numbers = compactMap { $0.literalNumber.flatMap { Int(exactly: $0) } }
    guard numbers.count == 3 else { return nil }
    return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }
}
