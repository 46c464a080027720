import Quantities

extension Value {
  /// How two values stand to each other: -1, 0 or 1; texts and options that differ give 1.
  ///
  /// - Returns: nil for values that do not compare, such as 30 days and a month.
  func order(to other: Value) -> Int? {
    switch (self, other) {
    case (.boolean(let a), .boolean(let b)): return a == b ? 0 : 1
    case (.count(let a, .plain), .count(let b, .point)): return Self.order(points: a, b)
    case (.count(let a, .point), .count(let b, .plain)):
      return Self.order(points: b, a).map { -$0 }
    case (.count(let a, _), .count(let b, _)): return Self.order(a, b)
    case (.money(let a), .money(let b)): return Self.order(a.fen, b.fen)
    case (.area(let a), .area(let b)): return Self.order(a.hundredths, b.hundredths)
    case (.ratio(let a), .ratio(let b)):
      return compareProducts(a.numerator, b.denominator, b.numerator, a.denominator)
    case (.date(let a), .date(let b)): return Self.order(a.ordinal, b.ordinal)
    case (.period(let a), .period(let b)):
      if a.unit == b.unit { return Self.order(a.number, b.number) }
      guard let left = a.months, let right = b.months else { return nil }
      return Self.order(left, right)
    case (.text(let a), .text(let b)), (.choice(let a), .choice(let b)):
      return a == b ? 0 : 1
    default: return nil
    }
  }

  /// Whole points, as they were recorded before scores had decimal places, against hundredths.
  private static func order(points: Int64, _ hundredths: Int64) -> Int? {
    let (scaled, overflow) = points.multipliedReportingOverflow(by: CountUnit.point.scale)
    return overflow ? nil : order(scaled, hundredths)
  }

  private static func order<Number: Comparable>(_ a: Number, _ b: Number) -> Int {
    a < b ? -1 : a == b ? 0 : 1
  }
}

extension Period {
  /// The length in months, of months and years.
  fileprivate var months: Int? {
    switch unit {
    case .month: number
    case .year: number * 12
    case .day, .workingDay: nil
    }
  }
}
