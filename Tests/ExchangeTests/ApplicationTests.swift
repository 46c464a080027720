import Casework
import Exchange
import Fixtures
import Foundation
import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("Application files")
struct ApplicationTests {
  static let whole = """
    pack: qingdao-2024
    name: 青岛市海洋传感技术创新中心
    applied_on: 2026-03-02
    department: qd-laoshan
    host: { name: 深蓝传感（虚构）有限公司, kind: enterprise, credit_code: 91370211MA0000A27G }
    finance:
      - { year: 2023, rd: 700 万元, main_revenue: 1.6 亿元 }
      - { year: 2024, rd: 705 万元, main_revenue: 1.7 亿元 }
    partners: []

    """

  @Test("A file of DESIGN's form is read into facts and documents")
  func wholeFile() throws {
    let file = try Regulation.read(
      Repository.file("data/samples/qingdao-enterprise.yaml").bytes, as: "qingdao-enterprise.yaml")
    #expect(file.errors == [])
    let arriving = try #require(file.arriving.first)
    #expect(arriving.pack == "qingdao-2024")
    #expect(arriving.name == "青岛市海洋传感技术创新中心")
    guard case .application(let application) = arriving.content else {
      Issue.record("no application")
      return
    }
    let facts = application.facts
    #expect(facts["finance[2023].rd"] == .value(.money(Money(fen: 660_000_000))))
    #expect(facts["finance[2024].main_revenue"] == .value(.money(Money(fen: 17_400_000_000))))
    #expect(facts["staff.fixed"] == .value(.count(34, .person)))
    #expect(facts["shares.conditions"] == Ratio(7, over: 10).map { .value(.ratio($0)) })
    #expect(facts["premises.area"] == .value(.area(Area(hundredths: 126_000))))
    #expect(facts["partners[0].credit_code"] == .value(.text("123702000000000191")))
    #expect(facts["industry"] == .value(.text("4028")))
    #expect(facts["finance[2023].year"] == nil)
    #expect(application.materials.count == 8)
    #expect(
      application.materials.first
        == Material(
          kind: "application_form", title: "申报书.pdf", year: 2026, isSealed: true,
          received: Regulation.day(2026, 3, 2)))
  }

  @Test(
    "Every sample that ships is read without an error",
    arguments: ["qingdao-enterprise", "qingdao-university", "qingdao-institution"])
  func samples(name: String) throws {
    let path = "data/samples/\(name).yaml"
    let file = try Regulation.read(Repository.file(path).bytes, as: path)
    #expect(file.errors == [])
    #expect(file.arriving.count == 1)
  }

  @Test("Several documents in one file are several applications, with the places of the file")
  func documents() throws {
    let text =
      Self.whole + "---\n" + Self.whole.replacing("海洋传感", with: "船舶动力")
      + "---\nname: 青岛市某技术创新中心\nhots: {}\n"
    let file = try Regulation.read(text)
    #expect(file.arriving.count == 2)
    let unknown = try #require(file.problems("import.key.unknown").first)
    #expect(unknown.place.line == 22)
    #expect(unknown.place.column == 1)
    #expect(unknown.arguments["suggestion"] == "host")
  }

  @Test("A list that is there and empty is known to be empty")
  func emptyList() throws {
    #expect(try Regulation.read(Self.whole).facts.first?["partners"] == .absent)
  }

  @Test("Everything that is wrong with an application is said at once, each at its place")
  func everythingAtOnce() throws {
    let file = try Regulation.read(
      """
      name: 青岛市海洋传感技术创新中心
      applied_on: 2026-13-02
      department: qd-laoshna
      host: { name: 某公司（虚构）, kind: factory, credit_code: 91370211MA0000A27H }
      finance:
        - { year: 2023, rd: -700 万元 }
        - { year: 2023, rd: 700 }
        - { year: 2024, rd: 700 }
      premises: { area: 1200 万元 }
      sttaff: { fixed: 34 }
      """)
    #expect(file.arriving.isEmpty)
    let found = file.problems.filter { $0.severity == .error }.map {
      "\($0.code) \($0.place.line ?? 0):\($0.place.column ?? 0) \($0.place.field ?? "")"
    }
    #expect(
      found == [
        "import.fact.form 2:13 applied_on",
        "import.department.unknown 3:13 department",
        "import.fact.option 4:30 host.kind",
        "import.fact.credit_code.check 4:52 host.credit_code",
        "import.fact.negative 6:23 finance[2023].rd",
        "import.row.duplicate 7:13 finance[2023]",
        "import.fact.unit_missing 8:23 finance[2024].rd",
        "import.fact.form 9:19 premises.area",
        "import.key.unknown 10:1 sttaff",
      ])
    #expect(
      file.problems("import.department.unknown").first?.arguments["suggestion"] == "qd-laoshan")
    #expect(file.problems("import.fact.credit_code.check").first?.arguments["expected"] == "G")
  }

  @Test("A missing fact is a warning that names the conditions and articles that need it")
  func missingFacts() throws {
    let file = try Regulation.read(Self.whole)
    #expect(file.errors == [])
    let missing = try #require(
      file.problems("import.fact.missing").first { $0.place.field == "premises.equipment" })
    #expect(missing.severity == .warning)
    #expect(missing.arguments["cites"] == "8.5")
    #expect(file.problems("import.fact.missing").contains { $0.place.field == "finance[2025].rd" })
    #expect(
      file.problems("import.material.missing").contains {
        $0.arguments["kind"] == "application_form"
      })
  }

  @Test("A code that a spreadsheet ruined is called so, wherever it stands")
  func ruinedCodes() throws {
    for code in ["9.137E+17", "123702000000000000"] {
      let file = try Regulation.read(
        Self.whole.replacing("91370211MA0000A27G", with: "\"\(code)\""))
      #expect(file.errors == ["import.fact.credit_code.spreadsheet"])
    }
    let phone = try Regulation.read(Self.whole + "contact: { phone: 1.39E+10 }\n")
    #expect(phone.errors == ["import.spreadsheet.number"])
  }

  @Test("A host whose code is of another class, or of another city, is a warning")
  func hostAndCode() throws {
    let kind = try Regulation.read(
      Self.whole.replacing("kind: enterprise", with: "kind: university"))
    #expect(kind.problems("import.credit_code.kind").map(\.severity) == [.warning])
    let city = try Regulation.read(
      Self.whole.replacing("91370211MA0000A27G", with: "91371502MA0000B15R"))
    #expect(city.problems("import.credit_code.authority").map(\.severity) == [.warning])
    #expect(city.errors == [])
  }

  @Test("A name that is not of the form of article 22, and a day to come, are warnings")
  func namesAndDays() throws {
    let file = try Regulation.read(
      Self.whole.replacing("青岛市海洋传感技术创新中心", with: "海洋传感创新中心")
        .replacing("2026-03-02", with: "2026-05-02"))
    #expect(file.errors == [])
    #expect(file.problems("import.name.form").first?.arguments["cites"] == "22")
    #expect(file.problems("import.date.future").first?.place.field == "applied_on")
  }

  @Test("An unknown pack is an error that names those there are")
  func unknownPack() throws {
    let file = try Regulation.read(Self.whole.replacing("qingdao-2024", with: "qingdao-2042"))
    #expect(file.errors == ["import.pack.unknown"])
    #expect(file.problems.first?.arguments["suggestion"] == "qingdao-2024")
  }

  @Test("A department may be called by its name")
  func departmentByName() throws {
    for name in ["崂山区科技局", "崂山区"] {
      let file = try Regulation.read(Self.whole.replacing("qd-laoshan", with: name))
      #expect(file.facts.first?["department"] == .value(.text("qd-laoshan")))
    }
  }

  @Test("An application goes into the only open batch whose window has its date")
  func batches() throws {
    let open = Campaign(
      id: "2026-1", title: Bilingual(zh: "2026年第一批", en: "First batch of 2026"),
      pack: "qingdao-2024", procedure: "establishment", year: 2026, number: 1,
      from: Regulation.day(2026, 2, 1), to: Regulation.day(2026, 3, 31),
      quotas: ["qd-laoshan": 3], isClosed: false)
    let facts = try #require(
      try Regulation.read(Self.whole, campaigns: [open]).facts.first)
    #expect(facts["batch.id"] == .value(.text("2026-1")))
    #expect(facts["batch.window_to"] == .value(.date(Regulation.day(2026, 3, 31))))
    #expect(facts["batch.quota"] == .value(.count(3, .plain)))
    let late = try Regulation.read(
      Self.whole.replacing("2026-03-02", with: "2026-04-02"), campaigns: [open])
    #expect(late.problems("import.batch.none").map(\.severity) == [.warning])
    #expect(late.facts.first?["batch.id"] == nil)
    let named = try Regulation.read(Self.whole + "batch: 2026-9\n", campaigns: [open])
    #expect(named.errors == ["import.batch.unknown"])
  }

  @Test("The same application has the same fingerprint, in whatever form it comes")
  func fingerprints() throws {
    let one = try Regulation.read(Self.whole)
    let other = try Regulation.read(
      """
      {"name": "青岛市海洋传感技术创新中心", "pack": "qingdao-2024", "department": "崂山区科技局",
       "finance": {"2024": {"rd": "705万元", "main_revenue": "17000 万元"},
                   "2023": {"main_revenue": "16,000 万元", "rd": "7,000,000 元"}},
       "partners": [], "applied_on": "2026年3月2日",
       "host": {"credit_code": "91370211ma0000a27g", "kind": "企业",
                "name": "深蓝传感（虚构）有限公司"}}
      """, as: "in.json")
    #expect(other.errors == [])
    #expect(one.arriving.first?.fingerprint == other.arriving.first?.fingerprint)
    let third = try Regulation.read(Self.whole.replacing("705 万元", with: "706 万元"))
    #expect(one.arriving.first?.fingerprint != third.arriving.first?.fingerprint)
  }
}
