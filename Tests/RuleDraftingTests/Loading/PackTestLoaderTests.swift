import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("Reading the tests of a pack")
struct PackTestLoaderTests {
  static let base = """
    applied_on: 2026-03-02
    host: { kind: enterprise }
    finance:
      - { year: 2024, rd: 700 万元 }
      - { year: 2025, rd: 800 万元 }
    premises: { area: 1200 平方米 }
    partners:
      - { name: 甲, in_city: true }
    reports: []
    """

  static let tests = """
    tests:
      - name: The moment of the application
        cites: "2.1"
        trap: T1
        on: 2026-03-02
        base: enterprise.yaml
        facts: { "finance[2025].rd": 900 万元, "finance[2024]": absent, premises.area: unknown }
        practice: { review: { value: 7 个工作日, first_day: false }, experts: 9 人 }
        others: { same_host: 1 }
        inputs: { result: good }
        expect:
          findings: { rd-total: unknown, area: not_met }
          grounds: { no-reports: unknown }
          guards: { "establishment.deciding.approve.is-good": true }
          deadline: { procedure: report, stage: writing, entered: 2026-02-09, due: 2027-03-31 }
      - name: A walk
        cites: ["3"]
        on: 2026-03-02
        today: 2026-04-01
        at: { stage: roster, entered: 2026-01-01 }
        path:
          - { open: report, by: officer, on: 2026-03-02, inputs: { year: 2025 }, to: writing, proceeding: report-2025 }
          - { act: receive, proceeding: report-2025, by: clerk, to: received, main: roster, facts: { "reports[2025].received_on": 2026-03-02 } }
          - { judge: ability, answer: false, by: officer, as: 甲, reason: 不足 }
          - { waive: rd-total, step: request, by: clerk, reason: 新, basis: 文件, refused: waiver.not_allowed }
          - { depart: area, by: clerk, reason: 小 }
    """

  private func load(_ tests: String) throws(Problems) -> [PackTest] {
    let pack: RulePack
    let vocabulary: Vocabulary
    do {
      pack = try SmallPack.load().pack
      vocabulary = try SmallPack.loadedVocabulary()
    } catch {
      Issue.record(error)
      throw Problems([])
    }
    return try PackTestLoader.load(
      [
        SourceFile(path: "small/tests/enterprise.yaml", text: Self.base),
        SourceFile(path: "small/tests/one.yaml", text: tests),
        SourceFile(path: "small/pack.yaml", text: "not: read\n"),
      ], pack: pack, vocabulary: vocabulary)
  }

  @Test("Facts of the test stand over those of the base; absent and unknown are two things")
  func facts() throws {
    let test = try #require(try load(Self.tests).first)
    #expect(test.facts["finance[2025].rd"] == .value(.money(Money(fen: 900_000_000))))
    #expect(test.facts["finance[2024]"] == .absent)
    #expect(test.facts["finance[2025].year"] == .value(.count(2025, .year)))
    #expect(test.facts["premises.area"] == nil)
    #expect(test.facts["host.kind"] == .value(.choice("enterprise")))
    #expect(test.facts["partners[0].in_city"] == .value(.boolean(true)))
    #expect(test.facts["reports"] == .absent)
  }

  @Test("Expectations are typed")
  func expectations() throws {
    let test = try #require(try load(Self.tests).first)
    #expect(test.trap == "T1")
    #expect(test.today == test.on)
    #expect(test.expected.moment == .application)
    #expect(test.expected.findings == ["rd-total": "unknown", "area": "not_met"])
    #expect(test.expected.grounds == ["no-reports": nil])
    #expect(test.expected.guards == ["establishment.deciding.approve.is-good": true])
    #expect(test.expected.deadline?.due == CalendarDate(year: 2027, month: 3, day: 31))
    #expect(test.practice["review"]?.countsFirstDay == false)
    #expect(test.practice["experts"]?.value == .count(9, .person))
    #expect(test.others == ["same_host": 1])
    #expect(test.inputs == ["result": .choice("good")])
  }

  @Test("A walk says what is done, by whom, and where it leads")
  func path() throws {
    let walk = try #require(try load(Self.tests).last)
    #expect(walk.standing?.stage == "roster")
    #expect(walk.today == CalendarDate(year: 2026, month: 4, day: 1))
    #expect(
      walk.path.map(\.deed) == [
        .open("report"), .act("receive"), .judge("ability", false), .waive("rd-total", .request),
        .depart("area"),
      ])
    #expect(walk.path[0].inputs == ["year": .count(2025, .year)])
    #expect(walk.path[1].main == "roster")
    #expect(walk.path[1].facts.keys.sorted() == ["reports[2025].received_on"])
    #expect(walk.path[2].person == "甲")
    #expect(walk.path[3].refused == "waiver.not_allowed")
    #expect(walk.path[4].on == nil)
  }

  @Test(
    "What is wrong with a test, to the column",
    arguments: [
      ("pack.unknown.condition", "rd-total: unknown", "¦rd-totals: unknown"),
      ("pack.unknown.ground", "no-reports: unknown", "¦no-report: unknown"),
      (
        "pack.unknown.guard", "\"establishment.deciding.approve.is-good\"",
        "¦\"establishment.deciding.approve.good\""
      ),
      ("pack.unknown.stage", "stage: writing", "stage: ¦write"),
      ("pack.unknown.procedure", "procedure: report", "procedure: ¦reports"),
      ("pack.unknown.action", "act: receive", "act: ¦recieve"),
      ("pack.unknown.base", "base: enterprise.yaml", "base: ¦enterprises.yaml"),
      ("pack.unknown.practice", "experts: 9 人", "¦expert: 9 人"),
      ("pack.unknown.question", "same_host: 1", "¦same: 1"),
      ("pack.unknown.input", "inputs: { result: good }", "inputs: { ¦results: good }"),
      ("pack.unknown.citation", "cites: \"2.1\"", "cites: ¦\"2.9\""),
      ("pack.value.type", "900 万元", "¦900"),
      ("pack.value.type", "experts: 9 人", "experts: ¦9 家"),
      ("facts.unknown", "premises.area: unknown", "¦premises.aria: unknown"),
      ("pack.yaml.wrong_value", "area: not_met", "area: ¦notmet"),
      ("pack.yaml.wrong_value", "by: officer, on", "by: ¦officier, on"),
      ("pack.test.step", "{ depart: area, by: clerk", "¦{ by: clerk"),
      ("pack.yaml.missing_key", "{ judge: ability, answer: false", "¦{ judge: ability"),
    ])
  func faults(code: String, old: String, new: String) throws {
    try #require(Self.tests.contains(old), "nothing to replace")
    let marked = try Marked(Self.tests.replacing(old, with: new, maxReplacements: 1))
    do {
      _ = try load(marked.text)
      Issue.record("\(code) was expected")
    } catch {
      let found = try #require(error.list.first { $0.code == code }, "\(error.list)")
      #expect(marked.matches(found), "\(found.place)")
    }
  }

  @Test("Two rows of one year are one too many")
  func rows() throws {
    var yaml = YAMLReader(prefix: "import.yaml")
    var reader = FactsReader(vocabulary: try SmallPack.loadedVocabulary())
    let text = "pack: x\nfinance:\n  - { year: 2024, rd: 1 元 }\n  - { year: 2024, rd: 2 元 }\n"
    let document = yaml.document(SourceFile(path: "f.yaml", text: text))
    let root = try #require(document)
    reader.read(root, ignoring: ["pack"], &yaml)
    #expect(yaml.problems.map(\.code) == ["facts.row.duplicate"])
    #expect(yaml.problems.first?.place.line == 4)
    #expect(yaml.problems.first?.place.field == "finance[1].year")
  }
}
