package import CaseStore
import Casework
package import Exchange
package import Quantities
package import Wording

/// The list of cases as a table that spreadsheets open.
package struct QueueTable: Sendable {
  private let wording: Wording
  private let labels: StageNames
  private let today: CalendarDate
  private let calendar: WorkingCalendar

  /// A table in the words of a reader, for a day.
  package init(
    _ wording: Wording, labels: [StageLabel], today: CalendarDate, calendar: WorkingCalendar
  ) {
    self.wording = wording
    self.labels = StageNames(labels)
    self.today = today
    self.calendar = calendar
  }

  private func say(_ zh: String, _ en: String) -> String { wording.language == .zh ? zh : en }

  /// What the columns are called.
  var headings: [String] {
    [
      say("编号", "Number"), say("中心名称", "Centre"), say("牵头单位", "Host"),
      say("统一社会信用代码", "Credit code"), say("主管部门", "Department"), say("技术领域", "Field"),
      say("批次", "Batch"), say("事项", "Proceeding"), say("环节", "Stage"),
      say("进入环节日期", "Entered on"), say("期限", "Due"), say("逾期工作日", "Working days late"),
      say("承办", "With"), say("等待", "Waiting for"), say("规则包", "Pack"),
    ]
  }

  /// The cells of a case.
  func cells(of row: QueueRow) -> [String] {
    let place = row.standing.first
    let label = labels[row.standing.pack, place.procedure, place.stage]
    let late = DueStanding(due: row.due, clock: place.clock, today: today, calendar: calendar)
      .workingDaysLate
    return [
      row.number ?? row.stream.short, row.name, row.host, row.creditCode ?? "",
      row.department.map(wording.department) ?? "", row.field ?? "", row.batch ?? "",
      label?.procedureLabel[wording.language] ?? place.procedure,
      label?.stageLabel[wording.language] ?? place.stage, "\(row.enteredOn)",
      row.due.map { "\($0)" } ?? "", late.map { "\($0)" } ?? "",
      row.assignee.map(wording.person) ?? label?.ownerLabel[wording.language] ?? "",
      row.waitingFor ?? "", row.standing.pack,
    ]
  }

  /// The file.
  package func csv(_ rows: [QueueRow], as encoding: CSVWriter.Encoding) -> [UInt8] {
    var writer = CSVWriter(protectsCodes: true, encoding: encoding)
    writer.add(headings)
    for row in rows { writer.add(cells(of: row)) }
    return writer.bytes
  }
}

/// Writes the whole list that shows into a file for spreadsheets; a file that is there stays.
struct ExportListErrand: DeskErrand {
  /// How many cases were written, and where; or why not.
  typealias Answer = Result<(count: Int, path: String), DeskTrouble>

  /// The list, whole.
  let query: QueueQuery
  /// Where to.
  let path: String
  /// What is known of the desk.
  let circumstances: Circumstances
  var name: String { "export-list" }

  /// How many rows are read at once.
  private static let chunk = 2_000

  func run(with tools: DeskTools) -> any Sendable {
    guard tools.options.writesFiles else {
      return Answer.failure(
        .other(
          circumstances.say(
            zh: "以服务账户登录时不能写文件；请系统管理员导出",
            en: "No files are written under a service account; ask an administrator for the list")))
    }
    do {
      let path = SmallFile.expanded(path)
      guard SmallFile.hasFolder(for: path) else {
        let folder = SmallFile.folder(of: path)
        return Answer.failure(
          .other(
            circumstances.say(
              zh: "没有文件夹 \(folder)，没有写文件",
              en: "There is no folder \(folder); nothing was written")))
      }
      guard SmallFile.bytes(of: path) == nil else {
        throw Problem("file.exists", at: Problem.Place(file: path))
      }
      guard let store = tools.store else { return Answer.success((0, path)) }
      var query = query
      query.limit = Self.chunk
      query.anchor = .start
      var rows: [QueueRow] = []
      while true {
        let page = try store.page(query, for: circumstances.viewer)
        rows += page.rows
        guard page.rows.count == Self.chunk, let last = page.keys.last else { break }
        query.anchor = .after(last)
      }
      let table = QueueTable(
        circumstances.wording, labels: try store.labels(), today: circumstances.today,
        calendar: circumstances.calendar)
      guard SmallFile.write(table.csv(rows, as: .utf8Marked), to: path) else {
        throw Problem("file.unwritable", at: Problem.Place(file: path))
      }
      return Answer.success((rows.count, path))
    } catch {
      return Answer.failure(DeskTrouble(error))
    }
  }
}
