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
