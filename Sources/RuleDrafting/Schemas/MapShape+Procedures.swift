import RulePacks

/// The maps of `procedures/*.yaml`.
extension MapShape {
  static let procedure = MapShape(
    "procedure",
    [
      .needs("label", .bilingual), .may("cites", .names), .may("main", .flag),
      .needs("start", .name), .may("spine", .names), .may("take_over", .names),
      .may("opening", .map(.opening)), .needs("stages", .table(.map(.stage))),
      .may("view", .bilingual),
    ])

  static let opening = MapShape(
    "opening",
    [
      .needs("label", .bilingual), .may("roles", .options(of: Role.self)),
      .may("during", .names), .may("needs", .names), .may("may", .names),
      .may("guards", .list(.map(.requirement))), .may("sets", .table(.expression)),
      .may("cites", .names), .may("key", .name), .may("repeatable", .flag),
      .may("reopens_after", .names), .may("barred_while", .names),
      .may("about", .table(.names)), .may("by_action", .flag),
    ])

  static let stage = MapShape(
    "stage",
    [
      .needs("label", .bilingual), .may("owner", .name), .may("cites", .names),
      .may("due", .due), .may("resumption", .option(of: Stage.Resumption.self)),
      .may("ends", .option(of: EndKind.self)), .may("roster", .flag),
      .may("actions", .table(.map(.action))), .may("view", .bilingual),
    ])

  static let action = MapShape(
    "action",
    [
      .needs("label", .bilingual), .needs("to", .name), .may("by", .options(of: Role.self)),
      .may("cites", .names), .may("needs", .names), .may("may", .names),
      .may("passes", .options(of: Moment.self)), .may("deciding", .flag),
      .may("guards", .list(.map(.requirement))), .may("sets", .table(.expression)),
      .may("opens", .list(.map(.effect))), .may("moves_main_to", .name), .may("returns", .flag),
      .may("public", .flag), .may("separate_from", .either([.names, .map(.separation)])),
      .may("due", .due),
      .may("barred_while", .names), .may("at_most", .integer), .may("agreed_by", .names),
      .may("after", .table(.names)), .may("after_any", .table(.names)), .may("closes", .names),
      .may("silence", .flag), .may("checks", .options(of: Moment.self)),
      .may("clears", .list(.text)), .may("restores", .flag),
    ])

  static let separation = MapShape(
    "separate_from", [.needs("actions", .names), .may("unless", .expression)])

  static let requirement = MapShape(
    "guard",
    [
      .needs("id", .identifier), .may("cites", .name), .needs("label", .bilingual),
      .needs("requires", .expression), .may("until", .expression),
    ])

  static let effect = MapShape(
    "opens",
    [
      .needs("procedure", .name), .may("inputs", .table(.expression)), .may("when", .expression),
    ])

  static let deadline = MapShape(
    "due",
    [
      .may("cites", .name), .may("period", .text), .may("practice", .name),
      .may("date", .expression), .may("anchor", .expression), .may("first_day", .flag),
      .may("roll", .flag),
    ])
}

extension ValueShape {
  /// `practice.<id>`, or a map.
  static let due = ValueShape.either([.name, .map(.deadline)])
}
