import RulePacks

/// The maps of `pack.yaml`.
extension MapShape {
  static let pack = MapShape(
    "pack",
    [
      .needs("language", .integer), .needs("id", .identifier), .needs("title", .bilingual),
      .may("number", .text), .needs("issuer", .bilingual), .needs("city", .text),
      .needs("case_number_prefix", .text), .needs("in_force", .map(.validity)),
      .may("transition", .map(.transition)), .may("naming", .map(.naming)),
      .needs("owners", .list(.map(.owner))),
      .may("inputs", .table(.map(.input))), .needs("articles", .table(.map(.article))),
      .may("materials", .list(.map(.material))), .may("questions", .list(.map(.question))),
    ])

  static let validity = MapShape(
    "in_force",
    [
      .may("published", .date), .may("from", .date), .may("to", .date), .may("interim", .flag),
      .may("historical", .flag), .may("relied_on", .map(.reliance)),
      .may("registration", .text), .may("verified_on", .date),
    ])

  static let reliance = MapShape("relied_on", [.needs("date", .date), .needs("by", .bilingual)])

  static let transition = MapShape(
    "transition",
    [.needs("concerns", .expression), .may("clauses", .list(.map(.transitionClause)))])

  static let transitionClause = MapShape(
    "transition_clause",
    [.needs("cites", .name), .needs("label", .bilingual), .needs("covers", .expression)])

  static let naming = MapShape(
    "naming",
    [
      .needs("cites", .name), .needs("prefix", .text), .needs("suffix", .text),
      .may("english_prefix", .text), .may("provisional_suffix", .text),
    ])

  static let owner = MapShape(
    "owner",
    [
      .needs("id", .identifier), .needs("label", .bilingual),
      .needs("roles", .options(of: Role.self)), .may("outside", .flag),
    ])

  static let input = MapShape(
    "input",
    [
      .needs("label", .bilingual), .needs("type", .type), .may("options", .table(.bilingual)),
      .may("minimum", .text), .may("maximum", .text),
    ])

  static let article = MapShape(
    "article",
    [
      .needs("gist", .bilingual), .needs("kind", .option(of: Article.Kind.self)),
      .may("judgement", .flag),
    ])

  static let material = MapShape(
    "material",
    [
      .needs("kind", .identifier), .needs("label", .bilingual), .may("cites", .name),
      .may("moment", .option(of: Moment.self)), .may("applies", .expression),
      .may("required", .flag), .may("sealed", .flag),
    ])

  static let question = MapShape(
    "question",
    [
      .needs("id", .identifier), .may("asks", .option(of: Question.Subject.self)),
      .may("same", .names), .may("before", .names), .may("reached", .names),
      .may("standing", .names), .may("ended", .options(of: EndKind.self)),
      .may("live_only", .flag), .may("same_pack_only", .flag),
      .may("same_prefix", .table(.integer)), .may("having", .table(.text)),
    ])
}
