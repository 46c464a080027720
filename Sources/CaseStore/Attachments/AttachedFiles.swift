import Casework
import Foundation
import GRDB
import Quantities
import RulePacks

/// The files that events speak of.
struct AttachedFiles {
  let db: Database

  /// One file with the title under which it was put on file.
  struct File: Hashable {
    let sha256: String
    let title: String
  }

  /// Every file that an event of the journal names, each once.
  func all(except left: Set<EventID> = []) throws -> [File] {
    var seen: Set<String> = []
    var files: [File] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(JournalRecord.columns) FROM events e
        WHERE e.kind IN ('attached', 'opened', 'redacted') ORDER BY e.seq
        """)
    while let row = try rows.next() {
      let record = JournalRecord(row)
      guard !left.contains(record.id) else { continue }
      for material in Self.materials(in: record) {
        guard let hash = material.sha256, Self.isHash(hash), seen.insert(hash).inserted else {
          continue
        }
        files.append(File(sha256: hash, title: material.title))
      }
    }
    return files
  }

  /// Whether a text is a hash, and no mark that a redaction left in its place.
  private static func isHash(_ text: String) -> Bool {
    text.count == 64 && text.allSatisfy(\.isHexDigit)
  }

  private static func materials(in record: JournalRecord) -> [Material] {
    guard let payload = try? record.event().payload else { return [] }
    switch payload {
    case .attached(let attached): return [attached.material]
    case .opened(let opened): return opened.materials
    case .redacted(let redacted):
      guard
        case .attached(let attached) = try? EventPayload(
          kind: redacted.kind, bytes: Array(redacted.replacement.utf8))
      else { return [] }
      return [attached.material]
    default: return []
    }
  }
}
