package import RulePacks

/// A person judged a condition.
package struct Judged: Hashable, Sendable, Codable {
  /// The id of the condition in the pack.
  package var condition: String
  /// Whether it is met; nil where the host has to supplement first.
  package var answer: Bool?
  /// The reason that was given; it is shown wherever the judgement is.
  package var note: String
  /// The owner for whom it was recorded, such as the panel of experts; not the person who typed it.
  package var owner: String
  /// The stage at which it was given.
  package var stage: String
  /// A judgement.
  package init(condition: String, answer: Bool?, note: String, owner: String, stage: String) {
    self.condition = condition
    self.answer = answer
    self.note = note
    self.owner = owner
    self.stage = stage
  }
}

/// A waiver was requested, granted or refused.
package struct WaiverStep: Hashable, Sendable, Codable {
  /// The steps of a waiver.
  package enum Step: String, CaseIterable, Hashable, Sendable, Codable {
    case requested
    case granted
    case refused
  }

  /// The id of the condition in the pack.
  package var condition: String
  /// Whether it was asked for, or what was decided.
  package var step: Step
  /// The reason of the request, or of the decision.
  package var reason: String
  /// The document that it rests on; nil where none was named.
  package var basis: String?
  /// The article that allows waivers.
  package var cites: Citation
  /// A step.
  package init(
    condition: String, step: Step, reason: String, basis: String?, cites: Citation
  ) {
    self.condition = condition
    self.step = step
    self.reason = reason
    self.basis = basis
    self.cites = cites
  }
}

/// A default was departed from, with a reason.
package struct Departed: Hashable, Sendable, Codable {
  /// The id of the condition, one of default force (一般, 原则上), in the pack.
  package var condition: String
  /// The reason, without which nobody may depart from a default.
  package var reason: String
  /// A departure.
  package init(condition: String, reason: String) {
    self.condition = condition
    self.reason = reason
  }
}
