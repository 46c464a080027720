import ArgumentParser
import CaseStore
import Casework
import Exchange
import Quantities

/// Lists cases.
struct ShowQueue: Verb {
  static let configuration = CommandConfiguration(
    commandName: "queue",
    abstract: "列出案卷 / List cases",
    discussion: """
      筛选 FILTER: \(QueueFilter.help.zh)
      \(QueueFilter.help.en)

      EXAMPLES
        dossier queue
        dossier queue --view todo --filter '区:崂山 到期<7d'
        dossier queue --filter '海洋 -状态:办结' --sort name --limit 20 --json
        dossier queue --view todo --csv > todo.csv
        dossier queue --view todo --plain
      """)

  @OptionGroup var shared: SharedOptions

  @Option(help: ArgumentHelp("筛选 / What has to hold", valueName: "filter"))
  var filter = ""

  @Option(
    help: ArgumentHelp(
      "视图 / all, todo, review, roster, ended, stage:ID, procedure:ID", valueName: "view"))
  var view = "all"

  @Option(
    help: ArgumentHelp(
      "排序 / The order",
      valueName: QueueSort.allCases.map(\.rawValue).joined(separator: "|")))
  var sort = QueueSort.due

  @Flag(help: "倒序 / The last first")
  var descending = false

  @Option(
    help: ArgumentHelp(
      "最多多少行，不写为 100，CSV 不限 / How many rows at most: 100, as CSV all", valueName: "n"))
  var limit: Int?

  @Option(help: ArgumentHelp("跳过多少行 / How many rows to pass over", valueName: "n"))
  var offset = 0

  @Flag(help: "全部列为 CSV（UTF-8，带标记）/ All of it as CSV (UTF-8 with a mark)")
  var csv = false

  @Flag(help: "CSV 用 GB18030 / As CSV in GB18030")
  var gb = false

  func validate() throws {
    guard limit ?? 0 >= 0, offset >= 0 else {
      throw ValidationError("--limit、--offset 不能为负 / --limit and --offset are not negative")
    }
    guard !(csv || gb) || !(shared.json || shared.plain) else {
      throw ValidationError(
        "--csv、--gb 不能与 --json、--plain 同用 / --csv and --gb do not go with --json or --plain")
    }
    guard QueueView(id: view) != nil else {
      throw ValidationError("没有视图 \(view) / There is no view \(view)")
    }
  }

  func carryOut(_ errand: Errand) throws {
    let listing = QueueListing(
      view: QueueView(id: view) ?? .all, filter: filter, sort: sort, isDescending: descending,
      limit: limit ?? (csv || gb ? .max : 100), offset: offset)
    if csv || gb {
      try listing.handOver(as: gb ? .gb18030 : .utf8Marked, by: errand)
    } else {
      try listing.print(by: errand)
    }
  }
}

extension QueueSort: ExpressibleByArgument {}
