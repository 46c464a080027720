package import Quantities
package import RulePacks

/// Runs the tests of a notice against its own cohort, windows, conditions and outcomes.
package struct CampaignTestRunner: Sendable {
  /// The notice.
  package let notice: CampaignNotice
  /// The pack that it extends.
  package let pack: RulePack

  /// A runner.
  package init(notice: CampaignNotice, pack: RulePack) {
    self.notice = notice
    self.pack = pack
  }

  /// What is otherwise than a test says; empty where it passes.
  ///
  /// Codes are those of `PackTestRunner`, arguments `test`, `subject`, `expected`, `found`.
  package func failures(of test: CampaignTest) -> [Problem] {
    let scope = Scope(
      facts: FactSheet(test.facts),
      practice: OfficeState().practice(under: pack, on: test.on).values, on: test.on,
      today: test.on)
    var found: [(subject: String, wanted: String, found: String)] = []
    func expect(_ subject: String, _ wanted: String?, _ value: @autoclosure () -> String) {
      guard let wanted else { return }
      let value = value()
      if wanted != value { found.append((subject, wanted, value)) }
    }
    if let cohort = notice.cohort {
      let membership = cohort.membership(in: scope)
      expect("member", test.member, membership.verdict.rawValue)
      expect("because", test.because, membership.rule ?? "otherwise")
      expect("missing", test.missing.map(Self.joined), Self.joined(membership.missing))
    }
    let standing = notice.standing(in: scope, on: test.on)
    expect("completion", test.completion, standing?.result.rawValue ?? "")
    expect(
      "delays", test.delays.map { $0.joined(separator: ", ") },
      (standing?.delays ?? []).joined(separator: ", "))
    let outcome = notice.outcome(in: scope, on: test.on)
    expect("outcome", test.outcome, outcome?.id ?? "none")
    let options = outcome.map { notice.options(of: $0, in: scope) } ?? []
    expect(
      "may", test.options.map(Self.joined),
      Self.joined(options.compactMap { $0.opens ?? $0.action }))
    for (id, wanted) in test.windows.sorted(by: { $0.key < $1.key }) {
      expect(id, wanted, notice.window(id)?.place(of: test.on).rawValue ?? "")
    }
    let evaluator = FindingEvaluator(pack: pack, scope: scope)
    for (id, wanted) in test.findings.sorted(by: { $0.key < $1.key }) {
      guard let condition = notice.conditions.first(where: { $0.id == id }) else { continue }
      expect(
        id, wanted,
        evaluator.finding(of: condition, at: condition.testedAt.first ?? .evaluation, nil)
          .result.rawValue)
    }
    return found.map { subject, wanted, found in
      Problem(
        "pack.test.campaign", at: test.place,
        ["test": test.name, "subject": subject, "expected": wanted, "found": found])
    }
  }

  private static func joined(_ names: [String]) -> String {
    names.sorted().joined(separator: ", ")
  }
}
