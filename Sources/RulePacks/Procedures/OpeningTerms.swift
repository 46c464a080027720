/// Further terms on which a proceeding may be opened; most openings have none.
package struct OpeningTerms: Hashable, Sendable, Codable {
  /// Ends after which a run with the same key may be opened again, such as a deferral.
  package var reopensAfter: [String]
  /// Procedures of which no run may be under way in the case.
  package var barredWhile: [String]

  /// Terms.
  package init(reopensAfter: [String] = [], barredWhile: [String] = []) {
    self.reopensAfter = reopensAfter
    self.barredWhile = barredWhile
  }

  /// Whether there are none.
  package var isEmpty: Bool { self == OpeningTerms() }

  /// Decodes terms; what a form written by an earlier program lacks is none.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    reopensAfter = try container.decodeIfPresent([String].self, forKey: .reopensAfter) ?? []
    barredWhile = try container.decodeIfPresent([String].self, forKey: .barredWhile) ?? []
  }
}
