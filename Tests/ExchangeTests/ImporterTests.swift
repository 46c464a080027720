import CaseStore
import Casework
import Exchange
import Foundation
import Quantities
import RulePacks
import Testing

@Suite("Importing into a store")
struct ImporterTests {
  private func application(_ name: String, code: String = "91370211MA0000A27G") -> String {
    ApplicationTests.whole.replacing("海洋传感", with: name)
      .replacing("91370211MA0000A27G", with: code)
  }

  @Test("An application becomes a case at the start of the main procedure, with a number")
  func imported() throws {
    let office = try Office()
    let report = try office.run([office.file("a.yaml", application("海洋传感"))])
    #expect(!report.hasErrors)
    let case1 = try #require(report.imported.first)
    #expect(case1.stage == "applying")
    #expect(case1.name == "青岛市海洋传感技术创新中心")
    let state = try office.store.state(of: .text(case1.number))
    #expect(state.text("host.credit_code") == "91370211MA0000A27G")
  }

  @Test("A file with an error imports nothing of itself; the other files come in")
  func oneFileATransaction() throws {
    let office = try Office()
    let bad = application("甲") + "---\n" + application("乙", code: "91370211MA0000A27H")
    let report = try office.run([
      office.file("bad.yaml", bad), office.path("none.yaml"),
      office.file("good.yaml", application("丙")),
    ])
    #expect(report.imported.map(\.name) == ["青岛市丙技术创新中心"])
    let errors = report.problems.filter { $0.severity == .error }
    #expect(errors.map(\.code) == ["import.fact.credit_code.check", "import.file.missing"])
    #expect(errors.first?.place.line == 15)
  }

  @Test("Many lines come in in the order of the file, whichever core read them")
  func manyLines() throws {
    let office = try Office()
    let direction = String(repeating: "声学与光学传感", count: 30)
    var lines = (0..<400).map { number in
      """
      {"pack": "qingdao-2024", "name": "青岛市第\(number)技术创新中心", "department": "qd-laoshan", \
      "direction": "\(direction)"}
      """
    }
    lines[299] = #"{"pack": "qingdao-2024", "name": }"#
    let bad = try office.run([office.file("bad.jsonl", lines.joined(separator: "\n"))])
    #expect(bad.imported.isEmpty)
    let errors = bad.problems.filter { $0.severity == .error }
    #expect(errors.map(\.code) == ["import.json.value_expected"])
    #expect(errors.map(\.place.line) == [300])
    lines[299] = lines[298].replacing("第298", with: "第299")
    let good = try office.run([office.file("good.jsonl", lines.joined(separator: "\n"))])
    #expect(!good.hasErrors)
    #expect(good.imported.map(\.name) == (0..<400).map { "青岛市第\($0)技术创新中心" })
    #expect(good.imported.prefix(2).map(\.number) == ["QD-2026-001", "QD-2026-002"])
    #expect(good.imported.last?.number == "QD-2026-400")
    #expect(try office.store.verify().isSound)
  }

  @Test("A second import of the same application is refused, and names the case")
  func duplicates() throws {
    let office = try Office()
    let path = try office.file("a.yaml", application("海洋传感"))
    let first = try office.run([path])
    let number = try #require(first.imported.first?.number)
    let second = try office.run([
      path, office.file("b.yaml", application("海洋传感") + "---\n" + application("新材料")),
    ])
    #expect(second.imported.isEmpty)
    let duplicates = second.problems.filter { $0.code == "import.duplicate" }
    #expect(duplicates.map { $0.arguments["case"] } == [number])
    #expect(second.problems.contains { $0.code == "import.duplicate_in_files" })
    let skipping = try office.run([
      office.file("c.yaml", application("海洋传感") + "---\n" + application("新材料"))
    ]) { $0.skipsKnown = true }
    #expect(skipping.imported.map(\.name) == ["青岛市新材料技术创新中心"])
    #expect(!skipping.hasErrors)
  }

  @Test("The same host and name, or a host with a case under way, is a warning")
  func nearDuplicates() throws {
    let office = try Office()
    _ = try office.run([office.file("a.yaml", application("海洋传感"))])
    let changed = application("海洋传感").replacing("705 万元", with: "706 万元")
    let report = try office.run(
      [office.file("b.yaml", changed + "---\n" + application("新材料"))])
    #expect(report.imported.count == 2)
    let warnings = report.problems.filter {
      $0.code.hasPrefix("import.like") || $0.code == "import.host_has_case"
    }
    #expect(warnings.map(\.code) == ["import.like", "import.host_has_case"])
    #expect(
      warnings.allSatisfy { $0.severity == .warning && $0.arguments["case"] == "QD-2026-001" })
  }

  @Test("A dry run says what would come in, and records nothing")
  func dryRun() throws {
    let office = try Office()
    let path = try office.file("a.yaml", application("海洋传感"))
    let head = try office.store.checkpoint()
    let dry = try office.run([path, path]) { $0.isDryRun = true }
    #expect(dry.isDryRun)
    #expect(dry.imported.count == 1)
    #expect(dry.problems.contains { $0.code == "import.duplicate_in_files" })
    #expect(try office.store.checkpoint() == head)
  }

  @Test("Whoever may not receive applications is refused, and nothing is recorded")
  func roles() throws {
    let office = try Office()
    let head = try office.store.checkpoint()
    let report = try office.run(
      [office.file("a.yaml", application("海洋传感"))], by: "audit")
    #expect(report.imported.isEmpty)
    #expect(report.refusals.map(\.kind) == [.role])
    #expect(report.problems.contains { $0.code == "import.refused" && $0.severity == .error })
    #expect(try office.store.checkpoint() == head)
  }

  @Test("An open campaign of the office gives its batch to the applications of its window")
  func campaigns() throws {
    let open = Campaign(
      id: "2026-1", title: Bilingual(zh: "第一批", en: "First"), pack: "qingdao-2024",
      procedure: "establishment", year: 2026, number: 1, from: Regulation.day(2026, 2, 1),
      to: Regulation.day(2026, 3, 31), quotas: ["qd-laoshan": 2], isClosed: false)
    let office = try Office(campaigns: [open])
    let report = try office.run([office.file("a.yaml", application("海洋传感"))])
    let number = try #require(report.imported.first?.number)
    let state = try office.store.state(of: .text(number))
    #expect(state.text("batch.id") == "2026-1")
    #expect(state.facts["batch.quota"] == .value(.count(2, .plain)))
  }

  @Test("A roster makes centres stand where they stand, with no decision before")
  func roster() throws {
    let office = try Office()
    let path = try office.file(
      "roster.csv",
      """
      中心名称,依托单位名称,统一社会信用代码,主管部门,批准日期,批准文号,环节\r
      青岛市海洋传感技术创新中心,深蓝传感（虚构）有限公司,91370211MA0000A27G,崂山区科技局,2025-04-15,青科字〔2025〕9号,建设\r

      """)
    let report = try office.run([path]) { $0.isRoster = true }
    #expect(report.problems.filter { $0.severity == .error } == [])
    let case1 = try #require(report.imported.first)
    #expect(case1.stage == "construction")
    let state = try office.store.state(of: .text(case1.number))
    #expect(state.isTakenOver)
    #expect(state.version == 2 || state.version == 1)
    #expect(state.date("approval.date") == Regulation.day(2025, 4, 15))
    let again = try office.run([path]) { $0.isRoster = true }
    #expect(again.problems.contains { $0.code == "import.duplicate" })
  }

  @Test("A table of a thousand rows comes in as one transaction")
  func manyRows() throws {
    let office = try Office()
    var writer = CSVWriter()
    writer.add(["中心名称", "依托单位名称", "申报日期", "主管部门"])
    for index in 0..<1000 {
      writer.add([
        "青岛市第\(index)号技术创新中心", "第\(index)（虚构）公司", "2026-03-02", "qd-laoshan",
      ])
    }
    let report = try office.run([office.file("many.csv", writer.bytes)])
    #expect(report.imported.count == 1000)
    #expect(report.imported.last?.number == "QD-2026-1000")
  }
}
