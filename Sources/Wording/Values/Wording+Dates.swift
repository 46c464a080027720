package import Quantities

extension Wording {
  /// A date written out: 2026年3月2日, 2 March 2026.
  package func long(_ date: CalendarDate) -> String {
    let (year, month, day) = date.parts
    return text(
      zh: "\(year)年\(month)月\(day)日", en: "\(day) \(Self.months[month - 1]) \(year)")
  }

  /// Month and day: 03-02.
  package func short(_ date: CalendarDate) -> String { String(date.description.dropFirst(5)) }

  /// A date beside today: month and day in the same year, the whole date otherwise.
  package func short(_ date: CalendarDate, beside today: CalendarDate) -> String {
    date.year == today.year ? short(date) : "\(date)"
  }

  /// The day of the week: 周一, Mon.
  package func weekday(_ date: CalendarDate) -> String {
    let index = date.weekday - 1
    return text(zh: "周" + Self.weekdaysZh[index], en: Self.weekdaysEn[index])
  }

  /// A date with its day of the week: 2026-03-02 周一.
  package func dated(_ date: CalendarDate) -> String { "\(date) \(weekday(date))" }

  /// A year: 2026年, 2026.
  package func year(_ year: Int) -> String { text(zh: "\(year)年", en: "\(year)") }

  private static let weekdaysZh = ["一", "二", "三", "四", "五", "六", "日"]
  private static let weekdaysEn = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
