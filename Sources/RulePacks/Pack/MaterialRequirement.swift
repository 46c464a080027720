package import Quantities

/// A document that has to be on file, or may be.
package struct MaterialRequirement: Hashable, Sendable, Codable {
  /// The kind, as applications name it, such as `application_form`.
  package var kind: String
  /// What it is called.
  package var label: Bilingual
  /// The article that asks for it; nil where practice does.
  package var cites: Citation?
  /// The moment at which it is asked for.
  package var moment: Moment
  /// When the question arises at all; nil for always.
  package var applies: Expression?
  /// Whether it is mandatory; else it is offered.
  package var isRequired: Bool
  /// Whether it has to bear a seal.
  package var isSealed: Bool

  /// A requirement.
  package init(
    kind: String, label: Bilingual, cites: Citation?, moment: Moment, applies: Expression?,
    isRequired: Bool, isSealed: Bool
  ) {
    self.kind = kind
    self.label = label
    self.cites = cites
    self.moment = moment
    self.applies = applies
    self.isRequired = isRequired
    self.isSealed = isSealed
  }
}
