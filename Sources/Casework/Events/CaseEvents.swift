package import Quantities
package import RulePacks

/// An application was received.
package struct CaseOpened: Hashable, Sendable, Codable {
  /// The id of the pack that the case is pinned to; the hash of its law is in the header.
  package var pack: String
  /// The facts of the application.
  package var facts: Facts
  /// The materials that it lists.
  package var materials: [Material]
  /// The main proceeding's procedure.
  package var procedure: String
  /// The first stage, with its owner and the deadline as it was counted then.
  package var entry: StageEntry
  /// A content hash of the application, by which a second import of it is recognised.
  package var fingerprint: String

  /// An opening.
  package init(
    pack: String, facts: Facts, materials: [Material], procedure: String, entry: StageEntry,
    fingerprint: String
  ) {
    self.pack = pack
    self.facts = facts
    self.materials = materials
    self.procedure = procedure
    self.entry = entry
    self.fingerprint = fingerprint
  }
}

/// A centre that existed already was taken over; no earlier decision is simulated.
package struct CaseTakenOver: Hashable, Sendable, Codable {
  /// The id of the pack under which the centre is kept from now on.
  package var pack: String
  /// What the roster has on record; nothing that it lacks is made up.
  package var facts: Facts
  /// The main proceeding's procedure.
  package var procedure: String
  /// The stage at which the roster has it, with the deadline as it was counted then.
  package var entry: StageEntry
  /// The day on which it entered that stage; nil where the roster does not say, and the day of the
  /// take-over stands for it.
  package var since: CalendarDate?
  /// The name of the file that the record comes from.
  package var source: String
  /// A content hash of the row, by which a second import of it is recognised.
  package var fingerprint: String

  /// A take-over.
  package init(
    pack: String, facts: Facts, procedure: String, entry: StageEntry, since: CalendarDate?,
    source: String, fingerprint: String
  ) {
    self.pack = pack
    self.facts = facts
    self.procedure = procedure
    self.entry = entry
    self.since = since
    self.source = source
    self.fingerprint = fingerprint
  }
}

/// The office allotted a number.
package struct CaseNumbered: Hashable, Sendable, Codable {
  /// The number, such as `QD-2026-014`.
  package var number: String
  /// Names under which the case was known before.
  package var aliases: [String]
  /// A numbering.
  package init(number: String, aliases: [String] = []) {
    self.number = number
    self.aliases = aliases
  }
}

/// Facts were put on record, corrected or taken off.
package struct FactsSet: Hashable, Sendable, Codable {
  /// New values by path.
  package var changes: Facts
  /// Paths that are unknown again.
  package var cleared: [FactPath]
  /// The material that shows it; nil where none was named.
  package var source: String?
  /// The reason in the words of the person; nil where none was given.
  package var note: String?
  /// A change of facts.
  package init(changes: Facts, cleared: [FactPath] = [], source: String?, note: String?) {
    self.changes = changes
    self.cleared = cleared
    self.source = source
    self.note = note
  }
}
