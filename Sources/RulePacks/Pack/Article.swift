package import Quantities

/// A citation key: `8.1` (article.item), `A1.2` (annex), `8a.5` (the first of two eighth articles).
package typealias Citation = String

/// One article or item of a regulation, in our own words.
package struct Article: Hashable, Sendable, Codable {
  /// What an article does.
  package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case condition
    case procedure
    case duty
    case ground
    case naming
    case transition
    case principle
    case information

    /// Whether the pack must cite it: principles and information need not be.
    package var isNormative: Bool { self != .principle && self != .information }
  }

  /// The citation key.
  package var key: Citation
  /// What it says, in our own words.
  package var gist: Bilingual
  /// What it does.
  package var kind: Kind
  /// Whether a person has to weigh it, so that no computation covers it.
  package var isJudgement: Bool

  /// An article.
  package init(key: Citation, gist: Bilingual, kind: Kind, isJudgement: Bool) {
    self.key = key
    self.gist = gist
    self.kind = kind
    self.isJudgement = isJudgement
  }
}
