import ArgumentParser
import CaseStore
import Casework
import Exchange
import Quantities
import RulePacks
import Wording

/// Prints a list that departments hand in.
struct ShowCampaignTable: Verb {
  static let configuration = CommandConfiguration(
    commandName: "table", abstract: "通知所附的表，按主管部门 / A list that departments hand in",
    discussion: """
      EXAMPLES
        dossier campaign table qingdao-2026-evaluation annex2
        dossier campaign table qingdao-2026-evaluation annex2 --department qd-laoshan --csv > annex2.csv
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "批次 / The batch")
  var id: String

  @Argument(help: "表，如 annex2 / The list, such as annex2")
  var table: String

  @Option(help: "只列该主管部门 / This department alone")
  var department: String?

  @Flag(help: "CSV（UTF-8，带标记）/ As CSV (UTF-8 with a mark)")
  var csv = false

  @Flag(help: "CSV 用 GB18030 / As CSV in GB18030")
  var gb = false

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore()
    var progress = try store.progress(of: id, for: try errand.session(in: store))
    try errand.learn(store, progress.notice.pack)
    guard let found = progress.notice.tables.first(where: { $0.id == table }) else {
      throw Problem(
        "campaign.table",
        [
          "id": id, "table": table,
          "known": progress.notice.tables.map(\.id).joined(separator: ", "),
        ])
    }
    if let department { progress.entries.removeAll { $0.department != department } }
    var clerks: [String: String] = [:]
    for user in try store.office().users.values.sorted(by: { $0.name > $1.name })
    where user.isActive && user.roles.contains(.clerk) {
      if let department = user.department { clerks[department] = user.display }
    }
    let wording = errand.speech.wording
    let listing = progress.listing(
      found, clerks: clerks,
      departments: Dictionary(
        progress.entries.compactMap(\.department).map { ($0, wording.department($0)) }
      ) { first, _ in first },
      words: { path, value in wording.text(of: value, for: path) })
    answer(listing, errand)
  }

  private func answer(_ listing: CampaignListing, _ errand: Errand) {
    // The form is Chinese, whatever the reader's language.
    let heads = listing.table.columns.map { csv || gb ? $0.label.zh : $0.label[errand.language] }
    if csv || gb {
      var writer = CSVWriter(protectsCodes: true, encoding: gb ? .gb18030 : .utf8Marked)
      writer.add([listing.table.title.zh])
      writer.add(heads)
      for row in listing.rows { writer.add(row) }
      errand.handOver(writer.bytes)
      return
    }
    if errand.shared.json {
      errand.say([
        "campaign": .text(id), "table": .text(listing.table.id),
        "title": .text(listing.table.title.zh), "columns": JSON(heads),
        "rows": .list(listing.rows.map { JSON($0) }),
      ])
      return
    }
    errand.say(listing.table.title[errand.language])
    var table = TextTable(heads.map { .init($0) })
    table.rows = listing.rows
    errand.say(table)
  }
}
