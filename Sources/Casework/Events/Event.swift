package import Quantities
package import RulePacks

/// Who, when, under which law, after what: everything about an event but its content.
package struct EventHeader: Hashable, Sendable, Codable {
  /// The stream.
  package var stream: StreamID
  /// The heads of the stream that the author saw.
  package var parents: [EventID]
  /// The incarnation of the device that wrote it.
  package var device: String
  /// The device's own running number, from 1.
  package var sequence: Int64
  /// The user in whose name it was done.
  package var actor: String
  /// The operating-system login that really sat there.
  package var login: String
  /// The role in which the actor acted.
  package var role: Role
  /// The moment, in milliseconds since 1970-01-01 UTC.
  package var moment: Int64
  /// The official date, in the office's calendar.
  package var on: CalendarDate
  /// The hash of the law that the case is pinned to; nil on the office's stream.
  package var law: String?
  /// What kind of event it is.
  package var kind: EventKind
  /// SHA-256 over salt and payload.
  package var payloadHash: String
  /// Which algorithms were used, and how it is signed.
  package var algorithms: String

  /// A header.
  package init(
    stream: StreamID, parents: [EventID], device: String, sequence: Int64, actor: String,
    login: String, role: Role, moment: Int64, on: CalendarDate, law: String?, kind: EventKind,
    payloadHash: String, algorithms: String
  ) {
    self.stream = stream
    self.parents = parents
    self.device = device
    self.sequence = sequence
    self.actor = actor
    self.login = login
    self.role = role
    self.moment = moment
    self.on = on
    self.law = law
    self.kind = kind
    self.payloadHash = payloadHash
    self.algorithms = algorithms
  }

  private enum CodingKeys: String, CodingKey {
    case stream = "s"
    case parents = "p"
    case device = "d"
    case sequence = "n"
    case actor = "a"
    case login = "l"
    case role = "r"
    case moment = "t"
    case on
    case law = "w"
    case kind = "k"
    case payloadHash = "h"
    case algorithms = "g"
  }
}

/// One fact of history.
///
/// Its bytes are kept as written and are never encoded again.
package struct Event: Hashable, Sendable {
  /// The SHA-256 of the header bytes.
  package let id: EventID
  /// The header.
  package let header: EventHeader
  /// The content; nil where it was redacted.
  package let payload: EventPayload?

  /// An event as it was read or sealed.
  package init(id: EventID, header: EventHeader, payload: EventPayload?) {
    self.id = id
    self.header = header
    self.payload = payload
  }
}

/// An event before it is sealed: what `decide` asks the store to record.
package struct EventDraft: Hashable, Sendable {
  /// The content.
  package var payload: EventPayload
  /// The role in which the actor acts.
  package var role: Role
  /// The official date.
  package var on: CalendarDate

  /// A draft.
  package init(payload: EventPayload, role: Role, on: CalendarDate) {
    self.payload = payload
    self.role = role
    self.on = on
  }
}
