package import Quantities
package import RulePacks

/// What the static checks of a pack came to.
package struct PackReport: Hashable, Sendable, Codable {
  /// An article that nothing in the pack cites.
  package struct Uncovered: Hashable, Sendable, Codable {
    /// The citation key.
    package var key: Citation
    /// What the article does.
    package var kind: Article.Kind
  }

  /// What the official text came to, where one was at hand.
  package struct TextReport: Hashable, Sendable, Codable {
    /// How many figures the pack writes that rest on an article.
    package var figures: Int
    /// How many of them the cited article states.
    package var figuresFound: Int
    /// Articles of the pack that the text does not have.
    package var withoutText: [Citation]
    /// Passages of the text that the pack does not list.
    package var unlisted: [Citation]
  }

  /// What is wrong, by file and line where the places are known; errors and warnings.
  package var problems: [Problem]
  /// How many articles the pack lists.
  package var articles: Int
  /// How many of them are cited.
  package var covered: Int
  /// The others, in the order of the pack.
  package var uncovered: [Uncovered]
  /// How many articles lay down something that the pack has to cite.
  package var normative: Int
  /// How many of them are cited.
  package var normativeCovered: Int
  /// Articles that a person weighs, in the order of the pack.
  package var judgements: [Citation]
  /// How many conditions there are.
  package var conditions: Int
  /// How many procedures.
  package var procedures: Int
  /// How many stages, over all procedures.
  package var stages: Int
  /// How many actions, over all stages.
  package var actions: Int
  /// How many ways lead from a start to an end or the roster without passing a stage twice, over
  /// all procedures; actions between the same two stages are ways of their own.
  package var paths: Int
  /// Whether counting stopped at its bound, so that `paths` is a lower bound.
  package var pathsAreBounded: Bool
  /// What the official text came to; nil without one.
  package var text: TextReport?
  /// Facts of the vocabulary that nothing in the pack reads or sets; for information.
  package var unusedFacts: [FactPath]

  /// Whether nothing is an error.
  package var isSound: Bool { !problems.contains { $0.severity == .error } }
}
