import Casework
import Foundation
import GRDB
import RulePacks

/// Looks for texts that were removed from one event in the content of others.
///
/// The case itself is looked through whole. Of the others, those are looked through whose facts have
/// the text now, or who are found by it; so what is read grows with the cases that have to do with it.
/// What another case has in remarks alone is not found.
struct RemainingTexts {
  let db: Database
  /// The most events that are told.
  static let limit = 100

  /// The events with one of some texts in their content, the case's own first; texts too short to
  /// tell anything are not looked for.
  func events(holding texts: [String], of stream: StreamID) throws -> [EventID] {
    var found: [EventID] = []
    for text in texts where text.utf8.count >= 4 {
      let escaped = Data(Redaction.escaped(text).utf8)
      for stream in try [stream] + others(having: text, except: stream) {
        for id in try events(of: stream, holding: escaped) where !found.contains(id) {
          found.append(id)
        }
        if found.count >= Self.limit { return found }
      }
    }
    return found
  }

  /// The other cases whose row of facts has the text.
  private func others(having text: String, except stream: StreamID) throws -> [StreamID] {
    try Data.fetchAll(
      db,
      sql: """
        SELECT q.stream FROM facts f JOIN queue q ON q.id = f.id
        WHERE instr(f.row, ?) > 0 AND q.stream <> ? LIMIT \(Self.limit)
        """, arguments: [Data(text.utf8), stream.blob]
    ).map(StreamID.init(blob:))
  }

  private func events(of stream: StreamID, holding escaped: Data) throws -> [EventID] {
    try Data.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id FROM events
          WHERE stream = ? AND payload IS NOT NULL AND instr(payload, ?) > 0 ORDER BY seq
          """), arguments: [stream.blob, escaped]
    ).map { Hexadecimal.text(of: $0) }
  }
}
