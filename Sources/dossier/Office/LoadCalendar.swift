import ArgumentParser
import CaseStore
import Casework
import Quantities
import RuleDrafting
import RulePacks
import Wording

/// Puts a year's schedule in, and counts the deadlines anew that it touches.
struct LoadCalendar: Verb {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "录入年度放假安排 / Put a year's schedule in",
    discussion: """
      在办期限跨入该年的，按新安排重算，逐案记入日志；已办的不变。先用 --dry-run 查看变动。
      Deadlines that reach into the year are counted anew, case by case in the journal; what was done
      stays. Look with --dry-run first.

      EXAMPLES
        dossier calendar load cn-2027.yaml --dry-run
        dossier calendar load cn-2027.yaml
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(
    help: ArgumentHelp("文件 / The files", valueName: "file"), completion: .file(extensions: ["yaml"])
  )
  var files: [String]

  @Flag(help: "只看变动，不录入 / Only show what would move")
  var dryRun = false

  func carryOut(_ errand: Errand) throws {
    let calendars = try files.map { file in
      guard let bytes = Folders.bytes(of: file) else {
        throw Problem("file.missing", at: Problem.Place(file: file))
      }
      let loaded = try CalendarLoader.loadWithNotice(SourceFile(path: file, bytes: bytes))
      return CalendarSet(year: loaded.year, source: loaded.notice ?? file)
    }
    let years = calendars.map(\.year.year)
    let store = try errand.openStore(for: .writing)
    let restated = try store.load(
      calendars, by: try errand.session(in: store), isDryRun: dryRun)
    if errand.shared.json {
      errand.say(Self.json(restated, years: years, isDryRun: dryRun))
      return
    }
    let speech = errand.speech
    let list = years.map(String.init).joined(separator: ", ")
    if dryRun {
      errand.say(zh: "试算 \(list)，未录入。", en: "\(list) was tried, not put in.")
    } else {
      errand.say(zh: "已录入 \(list)。", en: "Put in \(list).")
    }
    let changes = restated.flatMap(\.changes)
    let moved = changes.count { $0.hasMoved }
    let certain = changes.count - moved
    errand.say(
      zh: "期限变动 \(moved) 项，日期不变而不再是暂计的 \(certain) 项。",
      en: "\(moved) deadlines move; \(certain) stand and are no longer provisional.")
    guard moved > 0 else { return }
    var table = TextTable([
      .init(speech.text(zh: "编号", en: "Case")), .init(speech.text(zh: "名称", en: "Name"), limit: 40),
      .init(speech.text(zh: "环节", en: "Stage"), limit: 30),
      .init(speech.text(zh: "原期限", en: "Was due")), .init(speech.text(zh: "新期限", en: "Is due")),
    ])
    let office = try store.office()
    for item in restated {
      speech.know(try store.pack(item.state.pack, law: item.state.law), of: office)
      for change in item.changes where change.hasMoved {
        let procedure = item.state.proceeding(change.proceeding)?.procedure
        table.rows.append([
          item.state.name, item.state.text("name") ?? "",
          speech.wording.stage(change.stage, of: procedure), "\(change.before.due)",
          "\(change.after.due)",
        ])
      }
    }
    errand.say(table)
  }

  private static func json(
    _ restated: [CaseRestatement], years: [Int], isDryRun: Bool
  ) -> JSON {
    var moved: [JSON] = []
    var confirmed = 0
    for item in restated {
      for change in item.changes {
        guard change.hasMoved else {
          confirmed += 1
          continue
        }
        moved.append([
          "case": .text(item.state.name), "proceeding": .text(change.proceeding),
          "stage": .text(change.stage), "from": .text("\(change.before.due)"),
          "to": .text("\(change.after.due)"), "cites": .text(change.after.cites),
          "unknown_years": .list(change.after.unknownYears.map { .number(Int64($0)) }),
          "event": JSON(item.event?.id),
        ])
      }
    }
    return [
      "years": .list(years.map { .number(Int64($0)) }), "dry_run": .flag(isDryRun),
      "moved": .list(moved), "confirmed": .number(Int64(confirmed)),
    ]
  }
}
