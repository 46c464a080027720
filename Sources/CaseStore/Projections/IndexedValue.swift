import Quantities
import RulePacks

/// A value as the index over facts has it: equal values, equal texts, however they were typed.
///
/// The text begins with a letter for the kind of value and a colon.
struct IndexedValue: Hashable, Sendable {
  /// What stands in the table.
  let text: String

  private static let textTag = "t:"
  private static let dateTag = "d:"
  /// The letter and the colon.
  private static let tagLength = 2

  /// A value; nil for what is known to be absent.
  init?(_ fact: FactValue) {
    guard case .value(let value) = fact else { return nil }
    self.init(value)
  }

  /// A value.
  init(_ value: Value) {
    switch value {
    case .text(let text), .choice(let text):
      self.text = Self.textTag + TextFolding.comparisonKey(text)
    default: text = value.canonical
    }
  }

  private init(text: String) { self.text = text }

  /// The value by its first characters alone; nil where it has fewer of them.
  func beginning(_ count: Int) -> IndexedValue? {
    let beginning = text.prefix(Self.tagLength + count)
    return beginning.count == Self.tagLength + count ? IndexedValue(text: String(beginning)) : nil
  }

  /// The end of the values that begin with this one, itself no longer one of them.
  var afterAllThatBeginSo: String { text + "\u{10FFFF}" }

  // MARK: Which comes first

  /// Whether it comes before another of its kind: dates by the day, amounts by their number.
  func isBefore(_ other: IndexedValue) -> Bool {
    other.isDate ? text < other.text : number < other.number
  }

  /// SQL that says whether the value of a column comes before this one, which is its argument.
  func comparison(ofEarlier column: String) -> String {
    func number(_ text: String) -> String {
      "CAST(substr(\(text), \(Self.tagLength + 1)) AS INTEGER)"
    }
    return isDate ? "\(column) < ?" : "\(number(column)) < \(number("?"))"
  }

  private var isDate: Bool { text.hasPrefix(Self.dateTag) }

  /// The number that an amount begins with; 0 for anything else.
  private var number: Int64 {
    let digits = text.utf8.dropFirst(Self.tagLength)
    let isNegative = digits.first == UInt8(ascii: "-")
    var value: Int64 = 0
    for byte in isNegative ? digits.dropFirst() : digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { break }
      value = value &* 10 &+ Int64(byte - UInt8(ascii: "0"))
    }
    return isNegative ? -value : value
  }
}
