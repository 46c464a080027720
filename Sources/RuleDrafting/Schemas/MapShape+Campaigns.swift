import RulePacks

/// The maps of `campaign.yaml`, and of `outline.yaml`, `tables.yaml` and the tests beside it.
///
/// Articles have to be cited where the notice lists some, which the loader checks.
extension MapShape {
  static let campaign = MapShape(
    "campaign",
    [
      .may("language", .integer), .needs("id", .identifier), .may("extends", .name),
      .may("pack", .name), .needs("title", .bilingual), .may("issuer", .bilingual),
      .may("document_number", .text), .may("published", .date), .may("procedure", .name),
      .needs("year", .integer), .may("number", .integer), .may("inputs", .table(.text)),
      .may("articles", .table(.map(.article))), .may("cohort", .map(.cohort)),
      .may("from", .date), .may("to", .date), .may("windows", .list(.map(.window))),
      .may("completion", .map(.completion)), .may("gates", .list(.map(.gate))),
      .may("materials", .list(.map(.material))), .may("outcomes", .list(.map(.outcome))),
      .may("subjects", .list(.map(.subject))), .may("quotas", .table(.integer)),
    ])

  static let cohort = MapShape(
    "cohort",
    [
      .may("cites", .names), .may("outside", .list(.map(.cohortRule))),
      .needs("members", .list(.map(.cohortRule))), .needs("otherwise", .bilingual),
    ])

  static let cohortRule = MapShape(
    "cohort_rule",
    [
      .needs("id", .identifier), .may("cites", .names), .needs("label", .bilingual),
      .needs("when", .expression),
    ])

  static let window = MapShape(
    "window",
    [
      .needs("id", .identifier), .needs("label", .bilingual), .may("cites", .names),
      .may("owner", .name), .may("from", .date), .needs("to", .date), .may("stage", .name),
      .may("follows", .name), .may("shares_day", .flag), .may("beside", .names),
      .may("hint", .bilingual),
    ])

  static let completion = MapShape(
    "completion",
    [
      .may("cites", .names), .needs("steps", .list(.map(.completionStep))),
      .needs("complete", .bilingual), .needs("incomplete", .bilingual),
    ])

  static let completionStep = MapShape(
    "completion_step",
    [.needs("window", .name), .needs("done_on", .expression), .may("within", .flag)])

  static let gate = MapShape(
    "gate", [.needs("stage", .name), .needs("action", .name), .needs("conditions", .names)])

  static let outcome = MapShape(
    "outcome",
    [
      .needs("id", .identifier), .may("cites", .names), .needs("label", .bilingual),
      .may("when", .expression),
      .may("completion", .option(of: CompletionStanding.Result.self)),
      .needs("says", .bilingual), .may("may", .list(.map(.outcomeOption))),
    ])

  static let outcomeOption = MapShape(
    "outcome_option",
    [
      .may("opens", .name), .may("action", .name), .needs("label", .bilingual),
      .may("when", .expression),
    ])

  static let subject = MapShape(
    "subject", [.may("cites", .names), .needs("label", .bilingual)])

  static let outline = MapShape("outline", [.needs("outline", .list(.map(.outlineSection)))])

  static let outlineSection = MapShape(
    "outline_section",
    [
      .needs("id", .identifier), .may("cites", .names), .needs("label", .bilingual),
      .may("points", .list(.map(.outlinePoint))),
    ])

  static let outlinePoint = MapShape(
    "outline_point", [.needs("label", .bilingual), .may("conditions", .names)])

  static let tables = MapShape("tables", [.needs("tables", .list(.map(.table)))])

  static let table = MapShape(
    "table",
    [
      .needs("id", .identifier), .may("cites", .names), .needs("title", .bilingual),
      .may("rows", .option(of: CampaignTable.Rows.self)), .may("when", .expression),
      .needs("columns", .list(.map(.tableColumn))),
    ])

  static let tableColumn = MapShape(
    "table_column",
    [.needs("label", .bilingual), .may("fact", .text), .may("shows", .option(columnContents))])

  /// What a column of a table may show that is no fact.
  static let columnContents = ["ordinal", "department", "clerk", "blank"]

  static let campaignTests = MapShape(
    "campaign_tests", [.needs("tests", .list(.map(.campaignTest)))])

  static let campaignTest = MapShape(
    "campaign_test",
    [
      .needs("name", .text), .needs("cites", .names), .may("trap", .text), .needs("on", .date),
      .may("base", .text), .may("facts", .facts), .needs("expect", .map(.campaignExpectation)),
    ])

  static let campaignExpectation = MapShape(
    "campaign_expect",
    [
      .may("member", .option(of: CohortMembership.Verdict.self)), .may("because", .name),
      .may("missing", .names), .may("completion", .option(of: CompletionStanding.Result.self)),
      .may("delays", .names), .may("findings", .table(.text)), .may("outcome", .name),
      .may("may", .names), .may("windows", .table(.text)),
    ])
}
