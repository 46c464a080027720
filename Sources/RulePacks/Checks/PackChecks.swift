import Quantities

/// The static checks of a whole pack, which no single file shows.
///
/// Errors have codes that begin with `pack.check.`: `unreachable`, `owner_missing`, `dead_end`,
/// `endless`, `figure`. Warnings: `uncited`, `options_uncovered`, `options_overlap`,
/// `text_language`.
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
      problems += ChoiceChecks(procedure, of: pack, places: places).problems
    }
    let coverage = Coverage(of: pack)
    for article in coverage.uncovered where article.kind.isNormative {
      problems.append(
        Problem(
          "pack.check.uncited", severity: .warning, at: places["articles.\(article.key)"],
          ["article": article.key, "kind": article.kind.rawValue]))
    }
    problems += LanguageChecks(of: pack, places: places).problems
    if let officialText {
      problems += FigureChecks(of: pack, text: officialText, places: places).problems
    }
    let ways = pack.procedures.map { PathCount(ProcedureMap($0, of: pack)) }
    return PackReport(
      problems: problems.inFileOrder, articles: pack.articles.count,
      covered: pack.articles.count - coverage.uncovered.count,
      uncovered: coverage.uncovered.map { .init(key: $0.key, kind: $0.kind) },
      conditions: pack.conditions.count, procedures: pack.procedures.count,
      stages: pack.procedures.reduce(0) { $0 + $1.stages.count },
      actions: pack.procedures.reduce(0) { $0 + $1.stages.reduce(0) { $0 + $1.actions.count } },
      paths: ways.reduce(0) { $0 + $1.count }, pathsAreBounded: ways.contains(where: \.isBounded),
      unusedFacts: UsedFacts(of: pack).unused(in: vocabulary))
  }
}
