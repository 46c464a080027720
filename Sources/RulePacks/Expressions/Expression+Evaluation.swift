extension Expression {
  /// The outcome, without the tree: the fast way, for bulk work.
  package func evaluate(in scope: Scope) -> Outcome {
    explain(in: scope).outcome
  }

  /// The outcome with the tree of what was compared.
  package func explain(in scope: Scope) -> Explanation {
    Explanation(kind: .literal, text: source, outcome: .unknown([]))
  }
}
