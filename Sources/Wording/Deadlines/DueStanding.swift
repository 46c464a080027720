package import Casework
package import Quantities

/// How a due date stands on a day: what a queue shows and what it is coloured by.
///
/// Only the office's own running clock can be late. A date of the host's that has passed is shown
/// as such, and is counted nowhere.
package enum DueStanding: Hashable, Sendable {
  /// So many working days late, at least 1.
  case overdue(Int)
  /// The last day is today; `isWorkingDay` tells whether people are there.
  case today
  /// So many working days are left, at least 1.
  case left(Int)
  /// Too far off to count: the date itself is shown.
  case until(CalendarDate)
  /// Past, and not the office's: the date is shown, and that it is over.
  case past(CalendarDate)
  /// The office's clock is paused: the host has to act.
  case paused
  /// Nothing is due.
  case none
  /// It has ended.
  case ended

  /// Due dates farther off than so many days are shown as dates.
  static let horizon = 120

  /// How a due date stands.
  ///
  /// - Parameters:
  ///   - due: the last day; nil where nothing is due.
  ///   - clock: whose time runs. The host's counts as a pause while its own date is near.
  ///   - calendar: the working days.
  package init(
    due: CalendarDate?, clock: ClockState, today: CalendarDate, calendar: WorkingCalendar
  ) {
    if clock == .ended {
      self = .ended
      return
    }
    guard let due else {
      self = clock == .host ? .paused : .none
      return
    }
    let days = today.days(to: due)
    if days > Self.horizon {
      self = .until(due)
    } else if days < 0 {
      self =
        clock == .running
        ? .overdue(max(1, calendar.workingDays(after: due, through: today))) : .past(due)
    } else if clock == .host {
      self = .paused
    } else if days == 0 {
      self = .today
    } else {
      let left = calendar.workingDays(after: today, through: due)
      self = left == 0 ? .today : .left(left)
    }
  }

  /// How many working days the office is late; nil where it is not.
  package var workingDaysLate: Int? {
    if case .overdue(let days) = self { days } else { nil }
  }

  /// Whether its text names the date itself.
  package var namesDate: Bool {
    switch self {
    case .until, .past: true
    default: false
    }
  }
}

extension Wording {
  /// How a due date stands: 剩 3 个工作日, 今日到期, 逾期 2 个工作日, 暂停计时, 办结.
  ///
  /// - Parameter isShort: for narrow columns, 逾期 2 工作日 and “2 wd late”.
  package func text(of standing: DueStanding, isShort: Bool = false) -> String {
    switch standing {
    case .overdue(let days) where isShort: text(zh: "逾期 \(days) 工作日", en: "\(days) wd late")
    case .left(let days) where isShort: text(zh: "剩 \(days) 工作日", en: "\(days) wd left")
    case .none where isShort: text(zh: "无期限", en: "none")
    case .overdue(let days):
      text(
        zh: "逾期 \(days) 个工作日", en: days == 1 ? "1 working day late" : "\(days) working days late")
    case .today: text(zh: "今日到期", en: "due today")
    case .left(let days):
      text(
        zh: "剩 \(days) 个工作日", en: days == 1 ? "1 working day left" : "\(days) working days left")
    case .until(let date): text(zh: "至 \(date)", en: isShort ? "\(date)" : "until \(date)")
    case .past(let date): text(zh: "已过 \(date)", en: isShort ? "expired" : "was due \(date)")
    case .paused: text(zh: "暂停计时", en: "paused")
    case .none: text(zh: "无期限", en: "no due date")
    case .ended: text(zh: "办结", en: "closed")
    }
  }

  /// How a due date stands, in words.
  package func remaining(
    due: CalendarDate?, clock: ClockState = .running, today: CalendarDate,
    calendar: WorkingCalendar
  ) -> String {
    text(of: DueStanding(due: due, clock: clock, today: today, calendar: calendar))
  }
}
