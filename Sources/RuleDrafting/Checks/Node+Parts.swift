import RulePacks

extension Node {
  /// The nodes right below this one.
  var parts: [Node] {
    switch self {
    case .negated(let part), .not(let part), .cell(_, let part), .defined(_, let part): [part]
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right): [left, right]
    case .among(let value, let options): [value] + options
    case .all(let tests), .any(let tests), .call(_, let tests): tests
    case .choice(let test, let yes, let no): [test, yes, no]
    case .latest(_, let through): through.map { [$0] } ?? []
    case .each(let selection, let test): selection.parts + [test]
    case .aggregate(_, let selection, let value, _): selection.parts + (value.map { [$0] } ?? [])
    case .literal, .notApplicable, .fact, .item, .itemKey, .input, .practice, .question,
      .dateQuestion, .date, .passes:
      []
    }
  }

  /// Whether a node for which the test holds is this one or below it.
  func contains(where test: (Node) -> Bool) -> Bool {
    test(self) || parts.contains { $0.contains(where: test) }
  }
}

extension Selection {
  /// The nodes that say which rows are looked at.
  fileprivate var parts: [Node] {
    let filtered = filter.map { [$0] } ?? []
    switch source {
    case .rows: return filtered
    case .window(_, let years, let ending): return [years, ending] + filtered
    case .years(let from, let to): return [from, to] + filtered
    }
  }
}
