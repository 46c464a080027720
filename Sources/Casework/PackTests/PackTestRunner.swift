package import Quantities
package import RulePacks

/// Runs the tests of a pack against its own conditions, grounds, deadlines, guards and procedures.
///
/// Pure: the office, its people and its other cases are those that each test describes.
package struct PackTestRunner: Sendable {
  /// The pack.
  package let pack: RulePack
  /// The working days.
  package let calendar: WorkingCalendar

  /// A runner.
  package init(pack: RulePack, calendar: WorkingCalendar) {
    self.pack = pack
    self.calendar = calendar
  }

  /// What is otherwise than a test says; empty where it passes.
  ///
  /// Codes: `pack.test.finding`, `.no_finding`, `.ground`, `.guard`, `.deadline`, `.refused`,
  /// `.not_refused`, `.other_refusal`, `.stage`, `.main`, `.proceeding`, `.due`, `.fact`,
  /// `.transition`; arguments `test`, `subject`, `expected`, `found`.
  package func failures(of test: PackTest) -> [Problem] {
    var failures = findingFailures(test) + groundFailures(test) + guardFailures(test)
    if let deadline = test.expected.deadline, let failure = failure(of: deadline, test) {
      failures.append(failure)
    }
    if let failure = transitionFailure(test) { failures.append(failure) }
    return failures + pathFailures(test)
  }

  // MARK: One moment

  private func findingFailures(_ test: PackTest) -> [Problem] {
    let state = CaseState.blank(facts: test.facts, context(of: test))
    let evaluator = FindingEvaluator(pack: pack, scope: scope(of: test))
    return test.expected.findings.sorted { $0.key < $1.key }.compactMap { id, expected in
      guard let condition = pack.condition(id) else { return nil }
      let found = evaluator.finding(of: condition, at: test.expected.moment, state).result.rawValue
      guard condition.testedAt.contains(test.expected.moment) else {
        return problem("no_finding", test, id, expected, test.expected.moment.rawValue)
      }
      return found == expected ? nil : problem("finding", test, id, expected, found)
    }
  }

  private func groundFailures(_ test: PackTest) -> [Problem] {
    let scope = scope(of: test)
    return test.expected.grounds.sorted { $0.key < $1.key }.compactMap { id, expected in
      guard let alerts = pack.ground(id)?.alerts else { return nil }
      let found = Self.word(alerts.evaluate(in: scope))
      let wanted = Self.word(expected)
      return found == wanted ? nil : problem("ground", test, id, wanted, found)
    }
  }

  private func guardFailures(_ test: PackTest) -> [Problem] {
    guard !test.expected.guards.isEmpty else { return [] }
    let context = context(of: test)
    let state = CaseState.blank(facts: test.facts, context)
    var scope = scope(of: test)
    let evaluator = FindingEvaluator(pack: pack, scope: scope)
    let table = DecisionTable(state, context)
    for moment in Moment.allCases {
      let findings = evaluator.findings(at: moment, of: state)
      scope.passing[moment] = table.blocking(findings, isDeciding: false).isEmpty
    }
    return test.expected.guards.sorted { $0.key < $1.key }.compactMap { path, expected in
      let wanted = Self.word(expected)
      guard let requirement = requirement(at: path) else {
        return problem("guard", test, path, wanted, "")
      }
      let found = Self.word(requirement.requires.evaluate(in: scope))
      return found == wanted ? nil : problem("guard", test, path, wanted, found)
    }
  }

  private func failure(of expected: PackTest.ExpectedDeadline, _ test: PackTest) -> Problem? {
    let rule = pack.procedure(expected.procedure)?.stage(expected.stage)?.due
    var scope = scope(of: test)
    scope.entered = expected.entered
    let counter = DeadlineCounter(calendar: calendar, practice: practice(of: test))
    let due = rule.flatMap { counter.deadline(of: $0, enteredOn: expected.entered, in: scope)?.due }
    guard due != expected.due else { return nil }
    return problem(
      "deadline", test, "\(expected.procedure).\(expected.stage)",
      expected.due?.description ?? "", due?.description ?? "")
  }

  private func transitionFailure(_ test: PackTest) -> Problem? {
    guard let expected = test.expected.transition else { return nil }
    let found =
      switch pack.transition?.answer(in: scope(of: test)) {
      case .covered: "covered"
      case .uncovered: "uncovered"
      case .unknown: "unknown"
      case .notConcerned, nil: "not_concerned"
      }
    return found == expected ? nil : problem("transition", test, "transition", expected, found)
  }

  // MARK: What a test describes

  /// The practice: what the pack suggests, less what the test sets.
  func practice(of test: PackTest) -> PracticeInForce {
    var practice = OfficeState().practice(under: pack, on: test.on)
    for (id, setting) in test.practice {
      let suggested = practice.items[id]?.countsFirstDay ?? false
      practice.items[id] = PracticeInForce.Item(
        value: setting.value, countsFirstDay: setting.countsFirstDay ?? suggested, since: test.on)
    }
    return practice
  }

  /// The answers about other cases; counts are 0 where the test gives none.
  func others(of test: PackTest) -> [String: Int64] {
    let counts = pack.questions.filter { $0.subject == .count }
    return test.others.merging(counts.map { ($0.id, 0) }) { given, _ in given }
  }

  /// What a decision of somebody on a day would depend on.
  func context(
    of test: PackTest, by name: String = "nobody", as roles: Set<Role> = [],
    on date: CalendarDate? = nil
  ) -> DecisionContext {
    DecisionContext(
      actor: Actor(name: name, login: name, roles: roles, department: nil),
      today: date ?? test.today, on: date ?? test.on, calendar: calendar,
      practice: practice(of: test), others: others(of: test), pack: pack,
      campaigns: imaginedCampaigns(on: date ?? test.on))
  }

  /// A notice that says nothing, for each procedure that may be run under one.
  ///
  /// What a notice itself demands its own tests show; these show what the pack lets be done under one.
  private func imaginedCampaigns(on date: CalendarDate) -> [CampaignInForce] {
    pack.proceduresUnderNotice.map {
      let title = Bilingual(zh: "某通知", en: "A notice")
      return CampaignInForce(
        campaign: Campaign(
          id: $0.id, title: title, pack: pack.id, procedure: $0.id, year: date.year,
          number: 1, from: date, to: date, quotas: [:], isClosed: false),
        notice: CampaignNotice(
          id: $0.id, title: title, pack: pack.id, procedure: $0.id, year: date.year,
          number: 1))
    }
  }

  private func scope(of test: PackTest) -> Scope {
    Scope(
      facts: FactSheet(test.facts), inputs: test.inputs, practice: practice(of: test).values,
      others: others(of: test), on: test.on, today: test.today, entered: test.entered,
      due: test.due, calendar: calendar)
  }

  private func requirement(at path: String) -> Guard? {
    let parts = path.split(separator: ".").map(String.init)
    guard let procedure = parts.first.flatMap(pack.procedure) else { return nil }
    switch parts.count {
    case 3: return procedure.opening?.guards.first { $0.id == parts[2] }
    case 4:
      return procedure.stage(parts[1])?.action(parts[2])?.guards.first { $0.id == parts[3] }
    default: return nil
    }
  }

  private static func word(_ outcome: Outcome) -> String { word(outcome.truth) }

  private static func word(_ truth: Bool?) -> String { truth.map { "\($0)" } ?? "unknown" }

  /// A failure.
  func problem(
    _ name: String, _ test: PackTest, _ subject: String, _ expected: String, _ found: String,
    at place: Problem.Place? = nil
  ) -> Problem {
    Problem(
      "pack.test." + name, at: place ?? test.place,
      ["test": test.name, "subject": subject, "expected": expected, "found": found])
  }
}

extension RulePack {
  /// The procedures that may be run under a notice; an imagined notice bears the id of its procedure.
  var proceduresUnderNotice: [Procedure] {
    procedures.filter { $0.opening?.mayHave.contains(Campaign.input) == true }
  }
}
