import Quantities

/// Ratios as percentages that never look as if a threshold were reached that was not.
enum PercentText {
  /// A ratio as a percentage: exact where four decimals suffice, else marked ≈.
  ///
  /// What is not exact is rounded to two decimals where that leaves it on the same side of
  /// `threshold`; without a threshold, where it does not come out as a rounder number than it is.
  /// Thirds stay fractions, as the regulations write them.
  static func text(_ ratio: Ratio, threshold: Ratio? = nil, approximately: String) -> String {
    if ratio.denominator == 3 { return "\(ratio.numerator)/3" }
    if let exact = exact(ratio) { return exact + "%" }
    for places in [2, 3, 4] {
      let unit = power(places)
      let rounded = rounded(ratio, to: unit)
      guard let rounded, let shown = Ratio(rounded, over: 100 * Int64(unit)) else { continue }
      if let threshold {
        if side(of: shown, threshold) == side(of: ratio, threshold) {
          return approximately + NumberText.decimal(rounded, over: unit) + "%"
        }
      } else if rounded % 10 != 0 {
        return approximately + NumberText.decimal(rounded, over: unit) + "%"
      }
    }
    return approximately + directed(ratio, threshold) + "%"
  }

  private static func side(of ratio: Ratio, _ threshold: Ratio) -> Int {
    ratio < threshold ? -1 : threshold < ratio ? 1 : 0
  }

  /// The percentage where four decimals hold it exactly.
  private static func exact(_ ratio: Ratio) -> String? {
    let (scaled, overflow) = ratio.numerator.multipliedReportingOverflow(by: 1_000_000)
    guard !overflow, scaled % ratio.denominator == 0 else { return nil }
    return NumberText.decimal(scaled / ratio.denominator, over: 10_000)
  }

  /// Four decimals, rounded away from the number that it must not be taken for.
  private static func directed(_ ratio: Ratio, _ threshold: Ratio?) -> String {
    let (below, isExact) = floored(ratio, to: 10_000)
    guard let below else { return "\(ratio.numerator)/\(ratio.denominator) × 100" }
    let isBelow: Bool
    if let threshold {
      isBelow = ratio < threshold
    } else {
      isBelow = rounded(ratio, to: 10_000) != below
    }
    return NumberText.decimal(isBelow || isExact ? below : below + 1, over: 10_000)
  }

  private static func rounded(_ ratio: Ratio, to unit: UInt64) -> Int64? {
    let product = ratio.numerator.magnitude.multipliedFullWidth(by: 200 * unit)
    let denominator = ratio.denominator.magnitude
    guard product.high < denominator else { return nil }
    let (twice, _) = denominator.dividingFullWidth(product)
    guard twice < UInt64(Int64.max) else { return nil }
    let half = Int64((twice + 1) / 2)
    return ratio.numerator < 0 ? -half : half
  }

  private static func floored(_ ratio: Ratio, to unit: UInt64) -> (Int64?, Bool) {
    let product = ratio.numerator.magnitude.multipliedFullWidth(by: 100 * unit)
    let denominator = ratio.denominator.magnitude
    guard product.high < denominator else { return (nil, false) }
    let (quotient, remainder) = denominator.dividingFullWidth(product)
    guard quotient < UInt64(Int64.max) else { return (nil, false) }
    let whole = Int64(quotient)
    if ratio.numerator >= 0 { return (whole, remainder == 0) }
    return (remainder == 0 ? -whole : -whole - 1, remainder == 0)
  }

  private static func power(_ exponent: Int) -> UInt64 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
