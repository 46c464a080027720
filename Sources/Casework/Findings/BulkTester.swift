package import RulePacks

/// Tests one case after the other; not to be shared between threads.
package final class BulkTester {
  /// Where facts are put in and answers are given.
  package let evaluator: FlatEvaluator
  /// The questions about other cases, in the order of the evaluator's answers.
  package let questions: [String]

  /// The numbers of a condition's expressions; -1 for none.
  private struct Test {
    var applies = -1
    var requires = -1
    /// Where its exceptions begin and end.
    var exceptions = 0
    var end = 0
  }

  private struct Exception {
    var applies: Int
    var exempts: Bool
  }

  private let tests: UnsafeMutableBufferPointer<Test>
  private let exceptions: UnsafeMutableBufferPointer<Exception>
  private let counts: UnsafeMutableBufferPointer<Int>
  private let cases: UnsafeMutablePointer<Int>

  private let met = BulkFinding(.met)
  private let notMet = BulkFinding(.notMet)
  private let notApplicable = BulkFinding(.notApplicable)
  private let unknown = BulkFinding(.unknown)
  private let judgement = BulkFinding(.judgement)
  private let results = BulkTally.results

  init(_ plans: [BulkRules.Plan], _ evaluator: FlatEvaluator, questions: [String]) {
    self.evaluator = evaluator
    self.questions = questions
    var exceptions: [Exception] = []
    let tests = plans.map { plan in
      let start = exceptions.count
      exceptions += plan.exceptions.map {
        Exception(applies: $0.number, exempts: $0.effect == .exempts)
      }
      return Test(
        applies: plan.applies ?? -1, requires: plan.requires ?? -1, exceptions: start,
        end: exceptions.count)
    }
    self.tests = .allocate(capacity: tests.count)
    _ = self.tests.initialize(from: tests)
    self.exceptions = .allocate(capacity: exceptions.count)
    _ = self.exceptions.initialize(from: exceptions)
    counts = .allocate(capacity: tests.count * BulkTally.results)
    counts.initialize(repeating: 0)
    cases = .allocate(capacity: 1)
    cases.initialize(to: 0)
  }

  deinit {
    tests.deallocate()
    exceptions.deallocate()
    counts.deallocate()
    cases.deallocate()
  }

  /// Appends what every condition came to for the facts that are in the frame.
  package func test(into findings: inout [BulkFinding]) {
    for test in tests { findings.append(finding(test)) }
  }

  /// Counts what every condition came to for the facts that are in the frame.
  package func count() {
    cases.pointee += 1
    var start = 0
    for test in tests {
      counts[start + finding(test).place] += 1
      start += results
    }
  }

  /// What was counted.
  package var tally: BulkTally { BulkTally(cases: cases.pointee, counts: Array(counts)) }

  private func finding(_ test: Test) -> BulkFinding {
    if test.applies >= 0 {
      switch evaluator.truth(of: test.applies) {
      case .yes: break
      case .unknown: return unknown
      case .no, .absent, .notApplicable, .other: return notApplicable
      }
    }
    var isSoftened = false
    var isOpen = false
    for place in test.exceptions..<test.end {
      let exception = exceptions[place]
      switch (evaluator.truth(of: exception.applies), exception.exempts) {
      case (.yes, false): isSoftened = true
      case (.yes, true): return notApplicable.softened(isSoftened)
      case (.unknown, true): isOpen = true
      default: break
      }
    }
    return required(test, isOpen).softened(isSoftened)
  }

  private func required(_ test: Test, _ isOpen: Bool) -> BulkFinding {
    guard test.requires >= 0 else { return judgement }
    switch evaluator.truth(of: test.requires) {
    case .yes: return met
    case .no, .other, .absent: return isOpen ? unknown : notMet
    case .unknown: return unknown
    case .notApplicable: return notApplicable
    }
  }
}
