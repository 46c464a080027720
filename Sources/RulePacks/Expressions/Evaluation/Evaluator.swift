import Quantities

/// Walks a checked tree over one scope.
struct Evaluator<Kept: Trace> {
  /// The row, or the year, that a selection is at.
  struct Item {
    var key: Int64
    var row: FactSheet.Row?
  }

  let scope: Scope
  var items: [Item] = []

  init(_ scope: Scope) { self.scope = scope }

  /// What a step comes to.
  mutating func read(_ node: Node, _ trace: inout Kept) -> Reading {
    switch node {
    case .literal(let value):
      let reading = Reading(value)
      trace.add(.literal, value.written, reading)
      return reading
    case .notApplicable:
      let reading = Reading(.notApplicable)
      trace.add(.literal, "not_applicable", reading)
      return reading
    case .fact(let path):
      let reading = Reading(scope.facts[path], path: path)
      trace.add(.fact, path, reading)
      return reading
    case .cell(let column, let row): return cell(column, row, &trace)
    case .latest(let column, let through): return latest(column, through, &trace)
    case .item(let slot, let column):
      let item = items[slot]
      return field(column, of: item.row, key: item.key, &trace)
    case .itemKey(let slot):
      let reading = Reading(.count(items[slot].key, .year))
      trace.add(.literal, String(items[slot].key), reading)
      return reading
    case .input, .practice, .question, .dateQuestion, .date, .passes: return given(node, &trace)
    case .defined(let name, let part):
      var parts = Kept()
      let reading = read(part, &parts)
      trace.add(.definition, name, reading, parts)
      return reading
    case .negated(let part):
      return step(.arithmetic, "-", part, &trace) { $0.negated }
    case .arithmetic(let operation, let left, let right):
      return join(.arithmetic, operation.rawValue, left, right, &trace) { a, b in
        a.combined(operation, b)
      }
    case .comparison(let comparison, let left, let right):
      return compare(comparison, left, right, &trace)
    case .among(let subject, let options): return among(subject, options, &trace)
    case .all(let parts): return tests(parts, "and", stopsAt: false, &trace)
    case .any(let parts): return tests(parts, "or", stopsAt: true, &trace)
    case .not(let part):
      return step(.logic, "not", part, &trace) { value in
        guard case .boolean(let flag) = value else { return Reading(.unknown([])) }
        return Reading(!flag)
      }
    case .choice(let test, let yes, let no): return choose(test, yes, no, &trace)
    case .call(let function, let parts): return call(function, parts, &trace)
    case .each(let selection, let test): return each(selection, test, &trace)
    case .aggregate(let aggregate, let selection, let value, let zero):
      return self.aggregate(aggregate, selection, value, zero, &trace)
    }
  }

  // MARK: One part, two parts

  private mutating func step(
    _ kind: Explanation.Kind, _ text: String, _ part: Node, _ trace: inout Kept,
    _ body: (Value) -> Reading
  ) -> Reading {
    var parts = Kept()
    let inner = read(part, &parts)
    let reading = inner.value.map { body($0).along(with: inner) } ?? inner
    trace.add(kind, text, reading, parts)
    return reading
  }

  private mutating func join(
    _ kind: Explanation.Kind, _ text: String, _ left: Node, _ right: Node,
    _ trace: inout Kept, _ body: (Value, Value) -> Reading
  ) -> Reading {
    var parts = Kept()
    let a = read(left, &parts)
    let b = read(right, &parts)
    var reading: Reading
    if let first = a.value, let second = b.value {
      reading = body(first, second)
      reading.isPartial = a.isPartial || b.isPartial
    } else {
      reading = Reading.lacking(a, b)
    }
    trace.add(kind, text, reading, parts)
    return reading
  }

  private mutating func compare(
    _ comparison: Comparison, _ left: Node, _ right: Node, _ trace: inout Kept
  ) -> Reading {
    var parts = Kept()
    let a = read(left, &parts)
    let b = read(right, &parts)
    var reading: Reading
    if let first = a.value, let second = b.value {
      if let order = first.order(to: second) {
        reading = Reading(comparison.holds(order))
        reading.isPartial = a.isPartial || b.isPartial
      } else {
        reading = .failed(.incomparable)
      }
    } else {
      reading = Reading.lacking(a, b)
      if reading.isOverZero { reading.outcome = .value(.boolean(false)) }
    }
    trace.add(
      .comparison, comparison.rawValue, reading, parts,
      shortfall: Shortfall.of(comparison, reading, parts.steps))
    return reading
  }

  private mutating func among(
    _ subject: Node, _ options: [Node], _ trace: inout Kept
  ) -> Reading {
    var parts = Kept()
    let value = read(subject, &parts)
    var found = false
    var lack = Lack()
    let hasValue = lack.add(value)
    for option in options {
      let other = read(option, &parts)
      guard lack.add(other), hasValue, let a = value.value, let b = other.value else { continue }
      if a.order(to: b) == 0 { found = true }
    }
    var reading = found ? Reading(true) : lack.reading ?? Reading(false)
    if reading.isOverZero { reading.outcome = .value(.boolean(false)) }
    reading.isPartial = lack.isPartial
    trace.add(.comparison, "in", reading, parts)
    return reading
  }

  // MARK: Logic

  private mutating func tests(
    _ tests: [Node], _ word: String, stopsAt decisive: Bool, _ trace: inout Kept
  ) -> Reading {
    var parts = Kept()
    var lack = Lack()
    var decided: Reading?
    for test in tests {
      let reading = read(test, &parts)
      guard lack.add(reading) else { continue }
      if decided == nil, reading.outcome.truth == decisive {
        decided = reading
        if !Kept.isKept { break }
      }
    }
    let reading =
      decided ?? lack.reading ?? Reading(.value(.boolean(!decisive)), isPartial: lack.isPartial)
    trace.add(.logic, word, reading, parts)
    return reading
  }

  private mutating func choose(
    _ test: Node, _ yes: Node, _ no: Node, _ trace: inout Kept
  ) -> Reading {
    var parts = Kept()
    let condition = read(test, &parts)
    let reading: Reading
    if let truth = condition.outcome.truth {
      reading = read(truth ? yes : no, &parts)
    } else {
      reading = condition
    }
    trace.add(.logic, "if", reading, parts)
    return reading
  }
}

extension Reading {
  /// What two steps come to of which at least one has no value.
  static func lacking(_ a: Reading, _ b: Reading) -> Reading {
    var lack = Lack()
    _ = lack.add(a)
    _ = lack.add(b)
    return lack.reading ?? Reading(.unknown([]))
  }
}
