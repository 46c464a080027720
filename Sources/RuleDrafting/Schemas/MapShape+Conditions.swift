import RulePacks

/// The maps of `conditions.yaml` and `practice.yaml`.
extension MapShape {
  static let conditions = MapShape(
    "conditions",
    [
      .may("definitions", .table(.map(.definition))),
      .may("conditions", .list(.map(.condition))), .may("grounds", .list(.map(.ground))),
    ])

  static let definition = MapShape(
    "definition", [.needs("label", .bilingual), .needs("is", .expression)])

  static let condition = MapShape(
    "condition",
    [
      .needs("id", .identifier), .needs("cites", .names), .needs("label", .bilingual),
      .needs("force", .option(of: Force.self)), .needs("tested_at", .options(of: Moment.self)),
      .may("applies", .expression), .may("requires", .expression), .may("shows", .expression),
      .may("judged_by", .map(.judge)), .may("waivable_by", .either([.name, .map(.waiver)])),
      .may("exceptions", .list(.map(.exception))), .may("hint", .bilingual),
    ])

  static let judge = MapShape("judged_by", [.needs("owner", .name), .needs("stage", .name)])

  static let waiver = MapShape(
    "waivable_by", [.needs("cites", .name), .needs("applies", .expression)])

  static let exception = MapShape(
    "exception",
    [
      .needs("cites", .name), .needs("applies", .expression),
      .needs("effect", .option(of: Condition.Exception.Effect.self)),
    ])

  static let ground = MapShape(
    "ground",
    [
      .needs("id", .identifier), .needs("cites", .names), .needs("label", .bilingual),
      .may("alerts", .expression), .may("weighs", .bilingual),
    ])

  static let practices = MapShape("practice", [.needs("practice", .table(.map(.practice)))])

  static let practice = MapShape(
    "practice_item",
    [
      .needs("label", .bilingual), .needs("cites", .name), .needs("type", .type),
      .may("options", .table(.bilingual)), .needs("suggested", .text), .may("first_day", .flag),
      .may("note", .bilingual),
    ])
}
