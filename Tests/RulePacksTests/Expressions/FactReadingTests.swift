import Quantities
import RulePacks
import Testing

@Suite("Facts as people write them")
struct FactReadingTests {
  private let vocabulary = ExpressionFixture.vocabulary

  private func problem(_ text: String, for path: String) throws -> Problem {
    guard case .failure(let problem) = vocabulary.parse(text, for: path) else {
      Issue.record("\(path) took \(text)")
      throw Problem("none")
    }
    return problem
  }

  @Test(
    "There is one way to write a path, and others are understood",
    arguments: [
      ("finance.2024.rd", "finance[2024].rd"), ("finance[2024].rd", "finance[2024].rd"),
      ("partners.0.name", "partners[0].name"), ("staff.people.3.days", "staff.people[3].days"),
      ("staff.people[3].days", "staff.people[3].days"), ("host.kind", "host.kind"),
      ("name", "name"), ("partners", "partners"), ("finance.2023", "finance[2023]"),
      (" host.name ", "host.name"), ("ｆinance［２０２４］．rd", "finance[2024].rd"),
    ])
  func paths(written: String, canonical: String) throws {
    #expect(try vocabulary.canonicalPath(written).get() == canonical)
  }

  @Test(
    "A path that leads nowhere gets the nearest name",
    arguments: [
      ("host.knd", "fact.unknown", "host.kind"),
      ("finance[2024].rdd", "fact.unknown", "finance.rd"),
      ("finanse.2024.rd", "fact.unknown", "finance.rd"), ("finance.rd", "fact.row_missing", nil),
      ("finance[24].rd", "fact.row_unknown", nil), ("", "fact.unknown", nil),
      ("partners[x].name", "fact.unknown", nil), ("host", "fact.unknown", nil),
    ])
  func unknownPaths(written: String, code: String, suggestion: String?) {
    guard case .failure(let problem) = vocabulary.canonicalPath(written) else {
      Issue.record("\(written) was taken")
      return
    }
    #expect(problem.code == code)
    if let suggestion { #expect(problem.arguments["suggestion"] == suggestion) }
  }

  @Test(
    "Values of every type",
    arguments: [
      ("finance[2024].rd", "700 万元", FactValue.value(.money(Money(fen: 700_000_000)))),
      ("premises.area", "1,200 ㎡", .value(.area(Area(hundredths: 120_000)))),
      ("staff.fixed", "34", .value(.count(34, .person))),
      ("staff.fixed", "３４ 人", .value(.count(34, .person))),
      ("host.kind", "企业", .value(.choice("enterprise"))),
      ("host.kind", "Enterprise", .value(.choice("enterprise"))),
      ("host.kind", "enterprise", .value(.choice("enterprise"))),
      ("host.legal_person", "是", .value(.boolean(true))),
      ("host.legal_person", "absent", .absent), ("premises.area", "不存在", .absent),
      ("finance[2023]", "absent", .absent), ("partners", "absent", .absent),
      ("finance[2023].year", "2023 年", .value(.count(2023, .year))),
    ])
  func values(path: String, text: String, value: FactValue) throws {
    #expect(try vocabulary.parse(text, for: path).get() == value)
  }

  @Test("Percentages are ratios")
  func ratios() throws {
    let share = try #require(Ratio(7, over: 10))
    for text in ["70%", "0.7", "7/10", "７０％"] {
      #expect(try vocabulary.parse(text, for: "shares.staff").get() == .value(.ratio(share)))
    }
  }

  @Test(
    "What is not taken, with the code",
    arguments: [
      ("finance[2024].rd", "700", "fact.unit_missing"),
      ("premises.area", "900", "fact.unit_missing"),
      ("shares.staff", "70", "fact.unit_missing"), ("finance[2024].rd", "-1 元", "fact.negative"),
      ("staff.fixed", "-3", "fact.negative"), ("shares.staff", "-5%", "fact.negative"),
      ("staff.fixed", "12.5", "fact.form"), ("staff.fixed", "12 项", "fact.form"),
      ("finance[2024].rd", "700 平方米", "fact.form"), ("host.kind", "公司", "fact.option"),
      ("applied_on", "2025-02-29", "fact.form"), ("host.legal_person", "也许", "fact.form"),
      ("staff.fixed", " ", "fact.empty"), ("finance[2024].year", "2023", "fact.row_unlike"),
      ("partners", "3", "fact.form"),
    ])
  func refusals(path: String, text: String, code: String) throws {
    let problem = try problem(text, for: path)
    #expect(problem.code == code)
    #expect(problem.place.field == path)
    #expect(problem.arguments["expected"] != nil)
  }

  @Test("An option that does not exist names those that do")
  func options() throws {
    let problem = try problem("enterprize", for: "host.kind")
    #expect(problem.arguments["expected"] == "enterprise, university, institute")
    #expect(problem.arguments["suggestion"] == "enterprise")
  }

  @Test("Rows are found by key whatever order they came in")
  func sheet() {
    let sheet = FactSheet([
      "finance[2025].rd": .absent, "finance[2023].rd": .value(.money(Money(fen: 1))),
      "finance[2024]": .absent, "odd[": .absent, "odd[1]x": .absent, "odd[a].b": .absent,
    ])
    #expect(sheet.rows(of: "finance")?.map(\.key) == [2023, 2024, 2025])
    #expect(sheet.row(2024, of: "finance")?["rd"] == .absent)
    #expect(sheet.row(2022, of: "finance") == nil)
    #expect(sheet.rows(of: "odd") == nil)
  }

  @Test(
    "A credit code is put into its normal form, and one that is none is refused where it stands",
    arguments: [
      ("91370211MA0000A27G", "91370211MA0000A27G", nil),
      (" ９１３７０２１１ma0000a27g ", "91370211MA0000A27G", nil),
      ("91370211MA0000A270", nil, "fact.credit_code.check"),
      ("9.1370211E+17", nil, "fact.credit_code.spreadsheet"),
      ("91370211MA0000A27", nil, "fact.credit_code.length"),
      ("91370211MA0000I27G", nil, "fact.credit_code.letter"),
    ] as [(String, String?, String?)])
  func creditCodes(written: String, kept: String?, code: String?) throws {
    let vocabulary = Vocabulary(groups: [
      .init(
        name: "host", label: ExpressionFixture.label("host"), shape: .record,
        fields: [
          .init(
            name: "code", type: .text, format: .creditCode, label: ExpressionFixture.label("code"))
        ])
    ])
    switch vocabulary.parse(written, for: "host.code") {
    case .success(let value): #expect(value == kept.map { .value(.text($0)) })
    case .failure(let problem): #expect(problem.code == code)
    }
  }
}
