package import RulePacks

/// Tests what may come out otherwise for many cases, from their rows of facts alone.
///
/// What it sees is what `DraftTrial` would find for a case on which no person has decided anything.
package struct TrialScreen: Sendable {
  private let before: BulkRules
  private let after: BulkRules
  private let sides: [Side]
  private let grounds: [(before: Int?, after: Int?)]

  /// Where the conditions of a pair stand among those of each side, and how they bind.
  fileprivate struct Side: Sendable {
    var before: (place: Int, force: Force)?
    var after: (place: Int, force: Force)?
  }

  /// A screen for a trial.
  package init(_ trial: DraftTrial) {
    var conditions: (before: [Condition], after: [Condition]) = ([], [])
    func add(_ condition: Condition?, _ list: inout [Condition]) -> (place: Int, force: Force)? {
      guard let condition, !condition.testedAt.isEmpty else { return nil }
      list.append(condition)
      return (list.count - 1, condition.force)
    }
    var sides: [Side] = []
    for pair in trial.conditions {
      sides.append(
        Side(
          before: add(pair.before, &conditions.before),
          after: add(pair.after, &conditions.after)))
    }
    var alerts: (before: [Expression], after: [Expression]) = ([], [])
    func add(_ alert: Expression?, _ list: inout [Expression]) -> Int? {
      guard let alert else { return nil }
      list.append(alert)
      return list.count - 1
    }
    var grounds: [(before: Int?, after: Int?)] = []
    for pair in trial.grounds {
      grounds.append(
        (add(pair.before?.alerts, &alerts.before), add(pair.after?.alerts, &alerts.after)))
    }
    self.sides = sides
    self.grounds = grounds
    func rules(
      _ side: DraftTrial.Side, _ conditions: [Condition], _ alerts: [Expression]
    ) -> BulkRules {
      BulkRules(
        conditions, also: alerts,
        in: FlatRules.Circumstances(
          practice: side.practice.values, on: trial.today, today: trial.today))
    }
    before = rules(trial.present, conditions.before, alerts.before)
    after = rules(trial.draft, conditions.after, alerts.after)
  }

  /// A tester for one thread; paths have the numbers under which facts will be put in.
  package func tester(paths: [(number: Int64, path: FactPath)]) -> TrialTester {
    TrialTester(
      before: before.tester(paths: paths), after: after.tester(paths: paths), sides, grounds)
  }
}

/// What the facts of one case alone make of everything that may come out otherwise.
package struct TrialGlance: Hashable, Sendable {
  /// What a condition comes to on one side.
  struct Seen: Hashable, Sendable {
    var result: FindingResult
    var force: Force
  }

  /// A condition on both sides; nil where a side has none.
  struct Pair: Hashable, Sendable {
    var before: Seen?
    var after: Seen?
    var isAlike: Bool { before == after }
  }

  /// A ground on both sides: whether it raises an alert.
  struct Alert: Hashable, Sendable {
    var before: Bool
    var after: Bool
  }

  /// The conditions, in the order of the trial's.
  var findings: [Pair]
  /// The grounds, in the order of the trial's.
  var alerts: [Alert]
}

/// Looks at one case after the other; not to be shared between threads.
package final class TrialTester {
  /// Where the facts of a case are put in for the present law.
  package let before: BulkTester
  /// Where they are put in for the draft.
  package let after: BulkTester
  private let sides: [TrialScreen.Side]
  private let grounds: [(before: Int?, after: Int?)]
  private var findings: (before: [BulkFinding], after: [BulkFinding]) = ([], [])

  fileprivate init(
    before: BulkTester, after: BulkTester, _ sides: [TrialScreen.Side],
    _ grounds: [(before: Int?, after: Int?)]
  ) {
    self.before = before
    self.after = after
    self.sides = sides
    self.grounds = grounds
  }

  /// What the facts that were put in come to.
  package func glance() -> TrialGlance {
    findings.before.removeAll(keepingCapacity: true)
    findings.after.removeAll(keepingCapacity: true)
    before.test(into: &findings.before)
    after.test(into: &findings.after)
    return TrialGlance(
      findings: sides.map { side in
        TrialGlance.Pair(
          before: side.before.map { Self.seen(findings.before[$0.place], $0.force) },
          after: side.after.map { Self.seen(findings.after[$0.place], $0.force) })
      },
      alerts: grounds.map { pair in
        TrialGlance.Alert(
          before: pair.before.map { before.evaluator.truth(of: $0) == .yes } ?? false,
          after: pair.after.map { after.evaluator.truth(of: $0) == .yes } ?? false)
      })
  }

  private static func seen(_ finding: BulkFinding, _ force: Force) -> TrialGlance.Seen {
    TrialGlance.Seen(
      result: finding.result, force: finding.isSoftened ? .default : force)
  }
}
