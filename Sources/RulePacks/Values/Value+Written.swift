package import Quantities

extension Value {
  /// The value as a pack writes it: `2000 万元`, `30 人`, `3%`, `2026-03-31`.
  package var written: String {
    switch self {
    case .boolean(let flag): flag ? "true" : "false"
    case .count(let number, let unit):
      Self.joined(
        unit == .point ? Self.decimal(number, over: unit.scale) : String(number), unit.symbol)
    case .money(let money):
      money.fen % 100 == 0 && money.fen.magnitude < 1_000_000
        ? Self.decimal(money.fen, over: 100) + " 元"
        : money.fen % 10_000 == 0
          ? Self.decimal(money.fen, over: 1_000_000) + " 万元"
          : Self.decimal(money.fen, over: 100) + " 元"
    case .area(let area): Self.decimal(area.hundredths, over: 100) + " 平方米"
    case .ratio(let ratio): Self.percent(ratio)
    case .date(let date): date.description
    case .period(let period): Self.joined(String(period.number), period.unit.symbol)
    case .text(let text): "\"\(text)\""
    case .choice(let option): option
    }
  }

  private static func joined(_ number: String, _ symbol: String) -> String {
    symbol.isEmpty ? number : number + " " + symbol
  }

  /// A number of so many parts of a power of ten, without needless zeros.
  private static func decimal(_ number: Int64, over base: Int64) -> String {
    let whole = number.magnitude / base.magnitude
    var places = String(number.magnitude % base.magnitude + base.magnitude).dropFirst()
    while places.last == "0" { places.removeLast() }
    return (number < 0 ? "-" : "") + String(whole) + (places.isEmpty ? "" : "." + places)
  }

  /// A percentage where it is one to two decimal places, else a fraction.
  private static func percent(_ ratio: Ratio) -> String {
    let (scaled, overflow) = ratio.numerator.multipliedReportingOverflow(by: 10_000)
    guard !overflow, scaled % ratio.denominator == 0 else {
      return "\(ratio.numerator)/\(ratio.denominator)"
    }
    return decimal(scaled / ratio.denominator, over: 100) + "%"
  }
}

extension Period.Unit {
  /// The unit as written after a number in Chinese.
  package var symbol: String {
    switch self {
    case .day: "天"
    case .workingDay: "个工作日"
    case .month: "个月"
    case .year: "年"
    }
  }
}
