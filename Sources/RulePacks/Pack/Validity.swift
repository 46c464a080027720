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
  /// The number under which normative documents are registered, where the text prints one.
  package var registration: String?
  /// The day on which the writer of the pack verified that it is in force; an office records its own.
  package var verifiedOn: CalendarDate?

  /// The dates of a regulation.
  package init(
    published: CalendarDate?, from: CalendarDate?, to: CalendarDate?, isInterim: Bool,
    isHistorical: Bool, reliedOn: Reliance?, registration: String? = nil,
    verifiedOn: CalendarDate? = nil
  ) {
    self.registration = registration
    self.verifiedOn = verifiedOn
    self.published = published
    self.from = from
    self.to = to
    self.isInterim = isInterim
    self.isHistorical = isHistorical
    self.reliedOn = reliedOn
  }
}
