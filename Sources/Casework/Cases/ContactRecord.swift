package import Quantities

/// A contact with who logged it.
package struct ContactRecord: Hashable, Sendable {
  /// With whom, how, and what came of it.
  package var contact: Contact
  /// The user who logged it.
  package var actor: String
  /// The official date of the contact.
  package var on: CalendarDate
}
