package import Quantities

/// A document was put on file.
package struct Attached: Hashable, Sendable, Codable {
  /// The document as it is listed: its kind, its title, and the hash of its file where there is
  /// one.
  package var material: Material
  /// An attachment.
  package init(material: Material) { self.material = material }
}

/// A proceeding, or the whole case, was given to a person.
package struct Assigned: Hashable, Sendable, Codable {
  /// The proceeding; nil for the case.
  package var proceeding: ProceedingID?
  /// The user; nil to leave it to nobody.
  package var assignee: String?
  /// The user who stands in; nil for nobody.
  package var deputy: String?
  /// The last day on which the deputy stands in; nil for no end.
  package var until: CalendarDate?
  /// What the next person has to know; nil for nothing.
  package var note: String?
  /// An assignment.
  package init(
    proceeding: ProceedingID?, assignee: String?, deputy: String?, until: CalendarDate?,
    note: String?
  ) {
    self.proceeding = proceeding
    self.assignee = assignee
    self.deputy = deputy
    self.until = until
    self.note = note
  }
}

/// Somebody was called, written to or met.
package struct Contact: Hashable, Sendable, Codable {
  /// Who was spoken to.
  package var with: String
  /// How: phone, message, letter, visit.
  package var channel: String
  /// What was said, as the person who logged it has it.
  package var text: String
  /// For whom the office now waits; nil where it waits for nobody.
  package var waitingFor: String?
  /// The day on which to ask again; nil for none.
  package var until: CalendarDate?
  /// A contact.
  package init(
    with: String, channel: String, text: String, waitingFor: String?, until: CalendarDate?
  ) {
    self.with = with
    self.channel = channel
    self.text = text
    self.waitingFor = waitingFor
    self.until = until
  }
}

/// A remark.
package struct Note: Hashable, Sendable, Codable {
  /// The text of the remark; it changes nothing else of the case.
  package var text: String
  /// A remark.
  package init(text: String) { self.text = text }
}
