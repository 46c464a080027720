import Fixtures
import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("The data that ships")
struct ShippedDataTests {
  @Test("Every pack loads, and its checks find no error", arguments: Repository.packs)
  func packs(id: String) throws {
    let vocabulary = try Repository.vocabulary()
    let loaded = try PackLoader.loadWithPlaces(
      Repository.files(under: "data/packs/\(id)"), vocabulary: vocabulary)
    let report = PackChecks.run(loaded.pack, vocabulary: vocabulary, places: loaded.places)
    #expect(report.problems.filter { $0.severity == .error } == [])
    #expect(report.articles > 0 && report.covered <= report.articles)
    #expect(report.paths > 0)
    #expect(loaded.pack.lawHash.count == 64)
  }

  @Test("The tests of every pack can be read", arguments: Repository.packs)
  func tests(id: String) throws {
    let vocabulary = try Repository.vocabulary()
    let files = try Repository.files(under: "data/packs/\(id)")
    let pack = try PackLoader.load(files, vocabulary: vocabulary)
    let tests = try PackTestLoader.load(files, pack: pack, vocabulary: vocabulary)
    #expect(!tests.isEmpty)
    #expect(tests.allSatisfy { !$0.expected.isEmpty || !$0.path.isEmpty })
  }

  @Test(
    "Every calendar has the working days that the State Council's schedule leaves",
    arguments: [
      (2019, 250), (2020, 249), (2021, 250), (2022, 249), (2023, 249), (2024, 251), (2025, 248),
      (2026, 248),
    ])
  func calendars(year: Int, days: Int) throws {
    let schedule = try CalendarLoader.load(Repository.file("data/calendars/cn-\(year).yaml"))
    #expect(schedule.year == year)
    let calendar = WorkingCalendar([schedule])
    let first = try #require(CalendarDate(year: year - 1, month: 12, day: 31))
    let last = try #require(CalendarDate(year: year, month: 12, day: 31))
    #expect(calendar.workingDays(after: first, through: last) == days)
  }

  @Test("Departments of three cities have ids of their own, with the city's prefix")
  func departments() throws {
    let cities = try Repository.files(under: "data/departments").map { file in
      try DepartmentLoader.load(file)
    }
    #expect(cities.count == 3)
    let ids = cities.flatMap { $0.map(\.id) }
    #expect(Set(ids).count == ids.count)
    for city in cities {
      let prefix = city.first?.id.prefix(3) ?? ""
      #expect(city.allSatisfy { $0.id.hasPrefix(prefix) && $0.city == city.first?.city })
    }
    let laoshan = cities.joined().first { $0.id == "qd-laoshan" }
    #expect(laoshan?.code == "370212")
    #expect(laoshan?.name.zh == "崂山区科技局")
    #expect(laoshan?.kind == .district)
  }
}
