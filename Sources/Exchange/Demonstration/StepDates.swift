import Quantities
import RulePacks

/// The days of a walk: each follows from the one before, or is counted back from today.
struct StepDates {
  /// The day from which is counted back.
  let today: CalendarDate
  /// The working days.
  let calendar: WorkingCalendar

  /// A number of days or of working days, written `30` or `4wd`.
  struct Span {
    let number: Int
    let isWorking: Bool

    init?(_ text: String) {
      isWorking = text.hasSuffix("wd")
      guard let number = Int(isWorking ? text.dropLast(2) : text[...]),
        (0...36_500).contains(number)
      else { return nil }
      self.number = number
    }
  }

  /// So long before today; a day off gives way to the working day before it.
  func back(_ span: Span) -> CalendarDate {
    guard span.isWorking else {
      var day = today.adding(days: -span.number)
      while span.number > 0, !calendar.isWorkingDay(day) { day = day.adding(days: -1) }
      return day
    }
    var day = today
    var left = span.number
    while left > 0 {
      if calendar.isWorkingDay(day) { left -= 1 }
      day = day.adding(days: -1)
    }
    while span.number > 0, !calendar.isWorkingDay(day) { day = day.adding(days: -1) }
    return day
  }

  /// So long after another day; a day off gives way to the next working day, never beyond today.
  func forward(_ span: Span, from day: CalendarDate) -> CalendarDate {
    guard span.number > 0 else { return day }
    guard span.isWorking else {
      return min(calendar.workingDay(onOrAfter: day.adding(days: span.number)), max(today, day))
    }
    var day = day
    var left = span.number
    while left > 0 {
      day = day.adding(days: 1)
      if calendar.isWorkingDay(day) { left -= 1 }
    }
    return min(day, max(today, day))
  }
}
