import Quantities
import RulePacks
import Testing

/// A small vocabulary of the kind that the Qingdao pack needs, and short ways to ask.
enum ExpressionFixture {
  static func label(_ zh: String) -> Bilingual { Bilingual(zh: zh, en: zh) }

  static func field(
    _ name: String, _ type: ValueType, _ options: [String: Bilingual] = [:]
  ) -> Vocabulary.Field {
    Vocabulary.Field(name: name, type: type, label: label(name), options: options)
  }

  static let kinds = ["enterprise", "university", "institute"]
  static let kindLabels = [
    "enterprise": Bilingual(zh: "企业", en: "Enterprise"),
    "university": Bilingual(zh: "高校", en: "University"),
    "institute": Bilingual(zh: "科研院所", en: "Institute"),
  ]

  static let vocabulary = Vocabulary(groups: [
    Vocabulary.Group(
      name: "", label: label("中心"), shape: .record,
      fields: [
        field("name", .text), field("applied_on", .date),
        field("route", .choice(["recommended", "directed"])),
      ]),
    Vocabulary.Group(
      name: "host", label: label("依托单位"), shape: .record,
      fields: [
        field("name", .text),
        field("kind", .choice(kinds), kindLabels),
        field("treated_as", .choice(kinds)), field("founded_on", .date),
        field("registered_in_city", .boolean), field("legal_person", .boolean),
      ]),
    Vocabulary.Group(
      name: "finance", label: label("财务"), shape: .table(key: "year"),
      fields: [
        field("year", .year), field("rd", .money), field("main_revenue", .money),
      ]),
    Vocabulary.Group(
      name: "premises", label: label("场所"), shape: .record,
      fields: [field("area", .area), field("equipment", .money)]),
    Vocabulary.Group(
      name: "research", label: label("科研"), shape: .record,
      fields: [field("cases", .count(.instance)), field("transfers_3y", .count(.item))]),
    Vocabulary.Group(
      name: "staff", label: label("人员"), shape: .record,
      fields: [field("fixed", .count(.person)), field("qualified", .count(.person))]),
    Vocabulary.Group(
      name: "staff.people", label: label("名册"), shape: .list,
      fields: [
        field("days", .count(.day)), field("full_time", .boolean),
        field("degree", .choice(["bachelor", "master", "doctor", "other"])),
      ]),
    Vocabulary.Group(
      name: "partners", label: label("共建单位"), shape: .list,
      fields: [
        field("name", .text), field("kind", .choice(kinds), kindLabels), field("in_city", .boolean),
      ]),
    Vocabulary.Group(
      name: "shares", label: label("占比"), shape: .record,
      fields: [field("staff", .ratio), field("projects", .ratio)]),
    Vocabulary.Group(
      name: "committee", label: label("专家委员会"), shape: .record,
      fields: [field("term_from", .date), field("term_years", .count(.year))]),
    Vocabulary.Group(
      name: "reports", label: label("年度报告"), shape: .table(key: "year"),
      fields: [
        field("year", .year), field("received_on", .date),
        field("result", .choice(["accepted", "returned"])),
      ]),
  ])

  static let environment = ParsingEnvironment(
    inputs: ["year": .year, "score": .count(.plain), "result": .choice(["accepted", "returned"])],
    practice: [
      "ratio_year": .choice(["each", "latest", "average"]), "publicity": .period,
      "experts": .count(.person),
    ],
    questions: ["same_class"], allowsPasses: true)

  static func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(parsing: text))
  }

  static func parse(_ source: String, as type: ValueType? = nil) throws -> Expression {
    try ExpressionParser.parse(
      source, vocabulary: vocabulary, environment: environment.expecting(type),
      at: Problem.Place(file: "p.yaml", line: 10, column: 5))
  }

  /// The problems of a text that must not be read.
  static func problems(_ source: String, as type: ValueType? = nil) -> [Problem] {
    do {
      _ = try parse(source, as: type)
      return []
    } catch let problems as Problems {
      return problems.list
    } catch {
      return []
    }
  }

  /// Facts from what a person would write.
  static func facts(_ written: [String: String]) throws -> Facts {
    var facts: Facts = [:]
    for (path, text) in written {
      facts[try vocabulary.canonicalPath(path).get()] = try vocabulary.parse(text, for: path).get()
    }
    return facts
  }

  static func scope(_ written: [String: String] = [:]) throws -> Scope {
    Scope(
      facts: FactSheet(try facts(written)), inputs: ["year": .count(2025, .year)],
      practice: ["ratio_year": .choice("each")], others: ["same_class": 1],
      on: try day("2026-03-02"), today: try day("2026-04-13"), passing: [.application: true])
  }

  /// The outcome, both ways; they must agree.
  static func outcome(_ source: String, _ written: [String: String] = [:]) throws -> Outcome {
    let expression = try parse(source)
    let scope = try scope(written)
    let outcome = expression.evaluate(in: scope)
    #expect(expression.explain(in: scope).outcome == outcome, "\(source)")
    return outcome
  }

  static func explanation(
    _ source: String, _ written: [String: String] = [:]
  ) throws -> Explanation {
    try parse(source).explain(in: scope(written))
  }
}

extension Outcome {
  static let yes = Outcome.value(.boolean(true))
  static let no = Outcome.value(.boolean(false))
  static func count(_ number: Int64, _ unit: CountUnit = .plain) -> Outcome {
    .value(.count(number, unit))
  }
  /// So many 万元.
  static func wan(_ number: Int64) -> Outcome { .value(.money(Money(fen: number * 1_000_000))) }
}
