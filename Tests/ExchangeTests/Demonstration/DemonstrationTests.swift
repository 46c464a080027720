import CaseStore
import Casework
import Exchange
import Fixtures
import Foundation
import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("The demonstration store")
struct DemonstrationTests {
  @Test(
    "A centre stands in every stage of every procedure, whatever the day",
    arguments: ["2026-01-02", "2026-11-20"])
  func everyStage(day: String) throws {
    let made = try MadeDemonstration(today: day)
    defer { made.remove() }
    let query = QueueQuery(view: .all, limit: 500)
    let viewer = QueueViewer(user: nil, roles: [.auditor], department: nil, today: made.today)
    let rows = try made.store.page(query, for: viewer).rows
    #expect(rows.count >= 24)
    var standing: Set<String> = []
    for row in rows {
      let state = try made.store.state(of: .stream(row.stream))
      for proceeding in state.proceedings {
        standing.insert("\(proceeding.procedure).\(proceeding.stage)")
      }
      #expect(state.text("host.name")?.contains("（虚构）") == true)
    }
    let stages = made.pack.procedures.flatMap { procedure in
      procedure.stages.map { "\(procedure.id).\($0.id)" }
    }
    // Only an evaluation under a notice is closed as not handed in.
    let underNotice: Set = ["evaluation.incomplete"]
    #expect(Set(stages).subtracting(standing).subtracting(underNotice).isEmpty)
    #expect(try made.store.verify().isSound)
  }

  @Test(
    "Another city has a small demonstration of its own, whatever the day",
    arguments: ["2026-01-02", "2026-11-20", "2027-03-01"])
  func another(day: String) throws {
    let made = try MadeDemonstration(today: day, folder: "data/packs/weihai-2022")
    defer { made.remove() }
    let query = QueueQuery(view: .all, limit: 500)
    let viewer = QueueViewer(user: nil, roles: [.auditor], department: nil, today: made.today)
    let rows = try made.store.page(query, for: viewer).rows
    #expect(rows.count >= 10)
    #expect(try made.store.verify().isSound)
  }

  @Test(
    "All conditions of all cases at once come to what each case's own facts come to",
    arguments: ["data/packs/qingdao-2024", "data/packs/weihai-2022", "data/packs/qingdao-2019"])
  func inBulk(folder: String) throws {
    let made = try MadeDemonstration(today: "2026-11-20", folder: folder)
    defer { made.remove() }
    let (store, pack, today) = (made.store, made.pack, made.today)
    let practice = try store.office().practice(under: pack, on: today).values
    let session = Session(
      login: "tester", today: today, moment: Int64(today.ordinal) * 86_400_000)
    let viewer = QueueViewer(
      user: "tester", roles: Set(Role.allCases), department: nil, today: today)
    let rows = try store.page(QueueQuery(view: .all, limit: 10_000), for: viewer).rows
    #expect(try rows.count == store.size().cases)
    var counted: [String: Int] = [:]
    for row in rows {
      let (state, context) = try store.situation(of: .stream(row.stream), for: session)
      let evaluator = FindingEvaluator(
        pack: pack,
        scope: Scope(
          facts: FactSheet(state.facts), practice: practice, others: context.others, on: today,
          today: today))
      for condition in pack.conditions {
        let finding = evaluator.finding(of: condition, at: .application, nil)
        counted["\(condition.id) \(finding.result)", default: 0] += 1
      }
    }
    let counts = try #require(
      try store.countAll(under: [pack], on: today, today: today) { _ in true }.first)
    #expect(counts.conditions.map(\.id) == pack.conditions.map(\.id))
    #expect(counts.tally.cases == rows.count)
    for (place, condition) in counts.conditions.enumerated() {
      for result in FindingResult.allCases {
        let expected = counted["\(condition.id) \(result)", default: 0]
        #expect(counts.tally.count(of: result, at: place) == expected)
      }
    }
  }

  @Test("The guideline that is history has a store of its own to look at")
  func historical() throws {
    let made = try MadeDemonstration(today: "2026-11-20", folder: "data/packs/qingdao-2019")
    defer { made.remove() }
    #expect(try made.store.size().cases == 2)
    #expect(try made.store.verify().isSound)
  }

  @Test(
    "The notice of the year is carried out as far as the day: some in time, some late, some not at all",
    arguments: [("2026-03-20", 0, 0, 0), ("2026-04-09", 10, 0, 0), ("2026-11-22", 10, 5, 2)])
  func notice(day: String, runs: Int, complete: Int, departmentsLate: Int) throws {
    let made = try MadeDemonstration(today: day)
    defer { made.remove() }
    let kept = try made.store.campaignsInForce()
    guard runs > 0 else {
      #expect(kept.isEmpty)
      return
    }
    let id = try #require(kept.first?.notice.id)
    let session = Session(
      login: "tester", today: made.today, moment: Int64(made.today.ordinal) * 86_400_000)
    let progress = try made.store.progress(of: id, for: session)
    #expect(progress.whole.total == runs)
    #expect(progress.whole.complete == complete)
    #expect(progress.whole.delays["department", default: 0] == departmentsLate)
  }

  @Test("The same day and number give the same events")
  func deterministic() throws {
    let first = try MadeDemonstration(today: "2026-04-13", generated: 20)
    let second = try MadeDemonstration(today: "2026-04-13", generated: 20)
    defer {
      first.remove()
      second.remove()
    }
    let head = try first.store.checkpoint()
    #expect(try second.store.checkpoint() == head)
    #expect(try first.store.size() == second.store.size())
  }

  @Test("What is derived anew from the journal is what was kept up while it was made")
  func derivedAnew() throws {
    let made = try MadeDemonstration(today: "2026-04-13", generated: 40)
    defer { made.remove() }
    let query = QueueQuery(view: .all, limit: 500)
    let viewer = QueueViewer(user: nil, roles: [.auditor], department: nil, today: made.today)
    let rows = try made.store.page(query, for: viewer).rows
    #expect(try made.store.verify().isSound)
    var told: [Int] = []
    #expect(try made.store.rebuild { done, total in told += [done, total] } > 500)
    #expect(told.suffix(2) == [rows.count, rows.count])
    #expect(try made.store.page(query, for: viewer).rows == rows)
    #expect(try made.store.verify().isSound)
  }

  @Test("Generated cases have names of their own and codes with the right check characters")
  func generatedNames() throws {
    let made = try MadeDemonstration(today: "2026-04-13", generated: 60)
    defer { made.remove() }
    let query = QueueQuery(view: .all, limit: 500)
    let viewer = QueueViewer(user: nil, roles: [.auditor], department: nil, today: made.today)
    let names = try made.store.page(query, for: viewer).rows.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test("A day that a walk cannot have is reported at its place")
  func wrongDay() throws {
    let text = """
      office: { zh: 局, en: Bureau }
      users:
        - { name: a, display: 甲, roles: "officer, clerk" }
      cases:
        - centre: []
          received: { ago: 5 }
          walk:
            - { note: 早, by: a, ago: 30 }
      """
    let pack = try MadeDemonstration.loadPack()
    let script = try DemonstrationScript(
      SourceFile(path: "demonstration.yaml", text: text), pack: pack,
      vocabulary: MadeDemonstration.vocabulary())
    let today = try #require(CalendarDate(parsing: "2026-04-13"))
    #expect {
      _ = try script.caseWalks(today: today, calendar: WorkingCalendar())
    } throws: { error in
      let problem = (error as? Problems)?.list.first
      return problem?.code == "demonstration.day" && problem?.place.line == 8
    }
  }
}

/// A demonstration store in a folder of its own, from the files of this repository.
struct MadeDemonstration {
  let store: CaseStore
  let pack: RulePack
  let today: CalendarDate

  init(today text: String, generated: Int = 0, folder: String = Self.folder) throws {
    today = try #require(CalendarDate(parsing: text))
    pack = try Self.loadPack(folder)
    let source = try Repository.file(folder + "/demonstration.yaml")
    let vocabulary = try Self.vocabulary()
    let pack = pack
    let script = try DemonstrationScript(
      source, pack: pack, vocabulary: vocabulary,
      notices: DemonstrationScript.noticeNames(in: source).map { name in
        try CampaignLoader.load(
          Repository.files(under: "data/packs/" + name), extending: pack, vocabulary: vocabulary
        ).notice
      })
    let schedules = try Repository.files(under: "data/calendars").map {
      try CalendarLoader.load($0)
    }
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("demonstration-\(UUID().uuidString).dossier").path
    store = try DemonstrationMaker(script: script, schedules: schedules, today: today)
      .make(at: path, login: "tester", generated: generated)
  }

  func remove() { try? FileManager.default.removeItem(atPath: store.directory.path) }

  static let folder = "data/packs/qingdao-2024"

  static func loadPack(_ folder: String = Self.folder) throws -> RulePack {
    try PackLoader.load(Repository.files(under: folder), vocabulary: vocabulary())
  }

  static func vocabulary() throws -> Vocabulary { try Repository.vocabulary() }
}
