import Quantities

extension Value: Codable {
  /// Decodes the compact form: booleans as they are, everything else as a tagged text.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    // Texts first: nearly every value is one, and a failed attempt is dear.
    guard let text = try? container.decode(String.self) else {
      self = .boolean(try container.decode(Bool.self))
      return
    }
    guard let value = Value(canonical: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a value: \(text)")
    }
    self = value
  }

  /// Encodes the compact form.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if case .boolean(let flag) = self {
      try container.encode(flag)
    } else {
      try container.encode(canonical)
    }
  }

  /// The stable text of a value: a tag, a colon, the value.
  ///
  /// It is what events and hashes hold.
  package var canonical: String {
    switch self {
    case .boolean(let flag): flag ? "b:true" : "b:false"
    case .count(let number, let unit): "n:\(number) \(unit.rawValue)"
    case .money(let money): "m:\(money.fen)"
    case .area(let area): "a:\(area.hundredths)"
    case .ratio(let ratio): "r:\(ratio.numerator)/\(ratio.denominator)"
    case .date(let date): "d:\(date)"
    case .period(let period): "p:\(period.number) \(period.unit.rawValue)"
    case .text(let text): "t:" + text
    case .choice(let option): "c:" + option
    }
  }

  /// The stable text without the tag of its kind: `province`, `true`, `2026-03-02`.
  package var untagged: String { String(canonical.dropFirst(2)) }

  /// Reads the stable text of a value.
  package init?(canonical: String) {
    guard canonical.utf8.dropFirst().first == UInt8(ascii: ":") else { return nil }
    let bytes = canonical.utf8
    let body = String(canonical[bytes.index(bytes.startIndex, offsetBy: 2)...])
    switch bytes.first {
    case UInt8(ascii: "b"): self = .boolean(body == "true")
    case UInt8(ascii: "n"):
      guard let (number, name) = Self.measure(body), let unit = CountUnit(rawValue: name) else {
        return nil
      }
      self = .count(number, unit)
    case UInt8(ascii: "m"):
      guard let fen = Int64(body) else { return nil }
      self = .money(Money(fen: fen))
    case UInt8(ascii: "a"):
      guard let hundredths = Int64(body) else { return nil }
      self = .area(Area(hundredths: hundredths))
    case UInt8(ascii: "r"):
      guard let ratio = Ratio(parsing: body) else { return nil }
      self = .ratio(ratio)
    case UInt8(ascii: "d"):
      guard let date = CalendarDate(parsing: body) else { return nil }
      self = .date(date)
    case UInt8(ascii: "p"):
      guard let (number, name) = Self.measure(body), let unit = Period.Unit(rawValue: name),
        let length = Int(exactly: number)
      else { return nil }
      self = .period(Period(length, unit))
    case UInt8(ascii: "t"): self = .text(body)
    case UInt8(ascii: "c"): self = .choice(body)
    default: return nil
    }
  }

  /// A number and the name of its unit, with a blank between them.
  private static func measure(_ body: String) -> (Int64, String)? {
    guard let blank = body.utf8.firstIndex(of: UInt8(ascii: " ")),
      let number = Int64(body[..<blank])
    else { return nil }
    return (number, String(body[body.utf8.index(after: blank)...]))
  }
}
