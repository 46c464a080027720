extension Condition {
  /// Every expression of the condition.
  package var expressions: [Expression] {
    [applies, requires, shows, waivableWhen].compactMap { $0 } + exceptions.map(\.applies)
  }
}

extension Guard {
  /// The test, and the day that the refusal names.
  package var expressions: [Expression] { [requires] + [until].compactMap { $0 } }
}

extension DeadlineRule {
  /// What a due date is computed from.
  package var expressions: [Expression] {
    var expressions = [anchor].compactMap { $0 }
    if case .date(let date) = measure { expressions.append(date) }
    return expressions
  }
}

extension OpeningEffect {
  /// Whether it opens, and with what.
  package var expressions: [Expression] { [when].compactMap { $0 } + Array(inputs.values) }
}

extension Procedure.Opening {
  /// Every expression of the opening.
  package var expressions: [Expression] {
    guards.flatMap(\.expressions) + sets.map(\.value)
  }
}

extension Action {
  /// Every expression of the action.
  package var expressions: [Expression] {
    guards.flatMap(\.expressions) + sets.map(\.value) + opens.flatMap(\.expressions)
      + (due?.expressions ?? []) + [terms?.separationUnless].compactMap { $0 }
  }
}

extension RulePack {
  /// The expressions that a step may read: the action's own, those of the conditions that have to
  /// pass, of the openings that follow, and of the due dates of the stages that are entered.
  ///
  /// - Parameter action: its id, at any stage of any procedure.
  package func expressions(readBy action: String) -> [Expression] {
    let actions = procedures.flatMap(\.stages).compactMap { $0.action(action) }
    let opened = Set(actions.flatMap(\.opens).map(\.procedure))
    let openings = procedures.filter { opened.contains($0.id) }.compactMap(\.opening)
    return actions.flatMap(\.expressions) + conditions.flatMap(\.expressions)
      + openings.flatMap(\.expressions)
      + procedures.flatMap(\.stages).compactMap(\.due).flatMap(\.expressions)
  }

  /// The questions about other cases on which a step may depend.
  package func questions(askedBy action: String) -> [Question] {
    questions(in: expressions(readBy: action))
  }

  /// The questions about other cases on which receiving an application, or taking a centre over, may
  /// depend: a due date may; no guard or condition has a say yet.
  ///
  /// A batch may have thousands of cases: a question that is not asked need not be counted.
  package var questionsOnArrival: [Question] {
    questions(in: (mainProcedure?.stages ?? []).compactMap(\.due).flatMap(\.expressions))
  }

  private func questions(in expressions: [Expression]) -> [Question] {
    let asked = expressions.reduce(into: Set<String>()) { $0.formUnion($1.questions) }
    return questions.filter { asked.contains($0.id) }
  }
}
