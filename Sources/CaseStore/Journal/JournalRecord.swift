package import Casework
import Foundation
import GRDB
package import Quantities

/// One event as the journal keeps it: bytes that are never encoded again.
package struct JournalRecord: Hashable, Sendable {
  /// The id: the SHA-256 of the header.
  package let id: EventID
  /// The header as written.
  package let header: [UInt8]
  /// The salt; nil where the payload was redacted.
  package let salt: [UInt8]?
  /// The payload as written; nil where it was redacted.
  package let payload: [UInt8]?

  /// A record.
  package init(id: EventID, header: [UInt8], salt: [UInt8]?, payload: [UInt8]?) {
    self.id = id
    self.header = header
    self.salt = salt
    self.payload = payload
  }

  /// A sealed event as a record.
  package init(_ sealed: SealedEvent) {
    self.init(
      id: sealed.event.id, header: sealed.headerBytes, salt: sealed.salt,
      payload: sealed.payloadBytes)
  }

  /// The columns that `init(_:)` reads, of `events e`.
  static let columns = "e.id, e.header, e.salt, e.payload"

  init(_ row: Row) {
    id = Self.bytes(row, 0).map { Hexadecimal.text(of: $0) } ?? ""
    header = Self.bytes(row, 1) ?? []
    salt = Self.bytes(row, 2)
    payload = Self.bytes(row, 3)
  }

  private static func bytes(_ row: Row, _ index: Int) -> [UInt8]? {
    try? row.withUnsafeData(atIndex: index) { data in data.map { Array($0) } }
  }

  /// The event, once its bytes have proved to be those that were hashed.
  ///
  /// - Throws: `journal.header_hash`, `journal.payload_hash` or `journal.unreadable`, with the id.
  package func event() throws(Problem) -> Event {
    var texts = HeaderReader.Texts()
    return try event(isForFold: false, after: &texts)
  }

  /// The same, one of many.
  ///
  /// - Parameters:
  ///   - isForFold: leaves out of actions what the fold does not read.
  ///   - texts: the texts of the header that was read before.
  func event(isForFold: Bool, after texts: inout HeaderReader.Texts) throws(Problem) -> Event {
    let header = try checkedHeader(after: &texts)
    guard salt != nil, let payload else { return Event(id: id, header: header, payload: nil) }
    do {
      return Event(
        id: id, header: header,
        payload: try EventPayload(kind: header.kind, bytes: payload, isForFold: isForFold))
    } catch {
      throw problem("unreadable", ["detail": "\(error)"])
    }
  }

  /// The header, once header and payload have proved to be what was hashed.
  func checkedHeader(after texts: inout HeaderReader.Texts) throws(Problem) -> EventHeader {
    guard SealedEvent.hash(header) == id else { throw problem("header_hash") }
    let read: EventHeader
    do {
      read =
        try HeaderReader.header(from: header, after: &texts) ?? EventCoding.header(from: header)
    } catch {
      throw problem("unreadable", ["detail": "\(error)"])
    }
    if let payload, let salt,
      SealedEvent.payloadHash(salt: salt, payload: payload) != read.payloadHash
    {
      throw problem("payload_hash")
    }
    return read
  }

  private func problem(_ name: String, _ more: [String: String] = [:]) -> Problem {
    Problem("journal." + name, ["event": id].merging(more) { old, _ in old })
  }
}
