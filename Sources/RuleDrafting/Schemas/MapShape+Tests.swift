import RulePacks

/// The maps of `tests/*.yaml`.
extension MapShape {
  static let tests = MapShape("tests", [.needs("tests", .list(.map(.test)))])

  static let test = MapShape(
    "test",
    [
      .needs("name", .text), .needs("cites", .names), .may("trap", .text), .needs("on", .date),
      .may("today", .date), .may("entered", .date), .may("due", .date),
      .may("at", .map(.standing)), .may("base", .text), .may("facts", .facts),
      .may("practice", .table(.either([.text, .map(.practiceSetting)]))),
      .may("others", .table(.integer)), .may("inputs", .table(.text)),
      .may("expect", .map(.expectation)), .may("path", .list(.map(.step))),
    ])

  static let standing = MapShape("at", [.needs("stage", .name), .needs("entered", .date)])

  static let practiceSetting = MapShape(
    "practice_setting", [.needs("value", .text), .may("first_day", .flag)])

  /// What a test may expect of a finding.
  static let results = ["met", "not_met", "not_applicable", "unknown", "judgement"]

  /// What a test may expect of the transition.
  static let transitions = ["not_concerned", "covered", "uncovered", "unknown"]

  static let expectation = MapShape(
    "expect",
    [
      .may("at", .option(of: Moment.self)), .may("findings", .table(.option(results))),
      .may("grounds", .table(.truth)), .may("guards", .table(.truth)),
      .may("deadline", .map(.expectedDeadline)), .may("transition", .option(transitions)),
    ])

  static let expectedDeadline = MapShape(
    "expected_deadline",
    [
      .needs("procedure", .name), .needs("stage", .name), .needs("entered", .date),
      .needs("due", .expectedDue),
    ])

  static let step = MapShape(
    "step",
    [
      .may("act", .name), .may("open", .name), .may("judge", .name), .may("waive", .name),
      .may("depart", .name), .may("answer", .flag),
      .may("step", .option(of: PackTest.WaiverStep.self)), .needs("by", .option(of: Role.self)),
      .may("as", .text), .may("on", .date), .may("inputs", .table(.text)),
      .may("proceeding", .text), .may("reason", .text), .may("basis", .text), .may("to", .name),
      .may("main", .name), .may("due", .expectedDue), .may("facts", .facts),
      .may("refused", .text),
    ])
}

extension ValueShape {
  /// `true`, `false` or `unknown`.
  static let truth = ValueShape.either([.flag, .option(["unknown"])])

  /// A due date, or `none` where there is to be none.
  static let expectedDue = ValueShape.either([.date, .option(["none"])])
}
