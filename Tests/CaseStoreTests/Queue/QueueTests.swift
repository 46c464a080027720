import CaseStore
import Casework
import Quantities
import RulePacks
import Testing

@Suite("The queue")
struct QueueTests {
  /// Forty cases at different stages of two departments.
  static func full() throws -> TrainingStore {
    let office = try TrainingStore()
    for index in 0..<40 {
      let number = try office.receive(
        "虚构市第\(index)技术创新中心", host: index.isMultiple(of: 3) ? "某大学（虚构）" : "某公司（虚构）",
        department: index < 20 ? "d1" : "d2")
      let clerk = index < 20 ? "li" : "sun"
      let steps: [(String, String)] = [
        ("submit", clerk), ("recommend", clerk), ("pass", "wang"), ("approve", "wang"),
        ("accept", "wang"),
      ]
      for (action, user) in steps.prefix(index % 6) {
        try office.act(action, on: number, by: user)
      }
    }
    return office
  }

  private func numbers(
    _ office: TrainingStore, _ filter: String, view: QueueView = .all, by user: String = "wang",
    today: CalendarDate = TrainingStore.today
  ) throws -> [String] {
    let query = QueueQuery(
      view: view, filter: try QueueFilter(parsing: filter), sort: .number, limit: 1000)
    let viewer = try office.viewer(user, today: today)
    let page = try office.store.page(query, for: viewer)
    #expect(try office.store.total(of: query, for: viewer) == page.rows.count)
    return page.rows.compactMap(\.number)
  }

  @Test(
    "Pages put together are the whole sorted list, forward and backward",
    arguments: QueueSort.allCases, [false, true])
  func paging(sort: QueueSort, isDescending: Bool) throws {
    let office = try Self.full()
    let viewer = try office.viewer("wang")
    var query = QueueQuery(view: .all, sort: sort, isDescending: isDescending, limit: 1000)
    let whole = try office.store.page(query, for: viewer)
    #expect(whole.rows.count == 40)
    query.limit = 7
    var forward: [QueueRow] = []
    var page = try office.store.page(query, for: viewer)
    while let last = page.keys.last {
      forward += page.rows
      query.anchor = .after(last)
      page = try office.store.page(query, for: viewer)
    }
    #expect(forward == whole.rows)
    var backward: [QueueRow] = []
    query.anchor = .end
    page = try office.store.page(query, for: viewer)
    while let first = page.keys.first {
      backward = page.rows + backward
      query.anchor = .before(first)
      page = try office.store.page(query, for: viewer)
    }
    #expect(backward == whole.rows)
    query.anchor = .offset(13)
    #expect(try office.store.page(query, for: viewer).rows == Array(whole.rows[13..<20]))
    query.anchor = .from(whole.keys[13])
    #expect(try office.store.page(query, for: viewer).rows == Array(whole.rows[13..<20]))
    #expect(try office.store.rank(of: whole.keys[13], in: query, for: viewer) == 13)
  }

  @Test("Cases that are due come first, cases without a due date last")
  func order() throws {
    let office = try Self.full()
    let rows = try office.store.page(
      QueueQuery(view: .all, limit: 100), for: office.viewer("wang")
    ).rows
    let dues = rows.map { $0.due?.ordinal ?? .max }
    #expect(dues == dues.sorted())
    #expect(rows.last?.due == nil)
  }

  @Test("Everybody finds what their roles have to do")
  func toDo() throws {
    let office = try Self.full()
    let wang = try office.store.page(
      QueueQuery(view: .todo, limit: 100), for: office.viewer("wang"))
    #expect(Set(wang.rows.map(\.standing.main.stage)) == ["formal_review", "publicity"])
    let li = try office.store.page(QueueQuery(view: .todo, limit: 100), for: office.viewer("li"))
    #expect(Set(li.rows.map(\.standing.main.stage)) == ["preliminary"])
    #expect(Set(li.rows.map(\.department)) == ["d1"])
    let root = try office.store.page(QueueQuery(view: .todo), for: office.viewer("root"))
    #expect(root.rows.isEmpty)
  }

  @Test("A clerk sees the cases of the own department alone")
  func department() throws {
    let office = try Self.full()
    let query = QueueQuery(view: .all, limit: 100)
    #expect(try office.store.page(query, for: office.viewer("li")).rows.count == 20)
    #expect(try office.store.total(of: query, for: office.viewer("li")) == 20)
    #expect(try office.store.page(query, for: office.viewer("audit")).rows.count == 40)
  }

  @Test("A case that somebody has is to do for them and their deputy alone")
  func assigned() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    for (action, user) in [("submit", "li"), ("recommend", "li")] {
      try office.act(action, on: number, by: user)
    }
    func assign(_ assignee: String?, deputy: String? = nil, until: CalendarDate? = nil) throws {
      _ = try office.store.perform(
        .assign(
          Assigned(
            proceeding: nil, assignee: assignee, deputy: deputy, until: until, note: nil)),
        on: .text(number), by: TrainingStore.session("wang"))
    }
    try assign("wang")
    #expect(try numbers(office, "", view: .todo, by: "wang") == [number])
    #expect(try numbers(office, "", view: .todo, by: "zhao") == [])
    #expect(try numbers(office, "who:me", by: "wang") == [number])
    #expect(try numbers(office, "承办:无") == [])
    let until = TrainingStore.today.adding(days: 3)
    try assign(nil, deputy: "zhao", until: until)
    #expect(try numbers(office, "", view: .todo, by: "zhao") == [number])
    #expect(
      try numbers(office, "", view: .todo, by: "zhao", today: until.adding(days: 1)) == [])
  }

  @Test("Who stands in for an absent colleague finds what the colleague has")
  func standsIn() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    for (action, user) in [("submit", "li"), ("recommend", "li")] {
      try office.act(action, on: number, by: user)
    }
    _ = try office.store.perform(
      .assign(
        Assigned(proceeding: nil, assignee: "wang", deputy: nil, until: nil, note: nil)),
      on: .text(number), by: TrainingStore.session("wang"))
    let until = TrainingStore.today.adding(days: 5)
    try office.store.perform(
      .user(
        User(
          name: "wang", display: "王", login: "wang", roles: [.officer], department: nil,
          deputy: "zhao", deputyUntil: until)), by: TrainingStore.session("root"))
    let state = try office.store.office()
    let zhao = try #require(state.users["zhao"])
    for (today, count) in [(TrainingStore.today, 1), (until.adding(days: 1), 0)] {
      let page = try office.store.page(
        QueueQuery(view: .todo), for: state.viewer(zhao, today: today))
      #expect(page.rows.count == count)
    }
  }

  @Test("Tabs come from the pack, and their numbers are the numbers of rows")
  func tabs() throws {
    let office = try Self.full()
    let viewer = try office.viewer("wang")
    let tally = try office.store.tally(for: viewer)
    #expect(
      tally.tabs.map(\.view.id) == [
        "todo", "all", "review", "stage:publicity", "stage:construction",
        "procedure:annual_report", "roster", "ended",
      ])
    #expect(tally.tabs.map(\.label?.zh).compactMap { $0 } == ["公示中", "建设", "年度报告"])
    for tab in tally.tabs {
      #expect(QueueView(id: tab.view.id) == tab.view)
      let rows = try office.store.page(QueueQuery(view: tab.view, limit: 100), for: viewer).rows
      #expect(rows.count == tab.count)
    }
  }

  @Test("Overdue and due today are counted for any day, and the host's time is never overdue")
  func overdue() throws {
    let office = try Self.full()
    let rows = try office.store.page(
      QueueQuery(view: .all, limit: 100), for: office.viewer("wang")
    ).rows
    let first = try #require(rows.compactMap(\.due).min())
    for today in [first, first.adding(days: 1), first.adding(days: 60)] {
      let tally = try office.store.tally(for: office.viewer("wang", today: today))
      let late = rows.filter {
        $0.standing.first.clock == .running && ($0.due.map { $0 < today } ?? false)
      }
      #expect(tally.overdue == late.count)
      #expect(try numbers(office, "逾期", today: today).count == tally.overdue)
      #expect(try numbers(office, "is:today", today: today).count == tally.dueToday)
      #expect(try numbers(office, "-逾期", today: today).count == 40 - tally.overdue)
    }
  }

  @Test("A return for correction stops the office's clock and shows the host's")
  func returned() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    try office.act("submit", on: number, by: "li")
    try office.act("return", on: number, by: "li", inputs: ["defects": .text("缺章")])
    let row = try #require(try office.store.row(of: .text(number))?.row)
    #expect(row.standing.first.clock == .host)
    #expect(try numbers(office, "状态:待补正") == [number])
    let late = try #require(row.due).adding(days: 10)
    #expect(try numbers(office, "逾期", today: late) == [])
  }

  @Test("A report beside the main proceeding comes to the front when it is the office's turn")
  func beside() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    for (action, user) in [
      ("submit", "li"), ("recommend", "li"), ("pass", "wang"), ("approve", "wang"),
    ] {
      try office.act(action, on: number, by: user)
    }
    _ = try office.store.perform(
      .open(procedure: "annual_report", inputs: ["year": .count(2025, .year)], note: nil),
      on: .text(number), by: TrainingStore.session("wang"))
    try office.act("submit", on: number, by: "wang", proceeding: "annual_report-2025")
    let row = try #require(try office.store.row(of: .text(number))?.row)
    #expect(row.standing.main.stage == "construction")
    #expect(row.standing.first.stage == "checking")
    #expect(row.due != nil)
    #expect(try numbers(office, "", view: .procedure("annual_report")) == [number])
    #expect(try numbers(office, "程序:年度 环节:审核", view: .todo) == [number])
    try office.act("file", on: number, by: "wang", proceeding: "annual_report-2025")
    #expect(try numbers(office, "", view: .procedure("annual_report")) == [])
    #expect(try office.store.verify().problems == [])
  }

  @Test("Filters by department, stage, host, batch, state and due date, also negated")
  func filters() throws {
    let office = try Self.full()
    let all = try numbers(office, "")
    func both(_ filter: String) throws -> [String] {
      let inside = try numbers(office, filter)
      let outside = try numbers(office, "-" + filter)
      #expect((inside + outside).sorted() == all)
      return inside
    }
    #expect(try both("区:d1").count == 20)
    #expect(try both("环节:公示").count == 7)
    #expect(try both("stage:formal_review").count == 7)
    #expect(try both("依托:大学").count == 14)
    #expect(try both("host:91370212ma00000001").count == 40)
    #expect(try both("batch:2026").isEmpty)
    #expect(try both("is:roster").count == 6)
    #expect(try both("is:open").count == 40)
    #expect(try both("due:none").count == 19)
    #expect(try both("due<400d").count == 21)
    #expect(try numbers(office, "区:d1 环节:公示 依托:大学").count > 0)
    #expect(try numbers(office, "第1技术 -区:d2").count > 0)
  }
}
