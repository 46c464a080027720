import Quantities
import RulePacks

extension RulePack {
  /// The questions about other cases on which receiving an application, or taking a centre over, may
  /// depend: a due date may; no guard or condition has a say yet.
  ///
  /// A batch may have thousands of cases: a question that is not asked need not be counted.
  var questionsOnArrival: [Question] {
    let rules = (mainProcedure?.stages ?? []).compactMap(\.due)
    let texts = rules.flatMap { rule -> [String] in
      var texts = [rule.anchor?.source].compactMap { $0 }
      if case .date(let date) = rule.measure { texts.append(date.source) }
      return texts
    }
    return questions(in: texts)
  }

  /// The questions that some expressions name.
  func questions(in texts: [String]) -> [Question] {
    questions.filter { question in texts.contains { $0.mentions("others.\(question.id)") } }
  }
}
