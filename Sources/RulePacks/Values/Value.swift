package import Quantities

/// A value that a fact, an input or a practice can have.
package enum Value: Hashable, Sendable {
  case boolean(Bool)
  case count(Int64, CountUnit)
  case money(Money)
  case area(Area)
  case ratio(Ratio)
  case date(CalendarDate)
  case period(Period)
  case text(String)
  case choice(String)
}

/// The type of a value, as a vocabulary, an input or an expression has it.
package indirect enum ValueType: Hashable, Sendable, Codable {
  case boolean
  /// Points are kept in hundredths; packs call that type `score`.
  case count(CountUnit)
  /// A calendar year, counted without a unit.
  case year
  case money
  case area
  case ratio
  case date
  case period
  case text
  /// One of the named options.
  case choice([String])
  /// Several texts, such as an itemised list of defects; one a line.
  case lines
}

extension Value {
  /// Reads what a person wrote for a value of a given type: `700 万元`, `60%`, `是`, `2026-03-02`.
  ///
  /// - Returns: nil where the text is not of the type. Units of counts may be left out; those of
  ///   money and areas may not.
  package init?(_ text: String, as type: ValueType) {
    let folded = TextFolding.folded(text)
    switch type {
    case .boolean:
      switch folded.lowercased() {
      case "true", "yes", "y", "是", "有", "√", "✓": self = .boolean(true)
      case "false", "no", "n", "否", "无", "×": self = .boolean(false)
      default: return nil
      }
    case .count(let unit):
      guard let (number, rest) = DecimalText.leading(in: folded),
        let value = number.scaled(by: unit.scale), rest.isEmpty || unit.isWritten(rest)
      else { return nil }
      self = .count(value, unit)
    case .year:
      guard let (number, rest) = DecimalText.leading(in: folded), let value = number.scaled(by: 1),
        rest.isEmpty || rest == "年", (1900...2999).contains(value)
      else { return nil }
      self = .count(value, .year)
    case .money:
      guard let money = Money(parsing: folded) else { return nil }
      self = .money(money)
    case .area:
      guard let area = Area(parsing: folded) else { return nil }
      self = .area(area)
    case .ratio:
      guard let ratio = Ratio(parsing: folded) else { return nil }
      self = .ratio(ratio)
    case .date:
      guard let date = CalendarDate(parsing: folded) else { return nil }
      self = .date(date)
    case .period:
      guard let period = Period(parsing: folded) else { return nil }
      self = .period(period)
    case .text, .lines:
      let trimmed = TextFolding.trimmed(text)
      guard !trimmed.isEmpty else { return nil }
      self = .text(trimmed)
    case .choice(let options):
      guard options.contains(folded) else { return nil }
      self = .choice(folded)
    }
  }
}
