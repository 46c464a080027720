package import Quantities

/// The dates of a regulation.
///
/// What the text does not state stays nil and is shown as not stated.
package struct Validity: Hashable, Sendable, Codable {
  /// When a later act relied on the regulation, and which.
  package struct Reliance: Hashable, Sendable, Codable {
    /// The date of the act.
    package var date: CalendarDate
    /// The act.
    package var by: Bilingual
    /// A reliance.
    package init(date: CalendarDate, by: Bilingual) {
      self.date = date
      self.by = by
    }
  }

  /// The day of signature or publication.
  package var published: CalendarDate?
  /// The first day in force.
  package var from: CalendarDate?
  /// The last day in force, where the text states one.
  package var to: CalendarDate?
  /// Whether the title calls it interim (暂行, 试行).
  package var isInterim: Bool
  /// Whether it serves for the history of old cases only.
  package var isHistorical: Bool
  /// A later act that relied on it.
  package var reliedOn: Reliance?

  /// The dates of a regulation.
  package init(
    published: CalendarDate?, from: CalendarDate?, to: CalendarDate?, isInterim: Bool,
    isHistorical: Bool, reliedOn: Reliance?
  ) {
    self.published = published
    self.from = from
    self.to = to
    self.isInterim = isInterim
    self.isHistorical = isHistorical
    self.reliedOn = reliedOn
  }
}
