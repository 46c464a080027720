import Quantities

extension Checker {
  /// The names of all functions, for suggestions.
  private static let functionNames =
    Function.allCases.map(\.rawValue) + Aggregate.allCases.map(\.rawValue)
    + ["window", "years", "last", "every", "passes"]

  mutating func call(
    _ name: String, _ arguments: [Syntax.Argument], at syntax: Syntax, hint: Kind?
  ) -> Typed? {
    switch name {
    case "every": return every(arguments, at: syntax)
    case "passes": return passes(arguments, at: syntax)
    case "window", "years", "last":
      return fail("rows_as_value", at: syntax.position, ["name": name])
    default: break
    }
    let isScalar = Function(rawValue: name) != nil && arguments.count > 1
    if let aggregate = Aggregate(rawValue: name), !isScalar {
      return self.aggregate(aggregate, arguments, at: syntax)
    }
    guard let function = Function(rawValue: name) else {
      return fail(
        "unknown_function", at: syntax.position,
        [
          "name": name,
          "suggestion": Suggestion.nearest(to: name, among: Self.functionNames),
        ])
    }
    if let odd = arguments.first(where: { !$0.isPlain }) {
      return fail("syntax", at: odd.position, ["expected": "expression", "found": name])
    }
    guard function.arity.contains(arguments.count) else {
      let (least, most) = (function.arity.lowerBound, function.arity.upperBound)
      return fail(
        "arity", at: syntax.position,
        [
          "name": name,
          "expected": least == most ? "\(least)" : most > 99 ? "\(least)…" : "\(least)…\(most)",
          "found": String(arguments.count),
        ])
    }
    return scalar(function, arguments.map(\.value), at: syntax, hint: hint)
  }

  private mutating func scalar(
    _ function: Function, _ parts: [Syntax], at syntax: Syntax, hint: Kind?
  ) -> Typed? {
    switch function {
    case .year: return simple(function, parts, [.date], .year)
    case .month: return simple(function, parts, [.date], .count(.plain))
    case .date: return simple(function, parts, [.year, .count(.plain), .count(.plain)], .date)
    case .endOfMonth: return simple(function, parts, [.year, .count(.plain)], .date)
    case .workday:
      // Conditions and grounds are evaluated in bulk, where there is no calendar.
      guard environment.allowsPasses else {
        return fail("workday_outside_guard", at: syntax.position)
      }
      return simple(function, parts, [.date], .date)
    case .startsWith, .endsWith, .contains:
      return simple(function, parts, [.text, .text], .boolean)
    case .length: return simple(function, parts, [.text], .count(.character))
    case .known, .absent: return presence(function, parts[0])
    case .coalesce, .min, .max:
      guard let same = alternatives(parts, hint: hint) else { return nil }
      guard function == .coalesce || same.kind.isOrdered else {
        return fail(
          "type", at: parts[0].position,
          ["expected": "number", "found": same.kind.name, "name": function.rawValue])
      }
      return Typed(.call(function, same.nodes), same.kind)
    case .ratio:
      let above = infer(parts[0])
      let below = infer(parts[1])
      guard let above, let below else { return nil }
      guard let quotient = Self.quotient(above, below) else {
        reportMismatch(expected: above.kind, found: below.kind, at: parts[1].position)
        return nil
      }
      guard case .arithmetic(.divide, let first, let second) = quotient.node else {
        return quotient
      }
      return Typed(.call(.ratio, [first, second]), .ratio)
    }
  }

  private mutating func simple(
    _ function: Function, _ parts: [Syntax], _ kinds: [Kind], _ result: Kind
  ) -> Typed? {
    var nodes: [Node] = []
    for (part, kind) in zip(parts, kinds) {
      if let node = check(part, expecting: kind)?.node { nodes.append(node) }
    }
    return nodes.count == parts.count ? Typed(.call(function, nodes), result) : nil
  }

  /// `known` and `absent`, of a value or of a whole table or list.
  private mutating func presence(_ function: Function, _ part: Syntax) -> Typed? {
    if let names = part.dottedNames, case let name = names.joined(separator: "."),
      let group = vocabulary.group(name), group.shape != .record, !name.isEmpty
    {
      facts.insert(name)
      let selection = Selection(
        source: .rows(group: name, isKeyed: group.isKeyed), slot: binders.count, filter: nil)
      let count = Node.aggregate(.count, selection, nil, zero: .count(0, .plain))
      return function == .known
        ? Typed(.call(.known, [count]), .boolean)
        : Typed(.call(.absent, [.fact(name)]), .boolean)
    }
    return infer(part).map { Typed(.call(function, [$0.node]), .boolean) }
  }

  private mutating func every(_ arguments: [Syntax.Argument], at syntax: Syntax) -> Typed? {
    guard let rows = arguments.first, rows.label == nil else {
      return fail("arity", at: syntax.position, ["name": "every", "expected": "2", "found": "0"])
    }
    if arguments.count == 1 { return every(rows, testing: rows.body) }
    guard arguments.count == 2, arguments[1].isPlain else {
      return fail(
        "arity", at: syntax.position,
        ["name": "every", "expected": "2", "found": String(arguments.count)])
    }
    return every(rows, testing: arguments[1].value)
  }

  private mutating func passes(_ arguments: [Syntax.Argument], at syntax: Syntax) -> Typed? {
    guard environment.allowsPasses else {
      return fail("passes_outside_guard", at: syntax.position)
    }
    guard arguments.count == 1, let argument = arguments.first, argument.isPlain,
      case .word(let name) = argument.value.form
    else {
      return fail(
        "arity", at: syntax.position,
        ["name": "passes", "expected": "1", "found": String(arguments.count)])
    }
    guard let moment = Moment(rawValue: name) else {
      let moments = Moment.allCases.map(\.rawValue)
      return fail(
        "unknown_moment", at: argument.position,
        [
          "name": name, "expected": moments.joined(separator: ", "),
          "suggestion": Suggestion.nearest(to: name, among: moments),
        ])
    }
    return Typed(.passes(moment), .boolean)
  }
}

extension Function {
  /// How many arguments it takes.
  fileprivate var arity: ClosedRange<Int> {
    switch self {
    case .year, .month, .workday, .length, .known, .absent: 1...1
    case .endOfMonth, .ratio, .startsWith, .endsWith, .contains: 2...2
    case .date: 3...3
    case .coalesce, .min, .max: 2...100
    }
  }
}
