import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("What is wrong with a pack, to the column")
struct PackFaultTests {
  /// A fault planted in a file: `new` takes the place of `old`, `¦` marks where it is reported.
  struct Fault: CustomTestStringConvertible {
    let code: String
    let file: String
    let old: String
    let new: String
    var argument: (String, String)?

    init(
      _ code: String, _ file: String, _ old: String, _ new: String, _ arg: (String, String)? = nil
    ) {
      self.code = code
      self.file = file
      self.old = old
      self.new = new
      argument = arg
    }

    var testDescription: String { "\(code): \(new)" }
  }

  static let main = "procedures/establishment.yaml"
  static let side = "procedures/report.yaml"

  static let yaml: [Fault] = [
    .init(
      "pack.yaml.unknown_key", "conditions.yaml", "    force: default", "    ¦forse: default",
      ("suggestion", "force")),
    .init(
      "pack.yaml.duplicate_key", "conditions.yaml", "    force: default",
      "    force: default\n    ¦force: preference", ("key", "force")),
    .init(
      "pack.yaml.missing_key", "conditions.yaml", "- id: area\n    cites: \"2.2, 2.1\"\n",
      "- ¦id: area\n", ("key", "cites")),
    .init("pack.yaml.empty_value", "conditions.yaml", "force: default", "force:¦", nil),
    .init(
      "pack.yaml.wrong_kind", "conditions.yaml", "label: { zh: 面积, en: Area }\n    force: default",
      "label: { zh: 面积, en: Area }\n    force: ¦[default]", ("expected", "text")),
    .init(
      "pack.yaml.wrong_value", "conditions.yaml", "force: default", "force: ¦defaul",
      ("suggestion", "default")),
    .init(
      "pack.yaml.tab", "conditions.yaml", "    force: default", "¦\tforce: default"),
    .init(
      "pack.yaml.syntax", "conditions.yaml", "force: default", "force: ¦%default"),
    .init(
      "pack.yaml.colon_in_text", "conditions.yaml", "force: default", "force: a¦: b"),
    .init(
      "pack.yaml.tag", "conditions.yaml", "force: default", "force: ¦!default", ("tag", "!default")),
    .init("pack.yaml.anchor", "conditions.yaml", "force: default", "force: ¦&f default"),
    .init(
      "pack.yaml.cut_text", "conditions.yaml", "applies: \"host.kind == university\"",
      "applies: ¦count(partners, 3) >= 1", ("text", "count(partners")),
  ]

  static let names: [Fault] = [
    .init(
      "pack.unknown.stage", main, "to: roster", "to: ¦rooster", ("suggestion", "roster")),
    .init("pack.unknown.stage", main, "start: applying", "start: ¦apply", nil),
    .init("pack.unknown.stage", main, "take_over: [roster]", "take_over: [¦rosters]"),
    .init("pack.unknown.stage", side, "during: [roster]", "during: [¦nowhere]"),
    .init("pack.unknown.stage", side, "moves_main_to: declined", "moves_main_to: ¦refused"),
    .init(
      "pack.unknown.stage", "conditions.yaml", "stage: deciding", "stage: ¦decidin",
      ("suggestion", "deciding")),
    .init("pack.unknown.owner", main, "owner: bureau", "owner: ¦buro", nil),
    .init("pack.unknown.owner", "conditions.yaml", "owner: bureau", "owner: ¦office"),
    .init("pack.unknown.input", main, "needs: [result, reason]", "needs: [result, ¦reasons]"),
    .init(
      "pack.unknown.input", side, "\"reports[{year}].received_on\"",
      "¦\"reports[{month}].received_on\""),
    .init(
      "pack.unknown.input", main, "{ year: \"year(on)\" }",
      "{ year: \"year(on)\", ¦month: \"year(on)\" }"),
    .init("pack.unknown.practice", main, "due: practice.review", "due: ¦practice.revue"),
    .init("pack.unknown.procedure", main, "procedure: report", "procedure: ¦reports"),
    .init(
      "pack.unknown.citation", "conditions.yaml", "cites: \"2.2, 2.1\"", "cites: ¦\"2.2, 2.3\"",
      ("name", "2.3")),
    .init(
      "pack.unknown.fact", "pack.yaml", "same: [host.contact]", "same: [¦host.contacts]",
      ("suggestion", "host.contact")),
    .init(
      "pack.unknown.fact", side, "\"reports[{year}].received_on\"", "¦\"reports[{year}].received\""),
    .init(
      "pack.unknown.citation", "conditions.yaml", "force: default",
      "force: default\n    waivable_by: { cites: ¦\"8.8\", applies: \"true\" }"),
    .init(
      "pack.expression.unknown_fact", "conditions.yaml", "force: default",
      "force: default\n    waivable_by: { cites: \"2.2\", applies: \"¦host.kin == x\" }"),
    .init(
      "pack.unknown.action", main, "returns: true",
      "returns: true\n        separate_from: [¦decline]"),
    .init(
      "pack.expression.unknown_fact", "conditions.yaml", "premises.area >=", "¦premises.aria >="),
    .init(
      "pack.expression.unknown_practice", main, "requires: others.same_host == 0",
      "requires: others.same_host == practice.¦x"),
    .init(
      "pack.expression.unknown_input", side, "date(input.year + 1, 3, 31)",
      "date(input.¦month, 3, 31)"),
    .init("pack.expression.unknown_question", main, "others.same_host", "others.¦same_hosts"),
  ]

  static let sense: [Fault] = [
    .init("pack.id.duplicate", "conditions.yaml", "- id: area", "- id: ¦rd-total"),
    .init("pack.id.duplicate", "pack.yaml", "{ id: bureau,", "{ id: ¦host,"),
    .init("pack.id.form", "conditions.yaml", "- id: area", "- id: ¦the area"),
    .init("pack.id.folder", "pack.yaml", "id: small\n", "id: ¦tiny\n"),
    .init("pack.language.unknown", "pack.yaml", "language: 1", "language: ¦2"),
    .init("pack.city.form", "pack.yaml", "city: \"370000\"", "city: ¦\"3700\""),
    .init(
      "pack.case_number_prefix.form", "pack.yaml", "case_number_prefix: SM",
      "case_number_prefix: ¦sm"),
    .init("pack.in_force.order", "pack.yaml", "to: null", "to: ¦2026-01-31"),
    .init(
      "pack.input.bounds", "pack.yaml", "type: year }", "type: year, minimum: 5, maximum: ¦4 }"),
    .init(
      "pack.text.language_missing", "conditions.yaml", "{ zh: 面积, en: Area }", "¦{ zh: 面积 }",
      ("languages", "en")),
    .init("pack.text.language_missing", "conditions.yaml", "{ zh: 面积, en: Area }", "¦面积"),
    .init(
      "pack.condition.test", "conditions.yaml", "- id: ability",
      "- requires: host.kind == enterprise\n    id: ¦ability",
      ("found", "both")),
    .init(
      "pack.condition.test", "conditions.yaml",
      "- id: ability\n    cites: \"2.2\"\n    label: { zh: 能力, en: Ability }\n    force: mandatory\n    tested_at: application\n    judged_by: { owner: bureau, stage: deciding }",
      "- id: ¦ability\n    cites: \"2.2\"\n    label: { zh: 能力, en: Ability }\n    force: mandatory\n    tested_at: application",
      ("found", "neither")),
    .init(
      "pack.expression.folded", "conditions.yaml", "requires: |\n      premises",
      "requires: ¦>\n      premises"),
    .init(
      "pack.procedure.main_several", side, "label: { zh: 年度报告, en: Report }",
      "¦main: true\nlabel: { zh: 年度报告, en: Report }"),
    .init(
      "pack.procedure.main_opened", side, "opening:\n  label", "main: true\nopening:\n  ¦label"),
    .init("pack.procedure.main_missing", main, "main: true", "main: false"),
    .init(
      "pack.procedure.opening_missing", main,
      "label: { zh: 建设, en: Establishment }\ncites: \"3\"\nmain: true",
      "¦label: { zh: 建设, en: Establishment }\ncites: \"3\""),
    .init(
      "pack.stage.after_end", main, "ends: declined", "ends: declined\n    owner: ¦host",
      ("key", "owner")),
    .init("pack.deadline.literal", main, "due: practice.review", "due: ¦5 个工作日"),
    .init("pack.deadline.practice_type", main, "due: practice.review", "due: ¦practice.experts"),
    .init(
      "pack.deadline.measure", main, "due: { cites: \"3\", period: 10 日 }", "due: ¦{ cites: \"3\" }"
    ),
    .init(
      "pack.deadline.anchor", side, "date: \"date(input.year + 1, 3, 31)\"",
      "date: \"date(input.year + 1, 3, 31)\", anchor: ¦on"),
    .init(
      "pack.action.return_without_defects", main,
      "  return_for_correction:\n        label: { zh: 退回, en: Return }\n        to: applying\n        cites: \"3\"\n        needs: [defects]",
      "  ¦return_for_correction:\n        label: { zh: 退回, en: Return }\n        to: applying\n        cites: \"3\"\n        needs: [reason]"
    ),
    .init(
      "pack.action.moves_itself", main, "returns: true",
      "returns: true\n        moves_main_to: ¦roster"),
    .init(
      "pack.action.moment_without_conditions", main, "passes: [application]", "passes: ¦[change]",
      ("moment", "change")),
    .init(
      "pack.action.opens_main", side, "moves_main_to: declined",
      "moves_main_to: declined\n        opens: [ { procedure: ¦establishment } ]"),
    .init(
      "pack.action.opening_input_missing", main,
      "{ procedure: report, inputs: { year: \"year(on)\" } }", "¦{ procedure: report }",
      ("input", "year")),
    .init(
      "pack.fact.row", side, "\"reports[{year}].received_on\"", "¦\"reports[last].received_on\""),
    .init(
      "pack.fact.row_type", side, "needs: [reason]\n        moves_main_to: declined",
      "needs: [reason]\n        sets: { ¦\"reports[{reason}].received_on\": on }\n        moves_main_to: declined"
    ),
    .init(
      "pack.type.options_missing", "pack.yaml", "type: text }\n  defects",
      "type: ¦choice }\n  defects"),
    .init(
      "pack.type.options_unused", "pack.yaml", "type: text }\n  defects",
      "type: text, options: ¦{ a: { zh: 甲, en: A } } }\n  defects"),
    .init(
      "pack.value.type", "practice.yaml", "suggested: 7 人", "suggested: ¦7 家",
      ("type", "count person")),
    .init(
      "pack.value.type", "pack.yaml", "{ host.kind: enterprise }", "{ host.kind: ¦enterprize }",
      ("suggestion", "enterprise")),
    .init(
      "pack.practice.first_day", "practice.yaml", "suggested: 7 人",
      "suggested: 7 人\n    first_day: ¦true"),
    .init("pack.question.prefix", "pack.yaml", "reached: [deciding]", "same_prefix: { name: ¦0 }"),
    .init("pack.citation.several", "pack.yaml", "cites: \"3\", moment", "cites: ¦\"3, 4\", moment"),
  ]

  @Test("YAML that cannot be right", arguments: yaml)
  func noYAML(fault: Fault) throws { try check(fault) }

  @Test("Names that nothing declares", arguments: names)
  func unknownName(fault: Fault) throws { try check(fault) }

  @Test("What does not fit together", arguments: sense)
  func noSense(fault: Fault) throws { try check(fault) }

  private func check(_ fault: Fault) throws {
    let before = try #require(SmallPack.files[fault.file])
    try #require(before.contains(fault.old), "nothing to replace")
    let after = before.replacing(fault.old, with: fault.new, maxReplacements: 1)
    let marked = after.contains("¦") ? try Marked(after) : nil
    let sources = SmallPack.files.map { path, text in
      SourceFile(
        path: "small/\(path)", text: path == fault.file ? marked?.text ?? after : text)
    }
    do {
      _ = try PackLoader.load(sources, vocabulary: SmallPack.loadedVocabulary())
      Issue.record("\(fault.code) was expected")
    } catch let problems as Problems {
      let found = try #require(
        problems.list.first { $0.code == fault.code }, "\(problems.list.map(\.code))")
      if let marked {
        #expect(found.place.file == "small/\(fault.file)")
        #expect(found.place.line == marked.line)
        #expect(found.place.column == marked.column)
      }
      if let (name, value) = fault.argument { #expect(found.arguments[name] == value) }
    }
  }
}
