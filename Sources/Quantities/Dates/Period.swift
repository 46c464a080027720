/// A length of time as a regulation states it: a number and a unit.
package struct Period: Hashable, Sendable, Codable {
  /// The units in which regulations count.
  package enum Unit: String, CaseIterable, Hashable, Sendable, Codable {
    case day
    case workingDay = "working_day"
    case month
    case year
  }

  /// How many units, 0 or more.
  package let number: Int
  /// The unit.
  package let unit: Unit

  /// A period of so many units.
  package init(_ number: Int, _ unit: Unit) {
    self.number = number
    self.unit = unit
  }

  /// Reads `5 个工作日`, `30 日`, `3 年`, `2 个月`, `5 working_day`.
  package init?(parsing text: String) {
    guard let (number, rest) = DecimalText.leading(in: text), let value = number.scaled(by: 1),
      (0...10_000).contains(value)
    else { return nil }
    switch rest {
    case "日", "天", "day", "days": self.init(Int(value), .day)
    case "个工作日", "工作日", "working_day", "working_days", "working day", "working days":
      self.init(Int(value), .workingDay)
    case "个月", "月", "month", "months": self.init(Int(value), .month)
    case "年", "year", "years": self.init(Int(value), .year)
    default: return nil
    }
  }
}
