import Quantities

extension Typed {
  /// The same part as the type asked for, where it can stand for it without being guessed at.
  ///
  /// A plain literal stands for a year, a ratio or a score, `3 年` for a period or a year, the number of
  /// rows for any count, a text in quotes for an option.
  func adapted(to target: Kind) -> Typed? {
    if kind == target { return self }
    switch (kind, target) {
    case (.any, _): return Typed(node, target)
    case (_, .any): return self
    case (.anyCount, .count(.point)): return nil
    case (.anyCount, .count(let unit)): return Typed(node.counting(unit), target)
    case (.anyCount, .year): return Typed(node, target)
    case (.choice(let own), .choice(let asked)):
      return own.allSatisfy(asked.contains) ? Typed(node, target) : nil
    case (.text, .choice(let options)):
      guard case .literal(.text(let option)) = node, options.contains(option) else { return nil }
      return Typed(.literal(.choice(option)), target)
    case (.count(.plain), _): return adaptedFromPlain(to: target)
    case (.count(let unit), _): return adaptedFromCount(of: unit, to: target)
    default: return nil
    }
  }

  private func adaptedFromPlain(to target: Kind) -> Typed? {
    guard case .literal(.count(let number, _)) = node else { return nil }
    switch target {
    case .year: return Typed(.literal(.count(number, .year)), target)
    case .count(.point):
      let (points, overflow) = number.multipliedReportingOverflow(by: CountUnit.point.scale)
      return overflow ? nil : Typed(.literal(.count(points, .point)), target)
    case .ratio:
      return Ratio(number, over: 1).map { Typed(.literal(.ratio($0)), target) }
    default: return nil
    }
  }

  private func adaptedFromCount(of unit: CountUnit, to target: Kind) -> Typed? {
    guard case .literal(.count(let number, _)) = node else { return nil }
    switch (unit, target) {
    case (.year, .year): return self
    case (_, .period):
      guard let periodUnit = unit.periodUnit, (0...10_000).contains(number) else { return nil }
      return Typed(.literal(.period(Period(Int(number), periodUnit))), target)
    default: return nil
    }
  }
}

extension Node {
  /// The same counts, named with a unit.
  fileprivate func counting(_ unit: CountUnit) -> Node {
    switch self {
    case .aggregate(.count, let selection, let value, zero: .some):
      .aggregate(.count, selection, value, zero: .count(0, unit))
    case .aggregate(.longestRun, let selection, let value, zero: .some):
      .aggregate(.longestRun, selection, value, zero: .count(0, unit))
    case .arithmetic(let operation, let left, let right):
      .arithmetic(operation, left.counting(unit), right.counting(unit))
    case .choice(let test, let yes, let no):
      .choice(test, then: yes.counting(unit), otherwise: no.counting(unit))
    case .defined(let name, let part): .defined(name, part.counting(unit))
    case .call(.coalesce, let parts): .call(.coalesce, parts.map { $0.counting(unit) })
    default: self
    }
  }
}

extension CountUnit {
  /// The unit of a period that counts the same; nil for units that measure no time.
  var periodUnit: Period.Unit? {
    switch self {
    case .day: .day
    case .workingDay: .workingDay
    case .month: .month
    case .year: .year
    default: nil
    }
  }
}
