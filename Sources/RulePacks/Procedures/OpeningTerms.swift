/// Further terms on which a proceeding may be opened; most openings have none.
package struct OpeningTerms: Hashable, Sendable, Codable {
  /// Ends after which a run with the same key may be opened again, such as a deferral.
  package var reopensAfter: [String]
  /// Procedures of which no run may be under way in the case.
  package var barredWhile: [String]
  /// The procedure that it is about, with the ends after which it may be opened: once a run.
  package var about: EndedRun?
  /// Whether only an action opens it, and nobody by hand: a branch of what the action begins.
  package var isByAction: Bool

  /// Terms.
  package init(
    reopensAfter: [String] = [], barredWhile: [String] = [], about: EndedRun? = nil,
    isByAction: Bool = false
  ) {
    self.reopensAfter = reopensAfter
    self.barredWhile = barredWhile
    self.about = about
    self.isByAction = isByAction
  }

  /// Whether there are none.
  package var isEmpty: Bool { self == OpeningTerms() }

  /// Decodes terms; what a form written by an earlier program lacks is none.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    reopensAfter = try container.decodeIfPresent([String].self, forKey: .reopensAfter) ?? []
    barredWhile = try container.decodeIfPresent([String].self, forKey: .barredWhile) ?? []
    about = try container.decodeIfPresent(EndedRun.self, forKey: .about)
    isByAction = try container.decodeIfPresent(Bool.self, forKey: .isByAction) ?? false
  }
}
