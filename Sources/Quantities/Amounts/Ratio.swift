/// An exact fraction; comparison is by cross-multiplication, never by division.
///
/// Two ratios are equal when they are the same number: 3/9 equals 1/3.
package struct Ratio: Comparable, Hashable, Sendable, Codable {
  /// The part above the line.
  package let numerator: Int64
  /// The part below the line, greater than zero.
  package let denominator: Int64

  /// A fraction in lowest terms.
  ///
  /// - Returns: nil for a denominator of zero, and for values that leave the range.
  package init?(_ numerator: Int64, over denominator: Int64) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = max(1, Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
    let sign: Int64 = denominator < 0 ? -1 : 1
    self.numerator = sign * (numerator / Int64(divisor))
    self.denominator = sign * (denominator / Int64(divisor))
  }

  /// Reads `60%`, `59.9%`, `1/3`, `0.041` or `6.5‰`.
  package init?(parsing text: String) {
    guard let (number, rest) = DecimalText.leading(in: text) else { return nil }
    let base = DecimalText.powerOfTen(number.places)
    switch rest {
    case "": self.init(number.digits, over: base)
    case "%", "％":
      let (denominator, overflow) = base.multipliedReportingOverflow(by: 100)
      guard !overflow else { return nil }
      self.init(number.digits, over: denominator)
    case "‰":
      let (denominator, overflow) = base.multipliedReportingOverflow(by: 1000)
      guard !overflow else { return nil }
      self.init(number.digits, over: denominator)
    default:
      guard number.places == 0, let slash = rest.first, slash == "/" || slash == "／",
        let (below, tail) = DecimalText.leading(in: String(rest.dropFirst())),
        tail.isEmpty, below.places == 0
      else { return nil }
      self.init(number.digits, over: below.digits)
    }
  }

  /// Smaller fractions first.
  package static func < (left: Ratio, right: Ratio) -> Bool {
    compareProducts(left.numerator, right.denominator, right.numerator, left.denominator) < 0
  }

  private static func greatestCommonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
