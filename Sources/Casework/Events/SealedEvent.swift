import Crypto
package import Foundation
import RulePacks

/// An event with the bytes that its hashes cover.
package struct SealedEvent: Hashable, Sendable {
  /// How events are hashed and signed until keys exist.
  package static let algorithms = "sha256 json1 signature:none(os-login)"

  /// The event.
  package let event: Event
  /// The header as written.
  package let headerBytes: [UInt8]
  /// The salt that keeps short payloads from being guessed by their hash; 16 bytes.
  package let salt: [UInt8]
  /// The payload as written.
  package let payloadBytes: [UInt8]

  /// Who writes, where and when.
  package struct Authorship: Sendable {
    /// The device's incarnation.
    package var device: String
    /// The user in whose name it is done.
    package var actor: String
    /// The login that really sits there.
    package var login: String
    /// Milliseconds since 1970-01-01 UTC.
    package var moment: Int64
    /// An authorship.
    package init(device: String, actor: String, login: String, moment: Int64) {
      self.device = device
      self.actor = actor
      self.login = login
      self.moment = moment
    }
  }

  /// Seals a draft: encodes it, and chains it to its parents.
  ///
  /// - Throws: an encoding error, which no draft made by `decide` causes.
  package init(
    _ draft: EventDraft, stream: StreamID, parents: [EventID], sequence: Int64, law: String?,
    by authorship: Authorship, salt: [UInt8]
  ) throws {
    let payloadBytes = try draft.payload.encoded()
    let header = EventHeader(
      stream: stream, parents: parents, device: authorship.device, sequence: sequence,
      actor: authorship.actor, login: authorship.login, role: draft.role,
      moment: authorship.moment, on: draft.on, law: law, kind: draft.payload.kind,
      payloadHash: Self.payloadHash(salt: salt, payload: payloadBytes),
      algorithms: Self.algorithms)
    let headerBytes = try EventJSON.bytes(of: header)
    event = Event(id: Self.hash(headerBytes), header: header, payload: draft.payload)
    self.headerBytes = headerBytes
    self.salt = salt
    self.payloadBytes = payloadBytes
  }

  /// The SHA-256 of some bytes, as 64 hexadecimal digits.
  package static func hash(_ bytes: some Sequence<UInt8>) -> String {
    var hasher = SHA256()
    if bytes.withContiguousStorageIfAvailable({
      hasher.update(bufferPointer: UnsafeRawBufferPointer($0))
    })
      == nil
    {
      hasher.update(data: Array(bytes))
    }
    return Hexadecimal.text(of: hasher.finalize())
  }

  /// The hash of a salted payload.
  package static func payloadHash(salt: [UInt8], payload: [UInt8]) -> String {
    var hasher = SHA256()
    hasher.update(data: salt)
    hasher.update(data: payload)
    return Hexadecimal.text(of: hasher.finalize())
  }
}

/// How headers and payloads are written and read.
package enum EventCoding {
  /// The general encoder whose bytes `EventJSON` gives, faster: with a fixed order of keys, so that
  /// equal values give equal bytes.
  package static func encoder() -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }

  /// Reads a header.
  package static func header(from bytes: [UInt8]) throws -> EventHeader {
    try JSONDecoder().decode(EventHeader.self, from: Data(bytes))
  }
}
