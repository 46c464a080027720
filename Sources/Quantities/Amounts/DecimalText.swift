/// A decimal number as written: an integer and the count of its decimal places.
///
/// Thousands separators (`,` or `，`) and full-width digits are accepted, since officers paste
/// from forms and spreadsheets. A comma that parts no thousands, as in `3,5`, makes it no number:
/// nobody can tell whether it was meant as a point.
package struct DecimalText: Hashable, Sendable {
  /// All digits read as one integer, with sign.
  package let digits: Int64
  /// How many of the digits stand after the decimal point (0…17).
  package let places: Int

  /// Reads the leading number of `text`; what follows it is returned as `rest`, trimmed.
  ///
  /// - Returns: nil where no number leads, its commas part no thousands, or it has more than 18
  ///   digits.
  package static func leading(in text: String) -> (number: DecimalText, rest: String)? {
    var digits: Int64 = 0
    var places = 0
    var seenPoint = false
    var seenDigit = false
    var negative = false
    var group: Int?  // digits since the last comma
    var lead = 0  // digits before the first one
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count, TextFolding.isSpace(scalars[index]) { index += 1 }
    if index < scalars.count, let sign = sign(of: scalars[index]) {
      negative = sign
      index += 1
    }
    scan: while index < scalars.count {
      let scalar = TextFolding.halfWidth(scalars[index])
      switch scalar {
      case "0"..."9":
        let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.addingReportingOverflow(Int64(scalar.value - 48))
        guard !overflow, !carry else { return nil }
        digits = sum
        seenDigit = true
        if seenPoint {
          places += 1
        } else if let count = group {
          group = count + 1
        } else {
          lead += 1
        }
      case "," where seenDigit && !seenPoint:
        guard group.map({ $0 == 3 }) ?? (lead <= 3) else { return nil }
        group = 0
      case "." where !seenPoint: seenPoint = true
      default: break scan
      }
      index += 1
    }
    guard seenDigit, places <= 17, group ?? 3 == 3 else { return nil }
    var rest = String.UnicodeScalarView()
    rest.append(contentsOf: scalars[index...])
    return (
      DecimalText(digits: negative ? -digits : digits, places: places),
      TextFolding.trimmed(String(rest))
    )
  }

  /// The number scaled by `factor`, where that is a whole number.
  ///
  /// - Returns: nil where a fraction would remain or the range is left.
  package func scaled(by factor: Int64) -> Int64? {
    let (product, overflow) = digits.multipliedReportingOverflow(by: factor)
    guard !overflow else { return nil }
    let divisor = Self.powerOfTen(places)
    guard product % divisor == 0 else { return nil }
    return product / divisor
  }

  /// Ten to the power of `exponent` (0…18).
  package static func powerOfTen(_ exponent: Int) -> Int64 {
    (0..<exponent).reduce(Int64(1)) { power, _ in power * 10 }
  }

  private static func sign(of scalar: Unicode.Scalar) -> Bool? {
    switch TextFolding.halfWidth(scalar) {
    case "-", "−": true
    case "+": false
    default: nil
    }
  }
}
