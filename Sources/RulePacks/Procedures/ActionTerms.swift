/// Further terms on which an action may be taken; most actions have none.
package struct ActionTerms: Hashable, Sendable, Codable {
  /// When one person may take the action though it is to be another's, such as by a practice of a
  /// small office; nil for never.
  package var separationUnless: Expression?
  /// Procedures of which no run may be under way in the case.
  package var barredWhile: [String]
  /// How many times it may be taken in one proceeding, from 1; nil for any number.
  package var atMost: Int?
  /// Owners who all have to agree, each by another person, before it takes effect; empty where one
  /// person's decision is enough.
  package var agreedBy: [String]
  /// What the latest runs of other procedures must all have come to.
  package var after: [EndedRun]
  /// What the latest run of at least one other procedure must have come to.
  package var afterAny: [EndedRun]
  /// Procedures whose open runs it stops.
  package var closes: [String]
  /// Whether it records that silence counts as consent: only after the due date of its stage.
  package var isSilence: Bool
  /// Moments whose conditions are shown and recorded with it, and do not block.
  package var checks: [Moment]
  /// Facts that it takes off the record, after it has set others; paths may have a row of an input.
  package var clears: [FactPath]
  /// Whether it brings the main proceeding back to the stage to which it moves it: only a case that
  /// stood there before its end.
  package var restores: Bool

  /// Terms.
  package init(
    separationUnless: Expression? = nil, barredWhile: [String] = [], atMost: Int? = nil,
    agreedBy: [String] = [], after: [EndedRun] = [], afterAny: [EndedRun] = [],
    closes: [String] = [], isSilence: Bool = false, checks: [Moment] = [],
    clears: [FactPath] = [], restores: Bool = false
  ) {
    self.separationUnless = separationUnless
    self.barredWhile = barredWhile
    self.atMost = atMost
    self.agreedBy = agreedBy
    self.after = after
    self.afterAny = afterAny
    self.closes = closes
    self.isSilence = isSilence
    self.checks = checks
    self.clears = clears
    self.restores = restores
  }

  /// Whether there are none.
  package var isEmpty: Bool { self == ActionTerms() }

  /// Decodes terms; what a form written by an earlier program lacks is none.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    separationUnless = try container.decodeIfPresent(Expression.self, forKey: .separationUnless)
    barredWhile = try container.decodeIfPresent([String].self, forKey: .barredWhile) ?? []
    atMost = try container.decodeIfPresent(Int.self, forKey: .atMost)
    agreedBy = try container.decodeIfPresent([String].self, forKey: .agreedBy) ?? []
    after = try container.decodeIfPresent([EndedRun].self, forKey: .after) ?? []
    afterAny = try container.decodeIfPresent([EndedRun].self, forKey: .afterAny) ?? []
    closes = try container.decodeIfPresent([String].self, forKey: .closes) ?? []
    isSilence = try container.decodeIfPresent(Bool.self, forKey: .isSilence) ?? false
    checks = try container.decodeIfPresent([Moment].self, forKey: .checks) ?? []
    clears = try container.decodeIfPresent([FactPath].self, forKey: .clears) ?? []
    restores = try container.decodeIfPresent(Bool.self, forKey: .restores) ?? false
  }
}
