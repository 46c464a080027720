package import RulePacks

/// The last step of a proceeding was undone: the fold skips it.
package struct Undone: Hashable, Sendable, Codable {
  /// The events that are skipped: the step, and what it opened.
  package var events: [EventID]
  /// The reason that was given; nil where none was asked for.
  package var reason: String?
  /// An undoing.
  package init(events: [EventID], reason: String?) {
    self.events = events
    self.reason = reason
  }
}

/// The payload of an event was removed; what has to stay known stands here instead.
package struct Redacted: Hashable, Sendable, Codable {
  /// The event whose payload went.
  package var event: EventID
  /// The kind of that event, by which the replacement is read.
  package var kind: EventKind
  /// The payload without what was removed, as its JSON text.
  package var replacement: String
  /// The paths that were removed, by this redaction and by those of the same event before it.
  package var removed: [FactPath]
  /// The reason of whoever asked for it, such as 本人申请.
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
