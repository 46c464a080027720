package import Quantities
package import RulePacks

extension Wording {
  /// A value as a person reads it: 1,850 万元, 920 平方米, 59.96%, 30 人, 2026-03-02, 是.
  ///
  /// - Parameters:
  ///   - options: the names of the options of a choice, where the caller knows them; else the pack
  ///     and the vocabulary are searched.
  ///   - threshold: what a ratio is compared with, so that rounding never hides a shortfall.
  ///   - isShort: whether units are to be short (㎡).
  package func text(
    of value: Value, options: [String: Bilingual] = [:], threshold: Value? = nil,
    isShort: Bool = false
  ) -> String {
    switch value {
    case .boolean(let flag): flag ? text(zh: "是", en: "yes") : text(zh: "否", en: "no")
    case .count(let number, let unit): text(of: number, unit)
    case .money(let money): text(of: money)
    case .area(let area): text(of: area, isShort: isShort)
    case .ratio(let ratio):
      if case .ratio(let limit) = threshold {
        text(of: ratio, threshold: limit)
      } else {
        text(of: ratio)
      }
    case .date(let date): date.description
    case .period(let period): text(of: period)
    case .text(let text): text
    case .choice(let option): options[option]?[language] ?? self.option(option)
    }
  }

  /// A value of a fact, with the options of its field.
  package func text(of value: Value, for path: FactPath) -> String {
    if case .text(let id) = value {
      if path == "department" { return department(id) }
      if path.hasPrefix("materials["), path.hasSuffix("].kind") { return material(id) }
    }
    return text(of: value, options: vocabulary?.field(at: path)?.field.options ?? [:])
  }

  /// A value of an input, with its options.
  package func text(of value: Value, input id: String) -> String {
    text(of: value, options: pack?.input(id)?.options ?? [:])
  }

  /// A value of a practice item, with its options.
  package func text(of value: Value, practice id: String) -> String {
    text(of: value, options: pack?.practiceItem(id)?.options ?? [:])
  }

  /// What is on record for a fact; 无此数据 where there can be none, 未填 where nothing is known.
  package func text(of fact: FactValue?, for path: FactPath) -> String {
    switch fact {
    case .value(let value): text(of: value, for: path)
    case .absent: text(zh: "无此数据", en: "none exists")
    case nil: text(zh: "未填", en: "not given")
    }
  }

  /// An amount in 万元, exactly; in English in yuan, millions where that is exact.
  package func text(of money: Money) -> String {
    if language == .zh { return NumberText.decimal(money.fen, over: 1_000_000) + " 万元" }
    let isMillions = money.fen.magnitude >= 100_000_000 && money.fen % 1_000_000 == 0
    return isMillions
      ? "CNY " + NumberText.decimal(money.fen, over: 100_000_000) + "m"
      : "CNY " + NumberText.decimal(money.fen, over: 100)
  }

  /// An area in square metres, exactly.
  package func text(of area: Area, isShort: Bool = false) -> String {
    NumberText.decimal(area.hundredths, over: 100)
      + text(zh: isShort ? " ㎡" : " 平方米", en: " sq m")
  }

  /// A ratio as a percentage.
  package func text(of ratio: Ratio, threshold: Ratio? = nil) -> String {
    PercentText.text(ratio, threshold: threshold, approximately: isPlain ? "~" : "≈")
  }

  /// A count with its unit; a calendar year as such.
  package func text(of number: Int64, _ unit: CountUnit) -> String {
    if unit == .year, (1900...2999).contains(number) {
      return text(zh: "\(number)年", en: "\(number)")
    }
    let figure =
      unit == .point
      ? NumberText.decimal(number, over: unit.scale.magnitude) : NumberText.grouped(number)
    guard unit != .plain else { return figure }
    return figure + " "
      + (language == .zh ? unit.symbol : english(unit, isOne: number == unit.scale))
  }

  /// A period: 5 个工作日, 5 working days.
  package func text(of period: Period) -> String {
    let unit: CountUnit =
      switch period.unit {
      case .day: .day
      case .workingDay: .workingDay
      case .month: .month
      case .year: .year
      }
    let number = NumberText.grouped(Int64(period.number))
    return number + " "
      + (language == .zh ? unit.symbol : english(unit, isOne: period.number == 1))
  }

  /// A value as a person types it, exactly: in Chinese as application files have it, in English with
  /// English units.
  package func typed(_ value: Value) -> String {
    switch value {
    case .money, .area, .period: language == .zh ? value.written : text(of: value)
    case .count(let number, let unit): language == .zh ? value.written : text(of: number, unit)
    case .text(let text): text
    case .boolean, .ratio, .date, .choice: value.written
    }
  }

  private func english(_ unit: CountUnit, isOne: Bool) -> String {
    isOne ? unit.english : unit.english + "s"
  }

  /// What an option is called, where all that use its id agree.
  private func option(_ id: String) -> String {
    var names: Set<String> = []
    for input in pack?.inputs ?? [] {
      if let label = input.options[id] { names.insert(label[language]) }
    }
    for group in vocabulary?.groups ?? [] {
      for field in group.fields {
        if let label = field.options[id] { names.insert(label[language]) }
      }
    }
    return names.count == 1 ? names.first ?? id : id
  }
}
