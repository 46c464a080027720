import CaseStore
import Casework
import Quantities
import RulePacks
import TerminalUI

/// How many open cases meet each condition, by the facts on record.
struct CheckAll {
  /// The conditions of which moment; nil for all.
  let moment: Moment?

  /// What is counted, in the order of the columns.
  private static let results: [FindingResult] = [
    .met, .notMet, .unknown, .notApplicable, .judgement,
  ]

  /// What the cases under one pack came to.
  private struct Figures {
    let pack: RulePack
    let counts: BulkCounts

    var cases: Int { counts.tally.cases }

    /// How many came to a result; nil for none.
    func count(of result: FindingResult, at condition: Int) -> Int? {
      let count = counts.tally.count(of: result, at: condition)
      return count == 0 ? nil : count
    }
  }

  /// Prints the figures, pack by pack; a clerk sees those of the own department.
  func say(by errand: Errand) throws {
    let store = try errand.openStore()
    let today = try errand.today(in: store)
    let viewer = try QueueListing.viewer(errand, store, try store.office(), filter: "")
    let packs = try store.packs()
    let counts = try store.countAll(under: packs, at: moment, on: today, today: today) { standing in
      standing.main.ends == nil
        && viewer.onlyDepartment.map { $0 == standing.department } ?? true
    }
    let figures = zip(packs, counts).map(Figures.init).filter { $0.cases > 0 }
    guard !errand.shared.json else {
      return errand.say(["packs": .list(figures.map { json($0, errand.speech) })])
    }
    if figures.isEmpty { errand.say(zh: "没有在办案卷。", en: "There are no open cases.") }
    for figure in figures {
      errand.say(
        zh: "\(figure.pack.title.zh)：在办 \(figure.cases) 件",
        en: "\(figure.pack.title.en): \(figure.cases) open cases")
      errand.say(table(figure, errand.speech))
    }
  }

  private func table(_ figures: Figures, _ speech: Speech) -> TextTable {
    var table = TextTable(
      [
        .init("", limit: 40), .init(speech.text(zh: "条件", en: "Condition"), limit: 44),
        .init(speech.text(zh: "条款", en: "Article")),
      ] + Self.results.map { .init(speech.word(of: $0), .right) })
    for (place, condition) in figures.counts.conditions.enumerated() {
      table.rows.append(
        [
          condition.id, condition.label[speech.language],
          condition.cites.joined(separator: ", "),
        ] + Self.results.map { figures.count(of: $0, at: place).map(String.init) ?? "" })
    }
    return table
  }

  private func json(_ figures: Figures, _ speech: Speech) -> JSON {
    let conditions = figures.counts.conditions.enumerated().map { place, condition in
      var fields: [String: JSON] = [
        "id": .text(condition.id), "cites": .text(condition.cites.joined(separator: ", ")),
        "force": .text(condition.force.rawValue),
        "label": .text(condition.label[speech.language]),
      ]
      for result in Self.results {
        fields[result.rawValue] = .number(Int64(figures.count(of: result, at: place) ?? 0))
      }
      return JSON.object(fields)
    }
    return [
      "pack": .text(figures.pack.id), "cases": .number(Int64(figures.cases)),
      "moment": JSON(moment?.rawValue), "conditions": .list(conditions),
    ]
  }
}
