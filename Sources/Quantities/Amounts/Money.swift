/// An amount of renminbi, kept in 分 (hundredths of a yuan).
package struct Money: Hashable, Comparable, Sendable, Codable {
  /// The amount in 分.
  package let fen: Int64

  /// An amount of so many 分.
  package init(fen: Int64) { self.fen = fen }

  /// An amount of so many 万元 (ten thousand yuan), the unit of the regulations.
  package init(wan: Int64) throws(AmountOverflow) {
    fen = try wan.multiplying(by: Unit.wan.rawValue)
  }

  /// Units in which amounts are written; the raw value is the unit in 分.
  package enum Unit: Int64, CaseIterable, Sendable {
    case yuan = 100
    case wan = 1_000_000
    case yi = 10_000_000_000

    /// The unit as it is written after a number.
    package var symbol: String {
      switch self {
      case .yuan: "元"
      case .wan: "万元"
      case .yi: "亿元"
      }
    }
  }

  /// Reads an amount with its unit: `700 万元`, `1.6 亿元`, `35,000 元`; in English `CNY 7m`,
  /// `CNY 35,000`, `7 million yuan`.
  ///
  /// - Returns: nil where the number or the unit is missing, or a fraction of a 分 would remain.
  package init?(parsing text: String) {
    let currency = Self.currencies.first { text.hasPrefix($0) }
    let amount = currency.map { String(text.dropFirst($0.count)) } ?? text
    guard let (number, rest) = DecimalText.leading(in: amount),
      let factor = currency == nil
        ? Self.unit(named: rest)?.rawValue ?? Self.millions(in: rest)
        : rest.isEmpty ? Unit.yuan.rawValue : Self.millions(in: rest + " yuan"),
      let fen = number.scaled(by: factor)
    else { return nil }
    self.fen = fen
  }

  /// What may stand before an amount in yuan.
  private static let currencies = ["CNY", "RMB", "¥", "￥"]

  /// 分 in a million yuan, where that is the unit.
  private static func millions(in unit: String) -> Int64? {
    ["m yuan", "million yuan"].contains(unit) ? 1_000_000 * Unit.yuan.rawValue : nil
  }

  /// The unit written as `name`, with the short forms 万 and 亿.
  package static func unit(named name: String) -> Unit? {
    switch name {
    case "元", "人民币元", "yuan", "CNY": .yuan
    case "万元", "万", "万元人民币": .wan
    case "亿元", "亿": .yi
    default: nil
    }
  }

  /// Smaller amounts first.
  package static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }

  /// Decodes a whole number of 分.
  package init(from decoder: any Decoder) throws {
    fen = try decoder.singleValueContainer().decode(Int64.self)
  }

  /// Encodes a whole number of 分.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(fen)
  }
}
