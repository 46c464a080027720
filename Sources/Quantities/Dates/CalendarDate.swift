/// A day of the Gregorian calendar, without time or zone.
package struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package let ordinal: Int32

  /// The day that lies `ordinal` days after 1970-01-01.
  package init(ordinal: Int32) { self.ordinal = ordinal }

  /// The day of the given year (1…9999), month and day.
  ///
  /// - Returns: nil for a day that does not exist.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.daysIn(month: month, of: year)).contains(day)
    else { return nil }
    self.init(ordinal: Self.ordinal(year: year, month: month, day: day))
  }

  /// Reads `2026-03-02`, `2026/3/2`, `2026.3.2` or `2026年3月2日`.
  package init?(parsing text: String) {
    if let date = Self.plain(text) {
      self = date
      return
    }
    var parts: [Int] = []
    var current: Int?
    for scalar in TextFolding.trimmed(text).unicodeScalars {
      switch TextFolding.halfWidth(scalar) {
      case let digit where ("0"..."9").contains(digit):
        let value = (current ?? 0) * 10 + Int(digit.value - 48)
        guard value <= 9999 else { return nil }
        current = value
      case "-", "/", ".", "年", "月", "日":
        guard let value = current else { return nil }
        parts.append(value)
        current = nil
      default: return nil
      }
    }
    if let last = current { parts.append(last) }
    guard parts.count == 3 else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }

  /// Reads `2026-03-02` alone, as stores and files hold it; nil for anything else.
  private static func plain(_ text: String) -> CalendarDate? {
    guard text.utf8.count == 10 else { return nil }
    var numbers: (Int, Int, Int) = (0, 0, 0)
    for (index, byte) in text.utf8.enumerated() {
      if index == 4 || index == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let digit = Int(byte - UInt8(ascii: "0"))
      if index < 4 {
        numbers.0 = numbers.0 * 10 + digit
      } else if index < 7 {
        numbers.1 = numbers.1 * 10 + digit
      } else {
        numbers.2 = numbers.2 * 10 + digit
      }
    }
    return CalendarDate(year: numbers.0, month: numbers.1, day: numbers.2)
  }

  /// Year, month and day.
  package var parts: (year: Int, month: Int, day: Int) {
    // Howard Hinnant's civil-from-days method, on a calendar that begins in March.
    let shifted = Int(ordinal) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The year.
  package var year: Int { parts.year }
  /// The month, 1…12.
  package var month: Int { parts.month }
  /// The day of the month, 1…31.
  package var day: Int { parts.day }
  /// The day of the week, 1 for Monday to 7 for Sunday.
  package var weekday: Int { (((Int(ordinal) + 3) % 7) + 7) % 7 + 1 }

  /// Earlier days first.
  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.ordinal < right.ordinal
  }

  /// The day so many days later (earlier, where negative).
  package func adding(days: Int) -> CalendarDate {
    CalendarDate(ordinal: ordinal &+ Int32(clamping: days))
  }

  /// The corresponding day so many months later, or the last day of that month where there is none
  /// (Civil Code, article 202).
  package func adding(months: Int) -> CalendarDate {
    let now = parts
    let total = now.year * 12 + (now.month - 1) + months
    let year = total >= 0 ? total / 12 : (total - 11) / 12
    let month = total - year * 12 + 1
    let day = min(now.day, Self.daysIn(month: month, of: year))
    return CalendarDate(ordinal: Self.ordinal(year: year, month: month, day: day))
  }

  /// The corresponding day so many years later (29 February becomes 28 February).
  package func adding(years: Int) -> CalendarDate { adding(months: years * 12) }

  /// How many days `other` lies after this day.
  package func days(to other: CalendarDate) -> Int { Int(other.ordinal) - Int(ordinal) }

  /// The number of days of a month.
  package static func daysIn(month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
  }

  private static func ordinal(year: Int, month: Int, day: Int) -> Int32 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(clamping: era * 146_097 + dayOfEra - 719_468)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The day as `2026-03-02` (ISO 8601).
  package var description: String {
    let (year, month, day) = parts
    guard year < 0 || year > 9999 else {
      return String(unsafeUninitializedCapacity: 10) { out in
        var rest = (year * 100 + month) * 100 + day
        for index in (0..<10).reversed() where index != 4 && index != 7 {
          out[index] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
        out[4] = UInt8(ascii: "-")
        out[7] = UInt8(ascii: "-")
        return 10
      }
    }
    func padded(_ value: Int, _ width: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

extension CalendarDate: Codable {
  /// Decodes `2026-03-02`.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CalendarDate(parsing: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date: \(text)")
    }
    self = date
  }

  /// Encodes `2026-03-02`.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
