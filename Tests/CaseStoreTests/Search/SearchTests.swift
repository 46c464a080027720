import Casework
import Quantities
import RulePacks
import Testing

@testable import CaseStore

@Suite("Search")
struct SearchTests {
  private static func office() throws -> TrainingStore {
    let office = try TrainingStore()
    try office.receive(
      "虚构市海洋传感技术创新中心", host: "深蓝传感（虚构）有限公司", credit: "91370212MA3ABCDE01",
      more: ["english_name": .value(.text("Center for Marine Sensing"))])
    try office.receive("虚构市深海装备技术创新中心", host: "海工装备（虚构）股份公司")
    try office.receive(
      "虚构市船舶动力技术创新中心", host: "某某大学（虚构）",
      more: ["partners[0].name": .value(.text("单县海工厂"))])
    try office.receive("虚构市5G新材料中心", host: "Ａ新材料公司", more: ["field": .absent])
    return office
  }

  private func found(_ office: TrainingStore, _ words: String) throws -> [Int] {
    let query = QueueQuery(
      view: .all, filter: try QueueFilter(parsing: words), sort: .number, limit: 100)
    let viewer = try office.viewer("wang")
    let rows = try office.store.page(query, for: viewer).rows
    #expect(try office.store.total(of: query, for: viewer) == rows.count)
    return rows.compactMap { row in row.number.flatMap { Int($0.suffix(3)) } }
  }

  @Test(
    "Words of one, two and more characters, latin words, numbers and initials are found",
    arguments: [
      ("海洋", [1, 2, 3]), ("装备", [2]), ("深", [1, 2]), ("海", [1, 2, 3]), ("心", [1, 2, 3, 4]),
      ("新中", [1, 2, 3]), ("中新", []), ("技术创新中心", [1, 2, 3]), ("传感技术", [1]), ("marine", [1]),
      ("mar", [1]),
      ("arine", []), ("hycg", [1]), ("shzb", [2]), ("zxhy", []), ("5g", [4]), ("5g新", [4]),
      ("xg-2026-003", [3]), ("91370212MA3ABCDE01", [1]), ("913702", [1, 2, 3, 4]),
      ("单县", [3]), ("a新材料", [4]), ("新材料公", [4]), ("海 装备", [2]), ("海工 大学", [3]),
      ("没有", []), ("虚构 -海", [4]), ("“海洋传感 ”", [1, 2, 3]),
    ])
  func words(typed: String, expected: [Int]) throws {
    let office = try Self.office()
    #expect(try found(office, typed) == expected)
  }

  @Test("The plain test of a text agrees with the index, which is what walking rests on")
  func agreement() throws {
    let office = try Self.office()
    let texts = [
      "xg-2026-001 虚构市海洋传感技术创新中心 深蓝传感(虚构)有限公司 center for marine sensing",
      "abc d 5g新材料",
    ]
    for (word, expected) in [
      ("海洋", [true, false]), ("心", [true, false]), ("ring", [false, false]),
      ("sens", [true, false]), ("5g", [false, true]), ("新", [true, true]), ("d", [false, true]),
      ("bc", [false, false]),
    ] {
      #expect(texts.map { SearchQuery(words: [word]).matches($0) } == expected)
    }
    _ = office
  }

  @Test("A name that changes is found by the new one alone")
  func renamed() throws {
    let office = try Self.office()
    _ = try office.store.perform(
      .setFacts(
        changes: ["name": .value(.text("虚构市极地技术创新中心"))], cleared: [], source: nil, note: nil),
      on: "XG-2026-001", by: TrainingStore.session("wang"))
    #expect(try found(office, "极地") == [1])
    #expect(try found(office, "海洋传感技") == [])
    #expect(try office.store.stream(of: "虚构市极地技术创新中心") == office.store.stream(of: "XG-2026-001"))
    #expect(try office.store.verify().problems == [])
  }

  @Test("What looks like the language of the index is taken as words")
  func quoting() throws {
    let office = try Self.office()
    for text in ["海\"洋", "NEAR(", "海洋*", "text:海洋", "(((", "' OR 1=1", "^海", "-", "+"] {
      #expect(throws: Never.self) {
        guard let filter = try? QueueFilter(parsing: text) else { return }
        _ = try office.store.page(
          QueueQuery(view: .all, filter: filter), for: office.viewer("wang"))
      }
    }
  }

  @Test("A host's page has its cases, names, platforms and earlier failures")
  func host() throws {
    let office = try TrainingStore()
    let first = try office.receive(
      "甲",
      more: [
        "platforms[0].level": .value(.choice("province")),
        "platforms[2].same_field": .value(.boolean(true)), "platforms[2].name": .absent,
      ])
    try office.receive("乙", host: "深蓝传感新名（虚构）有限公司")
    try office.receive("丙", credit: "91370212MA00000002")
    try office.act("submit", on: first, by: "li")
    try office.act("decline", on: first, by: "li")
    let page = try office.store.hostPage(creditCode: "91370212ma00000001")
    #expect(page.entries.map(\.row.name) == ["乙", "甲"])
    #expect(page.names == ["深蓝传感新名（虚构）有限公司", "深蓝传感（虚构）有限公司"])
    #expect(page.failures.map(\.row.name) == ["甲"])
    #expect(
      page.entries.last?.platforms
        == [["level": .choice("province")], ["same_field": .boolean(true)]])
  }
}
