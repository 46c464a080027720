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

  /// A tester for one thread; paths have the numbers under which its facts will be put in.
  package func tester(paths: [(number: Int64, path: FactPath)]) -> BulkTester {
    BulkTester(plans, FlatEvaluator(rules, paths: paths), questions: rules.questions)
  }
}

/// Tests one case after the other; not to be shared between threads.
package final class BulkTester {
  /// Where facts are put in and answers are given.
  package let evaluator: FlatEvaluator
  /// The questions about other cases, in the order of the evaluator's answers.
  package let questions: [String]
  private let plans: [BulkRules.Plan]

  init(_ plans: [BulkRules.Plan], _ evaluator: FlatEvaluator, questions: [String]) {
    self.plans = plans
    self.evaluator = evaluator
    self.questions = questions
  }

  /// Appends what every condition came to for the facts that are in the frame.
  package func test(into findings: inout [BulkFinding]) {
    for plan in plans { findings.append(finding(plan)) }
  }

  private static let met = BulkFinding(.met)
  private static let notMet = BulkFinding(.notMet)
  private static let notApplicable = BulkFinding(.notApplicable)
  private static let unknown = BulkFinding(.unknown)
  private static let judgement = BulkFinding(.judgement)

  private func finding(_ plan: BulkRules.Plan) -> BulkFinding {
    if let applies = plan.applies {
      switch evaluator.truth(of: applies) {
      case .yes: break
      case .unknown: return Self.unknown
      case .no, .absent, .notApplicable, .other: return Self.notApplicable
      }
    }
    var isSoftened = false
    var isOpen = false
    for exception in plan.exceptions {
      switch (evaluator.truth(of: exception.number), exception.effect) {
      case (.yes, .softens): isSoftened = true
      case (.yes, .exempts):
        return isSoftened ? BulkFinding(.notApplicable, isSoftened: true) : Self.notApplicable
      case (.unknown, .exempts): isOpen = true
      default: break
      }
    }
    let finding = required(plan, isOpen)
    return isSoftened ? BulkFinding(finding.result, isSoftened: true) : finding
  }

  private func required(_ plan: BulkRules.Plan, _ isOpen: Bool) -> BulkFinding {
    guard let requires = plan.requires else { return Self.judgement }
    switch evaluator.truth(of: requires) {
    case .yes: return Self.met
    case .no, .other, .absent: return isOpen ? Self.unknown : Self.notMet
    case .unknown: return Self.unknown
    case .notApplicable: return Self.notApplicable
    }
  }
}
