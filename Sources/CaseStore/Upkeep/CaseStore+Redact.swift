package import Casework
import Foundation
import GRDB
import Glibc
import Quantities
package import RulePacks

/// What a redaction came to.
package struct Redacting: Sendable {
  /// The event that says who removed what, and why.
  package var event: Event
  /// Whether nothing of it is left in the file; false where a reader held the log back, and `doctor`
  /// finishes it.
  package var isErased: Bool
}

extension CaseStore {
  /// Removes personal data from an event: its payload and salt go, the chain still verifies, and the
  /// event that records it holds what has to stay known.
  ///
  /// What is freed in the file is overwritten. The explanation that the event relied on goes too where
  /// it names what was removed, and with the path `material` the attached file. Backups made before
  /// still have everything.
  ///
  /// - Throws: `Refusals` for anybody but an administrator; `redact.unknown_event`,
  ///   `redact.already`, `redact.not_possible`, `redact.path_unknown`, `redact.reason_missing`.
  package func redact(
    _ id: EventID, removing paths: [FactPath], reason: String, basis: String, by session: Session
  ) throws -> Redacting {
    guard !TextFolding.trimmed(reason).isEmpty, !TextFolding.trimmed(basis).isEmpty,
      !paths.isEmpty
    else { throw Problem("redact.reason_missing") }
    var doomed: String?
    let event = try writing { db in
      let desk = try DecisionDesk(self, db, session)
      guard desk.actor.roles.contains(.administrator) else {
        throw Refusals([
          Refusal(
            .role, "role.missing",
            arguments: ["actor": desk.actor.name, "roles": Role.administrator.rawValue])
        ])
      }
      let journal = Journal(db: db)
      let (record, header) = try redactable(id, journal)
      let redaction = try Redaction(record.payload ?? [], kind: header.kind, paths: paths)
      doomed = try Self.file(goingWith: record, paths, db)
      let history = try journal.events(of: header.stream)
      let state = try CaseState.folded(history)
      let decision = Decision(drafts: [
        EventDraft(
          payload: .redacted(
            Redacted(
              event: id, kind: header.kind, replacement: redaction.replacement, removed: paths,
              reason: reason, basis: basis)), role: .administrator, on: desk.on)
      ])
      try erase(record, redaction, db)
      let bare = history.map {
        $0.id == id ? Event(id: id, header: $0.header, payload: nil) : $0
      }
      let done = try desk.carryOut(decision, on: state, bare)
      try db.execute(sql: "INSERT INTO search (search) VALUES ('optimize')")
      guard let event = done.events.first else { throw Problem("redact.not_possible") }
      return event
    }
    if let doomed, let path = path(ofFile: doomed) { Self.overwrite(path) }
    return Redacting(event: event, isErased: try emptyLog())
  }

  private func redactable(
    _ id: EventID, _ journal: Journal
  ) throws -> (JournalRecord, EventHeader) {
    guard let record = try journal.record(id) else {
      throw Problem("redact.unknown_event", ["event": id])
    }
    let event = try record.event()
    guard event.payload != nil else { throw Problem("redact.already", ["event": id]) }
    switch event.header.kind {
    case .redacted, .undone, .numbered, .restated:
      throw Problem("redact.not_possible", ["kind": event.header.kind.rawValue])
    default: break
    }
    guard event.header.stream != .office else {
      throw Problem("redact.not_possible", ["kind": event.header.kind.rawValue])
    }
    return (record, event.header)
  }

  /// Takes payload and salt out of the journal, and an explanation that has what was removed.
  private func erase(
    _ record: JournalRecord, _ redaction: Redaction, _ db: Database
  ) throws {
    if case .acted(let acted) = try record.event().payload, let basis = acted.basis,
      let bytes = try Journal(db: db).blob(basis)
    {
      let text = String(decoding: bytes, as: UTF8.self)
      if redaction.removedTexts.contains(where: text.contains) {
        try db.execute(
          sql: "DELETE FROM blobs WHERE hash = ?", arguments: [Hexadecimal.blob(of: basis)])
      }
    }
    try db.execute(
      sql: "UPDATE events SET payload = NULL, salt = NULL WHERE id = ?",
      arguments: [Hexadecimal.blob(of: record.id)])
  }

  /// The stored file that goes with an event; nil where it stays or another event names it too.
  private static func file(
    goingWith record: JournalRecord, _ paths: [FactPath], _ db: Database
  ) throws -> String? {
    guard paths.contains("material") || paths.contains("material.sha256"),
      case .attached(let attached) = try record.event().payload,
      let hash = attached.material.sha256
    else { return nil }
    let others = try AttachedFiles(db: db).all(except: record.id)
    return others.contains { $0.sha256 == hash } ? nil : hash
  }

  /// Empties the log, so that no earlier page with what was removed is left in it.
  private func emptyLog() throws -> Bool {
    guard let lock else { return false }
    return try guarded {
      try database.writeWithoutTransaction { db in
        try lock.hold {
          try Checkpoint.run(on: db)
          return (FileStatus(directory.journal + "-wal")?.size ?? 0) == 0
        }
      }
    }
  }

  /// Overwrites a file and removes it.
  private static func overwrite(_ path: String) {
    chmod(path, 0o600)
    if let size = FileStatus(path)?.size {
      let descriptor = Glibc.open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
      if descriptor >= 0 {
        let zeros = [UInt8](repeating: 0, count: 1 << 16)
        var left = size
        while left > 0 {
          let count = write(descriptor, zeros, Int(min(left, Int64(zeros.count))))
          if count <= 0 { break }
          left -= Int64(count)
        }
        fsync(descriptor)
        Glibc.close(descriptor)
      }
    }
    unlink(path)
  }
}
