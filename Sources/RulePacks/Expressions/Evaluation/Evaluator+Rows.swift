import Quantities

extension Evaluator {
  /// The greatest number of years that a window or a span may have.
  private static var greatestSpan: Int64 { 200 }

  /// The rows of a selection, before its filter; or why there are none to speak of.
  private mutating func source(
    _ selection: Selection, _ parts: inout Kept
  ) -> (items: [Item], lack: Reading?) {
    switch selection.source {
    case .rows(let group, _):
      guard let rows = scope.facts.rows(of: group) else {
        return ([], Reading(.unknown([group])))
      }
      return (rows.map { Item(key: $0.key, row: $0) }, nil)
    case .window(let group, let years, let ending):
      let (count, last) = (read(years, &parts), read(ending, &parts))
      guard let count = count.number, let last = last.number else {
        return ([], .lacking(count, last))
      }
      guard (1...Self.greatestSpan).contains(count), (1...9999).contains(last) else {
        return ([], .failed(.overflow))
      }
      let rows = scope.facts.rows(of: group) ?? []
      return ((last - count + 1...last).map { Item(key: $0, row: rows.row($0)) }, nil)
    case .years(let first, let last):
      let (first, last) = (read(first, &parts), read(last, &parts))
      guard let from = first.number, let to = last.number else {
        return ([], .lacking(first, last))
      }
      guard from <= to else { return ([], nil) }
      guard (1...9999).contains(from), (1...9999).contains(to), to - from < Self.greatestSpan else {
        return ([], .failed(.overflow))
      }
      return ((from...to).map { Item(key: $0, row: nil) }, nil)
    }
  }

  /// How a row is named in an explanation.
  private func text(of item: Item, in selection: Selection) -> String {
    switch selection.source {
    case .rows(let group, _), .window(let group, _, _): "\(group)[\(item.key)]"
    case .years: String(item.key)
    }
  }

  private mutating func at(
    _ item: Item, _ body: (inout Evaluator) -> Reading
  ) -> Reading {
    items.append(item)
    defer { items.removeLast() }
    return body(&self)
  }

  /// Whether a row passes the filter; rows of which the test is absent or not applicable do not.
  ///
  /// - Returns: nil where it is unknown; what is missing is noted.
  private mutating func passes(
    _ item: Item, _ selection: Selection, _ lack: inout Lack
  ) -> Bool? {
    guard let filter = selection.filter else { return true }
    var untold = Kept()
    let reading = at(item) { $0.read(filter, &untold) }
    if case .unknown = reading.outcome {
      _ = lack.add(reading)
      return nil
    }
    return reading.outcome.truth == true
  }

  // MARK: each

  /// One result a row; rows whose result is absent or not applicable are left out.
  mutating func each(
    _ selection: Selection, _ test: Node, _ trace: inout Kept
  ) -> Reading {
    var parts = Kept()
    var unknown = Lack()
    var skipped = Lack()
    var failure: Reading?
    var hasValue = false
    var isPartial = false
    let (items, lack) = source(selection, &parts)
    if let lack {
      trace.add(.each, "each", lack, parts)
      return lack
    }
    for item in items {
      guard let isIn = passes(item, selection, &unknown) else { continue }
      guard isIn else { continue }
      var inner = Kept()
      let reading = at(item) { $0.read(test, &inner) }
      parts.add(.each, text(of: item, in: selection), reading, inner)
      isPartial = isPartial || reading.isPartial
      switch reading.outcome {
      case .value:
        hasValue = true
        if reading.outcome.truth == false { failure = failure ?? reading }
      case .unknown: _ = unknown.add(reading)
      case .absent, .notApplicable:
        isPartial = true
        _ = skipped.add(reading)
      }
      if failure != nil, !Kept.isKept { break }
    }
    var reading =
      failure ?? unknown.reading ?? (hasValue ? nil : skipped.reading) ?? Reading(true)
    reading.isPartial = isPartial
    trace.add(.each, "each", reading, parts)
    return reading
  }

  // MARK: Aggregates

  mutating func aggregate(
    _ aggregate: Aggregate, _ selection: Selection, _ value: Node?, _ zero: Value?,
    _ trace: inout Kept
  ) -> Reading {
    var parts = Kept()
    let (items, lack) = source(selection, &parts)
    let reading: Reading
    if let lack {
      reading = lack
    } else {
      switch (aggregate, value) {
      case (.longestRun, let test?): reading = longestRun(items, selection, test, &parts)
      case (.sum, let value?), (.min, let value?), (.max, let value?):
        reading = fold(aggregate, items, selection, value, zero, &parts)
      default: reading = count(aggregate, items, selection, zero, &parts)
      }
    }
    trace.add(.function, aggregate.rawValue, reading, parts)
    return reading
  }

  private mutating func count(
    _ aggregate: Aggregate, _ items: [Item], _ selection: Selection, _ zero: Value?,
    _ parts: inout Kept
  ) -> Reading {
    var lack = Lack()
    var number: Int64 = 0
    for item in items {
      let isIn = passes(item, selection, &lack)
      if isIn == true { number += 1 }
      if selection.filter != nil {
        parts.add(
          .each, text(of: item, in: selection),
          isIn.map { Reading($0) } ?? Reading(.unknown([])))
      }
    }
    if aggregate == .exists {
      return number > 0 ? Reading(true) : lack.reading ?? Reading(false)
    }
    guard case .count(_, let unit) = zero else { return Reading(.unknown([])) }
    return lack.reading ?? Reading(.count(number, unit))
  }

  private mutating func fold(
    _ aggregate: Aggregate, _ items: [Item], _ selection: Selection, _ value: Node,
    _ zero: Value?, _ parts: inout Kept
  ) -> Reading {
    var lack = Lack()
    var total = zero
    var count = 0
    var absences = 0
    var isOverZero = false
    for item in items {
      guard passes(item, selection, &lack) == true else { continue }
      let reading = at(item) { $0.read(value, &parts) }
      switch reading.outcome {
      case .value(let part):
        count += 1
        guard let sofar = total else {
          total = part
          continue
        }
        switch aggregate {
        case .sum:
          let sum = sofar.combined(.add, part)
          if sum.value == nil { _ = lack.add(sum) } else { total = sum.value }
        case .min: if let order = part.order(to: sofar), order < 0 { total = part }
        default: if let order = part.order(to: sofar), order > 0 { total = part }
        }
      case .unknown: _ = lack.add(reading)
      case .absent, .notApplicable:
        absences += 1
        isOverZero = isOverZero || reading.isOverZero
      }
    }
    if let unknown = lack.reading { return unknown }
    if isOverZero { return .overZero }
    guard let total, count > 0 || absences == 0 else { return Reading(.absent) }
    return Reading(.value(total), isPartial: absences > 0)
  }

  private mutating func longestRun(
    _ items: [Item], _ selection: Selection, _ test: Node, _ parts: inout Kept
  ) -> Reading {
    var lack = Lack()
    var (run, longest): (Int64, Int64) = (0, 0)
    for item in items {
      var untold = Kept()
      var reading = Reading(false)
      if let isIn = passes(item, selection, &lack) {
        if isIn { reading = at(item) { $0.read(test, &untold) } }
      } else {
        reading = Reading(.unknown([]))
      }
      parts.add(.each, text(of: item, in: selection), reading)
      if case .unknown = reading.outcome { _ = lack.add(reading) }
      run = reading.outcome.truth == true ? run + 1 : 0
      longest = max(longest, run)
    }
    return lack.reading ?? Reading(.count(longest, .year))
  }
}
