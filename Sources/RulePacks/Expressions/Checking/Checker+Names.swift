import Quantities

extension Checker {
  /// The value that a dotted name, or a field of rows, stands for.
  mutating func resolve(_ syntax: Syntax, hint: Kind?) -> Typed? {
    if let names = syntax.dottedNames { return resolve(names, at: syntax, hint: hint) }
    guard case .member(let base, let field) = syntax.form else { return nil }
    switch base.form {
    case .row(let table, let key): return cell(table, key, field, at: syntax)
    case .call("last", let arguments): return latest(arguments, field, at: syntax)
    default:
      return fail("column_outside_aggregate", at: syntax.position, ["name": field])
    }
  }

  private mutating func resolve(_ names: [String], at syntax: Syntax, hint: Kind?) -> Typed? {
    let first = names[0]
    if names.count == 1, case .choice(let options) = hint, options.contains(first) {
      return Typed(.literal(.choice(first)), .choice(options))
    }
    if names.count == 1, let definition = environment.definitions[first] {
      return defined(definition, at: syntax, hint: hint)
    }
    if let bound = bound(names, at: syntax) { return bound.typed }
    if let named = environmentValue(names, at: syntax) { return named.typed }
    if let (path, field) = recordField(names) {
      facts.insert(path)
      return Typed(.fact(path), Kind(field.type))
    }
    return unresolved(names, at: syntax, hint: hint)
  }

  /// A row, a year, or a field of a row that is being looked at.
  ///
  /// - Returns: nil where the name means none of them.
  private mutating func bound(_ names: [String], at syntax: Syntax) -> (typed: Typed?, Void)? {
    if let slot = binders.lastIndex(where: { $0.name == names[0] }) {
      guard let group = binders[slot].group else {
        guard names.count == 1 else { return (unknownFact(names, at: syntax), ()) }
        return (Typed(.itemKey(slot: slot), .year), ())
      }
      guard names.count == 2 else {
        return (fail("rows_as_value", at: syntax.position, ["name": names[0]]), ())
      }
      guard let field = group.fields.first(where: { $0.name == names[1] }) else {
        let nearest = Suggestion.nearest(to: names[1], among: group.fields.map(\.name))
        return (
          fail(
            "unknown_fact", at: syntax.namePosition,
            ["name": names[1], "suggestion": nearest]), ()
        )
      }
      return (itemValue(slot, group, field), ())
    }
    guard names.count == 1, let (slot, group, field) = itemField(named: names[0]) else {
      return nil
    }
    return (itemValue(slot, group, field), ())
  }

  /// The innermost row with a field of that name.
  func itemField(
    named name: String
  ) -> (slot: Int, group: Vocabulary.Group, field: Vocabulary.Field)? {
    for (slot, binder) in binders.enumerated().reversed() {
      guard let group = binder.group else { continue }
      if let field = group.fields.first(where: { $0.name == name }) { return (slot, group, field) }
    }
    return nil
  }

  /// A field of the row in a slot.
  mutating func itemValue(
    _ slot: Int, _ group: Vocabulary.Group, _ field: Vocabulary.Field
  ) -> Typed {
    if case .table(let key) = group.shape, key == field.name {
      return Typed(.itemKey(slot: slot), Kind(field.type))
    }
    return Typed(.item(slot: slot, column(group, field)), Kind(field.type))
  }

  /// A column, noted among the facts that are read.
  mutating func column(_ group: Vocabulary.Group, _ field: Vocabulary.Field) -> Column {
    facts.insert(group.name)
    facts.insert("\(group.name).\(field.name)")
    return Column(
      group: group.name, field: field.name, isKeyed: group.isKeyed,
      isKey: group.shape == .table(key: field.name))
  }

  private mutating func environmentValue(
    _ names: [String], at syntax: Syntax
  ) -> (typed: Typed?, Void)? {
    if names.count == 1, let date = NamedDate(rawValue: names[0]) {
      return (Typed(.date(date), .date), ())
    }
    guard names.count == 2 else { return nil }
    let id = names[1]
    switch names[0] {
    case "input":
      guard let type = environment.inputs[id] else {
        return (unknown("input", id, among: environment.inputs.keys, at: syntax), ())
      }
      return (Typed(.input(id), Kind(type)), ())
    case "practice":
      guard let type = environment.practice[id] else {
        return (unknown("practice", id, among: environment.practice.keys, at: syntax), ())
      }
      return (Typed(.practice(id), Kind(type)), ())
    case "others":
      guard environment.questions.contains(id) else {
        return (unknown("question", id, among: environment.questions, at: syntax), ())
      }
      if environment.dateQuestions.contains(id) {
        return (Typed(.dateQuestion(id), .date), ())
      }
      return (Typed(.question(id), .anyCount), ())
    default: return nil
    }
  }

  private mutating func unknown(
    _ what: String, _ id: String, among known: some Sequence<String>, at syntax: Syntax
  ) -> Typed? {
    fail(
      "unknown_" + what, at: syntax.namePosition,
      ["name": id, "suggestion": Suggestion.nearest(to: id, among: known)])
  }

  /// The field of a record that a dotted name addresses, with its path.
  func recordField(_ names: [String]) -> (path: FactPath, field: Vocabulary.Field)? {
    let path = names.joined(separator: ".")
    guard let (group, field) = vocabulary.field(at: path), group.shape == .record else {
      return nil
    }
    return (path, field)
  }

  private mutating func unresolved(_ names: [String], at syntax: Syntax, hint: Kind?) -> Typed? {
    let name = names.joined(separator: ".")
    if names.count == 1, case .choice(let options) = hint {
      return fail(
        "unknown_option", at: syntax.position,
        [
          "name": name, "expected": options.joined(separator: ", "),
          "suggestion": Suggestion.nearest(to: name, among: options),
        ])
    }
    if let group = vocabulary.group(name), group.shape != .record {
      return fail("rows_as_value", at: syntax.position, ["name": name])
    }
    if let (group, _) = vocabulary.field(at: name), group.shape != .record {
      return fail("column_outside_aggregate", at: syntax.position, ["name": name])
    }
    return unknownFact(names, at: syntax)
  }

  private mutating func unknownFact(_ names: [String], at syntax: Syntax) -> Typed? {
    let name = names.joined(separator: ".")
    return fail(
      "unknown_fact", at: syntax.position,
      ["name": name, "suggestion": vocabulary.suggestion(for: name)])
  }

  // MARK: Rows

  private mutating func cell(
    _ table: Syntax, _ key: Syntax, _ field: String, at syntax: Syntax
  ) -> Typed? {
    guard let group = group(of: table) else { return nil }
    let row = check(key, expecting: group.isKeyed ? .year : .count(.plain))
    guard let found = self.field(field, of: group, at: syntax), let row else { return nil }
    if case .table(let name) = group.shape, name == field { return Typed(row.node, .year) }
    return Typed(.cell(column(group, found), row: row.node), Kind(found.type))
  }

  private mutating func latest(
    _ arguments: [Syntax.Argument], _ field: String, at syntax: Syntax
  ) -> Typed? {
    guard (1...2).contains(arguments.count), arguments.allSatisfy(\.isPlain) else {
      return fail(
        "arity", at: syntax.position,
        ["name": "last", "expected": "1…2", "found": String(arguments.count)])
    }
    guard let group = group(of: arguments[0].value) else { return nil }
    var through: Node?
    if arguments.count == 2 {
      let kind = group.isKeyed ? Kind.year : .count(.plain)
      guard let key = check(arguments[1].value, expecting: kind) else { return nil }
      through = key.node
    }
    guard let found = self.field(field, of: group, at: syntax) else { return nil }
    return Typed(.latest(column(group, found), through: through), Kind(found.type))
  }

  /// The table or list that a dotted name stands for.
  mutating func group(of syntax: Syntax) -> Vocabulary.Group? {
    guard let names = syntax.dottedNames else {
      report("not_rows", at: syntax.position)
      return nil
    }
    let name = names.joined(separator: ".")
    guard let group = vocabulary.group(name) else {
      let tables = vocabulary.groups.filter { $0.shape != .record }.map(\.name)
      report(
        vocabulary.field(at: name) == nil ? "unknown_fact" : "not_rows", at: syntax.position,
        ["name": name, "suggestion": Suggestion.nearest(to: name, among: tables)])
      return nil
    }
    guard group.shape != .record else {
      report("not_rows", at: syntax.position, ["name": name])
      return nil
    }
    facts.insert(group.name)
    return group
  }

  /// A field of a table or list, or a fault at its name.
  mutating func field(
    _ name: String, of group: Vocabulary.Group, at syntax: Syntax
  ) -> Vocabulary.Field? {
    if let field = group.fields.first(where: { $0.name == name }) { return field }
    report(
      "unknown_fact", at: syntax.namePosition,
      [
        "name": "\(group.name).\(name)",
        "suggestion": Suggestion.nearest(to: name, among: group.fields.map(\.name)),
      ])
    return nil
  }
}

extension Vocabulary.Group {
  /// Whether rows stand under a year.
  var isKeyed: Bool {
    if case .table = shape { return true }
    return false
  }
}
