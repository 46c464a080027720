extension Expression {
  /// The outcome, without the tree: the fast way, for bulk work.
  package func evaluate(in scope: Scope) -> Outcome {
    var evaluator = Evaluator<Untraced>(scope)
    var trace = Untraced()
    return evaluator.read(root, &trace).outcome
  }

  /// The outcome with the tree of what was compared.
  package func explain(in scope: Scope) -> Explanation {
    var evaluator = Evaluator<Tree>(scope)
    var tree = Tree()
    let reading = evaluator.read(root, &tree)
    return tree.steps.first
      ?? Explanation(kind: .literal, text: source, outcome: reading.outcome)
  }
}
