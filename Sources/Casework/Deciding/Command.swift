package import Quantities
package import RulePacks

/// What a person asks for on a case.
package enum Command: Hashable, Sendable {
  /// Takes an action; without a proceeding the one that offers it is meant.
  case act(action: String, proceeding: ProceedingID?, inputs: [String: Value], note: String?)
  /// Opens a proceeding beside the main one.
  case open(procedure: String, inputs: [String: Value], note: String?)
  /// Answers a condition that a person has to judge; nil asks the host to supplement first.
  case judge(condition: String, answer: Bool?, note: String)
  /// Requests, grants or refuses a waiver.
  case waive(condition: String, step: WaiverStep.Step, reason: String, basis: String?)
  /// Departs from a default.
  case depart(condition: String, reason: String)
  /// Puts facts on record, corrects them, or takes them off (`cleared`).
  case setFacts(changes: Facts, cleared: [FactPath], source: String?, note: String?)
  /// Puts a document on file.
  case attach(Material)
  /// Gives the case to a person, or names a deputy.
  case assign(Assigned)
  /// Logs a contact.
  case contact(Contact)
  /// Leaves a remark.
  case note(String)
  /// Undoes the last step of a proceeding, or of the case.
  case undo(proceeding: ProceedingID?, reason: String?)
  /// Takes an ended proceeding up again.
  case reopen(proceeding: ProceedingID, reason: String, basis: String?)
}

/// An application as it was received.
package struct Application: Hashable, Sendable {
  /// The facts.
  package var facts: Facts
  /// The materials that it lists.
  package var materials: [Material]
  /// A content hash by which a second import is recognised.
  package var fingerprint: String

  /// An application.
  package init(facts: Facts, materials: [Material], fingerprint: String) {
    self.facts = facts
    self.materials = materials
    self.fingerprint = fingerprint
  }
}

/// A centre of a roster, to be taken over.
package struct RosterEntry: Hashable, Sendable {
  /// The facts on record.
  package var facts: Facts
  /// The stage of the main procedure where it stands.
  package var stage: String
  /// Since when, as far as known.
  package var since: CalendarDate?
  /// Where the record comes from.
  package var source: String
  /// A content hash of the row.
  package var fingerprint: String

  /// A centre.
  package init(
    facts: Facts, stage: String, since: CalendarDate?, source: String, fingerprint: String
  ) {
    self.facts = facts
    self.stage = stage
    self.since = since
    self.source = source
    self.fingerprint = fingerprint
  }
}
