import Quantities

/// The type of a part of an expression while it is checked.
///
/// It says a little more than `ValueType`: what `count(…)` counts takes the unit of what it meets,
/// and `not_applicable` can stand for anything.
enum Kind: Hashable, Sendable {
  case boolean
  case count(CountUnit)
  /// The number of rows, of whatever unit is asked for.
  case anyCount
  case year
  case money
  case area
  case ratio
  case date
  case period
  case text
  case choice([String])
  /// Anything.
  case any

  init(_ type: ValueType) {
    switch type {
    case .boolean: self = .boolean
    case .count(let unit): self = .count(unit)
    case .year: self = .year
    case .money: self = .money
    case .area: self = .area
    case .ratio: self = .ratio
    case .date: self = .date
    case .period: self = .period
    case .text, .lines: self = .text
    case .choice(let options): self = .choice(options)
    }
  }

  init(of value: Value) {
    switch value {
    case .boolean: self = .boolean
    case .count(_, let unit): self = .count(unit)
    case .money: self = .money
    case .area: self = .area
    case .ratio: self = .ratio
    case .date: self = .date
    case .period: self = .period
    case .text: self = .text
    case .choice(let option): self = .choice([option])
    }
  }

  var valueType: ValueType {
    switch self {
    case .boolean, .any: .boolean
    case .count(let unit): .count(unit)
    case .anyCount: .count(.plain)
    case .year: .year
    case .money: .money
    case .area: .area
    case .ratio: .ratio
    case .date: .date
    case .period: .period
    case .text: .text
    case .choice(let options): .choice(options)
    }
  }

  /// The type as packs write it.
  var name: String {
    switch self {
    case .anyCount: "count"
    case .any: "any"
    default: valueType.name
    }
  }

  /// Whether values of the type have a size, so that a wrong one is a matter of units.
  var isQuantity: Bool {
    switch self {
    case .count, .anyCount, .year, .money, .area, .ratio, .period: true
    case .boolean, .date, .text, .choice, .any: false
    }
  }

  /// Whether values of the type stand in an order.
  var isOrdered: Bool { isQuantity || self == .date || self == .any }

  /// Whether it can be a factor: a bare number.
  var isBareNumber: Bool { self == .count(.plain) || self == .anyCount }

  /// The value that sums begin with; nil where the type has none.
  var zero: Value? {
    switch self {
    case .count(let unit): .count(0, unit)
    case .anyCount: .count(0, .plain)
    case .money: .money(Money(fen: 0))
    case .area: .area(Area(hundredths: 0))
    case .ratio: Ratio(0, over: 1).map(Value.ratio)
    default: nil
    }
  }
}

/// A checked part of an expression.
struct Typed {
  var node: Node
  var kind: Kind

  init(_ node: Node, _ kind: Kind) {
    self.node = node
    self.kind = kind
  }
}
