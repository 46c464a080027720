package import Quantities

/// A circumstance in which a revocation may be due.
///
/// It alerts; only a person opens a proceeding.
package struct Ground: Hashable, Sendable, Codable {
  /// The id, unique in the pack.
  package var id: String
  /// The article.
  package var cites: Citation
  /// Other articles whose dates or figures the test uses; nil for none.
  package var alsoCites: [Citation]?
  /// The article, and the others that the test rests on.
  package var allCites: [Citation] { [cites] + (alsoCites ?? []) }
  /// What it is.
  package var label: Bilingual
  /// The test that raises the alert; nil where only a person can see the circumstance.
  package var alerts: Expression?
  /// What a person has to weigh, such as 无故 or 严重.
  package var weighs: Bilingual?

  /// A ground.
  package init(
    id: String, cites: Citation, alsoCites: [Citation]? = nil, label: Bilingual,
    alerts: Expression?, weighs: Bilingual?
  ) {
    self.id = id
    self.cites = cites
    self.alsoCites = alsoCites
    self.label = label
    self.alerts = alerts
    self.weighs = weighs
  }
}
