import Quantities
package import RulePacks

/// What a condition came to.
package enum FindingResult: String, CaseIterable, Hashable, Sendable, Codable {
  case met
  case notMet = "not_met"
  case notApplicable = "not_applicable"
  case unknown
  /// A person has still to judge.
  case judgement
  case waiverRequested = "waiver_requested"
  case waived
  case departed
}

/// A condition tested at a moment, with what it rests on.
package struct Finding: Hashable, Sendable, Codable {
  /// The condition's id.
  package var id: String
  /// The articles.
  package var cites: [Citation]
  /// How binding it is here; a practice or an exception may soften it.
  package var force: Force
  /// The moment.
  package var moment: Moment
  /// What it came to.
  package var result: FindingResult
  /// The declared value.
  package var value: Value?
  /// What is asked for.
  package var threshold: Value?
  /// How much is missing.
  package var shortfall: Value?
  /// Facts that are missing.
  package var missing: [FactPath]
  /// Whether a sum left out years that cannot be.
  package var isPartial: Bool
  /// The article under which the question does not arise, or under which it was softened.
  package var exception: Citation?
  /// The tree of what was compared.
  package var explanation: Explanation?
  /// The owner and stage of a judgement.
  package var judge: Condition.Judge?
  /// Why it was waived, departed from or judged as it was.
  package var reason: String?
  /// The article under which it may be waived.
  package var waivableBy: Citation?

  /// A finding.
  package init(
    id: String, cites: [Citation], force: Force, moment: Moment, result: FindingResult
  ) {
    self.id = id
    self.cites = cites
    self.force = force
    self.moment = moment
    self.result = result
    missing = []
    isPartial = false
  }
}
