import Casework
import Foundation
import GRDB
import Quantities
import RulePacks

/// An event that is to be redacted, with what earlier redactions have left of it.
struct RedactionTarget {
  let journal: Journal
  let header: EventHeader
  /// The accepted events of its stream.
  let history: [Event]
  /// The content as it stands: as written, or what the last redaction left.
  let payload: [UInt8]
  private let id: EventID
  /// The records of earlier redactions, with the events that hold them.
  private let earlier: [(event: EventID, record: Redacted)]

  /// - Throws: `redact.unknown_event`, `redact.already`, `redact.not_possible`.
  init(_ id: EventID, _ journal: Journal) throws {
    guard let record = try journal.record(id) else {
      throw Problem("redact.unknown_event", ["event": id])
    }
    header = try record.event().header
    switch header.kind {
    case .redacted, .undone, .numbered, .restated, .migrated:
      throw Problem("redact.not_possible", ["kind": header.kind.rawValue])
    default: break
    }
    guard header.stream != .office else {
      throw Problem("redact.not_possible", ["kind": header.kind.rawValue])
    }
    history = try journal.events(of: header.stream)
    earlier = history.compactMap { event in
      guard case .redacted(let done) = event.payload, done.event == id else { return nil }
      return (event.id, done)
    }
    guard let payload = record.payload ?? earlier.last.map({ Array($0.record.replacement.utf8) })
    else { throw Problem("redact.already", ["event": id]) }
    self.payload = payload
    self.id = id
    self.journal = journal
  }

  /// The events whose content goes: the event itself, and the records of what was left of it.
  private var doomed: [EventID] { [id] + earlier.map(\.event) }

  /// The history as it is once the content is gone.
  var bareHistory: [Event] {
    let doomed = Set(doomed)
    return history.map {
      doomed.contains($0.id) ? Event(id: $0.id, header: $0.header, payload: nil) : $0
    }
  }

  /// What is recorded: the redaction, and for each earlier one that nothing but who, when and why
  /// stays of it.
  func records(
    of redaction: Redaction, _ paths: [FactPath], reason: String, basis: String,
    erasing explanations: [String]
  ) throws -> [Redacted] {
    var removed = earlier.flatMap(\.record.removed)
    removed += paths.filter { !removed.contains($0) }
    let own = Redacted(
      event: id, kind: header.kind, replacement: redaction.replacement, removed: removed,
      reason: reason, basis: basis, explanations: explanations.isEmpty ? nil : explanations)
    return [own]
      + (try earlier.map { event, record in
        var bare = record
        bare.replacement = Redaction.mark
        let bytes = try EventPayload.redacted(bare).encoded()
        return Redacted(
          event: event, kind: .redacted, replacement: String(decoding: bytes, as: UTF8.self),
          removed: ["replacement"], reason: reason, basis: basis)
      })
  }

  /// Takes payload and salt out of the journal.
  func erase() throws {
    for id in doomed {
      try journal.db.execute(
        sql: "UPDATE events SET payload = NULL, salt = NULL WHERE id = ?",
        arguments: [Hexadecimal.blob(of: id)])
    }
  }

  /// Takes every explanation of the case away that has one of some texts.
  ///
  /// - Returns: the hashes of those that went.
  func eraseExplanations(naming texts: [String]) throws -> [String] {
    let known = Set(history.compactMap(Self.basis)).sorted()
    return try known.filter { hash in
      guard let bytes = try journal.blob(hash) else { return false }
      let data = Data(bytes)
      guard texts.contains(where: { data.range(of: Data($0.utf8)) != nil }) else { return false }
      try journal.db.execute(
        sql: "DELETE FROM blobs WHERE hash = ?", arguments: [Hexadecimal.blob(of: hash)])
      return true
    }
  }

  /// The explanation that an event relied on, also where a redaction left only that.
  private static func basis(of event: Event) -> String? {
    switch event.payload {
    case .acted(let acted): return acted.basis
    case .redacted(let redacted):
      let left = try? EventPayload(
        kind: redacted.kind, bytes: Array(redacted.replacement.utf8))
      if case .acted(let acted) = left { return acted.basis }
      return nil
    default: return nil
    }
  }

  /// The stored file that goes with the event; nil where it stays or another event names it too.
  func file(goingWith paths: [FactPath]) throws -> String? {
    guard paths.contains("material") || paths.contains("material.sha256"),
      case .attached(let attached) = try EventPayload(kind: header.kind, bytes: payload),
      let hash = attached.material.sha256
    else { return nil }
    let others = try AttachedFiles(db: journal.db).all(except: Set(doomed))
    return others.contains { $0.sha256 == hash } ? nil : hash
  }
}
