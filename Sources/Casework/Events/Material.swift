package import Quantities

/// A document on file, or listed by an application.
package struct Material: Hashable, Sendable, Codable {
  /// The kind, as the pack's list has it.
  package var kind: String
  /// The name of the file or the document.
  package var title: String
  /// The year it is about, for yearly documents.
  package var year: Int?
  /// Whether it bears a seal.
  package var isSealed: Bool
  /// The day on which it was received.
  package var received: CalendarDate?
  /// The SHA-256 of the stored file; nil where only the paper exists.
  package var sha256: String?
  /// The file's size in bytes.
  package var size: Int64?

  /// A document.
  package init(
    kind: String, title: String, year: Int? = nil, isSealed: Bool = false,
    received: CalendarDate? = nil, sha256: String? = nil, size: Int64? = nil
  ) {
    self.kind = kind
    self.title = title
    self.year = year
    self.isSealed = isSealed
    self.received = received
    self.sha256 = sha256
    self.size = size
  }
}
