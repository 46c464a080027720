import Quantities

extension Value {
  /// Two values joined; units were agreed on when the expression was checked.
  ///
  /// A result that leaves 64 bits is unknown with the note *overflow*.
  func combined(_ operation: Arithmetic, _ other: Value) -> Reading {
    switch (self, other) {
    case (.date(let date), _): return date.combined(operation, other)
    case (.ratio(let a), .ratio(let b)): return Reading.ratio(a.combined(operation, b))
    case (.ratio(let a), .count(let number, _)):
      return Reading.ratio(Ratio(number, over: 1).flatMap { a.combined(operation, $0) })
        .orOverZero(if: operation == .divide && number == 0)
    case (.count(let number, _), .ratio(let b)):
      return Reading.ratio(Ratio(number, over: 1).flatMap { $0.combined(operation, b) })
    case (.period, _), (.text, _), (.choice, _), (.boolean, _): return Reading(.unknown([]))
    default: break
    }
    guard let (a, make) = measured(with: other), let (b, _) = other.measured(with: self) else {
      return Reading(.unknown([]))
    }
    let result: (partialValue: Int64, overflow: Bool)
    switch operation {
    case .add: result = a.addingReportingOverflow(b)
    case .subtract: result = a.subtractingReportingOverflow(b)
    case .multiply: result = a.multipliedReportingOverflow(by: b)
    case .divide:
      if b == 0 { return .overZero }
      return Reading.ratio(Ratio(a, over: b))
    }
    return result.overflow ? .failed(.overflow) : Reading(make(result.partialValue))
  }

  /// The value as an integer in its smallest unit, and how the result of arithmetic is made again.
  private func measured(with other: Value) -> (Int64, (Int64) -> Value)? {
    switch self {
    case .money(let money): (money.fen, { .money(Money(fen: $0)) })
    case .area(let area): (area.hundredths, { .area(Area(hundredths: $0)) })
    case .count(let number, let unit):
      switch other {
      case .money: (number, { .money(Money(fen: $0)) })
      case .area: (number, { .area(Area(hundredths: $0)) })
      case .count(_, let otherUnit):
        (number, { .count($0, unit == .plain ? otherUnit : unit) })
      default: (number, { .count($0, unit) })
      }
    default: nil
    }
  }

  /// The value with the opposite sign.
  var negated: Reading {
    switch self {
    case .count(let number, let unit):
      number == .min ? .failed(.overflow) : Reading(.count(-number, unit))
    case .money(let money):
      money.fen == .min ? .failed(.overflow) : Reading(.money(Money(fen: -money.fen)))
    case .area(let area):
      area.hundredths == .min
        ? .failed(.overflow) : Reading(.area(Area(hundredths: -area.hundredths)))
    case .ratio(let ratio):
      Reading.ratio(Ratio(-ratio.numerator, over: ratio.denominator))
    default: Reading(.unknown([]))
    }
  }
}

extension Reading {
  /// A ratio, or overflow where there is none.
  fileprivate static func ratio(_ ratio: Ratio?) -> Reading {
    ratio.map { Reading(.ratio($0)) } ?? .failed(.overflow)
  }

  fileprivate func orOverZero(if isZero: Bool) -> Reading { isZero ? .overZero : self }
}

extension Ratio {
  /// Two fractions joined exactly; nil where that leaves 64 bits, or divides by zero.
  fileprivate func combined(_ operation: Arithmetic, _ other: Ratio) -> Ratio? {
    switch operation {
    case .multiply:
      return Self.product(numerator, other.numerator, denominator, other.denominator)
    case .divide:
      return Self.product(numerator, other.denominator, denominator, other.numerator)
    case .add, .subtract:
      do throws(AmountOverflow) {
        let left = try numerator.multiplying(by: other.denominator)
        let right = try other.numerator.multiplying(by: denominator)
        let above =
          operation == .add ? try left.adding(right) : try left.subtracting(right)
        return Ratio(above, over: try denominator.multiplying(by: other.denominator))
      } catch { return nil }
    }
  }

  private static func product(_ a: Int64, _ b: Int64, _ c: Int64, _ d: Int64) -> Ratio? {
    guard let left = Ratio(a, over: d), let right = Ratio(b, over: c) else { return nil }
    do throws(AmountOverflow) {
      let above = try left.numerator.multiplying(by: right.numerator)
      return Ratio(above, over: try left.denominator.multiplying(by: right.denominator))
    } catch { return nil }
  }
}

extension CalendarDate {
  /// The date so much later or earlier, or the days between two dates.
  fileprivate func combined(_ operation: Arithmetic, _ other: Value) -> Reading {
    let sign: Int64 = operation == .subtract ? -1 : 1
    switch other {
    case .date(let date): return Reading(.count(Int64(date.days(to: self)), .day))
    case .count(let number, let unit):
      guard let periodUnit = unit.periodUnit, number.magnitude <= 1_000_000 else {
        return .failed(.overflow)
      }
      return moved(by: Int(sign * number), periodUnit)
    case .period(let period): return moved(by: Int(sign) * period.number, period.unit)
    default: return Reading(.unknown([]))
    }
  }

  private func moved(by number: Int, _ unit: Period.Unit) -> Reading {
    let date: CalendarDate
    switch unit {
    case .workingDay: return .failed(.workingDays)
    case .day: date = adding(days: number)
    case .month, .year:
      let months = unit == .year ? number * 12 : number
      guard (12...119_987).contains(year * 12 + month - 1 + months) else {
        return .failed(.overflow)
      }
      date = adding(months: months)
    }
    return (1...9999).contains(date.year) ? Reading(.date(date)) : .failed(.overflow)
  }
}
