import Quantities
package import RulePacks

/// The static checks of a whole pack, which no single file shows.
///
/// Errors have codes that begin with `pack.check.`: `unreachable`, `owner_missing`, `dead_end`,
/// `endless`, `never_opened`, `silence_without_due`, `restores_uncovered`, `figure`. Warnings:
/// `join_uncovered`, `uncited`, `options_uncovered`, `options_overlap`, `values_uncovered`,
/// `values_overlap`, `text_language`, and against a text `no_text` and `unlisted`.
package enum PackChecks {
  /// Runs all checks.
  ///
  /// - Parameters:
  ///   - officialText: the text of the articles by citation key, where an office has loaded it; a
  ///     key without a text is looked up under the article that it belongs to.
  ///   - places: where the parts of the pack stand; without it problems name the part alone.
  package static func run(
    _ pack: RulePack, vocabulary: Vocabulary, officialText: [Citation: String]? = nil,
    places: PackPlaces = PackPlaces()
  ) -> PackReport {
    var problems: [Problem] = []
    for procedure in pack.procedures {
      problems += StageChecks(procedure, of: pack, places: places).problems
      problems += TermChecks(procedure, of: pack, places: places).problems
      problems += AlternativeChecks(procedure, of: pack, places: places).problems
    }
    let coverage = Coverage(of: pack)
    for article in coverage.uncovered where article.kind.isNormative {
      problems.append(
        Problem(
          "pack.check.uncited", severity: .warning, at: places["articles.\(article.key)"],
          ["article": article.key, "kind": article.kind.rawValue]))
    }
    problems += LanguageChecks(of: pack, places: places).problems
    let figures = officialText.map { FigureChecks(of: pack, text: $0, places: places) }
    problems += figures?.problems ?? []
    let ways = pack.procedures.map { PathCount(ProcedureMap($0, of: pack)) }
    return PackReport(
      problems: problems.inFileOrder, articles: pack.articles.count,
      covered: pack.articles.count - coverage.uncovered.count,
      uncovered: coverage.uncovered.map { .init(key: $0.key, kind: $0.kind) },
      normative: pack.articles.count(where: \.kind.isNormative),
      normativeCovered: pack.articles.count(where: \.kind.isNormative)
        - coverage.uncovered.count(where: \.kind.isNormative),
      judgements: pack.articles.filter(\.isJudgement).map(\.key),
      conditions: pack.conditions.count, procedures: pack.procedures.count,
      stages: pack.procedures.reduce(0) { $0 + $1.stages.count },
      actions: pack.procedures.reduce(0) { $0 + $1.stages.reduce(0) { $0 + $1.actions.count } },
      paths: ways.reduce(0) { $0 + $1.count }, pathsAreBounded: ways.contains(where: \.isBounded),
      text: figures.map {
        .init(figures: $0.count, figuresFound: $0.found, withoutText: [], unlisted: [])
      },
      unusedFacts: UsedFacts(of: pack).unused(in: vocabulary))
  }

  /// Runs all checks, and compares the articles and figures with the official text.
  package static func run(
    _ pack: RulePack, vocabulary: Vocabulary, against text: OfficialText,
    places: PackPlaces = PackPlaces()
  ) -> PackReport {
    var report = run(
      pack, vocabulary: vocabulary, officialText: text.wholeTexts, places: places)
    let comparison = text.compared(with: pack)
    report.text?.withoutText = comparison.withoutText
    report.text?.unlisted = comparison.unlisted
    var problems = report.problems
    problems += comparison.withoutText.map { key in
      Problem(
        "pack.check.no_text", severity: .warning, at: places["articles.\(key)"],
        ["article": key])
    }
    problems += comparison.unlisted.map { key in
      Problem(
        "pack.check.unlisted", severity: .warning, at: Problem.Place(field: "articles.\(key)"),
        ["article": key])
    }
    report.problems = problems.inFileOrder
    return report
  }
}
