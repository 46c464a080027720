/// An amount left the range of 64-bit integers.
///
/// Amounts are never rounded to fit and never turned into floating point.
package struct AmountOverflow: Error, Hashable, Sendable {
  /// Creates the error.
  package init() {}
}

/// Multiplies without losing bits, so that fractions compare exactly.
///
/// - Returns: whether `a · b < c · d`, equal or greater, computed on 128 bits.
package func compareProducts(_ a: Int64, _ b: Int64, _ c: Int64, _ d: Int64) -> Int {
  let left = a.multipliedFullWidth(by: b)
  let right = c.multipliedFullWidth(by: d)
  if left.high != right.high { return left.high < right.high ? -1 : 1 }
  if left.low != right.low { return left.low < right.low ? -1 : 1 }
  return 0
}

extension Int64 {
  /// The sum, or `AmountOverflow`.
  package func adding(_ other: Int64) throws(AmountOverflow) -> Int64 {
    let (value, overflow) = addingReportingOverflow(other)
    guard !overflow else { throw AmountOverflow() }
    return value
  }

  /// The difference, or `AmountOverflow`.
  package func subtracting(_ other: Int64) throws(AmountOverflow) -> Int64 {
    let (value, overflow) = subtractingReportingOverflow(other)
    guard !overflow else { throw AmountOverflow() }
    return value
  }

  /// The product, or `AmountOverflow`.
  package func multiplying(by other: Int64) throws(AmountOverflow) -> Int64 {
    let (value, overflow) = multipliedReportingOverflow(by: other)
    guard !overflow else { throw AmountOverflow() }
    return value
  }
}
