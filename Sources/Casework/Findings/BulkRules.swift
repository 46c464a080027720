package import RulePacks

/// The conditions of a pack, arranged for testing many cases.
package struct BulkRules: Sendable {
  /// The conditions, in the order of the pack.
  package let conditions: [Condition]
  /// The expressions of the conditions.
  package let rules: FlatRules
  private let plans: [Plan]

  /// The numbers of a condition's expressions.
  struct Plan: Sendable {
    var applies: Int?
    var exceptions: [(number: Int, effect: Condition.Exception.Effect)] = []
    var requires: Int?
  }

  /// Arranges the conditions of a pack, or those that are tested at some moment.
  ///
  /// Inputs, the entry and the due date of a stage are unknown here, as they are to `check`.
  package init(
    _ pack: RulePack, at moment: Moment? = nil, in circumstances: FlatRules.Circumstances
  ) {
    self.init(
      pack.conditions.filter { moment.map($0.testedAt.contains) ?? true }, also: [],
      in: circumstances)
  }

  /// Arranges some conditions, and further expressions whose truth is asked for by their place.
  package init(
    _ conditions: [Condition], also others: [Expression], in circumstances: FlatRules.Circumstances
  ) {
    self.conditions = conditions
    var expressions: [Expression] = others
    func add(_ expression: Expression) -> Int {
      expressions.append(expression)
      return expressions.count - 1
    }
    plans = conditions.map { condition in
      Plan(
        applies: condition.applies.map(add),
        exceptions: condition.exceptions.map { (add($0.applies), $0.effect) },
        requires: condition.requires.map(add))
    }
    rules = FlatRules(expressions, in: circumstances)
  }

  /// A tester for one core; paths have the numbers under which its facts will be put in.
  package func tester(paths: [(number: Int64, path: FactPath)]) -> BulkTester {
    BulkTester(plans, FlatEvaluator(rules, paths: paths), questions: rules.questions)
  }
}
