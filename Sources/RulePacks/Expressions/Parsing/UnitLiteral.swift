import Quantities

/// Numbers with their units, as expressions write them.
enum UnitLiteral {
  /// The units, for suggestions.
  static let names =
    ["%", "‰", "平方米", "㎡", "万平方米"] + Money.Unit.allCases.map(\.symbol)
    + CountUnit.allCases.map(\.symbol).filter { !$0.isEmpty }

  static func isKnown(_ unit: String) -> Bool {
    unit == "%" || unit == "‰" || Money.unit(named: unit) != nil || Area.factor(of: unit) != nil
      || CountUnit(symbol: unit) != nil
  }

  /// The value of digits and a unit; nil where the number is too long or too fine for its unit.
  ///
  /// Without a unit a whole number is a plain count, one with a decimal point a ratio.
  static func value(digits: String, unit: String) -> Value? {
    if unit == "%" || unit == "‰" || (unit.isEmpty && digits.contains(".")) {
      return Ratio(parsing: digits + unit).map(Value.ratio)
    }
    if Money.unit(named: unit) != nil {
      return Money(parsing: digits + unit).map(Value.money)
    }
    if Area.factor(of: unit) != nil {
      return Area(parsing: digits + unit).map(Value.area)
    }
    guard let countUnit = CountUnit(symbol: unit),
      let number = DecimalText.leading(in: digits)?.number.scaled(by: countUnit.scale)
    else { return nil }
    return .count(number, countUnit)
  }
}
