package import Quantities

/// One procedure over many cases with common windows and quotas: an intake under a guide, or a notice
/// that names a cohort of centres.
///
/// Each event of this kind states the campaign anew.
package struct Campaign: Hashable, Sendable, Codable {
  /// The notice that it carries out, in the form in which the store keeps it.
  package struct Content: Hashable, Sendable, Codable {
    /// The hash of what the notice demands.
    package var lawHash: String
    /// The SHA-256 of the compiled notice's bytes, which lie beside the journal.
    package var contentHash: String
    /// Whether it is run over cases that are there already, and takes no applications.
    package var isCohort: Bool

    /// A notice that is kept.
    package init(lawHash: String, contentHash: String, isCohort: Bool) {
      self.lawHash = lawHash
      self.contentHash = contentHash
      self.isCohort = isCohort
    }
  }

  /// The id, such as `2026-1`.
  package var id: String
  /// What lists and papers call it.
  package var title: Bilingual
  /// The id of the pack under which its cases are.
  package var pack: String
  /// The id of the procedure that it runs; a main one for an intake.
  package var procedure: String
  /// The calendar year that it is counted to, such as 2026.
  package var year: Int
  /// The number of the batch in its year, from 1.
  package var number: Int
  /// The first day on which applications are taken.
  package var from: CalendarDate
  /// The last day on which they are taken, itself one of them.
  package var to: CalendarDate
  /// How many cases each department may recommend; a department without a figure is not limited.
  package var quotas: [String: Int]
  /// Whether somebody closed it, whatever its last day.
  package var isClosed: Bool
  /// The notice that it carries out; nil for intakes that state a window and quotas alone.
  package var content: Content?

  /// Whether it takes applications.
  package var takesApplications: Bool { content?.isCohort != true }

  /// A campaign.
  package init(
    id: String, title: Bilingual, pack: String, procedure: String, year: Int, number: Int,
    from: CalendarDate, to: CalendarDate, quotas: [String: Int], isClosed: Bool,
    content: Content? = nil
  ) {
    self.id = id
    self.title = title
    self.pack = pack
    self.procedure = procedure
    self.year = year
    self.number = number
    self.from = from
    self.to = to
    self.quotas = quotas
    self.isClosed = isClosed
    self.content = content
  }
}
