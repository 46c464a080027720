extension Node {
  /// The steps that it is made of, without theirs.
  package var parts: [Node] {
    switch self {
    case .literal, .notApplicable, .fact, .item, .itemKey, .input, .practice, .question,
      .dateQuestion, .date, .passes:
      []
    case .cell(_, let row): [row]
    case .latest(_, let through): [through].compactMap { $0 }
    case .negated(let part), .not(let part), .defined(_, let part): [part]
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right): [left, right]
    case .among(let subject, let options): [subject] + options
    case .all(let parts), .any(let parts), .call(_, let parts): parts
    case .choice(let test, let yes, let no): [test, yes, no]
    case .each(let selection, let test): selection.parts + [test]
    case .aggregate(_, let selection, let value, _):
      selection.parts + [value].compactMap { $0 }
    }
  }

  /// The questions about other cases that it reads, by their ids.
  fileprivate var questions: Set<String> {
    switch self {
    case .question(let id), .dateQuestion(let id): [id]
    default: parts.reduce(into: []) { $0.formUnion($1.questions) }
    }
  }
}

extension Node {
  /// The inputs that it reads, by their ids.
  fileprivate var inputs: Set<String> {
    if case .input(let id) = self { return [id] }
    return parts.reduce(into: []) { $0.formUnion($1.inputs) }
  }
}

extension Selection {
  /// The steps that say which rows are gone through.
  fileprivate var parts: [Node] {
    let bounds: [Node] =
      switch source {
      case .rows: []
      case .window(_, let first, let last), .years(let first, let last): [first, last]
      }
    return bounds + [filter].compactMap { $0 }
  }
}

extension Expression {
  /// The inputs that it reads, by their ids.
  package var inputs: Set<String> { root.inputs }
  /// The questions about other cases that it reads, by their ids.
  package var questions: Set<String> { root.questions }
}
