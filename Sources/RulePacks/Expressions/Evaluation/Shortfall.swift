import Quantities

/// How much a failed comparison lacks, or has too much.
enum Shortfall {
  /// The amount by which the left value would have to change for the comparison to hold, never
  /// negative: 2000 万元 less 1850 万元; for a ratio of counts or amounts, so many more (or fewer)
  /// of what stands above the line.
  ///
  /// - Parameter parts: the two sides, as explained.
  static func of(_ comparison: Comparison, _ reading: Reading, _ parts: [Explanation]) -> Value? {
    guard reading.outcome.truth == false, comparison.isOrdered, parts.count == 2,
      case .value(let left) = parts[0].outcome, case .value(let right) = parts[1].outcome
    else { return nil }
    if case .ratio(let threshold) = right, parts[0].isQuotient, parts[0].parts.count == 2,
      case .value(let above) = parts[0].parts[0].outcome,
      case .value(let below) = parts[0].parts[1].outcome,
      let missing = missing(comparison, above, below, threshold)
    {
      return missing
    }
    return difference(comparison, left, right)
  }

  private static func difference(
    _ comparison: Comparison, _ left: Value, _ right: Value
  ) -> Value? {
    let isUpward = comparison == .atLeast || comparison == .greater
    let isStrict = comparison == .greater || comparison == .less
    let gap = isUpward ? right.combined(.subtract, left) : left.combined(.subtract, right)
    guard let value = gap.value else { return nil }
    guard isStrict else { return value }
    switch value {
    case .count(let number, let unit):
      return Value.count(1, unit).combined(.add, .count(number, unit)).value
    case .money: return value.combined(.add, .money(Money(fen: 1))).value
    case .area: return value.combined(.add, .area(Area(hundredths: 1))).value
    default: return value
    }
  }

  /// How many more (fewer) must stand above the line.
  private static func missing(
    _ comparison: Comparison, _ above: Value, _ below: Value, _ threshold: Ratio
  ) -> Value? {
    guard let part = above.smallest, let whole = below.smallest, part >= 0, whole > 0,
      threshold.numerator >= 0
    else { return nil }
    let product = threshold.numerator.multipliedFullWidth(by: whole)
    guard
      product.high < threshold.denominator / 2 || (product.high == 0 && product.low <= Int64.max)
    else { return nil }
    let (quotient, remainder) = threshold.denominator.dividingFullWidth(product)
    let ceiling = remainder == 0 ? quotient : quotient + 1
    let target: Int64 =
      switch comparison {
      case .atLeast: ceiling
      case .greater: quotient + 1
      case .atMost: quotient
      default: ceiling - 1
      }
    let isUpward = comparison == .atLeast || comparison == .greater
    return above.with(smallest: isUpward ? target - part : part - target)
  }
}

extension Explanation {
  /// Whether a step is a ratio of two amounts.
  fileprivate var isQuotient: Bool {
    (kind == .arithmetic && text == Arithmetic.divide.rawValue)
      || (kind == .function && text == Function.ratio.rawValue)
  }
}

extension Value {
  /// The value as an integer in its smallest unit.
  fileprivate var smallest: Int64? {
    switch self {
    case .count(let number, _): number
    case .money(let money): money.fen
    case .area(let area): area.hundredths
    default: nil
    }
  }

  /// A value of the same type and unit.
  fileprivate func with(smallest number: Int64) -> Value? {
    switch self {
    case .count(_, let unit): .count(number, unit)
    case .money: .money(Money(fen: number))
    case .area: .area(Area(hundredths: number))
    default: nil
    }
  }
}
