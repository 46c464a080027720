/// Further terms on which an action may be taken; most actions have none.
package struct ActionTerms: Hashable, Sendable, Codable {
  /// When one person may take the action though it is to be another's, such as by a practice of a
  /// small office; nil for never.
  package var separationUnless: Expression?
  /// Procedures of which no run may be under way in the case.
  package var barredWhile: [String]

  /// Terms.
  package init(separationUnless: Expression? = nil, barredWhile: [String] = []) {
    self.separationUnless = separationUnless
    self.barredWhile = barredWhile
  }

  /// Whether there are none.
  package var isEmpty: Bool { self == ActionTerms() }

  /// Decodes terms; what a form written by an earlier program lacks is none.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    separationUnless = try container.decodeIfPresent(Expression.self, forKey: .separationUnless)
    barredWhile = try container.decodeIfPresent([String].self, forKey: .barredWhile) ?? []
  }
}
