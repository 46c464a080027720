import CaseStore
import Casework
import Desk
import Exchange
import Quantities
import RulePacks
import Wording

/// A page of the queue as the command line prints it.
struct QueueListing {
  /// The view.
  var view = QueueView.all
  /// The filter as typed.
  var filter = ""
  /// The order.
  var sort = QueueSort.due
  /// Whether the last comes first.
  var isDescending = false
  /// How many rows at most.
  var limit = 100
  /// How many rows to pass over.
  var offset = 0

  /// Reads the page and prints it.
  func print(by errand: Errand) throws {
    let store = try errand.openStore()
    let office = try store.office()
    let viewer = try Self.viewer(errand, store, office, filter: filter)
    let query = QueueQuery(
      view: view, filter: try QueueFilter(parsing: filter), sort: sort,
      isDescending: isDescending, limit: limit, anchor: offset > 0 ? .offset(offset) : .start)
    let page = try store.page(query, for: viewer)
    let isWhole = offset == 0 && page.rows.count < limit
    let total = isWhole ? page.rows.count : try store.total(of: query, for: viewer)
    if errand.shared.json {
      errand.say([
        "total": .number(Int64(total)),
        "rows": .list(page.rows.map { Self.json($0, viewer) }),
      ])
      return
    }
    let speech = errand.speech
    speech.know(office)
    let labels = try store.labels()
    if errand.shared.plain {
      errand.say(
        page.rows.map {
          errand.prose.sentence(
            for: $0, standing: Self.stage(of: $0, labels, speech),
            due: Self.due(of: $0, viewer, speech))
        })
    } else {
      errand.say(table(page.rows, viewer, labels, speech))
    }
    let count =
      total > page.rows.count
      ? speech.text(
        zh: "第 \(offset + 1)–\(offset + page.rows.count) 行，共 \(total) 件",
        en: "Rows \(offset + 1)–\(offset + page.rows.count) of \(total)")
      : speech.text(zh: "共 \(total) 件", en: total == 1 ? "1 case" : "\(total) cases")
    errand.say(errand.shared.plain ? errand.prose.ended(errand.prose.spoken(count)) : count)
  }

  /// How many rows are read at once for a table.
  private static let chunk = 2_000

  /// Hands the list over as a table for spreadsheets, however many rows it has.
  func handOver(as encoding: CSVWriter.Encoding, by errand: Errand) throws {
    let store = try errand.openStore()
    let office = try store.office()
    let viewer = try Self.viewer(errand, store, office, filter: filter)
    errand.speech.know(office)
    errand.speech.know(errand.departments())
    var query = QueueQuery(
      view: view, filter: try QueueFilter(parsing: filter), sort: sort,
      isDescending: isDescending, limit: min(limit, Self.chunk),
      anchor: offset > 0 ? .offset(offset) : .start)
    var rows: [QueueRow] = []
    while rows.count < limit {
      query.limit = min(limit - rows.count, Self.chunk)
      let page = try store.page(query, for: viewer)
      rows += page.rows
      guard page.rows.count == query.limit, let last = page.keys.last else { break }
      query.anchor = .after(last)
    }
    let table = QueueTable(
      errand.speech.wording, labels: try store.labels(), today: viewer.today,
      calendar: viewer.calendar)
    errand.handOver(table.csv(rows, as: encoding))
  }

  /// Who looks: the user of the login or of `--as`, or somebody unknown who sees every case.
  static func viewer(
    _ errand: Errand, _ store: CaseStore, _ office: OfficeState, filter: String
  ) throws -> QueueViewer {
    let login = errand.login(in: store)
    let user =
      errand.shared.actor.flatMap { office.users[$0] }
      ?? office.users.values.filter { $0.login == login && $0.isActive }
      .min { $0.name < $1.name }
    // The names of departments are read only where somebody is going to see or has typed one.
    let needsNames = !errand.shared.json || filter.contains(where: { $0 == ":" || $0 == "：" })
    let departments = needsNames ? errand.departments() : []
    errand.speech.know(departments)
    return QueueViewer(
      user: user?.name, roles: Set(user?.roles ?? []), department: user?.department,
      today: try errand.today(in: store), calendar: office.calendar,
      departments: errand.speech.wording.departments, users: office.users.mapValues(\.display))
  }

  /// `{case, name, host, department, stage, procedure, due, overdue_working_days, clock, assignee}`.
  static func json(_ row: QueueRow, _ viewer: QueueViewer) -> JSON {
    let first = row.standing.first
    let late = standing(of: row, viewer).workingDaysLate
    return [
      "case": .text(row.reference), "name": .text(row.name), "host": .text(row.host),
      "department": JSON(row.department), "stage": .text(first.stage),
      "procedure": .text(first.procedure), "due": JSON(row.due),
      "overdue_working_days": .number(Int64(late ?? 0)), "clock": .text(first.clock.rawValue),
      "assignee": JSON(row.assignee), "main_stage": .text(row.standing.main.stage),
      "pack": .text(row.standing.pack), "credit_code": JSON(row.creditCode),
      "entered_on": JSON(row.enteredOn), "batch": JSON(row.batch),
      "ends": JSON(row.standing.main.ends?.rawValue), "id": .text(row.stream.text),
      "waiting_for": JSON(row.waitingFor), "version": .number(Int64(row.version)),
    ]
  }

  private func table(
    _ rows: [QueueRow], _ viewer: QueueViewer, _ labels: [StageLabel], _ speech: Speech
  ) -> TextTable {
    var table = TextTable([
      .init(speech.text(zh: "编号", en: "Case")),
      .init(speech.text(zh: "中心名称", en: "Centre"), limit: 34),
      .init(speech.text(zh: "牵头单位", en: "Host"), limit: 28),
      .init(speech.text(zh: "主管部门", en: "Department"), limit: 18),
      .init(speech.text(zh: "环节", en: "Stage"), limit: 20),
      .init(speech.text(zh: "期限", en: "Due")),
      .init(speech.text(zh: "承办", en: "Assignee")),
    ])
    for row in rows {
      table.rows.append([
        row.reference, row.name, row.host, row.department.map(speech.wording.department) ?? "",
        Self.stage(of: row, labels, speech), Self.due(of: row, viewer, speech),
        row.assignee.map(speech.wording.person) ?? "",
      ])
    }
    return table
  }

  private static func stage(of row: QueueRow, _ labels: [StageLabel], _ speech: Speech) -> String {
    let first = row.standing.first
    let label = labels.label(of: first.stage, in: first.procedure, under: row.standing.pack)
    return label.map { label in
      (label.isMain ? "" : label.procedureLabel[speech.language] + "·")
        + label.stageLabel[speech.language]
    } ?? first.stage
  }

  private static func due(of row: QueueRow, _ viewer: QueueViewer, _ speech: Speech) -> String {
    speech.wording.text(of: standing(of: row, viewer))
  }

  private static func standing(of row: QueueRow, _ viewer: QueueViewer) -> DueStanding {
    DueStanding(
      due: row.due, clock: row.standing.first.clock, today: viewer.today,
      calendar: viewer.calendar)
  }
}

extension [StageLabel] {
  /// What a stage of a procedure is called in its own pack: the same id may have another name in
  /// another.
  ///
  /// Without a procedure a stage of the main one is meant.
  func label(
    of stage: String, in procedure: String? = nil, under pack: String
  ) -> StageLabel? {
    first { label in
      let isThere = procedure.map { $0 == label.procedure } ?? label.isMain
      return label.pack == pack && label.stage == stage && isThere
    }
  }
}

extension QueueRow {
  /// What a person calls the case: its number, else the first digits of its id.
  var reference: String { number ?? String(stream.text.prefix(8)) }
}
