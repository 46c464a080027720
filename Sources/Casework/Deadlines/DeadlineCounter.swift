package import Quantities
package import RulePacks

/// Counts due dates: periods by the Civil Code's articles 201 to 203, working days by the calendar.
package struct DeadlineCounter: Sendable {
  /// The working days.
  package let calendar: WorkingCalendar
  /// The practice in force.
  package let practice: PracticeInForce

  /// A counter.
  package init(calendar: WorkingCalendar, practice: PracticeInForce) {
    self.calendar = calendar
    self.practice = practice
  }

  /// The deadline of a stage entered on a day; nil where the rule's date or length is not known.
  package func deadline(
    of rule: DeadlineRule, enteredOn entered: CalendarDate, in scope: Scope
  ) -> Deadline? {
    var scope = scope
    scope.entered = entered
    guard let anchor = anchor(of: rule, entered, scope) else { return nil }
    switch rule.measure {
    case .period(let period):
      return deadline(
        period, from: anchor, countingFirstDay: rule.countsFirstDay, rolling: rule.rolls,
        cites: rule.cites, source: .law)
    case .practice(let id):
      guard let item = practice.items[id], case .period(let period) = item.value else {
        return nil
      }
      return deadline(
        period, from: anchor, countingFirstDay: item.countsFirstDay, rolling: rule.rolls,
        cites: rule.cites, source: .practice(item: id, isSuggested: item.since == nil))
    case .date(let expression):
      guard case .value(.date(let named)) = expression.evaluate(in: scope) else { return nil }
      let due = rule.rolls ? calendar.workingDay(onOrAfter: named) : named
      return Deadline(
        due: due, cites: rule.cites, source: .namedDate, period: nil, anchor: anchor,
        countsFirstDay: false, rolledFrom: due == named ? nil : named, exceptions: [],
        unknownYears: rule.rolls ? calendar.unknownYears(from: named, to: due) : [])
    }
  }

  /// A deadline after a pause: what was left goes on from the day of return.
  package func resumed(_ paused: PausedClock, on date: CalendarDate, cites: Citation) -> Deadline {
    deadline(
      paused.remaining, from: date, countingFirstDay: false, rolling: false, cites: cites,
      source: .resumed)
  }

  /// What is left of a deadline on the day of a pause, in its own unit.
  package func remaining(of deadline: Deadline, on date: CalendarDate) -> Period {
    switch deadline.period?.unit {
    case .workingDay:
      Period(max(0, calendar.workingDays(after: date, through: deadline.due)), .workingDay)
    case .day, .month, .year, nil:
      Period(max(0, date.days(to: deadline.due)), .day)
    }
  }

  /// Counts a period from a day.
  package func deadline(
    _ period: Period, from anchor: CalendarDate, countingFirstDay: Bool, rolling: Bool,
    cites: Citation, source: Deadline.Source
  ) -> Deadline {
    let end = end(of: period, from: anchor, countingFirstDay: countingFirstDay)
    let due = rolling ? calendar.workingDay(onOrAfter: end) : end
    let counted = period.unit == .workingDay
    return Deadline(
      due: due, cites: cites, source: source, period: period, anchor: anchor,
      countsFirstDay: countingFirstDay, rolledFrom: due == end ? nil : end,
      exceptions: counted ? exceptions(from: anchor, to: due) : [],
      unknownYears: counted || rolling ? calendar.unknownYears(from: anchor, to: due) : [])
  }

  private func anchor(
    of rule: DeadlineRule, _ entered: CalendarDate, _ scope: Scope
  ) -> CalendarDate? {
    guard let expression = rule.anchor else { return entered }
    guard case .value(.date(let date)) = expression.evaluate(in: scope) else { return nil }
    return date
  }

  private func end(
    of period: Period, from anchor: CalendarDate, countingFirstDay: Bool
  ) -> CalendarDate {
    let back = countingFirstDay && period.number > 0 ? -1 : 0
    switch period.unit {
    case .workingDay:
      return calendar.adding(
        workingDays: period.number, to: anchor, countingStart: countingFirstDay)
    case .day: return anchor.adding(days: period.number + back)
    case .month: return anchor.adding(months: period.number).adding(days: back)
    case .year: return anchor.adding(years: period.number).adding(days: back)
    }
  }

  private func exceptions(from start: CalendarDate, to end: CalendarDate) -> [CalendarDate] {
    guard start <= end else { return [] }
    return (0...start.days(to: end)).map(start.adding(days:)).filter {
      calendar.isWorkingDay($0) != ($0.weekday <= 5)
    }
  }
}
