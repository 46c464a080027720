import RulePacks

/// Which articles of a pack something rests on.
struct Coverage {
  /// The articles that nothing cites, in the order of the pack.
  ///
  /// An article is cited where one of its items is.
  let uncovered: [Article]

  /// Looks at every citation of a pack.
  init(of pack: RulePack) {
    let cited = Self.citations(of: pack)
    uncovered = pack.articles.filter { article in
      !cited.contains(article.key) && !cited.contains { $0.hasPrefix(article.key + ".") }
    }
  }

  private static func citations(of pack: RulePack) -> Set<Citation> {
    var cited: [Citation?] = [pack.naming?.cites]
    for condition in pack.conditions {
      cited += condition.cites + [condition.waivableBy] + condition.exceptions.map(\.cites)
    }
    cited += pack.grounds.flatMap(\.allCites)
    cited += pack.practice.map(\.cites) + pack.materials.map(\.cites)
    cited += (pack.transition?.clauses ?? []).map(\.cites)
    for procedure in pack.procedures {
      cited += procedure.cites + (procedure.opening?.cites ?? [])
      cited += (procedure.opening?.guards ?? []).map(\.cites)
      for stage in procedure.stages {
        cited += stage.cites + [stage.due?.cites]
        for action in stage.actions {
          cited += action.cites + action.guards.map(\.cites) + [action.due?.cites]
        }
      }
    }
    return Set(cited.compactMap(\.self))
  }
}
