package import Quantities

/// Reads one year's public holidays and make-up working days (`data/calendars/cn-2026.yaml`).
package enum CalendarLoader {
  /// Reads a year's schedule.
  ///
  /// - Throws: every problem found, with codes that begin with `calendar.`.
  package static func load(_ source: SourceFile) throws(Problems) -> WorkingCalendar.Year {
    try loadWithNotice(source).year
  }

  /// Reads a year's schedule, and the notice that it comes from where the file names one.
  ///
  /// - Throws: every problem found, with codes that begin with `calendar.`.
  package static func loadWithNotice(
    _ source: SourceFile
  ) throws(Problems) -> (year: WorkingCalendar.Year, notice: String?) {
    var notice: String?
    var yaml = YAMLReader(prefix: "calendar.yaml")
    var year = 0
    var daysOff: [CalendarDate] = []
    var makeUpDays: [CalendarDate] = []
    if let root = yaml.document(source), let map = yaml.map(root, .calendar) {
      year = yaml.integer(map["year"]).flatMap { Int(exactly: $0) } ?? 0
      notice = yaml.text(map.node("source"))
      for node in yaml.items(map["holidays"]) {
        daysOff += holiday(node, of: year, &yaml)
      }
      for node in yaml.items(map["working_weekends"]) {
        guard let date = yaml.date(node) else { continue }
        check(date, of: year, at: node.place, &yaml)
        if date.weekday <= 5 {
          yaml.report("calendar.not_weekend", at: node.place, ["date": "\(date)"])
        }
        if daysOff.contains(date) {
          yaml.report("calendar.both", at: node.place, ["date": "\(date)"])
        }
        makeUpDays.append(date)
      }
    }
    guard yaml.problems.isEmpty else { throw Problems(yaml.problems.inFileOrder) }
    return (
      WorkingCalendar.Year(year: year, daysOff: daysOff, makeUpDays: makeUpDays), notice
    )
  }

  private static func holiday(
    _ node: YAMLNode, of year: Int, _ yaml: inout YAMLReader
  ) -> [CalendarDate] {
    guard let map = yaml.map(node, .holiday) else { return [] }
    if let name = map["name"] { _ = yaml.bilingual(name) }
    guard let from = yaml.date(map["from"]), let to = yaml.date(map["to"]) else { return [] }
    check(from, of: year, at: map["from"]?.place ?? node.place, &yaml)
    check(to, of: year, at: map["to"]?.place ?? node.place, &yaml)
    guard from <= to, from.days(to: to) < 31 else {
      yaml.report(
        "calendar.span", at: map["to"]?.place ?? node.place, ["from": "\(from)", "to": "\(to)"])
      return []
    }
    return (0...from.days(to: to)).map { from.adding(days: $0) }
  }

  private static func check(
    _ date: CalendarDate, of year: Int, at place: Problem.Place, _ yaml: inout YAMLReader
  ) {
    guard date.year != year else { return }
    yaml.report("calendar.other_year", at: place, ["date": "\(date)", "year": "\(year)"])
  }
}
