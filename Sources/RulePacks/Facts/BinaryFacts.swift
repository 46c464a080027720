import Quantities

/// The facts of one case as one compact row of bytes.
///
/// Each fact is the number of its path, a tag, and the value; numbers have as many bytes as they
/// need. A path's number is what `fact_paths` gives it.
package struct BinaryFacts: Hashable, Sendable {
  /// The row.
  package let bytes: [UInt8]

  /// A row as it was stored.
  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// Arranges facts; `number` gives the number of a path.
  package init(_ facts: Facts, number: (FactPath) throws -> Int64) rethrows {
    var order: [(number: Int64, place: Facts.Index)] = []
    order.reserveCapacity(facts.count)
    for place in facts.indices { order.append((try number(facts[place].key), place)) }
    order.sort { $0.number < $1.number }
    var writer = FactWriter()
    writer.bytes.reserveCapacity(16 * order.count)
    for (number, place) in order { writer.write(number, facts[place].value) }
    bytes = writer.bytes
  }

  /// Arranges facts of which the numbers are known; nil where one has none.
  package init?(_ facts: Facts, numbers: [FactPath: Int64]) {
    var isComplete = true
    self.init(facts) { path in
      guard let number = numbers[path] else {
        isComplete = false
        return 0
      }
      return number
    }
    guard isComplete else { return nil }
  }

  /// Goes through the facts in the order of their numbers; a damaged rest is left out.
  package func forEach(_ body: (Int64, FactValue) throws -> Void) rethrows {
    try bytes.withUnsafeBytes { bytes in
      var row = FactRow(bytes)
      while let (number, cell) = row?.fact(), let value = cell.fact { try body(number, value) }
    }
  }

  /// All facts; `path` gives the path of a number.
  package func facts(path: (Int64) -> FactPath?) -> Facts {
    var facts: Facts = [:]
    forEach { number, value in
      if let path = path(number) { facts[path] = value }
    }
    return facts
  }
}

/// What stands before a value in a row of facts.
enum FactTag: UInt8 {
  case absent
  case no
  case yes
  case count
  case money
  case area
  case ratio
  case date
  case period
  case text
  case choice

  /// How many units of counts and of periods there are.
  static let countUnits = Int64(CountUnit.allCases.count)
  static let periodUnits = Int64(Period.Unit.allCases.count)
}

private struct FactWriter {
  var bytes: [UInt8] = []

  mutating func write(_ number: Int64, _ value: FactValue) {
    write(number)
    guard case .value(let value) = value else { return tag(.absent) }
    switch value {
    case .boolean(let flag): tag(flag ? .yes : .no)
    case .count(let count, let unit):
      tag(.count)
      write(count)
      write(Int64(CountUnit.allCases.firstIndex(of: unit) ?? 0))
    case .money(let money):
      tag(.money)
      write(money.fen)
    case .area(let area):
      tag(.area)
      write(area.hundredths)
    case .ratio(let ratio):
      tag(.ratio)
      write(ratio.numerator)
      write(ratio.denominator)
    case .date(let date):
      tag(.date)
      write(Int64(date.ordinal))
    case .period(let period):
      tag(.period)
      write(Int64(period.number))
      write(Int64(Period.Unit.allCases.firstIndex(of: period.unit) ?? 0))
    case .text(let text):
      tag(.text)
      write(text)
    case .choice(let option):
      tag(.choice)
      write(option)
    }
  }

  private mutating func tag(_ tag: FactTag) { bytes.append(tag.rawValue) }

  private mutating func write(_ text: String) {
    write(Int64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func write(_ number: Int64) { bytes.append(compact: number) }
}
