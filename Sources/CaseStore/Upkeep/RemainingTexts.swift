import Casework
import Foundation
import GRDB
import RulePacks

/// Looks for texts that were removed from one event in the content of others.
///
/// Every event of the store is looked through: what is left in a remark of another case is personal
/// data as well. It is read while nobody has to wait for the lock.
struct RemainingTexts {
  let db: Database
  /// The most events that are told of one text.
  static let limit = 100

  /// The events with one of some texts in their content, the case's own first; texts too short to
  /// tell anything are not looked for.
  func events(holding texts: [String], of stream: StreamID) throws -> [EventID] {
    var found: [EventID] = []
    for text in texts where text.utf8.count >= 4 {
      let escaped = Data(Redaction.escaped(text).utf8)
      for sql in [Self.ofTheCase, Self.ofOthers] {
        let ids = try Data.fetchAll(
          db.cachedStatement(sql: sql), arguments: [stream.blob, escaped])
        for id in ids.map(Hexadecimal.text) where !found.contains(id) { found.append(id) }
      }
    }
    return found
  }

  private static let ofTheCase = """
    SELECT id FROM events
    WHERE stream = ? AND payload IS NOT NULL AND instr(payload, ?) > 0
    ORDER BY seq LIMIT \(limit)
    """

  private static let ofOthers = """
    SELECT id FROM events
    WHERE stream <> ? AND payload IS NOT NULL AND instr(payload, ?) > 0
    LIMIT \(limit)
    """
}
