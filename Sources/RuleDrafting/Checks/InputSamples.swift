import Quantities
import RulePacks

/// The values of an input at which tests over it can change: every boundary that they name, and one
/// value on either side of it.
///
/// Between two of them no comparison with a boundary changes, so what holds of all of them holds of
/// every value.
struct InputSamples {
  /// The values, in their order; none where the tests name no boundary.
  let values: [Value]

  /// The values of an input, for tests that name the given boundaries.
  init(of input: Input, boundaries: [Value]) {
    switch input.type {
    case .boolean: values = [.boolean(false), .boolean(true)]
    case .choice(let options): values = options.map(Value.choice)
    case .year, .count:
      let unit: CountUnit = if case .count(let unit) = input.type { unit } else { .year }
      let numbers = boundaries.compactMap { value -> Int64? in
        if case .count(let number, _) = value { number } else { nil }
      }
      let range = (input.minimum ?? 0)...max(input.minimum ?? 0, input.maximum ?? .max)
      let edges = numbers.isEmpty ? [] : [input.minimum, input.maximum].compactMap(\.self)
      values = Set(Self.around(numbers) + edges).filter { range.contains($0) }.sorted()
        .map { .count($0, unit) }
    case .money:
      let fen = boundaries.compactMap { value -> Int64? in
        if case .money(let money) = value { money.fen } else { nil }
      }
      values = Self.around(fen).filter { $0 >= 0 }.map { .money(Money(fen: $0)) }
    case .area:
      let hundredths = boundaries.compactMap { value -> Int64? in
        if case .area(let area) = value { area.hundredths } else { nil }
      }
      values = Self.around(hundredths).filter { $0 >= 0 }.map { .area(Area(hundredths: $0)) }
    case .date:
      let days = boundaries.compactMap { value -> Int64? in
        if case .date(let date) = value { Int64(date.ordinal) } else { nil }
      }
      values = Self.around(days).compactMap { Int32(exactly: $0) }
        .map { .date(CalendarDate(ordinal: $0)) }
    case .ratio:
      values = Self.around(
        boundaries.compactMap { value -> Ratio? in
          if case .ratio(let ratio) = value { ratio } else { nil }
        }
      ).map(Value.ratio)
    case .period, .text, .lines: values = []
    }
  }

  /// Numbers with their neighbours.
  private static func around(_ numbers: [Int64]) -> [Int64] {
    Set(numbers.flatMap { [$0.subtractingReportingOverflow(1).partialValue, $0, $0 &+ 1] })
      .sorted()
  }

  /// Ratios with one below, above and between each two.
  private static func around(_ ratios: [Ratio]) -> [Ratio] {
    let sorted = Set(ratios).sorted()
    guard let first = sorted.first, let last = sorted.last, let none = Ratio(0, over: 1),
      let whole = Ratio(1, over: 1), let twice = Ratio(2, over: 1)
    else { return [] }
    var found = [middle(none, first)]
    for (index, ratio) in sorted.enumerated() {
      found.append(ratio)
      if index > 0 { found.append(middle(sorted[index - 1], ratio)) }
    }
    found.append(last < whole ? middle(last, whole) : last < twice ? twice : nil)
    return Set(found.compactMap(\.self)).sorted()
  }

  /// The ratio half-way between two; nil where it leaves the range.
  private static func middle(_ one: Ratio, _ other: Ratio) -> Ratio? {
    let left = one.numerator.multipliedReportingOverflow(by: other.denominator)
    let right = other.numerator.multipliedReportingOverflow(by: one.denominator)
    let below = one.denominator.multipliedReportingOverflow(by: other.denominator)
    let sum = left.partialValue.addingReportingOverflow(right.partialValue)
    let double = below.partialValue.multipliedReportingOverflow(by: 2)
    guard !left.overflow, !right.overflow, !below.overflow, !sum.overflow, !double.overflow
    else { return nil }
    return Ratio(sum.partialValue, over: double.partialValue)
  }
}
