import Quantities

extension Checker {
  /// Where rows come from, and the table or list that they belong to (nil for years).
  private struct RowSource {
    var source: Selection.Source
    var group: Vocabulary.Group?
  }

  private mutating func rows(_ syntax: Syntax) -> RowSource? {
    switch syntax.form {
    case .call("window", let arguments): return window(arguments, at: syntax)
    case .call("years", let arguments):
      guard arguments.count == 2, arguments.allSatisfy(\.isPlain) else {
        report(
          "arity", at: syntax.position,
          ["name": "years", "expected": "2", "found": String(arguments.count)])
        return nil
      }
      let first = check(arguments[0].value, expecting: .year)
      let last = check(arguments[1].value, expecting: .year)
      guard let first, let last else { return nil }
      return RowSource(source: .years(first.node, last.node), group: nil)
    default:
      guard let group = group(of: syntax) else { return nil }
      return RowSource(
        source: .rows(group: group.name, isKeyed: group.isKeyed), group: group)
    }
  }

  private mutating func window(
    _ arguments: [Syntax.Argument], at syntax: Syntax
  ) -> RowSource? {
    let table = arguments.first { $0.label == nil }
    let count = arguments.first { $0.label == "years" }
    let ending = arguments.first { $0.label == "ending" }
    guard arguments.count == 3, let table, let count, let ending else {
      report(
        "arity", at: syntax.position,
        [
          "name": "window", "expected": "TABLE, years: N, ending: YEAR",
          "found": String(arguments.count),
        ])
      return nil
    }
    let group = group(of: table.value)
    let years = check(count.value, expecting: .count(.plain))
    let last = check(ending.value, expecting: .year)
    guard let group, let years, let last else { return nil }
    guard group.isKeyed else {
      report("not_a_table", at: table.position, ["name": group.name])
      return nil
    }
    return RowSource(
      source: .window(group: group.name, years: years.node, ending: last.node), group: group)
  }

  /// The rows of an argument, and a formula over each of them.
  private mutating func selecting<Result>(
    _ argument: Syntax.Argument, from syntax: Syntax,
    _ formula: (inout Checker, Int, Vocabulary.Group?) -> Result?
  ) -> (Selection, Result)? {
    if let name = argument.binder, environment.definitions[name] != nil {
      report("binder_taken", at: argument.position, ["name": name])
      return nil
    }
    guard let source = rows(syntax) else { return nil }
    let slot = binders.count
    binders.append(Binder(name: argument.binder, group: source.group))
    defer { binders.removeLast() }
    var filter: Node?
    var failed = false
    if let test = argument.filter {
      filter = check(test, expecting: .boolean)?.node
      failed = filter == nil
    }
    guard let result = formula(&self, slot, source.group), !failed else { return nil }
    return (Selection(source: source.source, slot: slot, filter: filter), result)
  }

  /// `each x in ROWS: TEST` and `every(ROWS, TEST)`.
  mutating func every(_ argument: Syntax.Argument, testing test: Syntax?) -> Typed? {
    guard let test else {
      return fail("syntax", at: argument.position, ["expected": ":", "found": ""])
    }
    let selected = selecting(argument, from: argument.value) { checker, _, _ in
      checker.check(test, expecting: .boolean)
    }
    return selected.map { Typed(.each($0.0, $0.1.node), .boolean) }
  }

  /// A function of rows.
  mutating func aggregate(
    _ aggregate: Aggregate, _ arguments: [Syntax.Argument], at syntax: Syntax
  ) -> Typed? {
    guard arguments.count == 1, let argument = arguments.first, argument.label == nil else {
      return fail(
        "arity", at: syntax.position,
        ["name": aggregate.rawValue, "expected": "1", "found": String(arguments.count)])
    }
    switch aggregate {
    case .sum, .min, .max: return fold(aggregate, argument)
    case .count, .exists: return counting(aggregate, argument)
    case .longestRun:
      guard let test = argument.body else {
        return fail(
          "syntax", at: argument.position, ["expected": "y in years(A, B): TEST", "found": ""])
      }
      let selected = selecting(argument, from: argument.value) { checker, _, _ in
        checker.check(test, expecting: .boolean)
      }
      return selected.map {
        Typed(.aggregate(.longestRun, $0.0, $0.1.node, zero: .count(0, .year)), .count(.year))
      }
    }
  }

  /// `count` and `exists`; a test after `:` is one more filter.
  private mutating func counting(
    _ aggregate: Aggregate, _ argument: Syntax.Argument
  ) -> Typed? {
    let selected = selecting(argument, from: argument.value) { checker, _, _ -> Node?? in
      guard let body = argument.body else { return .some(nil) }
      return checker.check(body, expecting: .boolean).map { .some($0.node) }
    }
    guard case (var selection, let test)? = selected else { return nil }
    if let test {
      selection.filter = selection.filter.map { .all([$0, test]) } ?? test
    }
    return aggregate == .count
      ? Typed(.aggregate(.count, selection, nil, zero: .count(0, .plain)), .anyCount)
      : Typed(.aggregate(.exists, selection, nil, zero: nil), .boolean)
  }

  /// `sum`, `min` and `max` of a column, or of a formula over rows.
  private mutating func fold(_ aggregate: Aggregate, _ argument: Syntax.Argument) -> Typed? {
    let selected: (Selection, Typed)?
    if let body = argument.body {
      selected = selecting(argument, from: argument.value) { checker, _, _ in
        checker.infer(body)
      }
    } else if case .member(let base, let name) = argument.value.form {
      selected = selecting(argument, from: base) { checker, slot, group in
        guard let group else { return nil }
        return checker.field(name, of: group, at: argument.value).map {
          checker.itemValue(slot, group, $0)
        }
      }
    } else {
      return fail("not_a_column", at: argument.position, ["name": aggregate.rawValue])
    }
    guard let (selection, value) = selected else { return nil }
    let suits = aggregate == .sum ? value.kind.zero != nil : value.kind.isOrdered
    guard suits else {
      return fail(
        "type", at: argument.position,
        ["expected": "number", "found": value.kind.name, "name": aggregate.rawValue])
    }
    return Typed(
      .aggregate(
        aggregate, selection, value.node, zero: aggregate == .sum ? value.kind.zero : nil),
      value.kind)
  }
}
