import Quantities

/// That every figure a pack writes stands in the article that it cites.
///
/// A day of the year that another article states is a warning: what follows from a date is often
/// said elsewhere than the date.
struct FigureChecks {
  /// What is wrong.
  private(set) var problems: [Problem] = []
  private let text: [Citation: String]
  private let places: PackPlaces

  /// Checks a pack against the official text, article by article.
  init(of pack: RulePack, text: [Citation: String], places: PackPlaces) {
    self.text = text.mapValues(Figure.searchable)
    self.places = places
    for condition in pack.conditions {
      let path = "conditions.\(condition.id)"
      let waiver = condition.waivableBy.map { [$0] } ?? []
      check([condition.applies, condition.requires], condition.cites + waiver, path)
      check([condition.waivableWhen], waiver + condition.cites, path)
      for exception in condition.exceptions {
        check([exception.applies], [exception.cites] + condition.cites, path)
      }
    }
    for ground in pack.grounds { check([ground.alerts], [ground.cites], "grounds.\(ground.id)") }
    for material in pack.materials {
      check([material.applies], material.cites.map { [$0] } ?? [], "materials.\(material.kind)")
    }
    for procedure in pack.procedures { check(procedure) }
  }

  private mutating func check(_ procedure: Procedure) {
    let path = "procedures.\(procedure.id)"
    check(procedure.opening?.guards ?? [], "\(path).opening")
    for stage in procedure.stages {
      check(stage.due, "\(path).\(stage.id)")
      for action in stage.actions {
        check(action.due, "\(path).\(stage.id).\(action.id)")
        check(action.guards, "\(path).\(stage.id).\(action.id)")
      }
    }
  }

  private mutating func check(_ guards: [Guard], _ path: String) {
    // A guard without an article is practice.
    for item in guards {
      check([item.requires], item.cites.map { [$0] } ?? [], "\(path).\(item.id)")
    }
  }

  private mutating func check(_ rule: DeadlineRule?, _ path: String) {
    guard let rule else { return }
    switch rule.measure {
    case .period(let period): check(Figure(period).map { [$0] } ?? [], [rule.cites], path)
    case .practice: break
    case .date(let date): check([date], [rule.cites], path)
    }
  }

  private mutating func check(_ expressions: [Expression?], _ cites: [Citation], _ path: String) {
    check(expressions.flatMap { $0?.root.figures ?? [] }, cites, path)
  }

  private mutating func check(_ figures: [Figure], _ cites: [Citation], _ path: String) {
    let texts = cites.compactMap(official)
    // Where no text is at hand there is nothing to compare with.
    guard !texts.isEmpty else { return }
    var reported: Set<Figure> = []
    for figure in figures where reported.insert(figure).inserted {
      guard !texts.contains(where: figure.isStated) else { continue }
      let isElsewhere = figure.isDayOfYear && text.values.contains(where: figure.isStated)
      problems.append(
        Problem(
          "pack.check.figure", severity: isElsewhere ? .warning : .error, at: places[path],
          ["figure": figure.name, "cites": cites.joined(separator: ", ")]))
    }
  }

  /// The text of an item, or of the article that it belongs to.
  private func official(_ key: Citation) -> String? {
    if let text = text[key] { return text }
    guard let dot = key.lastIndex(of: ".") else { return nil }
    return text[String(key[..<dot])]
  }
}
