import Quantities
package import RulePacks

/// The static checks of a whole notice.
package enum CampaignChecks {
  /// Runs all checks: that every article that demands something is cited, and where the official text is
  /// at hand that every day of a window stands in a part that it cites.
  ///
  /// - Parameter places: where the parts of the notice stand.
  package static func run(
    _ notice: CampaignNotice, against text: OfficialText? = nil, places: PackPlaces = PackPlaces()
  ) -> PackReport {
    var problems: [Problem] = []
    let cited = citations(of: notice)
    let uncovered = notice.articles.filter { article in
      !cited.contains(article.key) && !cited.contains { $0.hasPrefix(article.key + ".") }
    }
    for article in uncovered where article.kind.isNormative {
      problems.append(
        Problem(
          "pack.check.uncited", severity: .warning, at: places["articles.\(article.key)"],
          ["article": article.key, "kind": article.kind.rawValue]))
    }
    var report: PackReport.TextReport?
    if let text {
      let (found, missing) = days(of: notice, in: text.wholeTexts, places)
      let withoutText = notice.articles.map(\.key).filter { text.passage($0) == nil }
      problems += missing
      problems += withoutText.map { key in
        Problem(
          "pack.check.no_text", severity: .warning, at: places["articles.\(key)"],
          ["article": key])
      }
      report = .init(
        figures: found + missing.count, figuresFound: found, withoutText: withoutText, unlisted: [])
    }
    let normative = notice.articles.count(where: \.kind.isNormative)
    return PackReport(
      problems: problems.inFileOrder, articles: notice.articles.count,
      covered: notice.articles.count - uncovered.count,
      uncovered: uncovered.map { .init(key: $0.key, kind: $0.kind) }, normative: normative,
      normativeCovered: normative - uncovered.count(where: \.kind.isNormative),
      judgements: notice.articles.filter(\.isJudgement).map(\.key),
      conditions: notice.conditions.count, procedures: 0, stages: 0, actions: 0, paths: 0,
      pathsAreBounded: false, text: report, unusedFacts: [])
  }

  private static func citations(of notice: CampaignNotice) -> Set<Citation> {
    var cited = notice.cohort.map { $0.cites + ($0.outside + $0.members).flatMap(\.cites) } ?? []
    cited += notice.windows.flatMap(\.cites)
    cited += notice.completion?.cites ?? []
    for condition in notice.conditions {
      cited += condition.cites + [condition.waivableBy].compactMap { $0 }
    }
    cited += notice.materials.compactMap(\.cites)
    cited += notice.outcomes.flatMap(\.cites) + notice.subjects.flatMap(\.cites)
    cited += notice.outline.flatMap(\.cites) + notice.tables.flatMap(\.cites)
    return Set(cited)
  }

  /// How many days of windows stand in a part that they cite, and which do not.
  private static func days(
    of notice: CampaignNotice, in texts: [Citation: String], _ places: PackPlaces
  ) -> (found: Int, missing: [Problem]) {
    var found = 0
    var missing: [Problem] = []
    for window in notice.windows {
      let own = window.cites.compactMap { texts[$0] }.map(Figure.searchable)
      guard !own.isEmpty else { continue }
      for date in [window.from, window.to].compactMap({ $0 }) {
        guard let figure = Figure(month: Int64(date.month), day: Int64(date.day)) else { continue }
        if own.contains(where: figure.isStated) {
          found += 1
        } else {
          missing.append(
            Problem(
              "pack.check.figure", at: places["windows.\(window.id)"],
              ["figure": figure.name, "cites": window.cites.joined(separator: ", ")]))
        }
      }
    }
    return (found, missing)
  }
}
