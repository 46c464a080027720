/// A floor area, kept in hundredths of a square metre.
package struct Area: Hashable, Comparable, Sendable, Codable {
  /// The area in 1/100 平方米.
  package let hundredths: Int64

  /// An area of so many hundredths of a square metre.
  package init(hundredths: Int64) { self.hundredths = hundredths }

  /// Reads an area with its unit: `1200 平方米`, `920 ㎡`, `0.5 万平方米`; in English `1,200 sq m`.
  ///
  /// - Returns: nil where number or unit is missing, or finer than 1/100 平方米.
  package init?(parsing text: String) {
    guard let (number, rest) = DecimalText.leading(in: text),
      let factor = Self.factor(of: rest == "sq m" ? "m2" : rest),
      let value = number.scaled(by: factor)
    else { return nil }
    hundredths = value
  }

  /// Hundredths of a square metre in the unit written as `name`.
  package static func factor(of name: String) -> Int64? {
    switch name {
    case "平方米", "㎡", "m²", "m2", "平米": 100
    case "万平方米", "万㎡": 1_000_000
    default: nil
    }
  }

  /// Smaller areas first.
  package static func < (left: Area, right: Area) -> Bool { left.hundredths < right.hundredths }

  /// Decodes a whole number of hundredths.
  package init(from decoder: any Decoder) throws {
    hundredths = try decoder.singleValueContainer().decode(Int64.self)
  }

  /// Encodes a whole number of hundredths.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hundredths)
  }
}
