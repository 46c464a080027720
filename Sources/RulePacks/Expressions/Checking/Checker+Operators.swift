import Quantities

extension Checker {
  /// Whether a part is a word that names nothing, and so can only be an option.
  private func isOpenWord(_ syntax: Syntax) -> Bool {
    guard case .word(let name) = syntax.form else { return false }
    return NamedDate(rawValue: name) == nil && itemField(named: name) == nil
      && !binders.contains { $0.name == name } && recordField([name]) == nil
  }

  mutating func compare(
    _ comparison: Comparison, _ left: Syntax, _ right: Syntax
  ) -> Typed? {
    guard let (a, b) = pair(left, right) else { return nil }
    guard let (first, second) = unified(a, b, right: right, left: left) else { return nil }
    if comparison.isOrdered, !first.kind.isOrdered {
      return fail(
        "not_ordered", at: left.position,
        ["found": first.kind.name, "expected": "==, !=", "name": comparison.rawValue])
    }
    return Typed(.comparison(comparison, first.node, second.node), .boolean)
  }

  /// Both sides of a comparison; a bare word waits for the type of the other side.
  private mutating func pair(_ left: Syntax, _ right: Syntax) -> (Typed, Typed)? {
    if isOpenWord(left), !isOpenWord(right) {
      guard let b = infer(right) else { return nil }
      guard let a = infer(left, hint: b.kind) else { return nil }
      return (a, b)
    }
    let a = infer(left)
    if a == nil, isOpenWord(right) { return nil }
    let b = infer(right, hint: a?.kind)
    guard let a, let b else { return nil }
    return (a, b)
  }

  /// Two parts as one type, or a mismatch at the part that is a literal, else at the right one.
  private mutating func unified(
    _ a: Typed, _ b: Typed, right: Syntax, left: Syntax
  ) -> (Typed, Typed)? {
    if let second = b.adapted(to: a.kind) { return (a, second) }
    if let first = a.adapted(to: b.kind) { return (first, b) }
    if case .choice(let own) = a.kind, case .choice(let other) = b.kind,
      own.contains(where: other.contains)
    {
      return (a, b)
    }
    if case .literal = a.node, !isLiteral(b) {
      _ = adapt(a, to: b.kind, at: left.position)
    } else {
      _ = adapt(b, to: a.kind, at: right.position)
    }
    return nil
  }

  private func isLiteral(_ typed: Typed) -> Bool {
    if case .literal = typed.node { return true }
    return false
  }

  mutating func among(_ subject: Syntax, _ options: [Syntax]) -> Typed? {
    guard let value = infer(subject) else { return nil }
    var nodes: [Node] = []
    for option in options {
      if let node = check(option, expecting: value.kind)?.node { nodes.append(node) }
    }
    guard nodes.count == options.count else { return nil }
    return Typed(.among(value.node, nodes), .boolean)
  }

  mutating func conditional(
    _ test: Syntax, _ yes: Syntax, _ no: Syntax, hint: Kind?
  ) -> Typed? {
    let condition = check(test, expecting: .boolean)
    guard let parts = alternatives([yes, no], hint: hint), let condition else { return nil }
    return Typed(
      .choice(condition.node, then: parts.nodes[0], otherwise: parts.nodes[1]), parts.kind)
  }

  /// Parts of which one is taken, all as one type.
  mutating func alternatives(
    _ syntaxes: [Syntax], hint: Kind?
  ) -> (nodes: [Node], kind: Kind)? {
    var found: [Typed] = []
    var common: Kind?
    for syntax in syntaxes {
      guard let part = infer(syntax, hint: hint ?? common) else { continue }
      found.append(part)
      guard let kind = common else {
        common = part.kind
        continue
      }
      if part.adapted(to: kind) == nil, Typed(.notApplicable, kind).adapted(to: part.kind) != nil {
        common = part.kind
      } else if kind == .any {
        common = part.kind
      }
    }
    guard found.count == syntaxes.count, let common else { return nil }
    var nodes: [Node] = []
    for (part, syntax) in zip(found, syntaxes) {
      guard let node = adapt(part, to: common, at: syntax.position)?.node else { return nil }
      nodes.append(node)
    }
    return (nodes, common)
  }

  mutating func negative(_ part: Syntax) -> Typed? {
    guard let value = infer(part) else { return nil }
    guard value.kind.zero != nil else {
      return fail(
        "type", at: part.position, ["expected": "number", "found": value.kind.name])
    }
    return Typed(.negated(value.node), value.kind)
  }

  mutating func arithmetic(
    _ operation: Arithmetic, _ left: Syntax, _ right: Syntax
  ) -> Typed? {
    let first = infer(left)
    let second = infer(right)
    guard let first, let second else { return nil }
    if let result = Self.result(of: operation, first, second) { return result }
    let expected = Self.partner(of: first.kind, for: operation)
    if let expected {
      reportMismatch(expected: expected, found: second.kind, at: right.position)
      return nil
    }
    return fail(
      "type", at: left.position,
      ["expected": "number", "found": first.kind.name, "name": operation.rawValue])
  }

  /// What is asked for beside a part, for the message.
  private static func partner(of kind: Kind, for operation: Arithmetic) -> Kind? {
    switch (operation, kind) {
    case (.add, .date), (.subtract, .date): .period
    case (.multiply, _) where kind.zero != nil: .count(.plain)
    default: kind.zero == nil && kind != .year ? nil : kind
    }
  }

  private static func result(
    of operation: Arithmetic, _ a: Typed, _ b: Typed
  ) -> Typed? {
    switch operation {
    case .add, .subtract: sum(operation, a, b)
    case .multiply: product(a, b)
    case .divide: quotient(a, b)
    }
  }

  private static func sum(_ operation: Arithmetic, _ a: Typed, _ b: Typed) -> Typed? {
    func made(_ kind: Kind, _ left: Typed, _ right: Typed) -> Typed {
      Typed(.arithmetic(operation, left.node, right.node), kind)
    }
    switch (a.kind, b.kind) {
    case (.date, .date) where operation == .subtract: return made(.count(.day), a, b)
    case (.date, .count(.day)), (.date, .count(.month)), (.date, .count(.year)), (.date, .period):
      if case .literal(.period(let period)) = b.node, period.unit == .workingDay { return nil }
      return made(.date, a, b)
    case (.year, .year) where operation == .subtract: return made(.count(.year), a, b)
    case (.year, .count(.plain)), (.year, .count(.year)), (.year, .anyCount):
      return made(.year, a, b)
    case (.count(.plain), .year) where operation == .add: return made(.year, a, b)
    default: break
    }
    if let second = b.adapted(to: a.kind), a.kind.zero != nil {
      return made(a.kind, a, second)
    }
    if let first = a.adapted(to: b.kind), b.kind.zero != nil {
      return made(b.kind, first, b)
    }
    return nil
  }

  private static func product(_ a: Typed, _ b: Typed) -> Typed? {
    let kind: Kind
    if a.kind.isBareNumber, b.kind.zero != nil {
      kind = b.kind == .anyCount ? a.kind : b.kind
    } else if b.kind.isBareNumber, a.kind.zero != nil {
      kind = a.kind
    } else {
      return nil
    }
    return Typed(.arithmetic(.multiply, a.node, b.node), kind)
  }

  static func quotient(_ a: Typed, _ b: Typed) -> Typed? {
    if case .literal(.count(let above, .plain)) = a.node,
      case .literal(.count(let below, .plain)) = b.node, let ratio = Ratio(above, over: below)
    {
      return Typed(.literal(.ratio(ratio)), .ratio)
    }
    guard a.kind.zero != nil, a.kind != .ratio || b.kind.isBareNumber || b.kind == .ratio else {
      return nil
    }
    if a.kind == .ratio { return Typed(.arithmetic(.divide, a.node, b.node), .ratio) }
    if let second = b.adapted(to: a.kind) {
      return Typed(.arithmetic(.divide, a.node, second.node), .ratio)
    }
    guard let first = a.adapted(to: b.kind) else { return nil }
    return Typed(.arithmetic(.divide, first.node, b.node), .ratio)
  }
}
