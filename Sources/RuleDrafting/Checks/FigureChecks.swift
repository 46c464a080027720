import Quantities
import RulePacks

/// That every figure a pack writes stands in the article that it cites.
///
/// A day of the year that another article states is a warning: what follows from a date is often
/// said elsewhere than the date. A day or a year on which the regulation was published, entered
/// into force or ends needs no article; a day is stated without its year where the title has it.
/// What the bureau sets as practice is no figure of the text.
struct FigureChecks {
  /// What is wrong.
  private(set) var problems: [Problem] = []
  /// How many figures the pack writes, each counted once where it stands.
  private(set) var count = 0
  /// How many of them the cited article states.
  private(set) var found = 0
  private let text: [Citation: String]
  private let places: PackPlaces
  private let ownDates: [CalendarDate]
  private let title: String

  /// Checks a pack against the official text, article by article.
  init(of pack: RulePack, text: [Citation: String], places: PackPlaces) {
    self.text = text.mapValues(Figure.searchable)
    self.places = places
    ownDates = [pack.validity.published, pack.validity.from, pack.validity.to].compactMap(\.self)
    title = Figure.searchable(pack.title.zh)
    for condition in pack.conditions {
      let path = "conditions.\(condition.id)"
      let waiver = condition.waivableBy.map { [$0] } ?? []
      check([condition.applies, condition.requires], condition.cites + waiver, path)
      check([condition.waivableWhen], waiver + condition.cites, path)
      for exception in condition.exceptions {
        check([exception.applies], [exception.cites] + condition.cites, path)
      }
    }
    for ground in pack.grounds { check([ground.alerts], ground.allCites, "grounds.\(ground.id)") }
    for material in pack.materials {
      check([material.applies], material.cites.map { [$0] } ?? [], "materials.\(material.kind)")
    }
    for procedure in pack.procedures { check(procedure) }
  }

  private mutating func check(_ procedure: Procedure) {
    let path = "procedures.\(procedure.id)"
    if let opening = procedure.opening {
      check(opening.guards, "\(path).opening")
      check(opening.sets.map(\.value), opening.cites, "\(path).opening")
    }
    for stage in procedure.stages {
      check(stage.due, stage.cites, "\(path).\(stage.id)")
      for action in stage.actions {
        check(action.due, action.cites, "\(path).\(stage.id).\(action.id)")
        check(action.guards, "\(path).\(stage.id).\(action.id)")
        let opened = action.opens.flatMap { [$0.when] + Array($0.inputs.values) }
        check(
          action.sets.map(\.value) + opened, action.cites, "\(path).\(stage.id).\(action.id)")
      }
    }
  }

  private mutating func check(_ guards: [Guard], _ path: String) {
    // A guard without an article is practice.
    for item in guards {
      check([item.requires], item.cites.map { [$0] } ?? [], "\(path).\(item.id)")
    }
  }

  /// The time itself stands in the article of the deadline; from when it runs may follow from those
  /// of its stage or action as well.
  private mutating func check(_ rule: DeadlineRule?, _ around: [Citation], _ path: String) {
    guard let rule else { return }
    switch rule.measure {
    case .period(let period): check(Figure(period).map { [$0] } ?? [], [rule.cites], path)
    case .practice: break
    case .date(let date): check([date], [rule.cites], path)
    }
    check([rule.anchor], [rule.cites] + around, path)
  }

  private mutating func check(_ expressions: [Expression?], _ cites: [Citation], _ path: String) {
    check(expressions.flatMap { $0?.root.figures ?? [] }, cites, path)
  }

  private mutating func check(_ figures: [Figure], _ cites: [Citation], _ path: String) {
    // What cites no article is practice.
    guard !cites.isEmpty else { return }
    let texts = cites.compactMap(official)
    var reported: Set<Figure> = []
    for figure in figures where reported.insert(figure).inserted {
      count += 1
      // Where no text is at hand there is nothing to compare with.
      guard !texts.isEmpty else { continue }
      if isOwn(figure) || texts.contains(where: { isStated(figure, in: $0) }) {
        found += 1
        continue
      }
      let isElsewhere = figure.isDayOfYear && text.values.contains(where: figure.isStated)
      problems.append(
        Problem(
          "pack.check.figure", severity: isElsewhere ? .warning : .error, at: places[path],
          ["figure": figure.name, "cites": cites.joined(separator: ", ")]))
    }
  }

  /// Whether it is a day or a year of the regulation itself.
  private func isOwn(_ figure: Figure) -> Bool {
    switch figure.sort {
    case .day(let date): ownDates.contains(date)
    case .year(let year): ownDates.contains { Int64($0.year) == year }
    case .amount, .bare, .dayOfYear: false
    }
  }

  private func isStated(_ figure: Figure, in text: String) -> Bool {
    if figure.isStated(in: text) { return true }
    switch figure.sort {
    case .day(let date):
      return title.contains("\(date.year)年")
        && Figure(month: Int64(date.month), day: Int64(date.day))?.isStated(in: text) == true
    case .year(let year): return title.contains("\(year)年")
    case .amount, .bare, .dayOfYear: return false
    }
  }

  /// The text of an item, or of the article that it belongs to.
  private func official(_ key: Citation) -> String? {
    var key = key
    while true {
      if let text = text[key] { return text }
      guard let dot = key.lastIndex(of: ".") else { return nil }
      key = String(key[..<dot])
    }
  }
}
