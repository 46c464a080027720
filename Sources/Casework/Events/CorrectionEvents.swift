package import RulePacks

/// The last step of a proceeding was undone: the fold skips it.
package struct Undone: Hashable, Sendable, Codable {
  /// The events that are skipped: the step, and what it opened.
  package var events: [EventID]
  /// Why.
  package var reason: String?
  /// An undoing.
  package init(events: [EventID], reason: String?) {
    self.events = events
    self.reason = reason
  }
}

/// The payload of an event was removed; what has to stay known stands here instead.
package struct Redacted: Hashable, Sendable, Codable {
  /// The event.
  package var event: EventID
  /// Its kind.
  package var kind: EventKind
  /// The payload without what was removed, as its JSON text.
  package var replacement: String
  /// The paths that were removed.
  package var removed: [FactPath]
  /// Why.
  package var reason: String
  /// What it rests on (a request, a law).
  package var basis: String
  /// The hashes of explanations that went with it; nil where none did.
  package var explanations: [String]?
  /// A redaction.
  package init(
    event: EventID, kind: EventKind, replacement: String, removed: [FactPath], reason: String,
    basis: String, explanations: [String]? = nil
  ) {
    self.event = event
    self.kind = kind
    self.replacement = replacement
    self.removed = removed
    self.reason = reason
    self.basis = basis
    self.explanations = explanations
  }
}
