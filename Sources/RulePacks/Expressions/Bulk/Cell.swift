import Glibc
import Quantities

/// A value, or one of the ways of having none, in a fixed number of bytes.
///
/// Texts are not held: a cell points at the bytes of the row, or of the pack, which have to outlive it.
package struct Cell {
  /// What a cell holds; what has no value comes first, the gravest foremost.
  package enum Tag: UInt8 {
    case unknown
    case overZero
    case absent
    case notApplicable
    case boolean
    case count
    case money
    case area
    case ratio
    case date
    case period
    case text
    case choice
  }

  /// What it holds.
  package var tag: Tag
  /// The number, in the smallest unit; of texts the address.
  package var a: Int64
  /// The unit's place among all units, the lower part of a ratio, or the length of a text in bytes.
  package var b: Int64

  /// A cell.
  package init(_ tag: Tag, _ a: Int64 = 0, _ b: Int64 = 0) {
    self.tag = tag
    self.a = a
    self.b = b
  }

  init(_ truth: Bool) { self.init(.boolean, truth ? 1 : 0) }

  /// Whether it has a value.
  var isValue: Bool { tag.rawValue > Tag.notApplicable.rawValue }

  /// The truth of a boolean; nil for anything else.
  var truth: Bool? { tag == .boolean ? a != 0 : nil }

  /// The whole number of a count; nil for anything else.
  var number: Int64? { tag == .count ? a : nil }

  /// The cell of a text or an option whose bytes lie somewhere.
  package init(_ tag: Tag, bytes: UnsafeRawPointer, count: Int) {
    self.init(tag, Int64(Int(bitPattern: bytes)), Int64(count))
  }
}

// MARK: Texts

extension Cell {
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: Int(a)), count: Int(b))
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the text is made of characters that are the same only as the same bytes, each a
  /// character of its own: ASCII, Chinese characters, full-width brackets.
  var isPlainText: Bool {
    let bytes = bytes
    var position = 0
    while position < bytes.count {
      if position + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        if word & Self.highBits == 0, !Self.hasReturn(word) {
          position += 8
          continue
        }
      }
      let lead = bytes[position]
      if lead < 0x80 {
        guard lead != 0x0D else { return false }
        position += 1
        continue
      }
      guard position + 2 < bytes.count else { return false }
      let isBracket =
        lead == 0xEF && bytes[position + 1] == 0xBC
        && (0x88...0x89).contains(bytes[position + 2])
      guard isBracket || Self.isIdeograph(bytes, at: position) else { return false }
      position += 3
    }
    return true
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Whether one of eight ASCII bytes is a carriage return.
  private static func hasReturn(_ word: UInt64) -> Bool {
    let difference = word ^ 0x0D0D_0D0D_0D0D_0D0D
    return (difference &- 0x0101_0101_0101_0101) & ~difference & highBits != 0
  }

  func isSameText(as other: Cell) -> Bool {
    if b == other.b, hasSameBytes(as: other) { return true }
    // Options are ids that the vocabulary has: they are the same only as the same bytes.
    if tag == .choice, other.tag == .choice { return false }
    if isPlainText, other.isPlainText { return false }
    return string == other.string
  }

  /// Whether the bytes of a text of the same length are the same.
  private func hasSameBytes(as other: Cell) -> Bool {
    guard b > 0, let mine = bytes.baseAddress, let others = other.bytes.baseAddress else {
      return b == 0
    }
    return memcmp(mine, others, Int(b)) == 0
  }

  /// Whether the text begins (ends) with another one, or has it in it.
  ///
  /// Texts of plain characters are compared byte by byte; full-width forms are left to the evaluator
  /// that explains, which takes them as half-width ones too.
  func has(_ part: Cell, _ place: Function) -> Bool {
    if part.isPlainText {
      if isPlain(beside: part, place), hasBytes(of: part, place) { return true }
      if isPlainText {
        if hasBytes(of: part, place) { return true }
        if !hasBrackets, !part.hasBrackets { return false }
      }
    }
    return Evaluator<Untraced>.apply(place, [.text(string), .text(part.string)]).outcome.truth
      == true
  }

  /// Whether there is a byte that only full-width forms have in a plain text.
  private var hasBrackets: Bool { bytes.contains(0xEF) }

  /// Whether the character next to a part of plain text at the beginning or the end is a plain one
  /// too, so that it does not change the part's own.
  private func isPlain(beside part: Cell, _ place: Function) -> Bool {
    let rest = Int(b - part.b)
    guard rest > 0, part.b > 0 else { return rest == 0 }
    let bytes = bytes
    switch place {
    case .startsWith:
      let first = bytes[Int(part.b)]
      return first < 0x80 ? first != 0x0D : Self.isIdeograph(bytes, at: Int(part.b))
    case .endsWith:
      let last = bytes[rest - 1]
      return last < 0x80 ? last != 0x0D : Self.isIdeograph(bytes, at: rest - 3)
    default: return false
    }
  }

  private static func isIdeograph(_ bytes: UnsafeRawBufferPointer, at position: Int) -> Bool {
    guard position >= 0, position + 2 < bytes.count else { return false }
    let lead = bytes[position]
    return (lead == 0xE4 && bytes[position + 1] >= 0xB8) || (0xE5...0xE9).contains(lead)
  }

  private func hasBytes(of part: Cell, _ place: Function) -> Bool {
    let (text, part) = (bytes, part.bytes)
    guard part.count <= text.count else { return false }
    guard let own = text.baseAddress, let others = part.baseAddress, part.count > 0 else {
      return part.isEmpty
    }
    let last = text.count - part.count
    switch place {
    case .startsWith: return memcmp(own, others, part.count) == 0
    case .endsWith: return memcmp(own + last, others, part.count) == 0
    default: return (0...last).contains { memcmp(own + $0, others, part.count) == 0 }
    }
  }

  /// The number of characters.
  var characters: Int64 {
    guard isPlainText else { return Int64(string.count) }
    return bytes.reduce(into: 0) { count, byte in
      if byte & 0xC0 != 0x80 { count += 1 }
    }
  }
}

// MARK: Values

extension Cell {
  /// The value; nil where there is none.
  package var value: Value? {
    switch tag {
    case .unknown, .overZero, .absent, .notApplicable: nil
    case .boolean: .boolean(a != 0)
    case .count: .count(a, Units.counts[Int(b)])
    case .money: .money(Money(fen: a))
    case .area: .area(Area(hundredths: a))
    case .ratio: Ratio(a, over: b).map { .ratio($0) }
    case .date: .date(CalendarDate(ordinal: Int32(clamping: a)))
    case .period: .period(Period(Int(a), Units.periods[Int(b)]))
    case .text: .text(string)
    case .choice: .choice(string)
    }
  }

  /// What a step of the evaluator that explains came to; texts have no place here.
  init(_ reading: Reading) {
    switch reading.outcome {
    case .unknown: self.init(.unknown)
    case .absent: self.init(reading.isOverZero ? .overZero : .absent)
    case .notApplicable: self.init(.notApplicable)
    case .value(let value): self = Cell(value) ?? Cell(.unknown)
    }
  }

  /// A value that is no text.
  package init?(_ value: Value) {
    switch value {
    case .boolean(let flag): self.init(flag)
    case .count(let number, let unit): self.init(.count, number, Units.place(of: unit))
    case .money(let money): self.init(.money, money.fen)
    case .area(let area): self.init(.area, area.hundredths)
    case .ratio(let ratio): self.init(.ratio, ratio.numerator, ratio.denominator)
    case .date(let date): self.init(.date, Int64(date.ordinal))
    case .period(let period):
      self.init(
        .period, Int64(period.number), Int64(Units.periods.firstIndex(of: period.unit) ?? 0))
    case .text, .choice: return nil
    }
  }

  /// How two values stand to each other, as `Value.order(to:)` says.
  func order(to other: Cell) -> Int? {
    guard tag == other.tag else { return nil }
    switch tag {
    case .boolean: return a == other.a ? 0 : 1
    case .count where b == other.b, .money, .area, .date:
      return a < other.a ? -1 : a == other.a ? 0 : 1
    case .ratio: return compareProducts(a, other.b, other.a, b)
    case .text, .choice: return isSameText(as: other) ? 0 : 1
    default:
      guard let mine = value, let others = other.value else { return nil }
      return mine.order(to: others)
    }
  }

  /// Two values joined, as `Value.combined(_:_:)` joins them.
  func combined(_ operation: Arithmetic, _ other: Cell) -> Cell {
    if tag == other.tag, tag == .money || tag == .area, operation != .divide {
      let result =
        switch operation {
        case .add: a.addingReportingOverflow(other.a)
        case .subtract: a.subtractingReportingOverflow(other.a)
        default: a.multipliedReportingOverflow(by: other.a)
        }
      return result.overflow ? Cell(.unknown) : Cell(tag, result.partialValue)
    }
    guard let mine = value, let others = other.value else { return Cell(.unknown) }
    return Cell(mine.combined(operation, others))
  }
}

/// The units by their places, as rows of facts number them.
private enum Units {
  static let counts = CountUnit.allCases
  static let periods = Period.Unit.allCases

  static func place(of unit: CountUnit) -> Int64 { Int64(counts.firstIndex(of: unit) ?? 0) }
}

extension Cell {
  private static let yearUnit = Units.place(of: .year)
  private static let plainUnit = Units.place(of: .plain)
  private static let characterUnit = Units.place(of: .character)

  /// A number of years, or a year.
  static func years(_ number: Int64) -> Cell { Cell(.count, number, yearUnit) }

  /// A number without a unit.
  static func plain(_ number: Int64) -> Cell { Cell(.count, number, plainUnit) }

  /// A number of characters.
  static func characters(_ number: Int64) -> Cell { Cell(.count, number, characterUnit) }
}
