package import Casework
import Foundation
import GRDB
import Glibc
package import Quantities
package import RulePacks

/// What a redaction came to.
package struct Redacting: Sendable {
  /// The event that says who removed what, and why.
  package var event: Event
  /// Whether nothing of it is left in the file; false where a reader held the log back, and `doctor`
  /// finishes it.
  package var isErased: Bool
  /// Events in whose own content the same text still stands, each to be redacted by itself.
  package var remaining: [EventID]
  /// Copies within the store, made before its schema was changed, that held the event and were removed.
  package var removedCopies: [String]
  /// Why copies within the store could not be looked into, each with its file; they still stand.
  package var uncheckedCopies: [Problem]
}

extension CaseStore {
  /// Removes personal data from an event: its payload and salt go, the chain still verifies, and the
  /// event that records it holds what has to stay known.
  ///
  /// An event may be redacted again, for what was left; the record of the redaction before then says
  /// nothing but who, when and why. What is freed in the file is overwritten. Explanations of the case
  /// that name what was removed go too, and with the path `material` the attached file. Backups made
  /// elsewhere still have everything.
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
    var removed: [String] = []
    let event = try writing { db in
      let desk = try DecisionDesk(self, db, session)
      guard desk.actor.roles.contains(.administrator) else {
        throw Refusals([
          Refusal(
            .role, "role.missing",
            arguments: ["actor": desk.actor.name, "roles": Role.administrator.rawValue])
        ])
      }
      let target = try RedactionTarget(id, Journal(db: db))
      let redaction = try Redaction(target.payload, kind: target.header.kind, paths: paths)
      doomed = try target.file(goingWith: paths)
      let state = try CaseState.folded(target.history)
      let explanations = try target.eraseExplanations(naming: redaction.removedTexts)
      let drafts = try target.records(
        of: redaction, paths, reason: reason, basis: basis, erasing: explanations
      ).map { EventDraft(payload: .redacted($0), role: .administrator, on: desk.on) }
      try target.erase()
      let done = try desk.carryOut(Decision(drafts: drafts), on: state, target.bareHistory)
      try db.execute(sql: "INSERT INTO search (search) VALUES ('optimize')")
      guard let event = done.events.first else { throw Problem("redact.not_possible") }
      removed = redaction.removedTexts
      return event
    }
    if let doomed, let path = path(ofFile: doomed) { Self.overwrite(path) }
    let copies = removeCopies(holding: id)
    let isErased = try emptyLog()
    // Looked for when all is erased and the lock is free again: nobody has to wait for it.
    let remaining = try reading { db in
      try RemainingTexts(db: db).events(holding: removed, of: event.header.stream).map {
        $0 == event.id ? id : $0
      }
    }
    return Redacting(
      event: event, isErased: isErased, remaining: remaining, removedCopies: copies.removed,
      uncheckedCopies: copies.unchecked)
  }

  /// Removes the copies within the store that hold an event's content, and what is no database.
  ///
  /// A copy that cannot be opened now (somebody has it open, or its mode forbids it) may be the only
  /// way back: it is named, and left to a person.
  private func removeCopies(
    holding id: EventID
  ) -> (removed: [String], unchecked: [Problem]) {
    var removed: [String] = []
    var unchecked: [Problem] = []
    for path in SystemFile.names(in: directory.backups).map({ directory.backups + "/" + $0 }) {
      do {
        guard try Self.holds(id, databaseAt: path) else { continue }
        Self.overwrite(path)
        removed.append(path)
      } catch {
        let detail = (error as? DatabaseError)?.message ?? "\(error)"
        unchecked.append(
          Problem("redact.copy_unchecked", at: Problem.Place(file: path), ["detail": detail]))
      }
    }
    return (removed, unchecked)
  }

  /// Whether a copy holds an event's content, or is damaged, so that nobody can tell.
  private static func holds(_ id: EventID, databaseAt path: String) throws -> Bool {
    var configuration = Configuration()
    configuration.readonly = true
    do {
      return try DatabaseQueue(path: path, configuration: configuration).read { db in
        try Bool.fetchOne(
          db,
          sql: "SELECT EXISTS (SELECT 1 FROM events WHERE id = ? AND payload IS NOT NULL)",
          arguments: [Hexadecimal.blob(of: id)]) ?? false
      }
    } catch let error as DatabaseError
      where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode)
    {
      return true
    }
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
