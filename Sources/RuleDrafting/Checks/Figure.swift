import Quantities
import RulePacks

/// A figure that a pack writes, and the ways in which a regulation may write it.
struct Figure: Hashable {
  /// The figure as a problem names it: `2000万元`.
  let name: String
  /// The spellings, blanks left out and half width.
  let spellings: [String]
  /// What it counts.
  let sort: Sort

  /// What a figure counts, as far as it matters to where it may be stated.
  enum Sort: Hashable {
    /// An amount, a number of things, a span.
    case amount
    /// A number of nothing in particular.
    case bare
    /// A day of the year, which is often computed from another article's.
    case dayOfYear
    /// A day of the calendar.
    case day(CalendarDate)
    /// A year of the calendar.
    case year(Int64)
  }

  /// Whether it is a day of the year.
  var isDayOfYear: Bool { sort == .dayOfYear }

  /// The figure of a value; nil for values that a text need not state.
  ///
  /// None and one are said by words (无, 独立).
  init?(_ value: Value) {
    switch value {
    case .count(let number, let unit) where number >= 1900 && (unit == .year || unit == .plain):
      self.init(["\(number)年"], .year(number))
    case .count(let number, .plain) where number > 1:
      self.init(["\(number)"] + ChineseNumeral.spellings(of: number), .bare)
    case .date(let date): self.init(date)
    case .money(let money) where money.fen > 0: self.init(Self.spellings(of: money))
    case .area(let area) where area.hundredths > 0:
      self.init(
        Self.scaled(area.hundredths, by: 100).flatMap { text in
          ["平方米", "㎡", "m2", "平米"].map { text + $0 }
        }
          + Self.scaled(area.hundredths, by: 1_000_000).map { $0 + "万平方米" })
    case .ratio(let ratio) where ratio.numerator > 0: self.init(Self.spellings(of: ratio))
    case .count(let number, let unit) where number > 1 && unit != .plain:
      if unit == .point {
        self.init(Self.scaled(number, by: unit.scale).map { $0 + "分" })
      } else {
        self.init(Self.counted(number, Self.units(of: unit)))
      }
    case .period(let period) where period.number > 0: self.init(period)
    default: return nil
    }
  }

  /// The figure of a period.
  init?(_ period: Period) {
    let units =
      switch period.unit {
      case .day: ["日", "天", "个自然日"]
      case .workingDay: ["个工作日", "工作日"]
      case .month: ["个月", "月"]
      case .year: ["年"]
      }
    self.init(Self.counted(Int64(period.number), units))
  }

  /// The figure of a day of the year, such as 3月31日; the last day of a month is 月底.
  ///
  /// The first and the last day of a year need no article.
  init?(month: Int64, day: Int64?) {
    if let day, (month, day) == (1, 1) || (month, day) == (12, 31) { return nil }
    self.init(
      day.map { ["\(month)月\($0)日"] } ?? ["\(month)月底", "\(month)月末"], .dayOfYear)
  }

  /// The figure of a day of the calendar.
  init?(_ date: CalendarDate) {
    self.init(["\(date.year)年\(date.month)月\(date.day)日"], .day(date))
  }

  /// Days of the year of which practice picks one: the text has to state one of them.
  static func either(_ days: [Figure]) -> [Figure] {
    Figure(days.flatMap(\.spellings), .dayOfYear).map { [$0] } ?? []
  }

  /// The figure of a span of years, such as 近三年.
  init?(years: Int64) {
    guard years > 1 else { return nil }
    self.init(Self.counted(years, ["年", "个年度", "个会计年度"]))
  }

  private init?(_ spellings: [String], _ sort: Sort = .amount) {
    guard let first = spellings.first else { return nil }
    name = first
    self.sort = sort
    self.spellings = spellings
  }

  /// Whether a text, blanks left out and half width, states the figure, not as the tail of a
  /// greater one.
  func isStated(in text: String) -> Bool {
    spellings.contains { spelling in
      text.ranges(of: spelling).contains { range in
        if sort == .bare, range.upperBound < text.endIndex,
          ChineseNumeral.isPart(text[range.upperBound])
        {
          return false
        }
        guard range.lowerBound > text.startIndex, let first = spelling.first else { return true }
        var place = text.index(before: range.lowerBound)
        // A comma or a point belongs to a number only behind one: 评价,3年 ends a clause.
        if ",.".contains(text[place]) {
          guard place > text.startIndex else { return true }
          place = text.index(before: place)
        }
        return !ChineseNumeral.isPart(text[place]) || !ChineseNumeral.isPart(first)
      }
    }
  }

  /// A text as figures are looked for in it.
  static func searchable(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    view.append(
      contentsOf: text.unicodeScalars.filter { !TextFolding.isSpace($0) }
        .map(TextFolding.halfWidth))
    return String(view)
  }

  // MARK: Spellings

  private static func counted(_ number: Int64, _ units: [String]) -> [String] {
    let numbers = ["\(number)"] + ChineseNumeral.spellings(of: number)
    return numbers.flatMap { number in units.map { number + $0 } }
  }

  private static func units(of unit: CountUnit) -> [String] {
    switch unit {
    case .person: ["人", "名", "位", "个人"]
    case .item: ["项", "个"]
    case .instance: ["例", "个", "项"]
    case .document: ["件", "份", "个"]
    case .organisation: ["家", "个", "所"]
    case .month: ["个月", "月"]
    case .year: ["年"]
    case .day: ["天", "日"]
    case .workingDay: ["个工作日", "工作日"]
    case .time: ["次"]
    case .character: ["字"]
    case .plain: [""]
    case .point: ["分"]
    }
  }

  private static func spellings(of money: Money) -> [String] {
    var spellings: [String] = []
    for unit in [Money.Unit.wan, .yi, .yuan] {
      for number in scaled(money.fen, by: unit.rawValue) { spellings.append(number + unit.symbol) }
    }
    let thousands = Money.Unit.wan.rawValue * 1000
    if money.fen % thousands == 0 {
      spellings += counted(money.fen / thousands, ["千万元"])
    }
    if money.fen % Money.Unit.wan.rawValue == 0 {
      spellings += ChineseNumeral.spellings(of: money.fen / Money.Unit.wan.rawValue)
        .map { $0 + "万元" }
    }
    return spellings
  }

  private static func spellings(of ratio: Ratio) -> [String] {
    var spellings: [String] = []
    let (hundredfold, overflow) = ratio.numerator.multipliedReportingOverflow(by: 10_000)
    if !overflow, hundredfold % ratio.denominator == 0 {
      let percent = hundredfold / ratio.denominator
      spellings += scaled(percent, by: 100).map { $0 + "%" }
      if percent % 100 == 0 {
        spellings += ChineseNumeral.spellings(of: percent / 100).map { "百分之" + $0 }
      }
    }
    for below in ChineseNumeral.spellings(of: ratio.denominator) {
      spellings += ChineseNumeral.spellings(of: ratio.numerator).map { below + "分之" + $0 }
    }
    return ratio.denominator > 1
      ? spellings + ["\(ratio.numerator)/\(ratio.denominator)"] : spellings
  }

  /// A number of hundredths (or the like) as a decimal, plain and with separators; none where more
  /// than two decimals would be needed.
  private static func scaled(_ amount: Int64, by factor: Int64) -> [String] {
    let (whole, rest) = amount.quotientAndRemainder(dividingBy: factor)
    guard rest == 0 else {
      guard factor % 100 == 0, rest % (factor / 100) == 0 else {
        guard factor == 100 else { return [] }
        return ["\(whole).\(twoDigits(rest))"]
      }
      return ["\(whole).\(twoDigits(rest / (factor / 100)))"]
    }
    var grouped = ""
    for (index, digit) in "\(whole)".reversed().enumerated() {
      if index > 0, index % 3 == 0 { grouped.insert(",", at: grouped.startIndex) }
      grouped.insert(digit, at: grouped.startIndex)
    }
    return grouped == "\(whole)" ? [grouped] : ["\(whole)", grouped]
  }

  private static func twoDigits(_ hundredths: Int64) -> String {
    let text = hundredths < 10 ? "0\(hundredths)" : "\(hundredths)"
    return text.hasSuffix("0") ? String(text.dropLast()) : text
  }
}
