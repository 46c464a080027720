import ArgumentParser
import CaseStore
import Casework
import Quantities
import RulePacks
import TerminalUI
import Wording

/// The schedules of working days.
struct CalendarVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "放假安排 / Schedules of working days",
    discussion: """
      EXAMPLE
        dossier calendar list
      """,
    subcommands: [ListCalendars.self, LoadCalendar.self], defaultSubcommand: ListCalendars.self)
}

/// Lists the schedules that the store holds.
struct ListCalendars: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出已录入的年度 / List the years on record",
    discussion: """
      EXAMPLE
        dossier calendar list --json
      """)

  @OptionGroup var shared: SharedOptions

  func carryOut(_ errand: Errand) throws {
    let years = try errand.openStore().office().calendarYears.values.sorted { $0.year < $1.year }
    if errand.shared.json {
      errand.say([
        "calendars": .list(
          years.map { year in
            [
              "year": .number(Int64(year.year)),
              "days_off": JSON(year.daysOff.map(\.description)),
              "make_up_days": JSON(year.makeUpDays.map(\.description)),
            ]
          })
      ])
      return
    }
    let speech = errand.speech
    var table = TextTable([
      .init(speech.text(zh: "年度", en: "Year")),
      .init(speech.text(zh: "放假天数", en: "Days off"), .right),
      .init(speech.text(zh: "调休上班", en: "Working weekends")),
    ])
    for year in years {
      table.rows.append([
        String(year.year), String(year.daysOff.count),
        year.makeUpDays.map { speech.wording.short($0) }.joined(separator: " "),
      ])
    }
    errand.say(table)
  }
}

/// Puts a year's schedule in.
struct LoadCalendar: Verb {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "录入年度放假安排 / Put a year's schedule in",
    discussion: """
      EXAMPLE
        dossier calendar load cn-2027.yaml
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(
    help: ArgumentHelp("文件 / The files", valueName: "file"), completion: .file(extensions: ["yaml"])
  )
  var files: [String]

  func carryOut(_ errand: Errand) throws {
    var commands: [OfficeCommand] = []
    var years: [Int] = []
    for file in files {
      guard let bytes = Folders.bytes(of: file) else {
        throw Problem("file.missing", at: Problem.Place(file: file))
      }
      let year = try CalendarLoader.load(SourceFile(path: file, bytes: bytes))
      commands.append(.calendar(CalendarSet(year: year, source: file)))
      years.append(year.year)
    }
    let store = try errand.openStore(for: .writing)
    try store.perform(commands, by: try errand.session(in: store))
    if errand.shared.json {
      errand.say(["years": .list(years.map { .number(Int64($0)) })])
    }
    let list = years.map(String.init).joined(separator: ", ")
    errand.say(zh: "已录入 \(list)。", en: "Put in \(list).")
  }
}
