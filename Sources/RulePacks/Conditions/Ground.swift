package import Quantities

/// A circumstance in which a revocation may be due.
///
/// It alerts; only a person opens a proceeding.
package struct Ground: Hashable, Sendable, Codable {
  /// The id, unique in the pack.
  package var id: String
  /// The article.
  package var cites: Citation
  /// What it is.
  package var label: Bilingual
  /// The test that raises the alert; nil where only a person can see the circumstance.
  package var alerts: Expression?
  /// What a person has to weigh, such as 无故 or 严重.
  package var weighs: Bilingual?

  /// A ground.
  package init(
    id: String, cites: Citation, label: Bilingual, alerts: Expression?, weighs: Bilingual?
  ) {
    self.id = id
    self.cites = cites
    self.label = label
    self.alerts = alerts
    self.weighs = weighs
  }
}
