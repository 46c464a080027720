import RulePacks

/// The maps of the files beside the packs: the vocabulary, calendars, departments.
extension MapShape {
  static let vocabulary = MapShape(
    "vocabulary", [.needs("version", .integer), .needs("groups", .list(.map(.group)))])

  static let group = MapShape(
    "group",
    [
      .needs("name", .either([.text, .option([""])])), .needs("label", .bilingual),
      .needs("shape", .option(["record", "table", "list"])), .may("key", .name),
      .needs("fields", .list(.map(.field))),
    ])

  static let field = MapShape(
    "field",
    [
      .needs("name", .identifier), .needs("type", .type), .needs("label", .bilingual),
      .may("format", .option(of: Vocabulary.Format.self)), .may("options", .table(.bilingual)),
      .may("hint", .bilingual), .may("personal", .flag),
    ])

  static let calendar = MapShape(
    "calendar",
    [
      .needs("year", .integer), .needs("source", .text),
      .needs("holidays", .list(.map(.holiday))), .needs("working_weekends", .list(.date)),
    ])

  static let holiday = MapShape(
    "holiday", [.needs("name", .bilingual), .needs("from", .date), .needs("to", .date)])

  static let departments = MapShape(
    "departments", [.needs("city", .text), .needs("departments", .list(.map(.department)))])

  static let department = MapShape(
    "department",
    [
      .needs("id", .identifier), .needs("name", .bilingual),
      .needs("kind", .option(of: Department.Kind.self)), .may("division", .text),
    ])
}
