extension Checker {
  /// How deep definitions may use each other.
  static let mostNested = 8
  /// How many definitions one expression may come to, those within others counted each time.
  static let mostExpansions = 256

  /// What a definition says, checked with the names that there are where it is used.
  ///
  /// What is wrong within it is reported at the place of use; rows that are being looked at there are
  /// none of its own.
  mutating func defined(_ definition: Definition, at syntax: Syntax, hint: Kind?) -> Typed? {
    guard !expanding.contains(definition.id) else {
      return fail(
        "definition_cycle", at: syntax.position,
        ["name": (expanding + [definition.id]).joined(separator: " → ")])
    }
    expansions += 1
    guard expanding.count < Self.mostNested, expansions <= Self.mostExpansions else {
      return fail("too_deep", at: syntax.position, ["limit": String(Self.mostNested)])
    }
    guard let inner = try? ExpressionParser.syntax(of: definition.source) else {
      return fail("definition_broken", at: syntax.position, ["name": definition.id])
    }
    if expanding.isEmpty { uses.append((syntax.position, definition.id)) }
    expanding.append(definition.id)
    let (outside, before) = (binders, faults.count)
    binders = outside.map { _ in Binder(name: nil, group: nil) }
    let found = infer(inner, hint: hint)
    binders = outside
    expanding.removeLast()
    for index in before..<faults.count {
      let fault = faults[index]
      faults[index] = Fault(
        fault.code, at: syntax.position,
        fault.arguments.merging(["definition": definition.id]) { inner, _ in inner })
    }
    guard let found else { return nil }
    if case .literal = found.node { return found }
    return Typed(.defined(definition.id, found.node), found.kind)
  }
}
