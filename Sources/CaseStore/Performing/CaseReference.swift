package import Casework
import Foundation
import GRDB
import Quantities

/// How a person names a case: by number, alias, name, the first digits of its id, or the last parts of
/// its number (`2026-058`, `058`) where one case alone has them.
package enum CaseReference: Hashable, Sendable, ExpressibleByStringLiteral {
  /// What was typed.
  case text(String)
  /// The stream itself.
  case stream(StreamID)

  /// What was typed.
  package init(stringLiteral text: String) { self = .text(text) }
}

/// Finding the case that a reference means.
enum CaseFinder {
  /// The fewest digits of an id that are looked up.
  static let shortestPrefix = 4
  /// How many candidates a problem lists.
  static let candidates = 8

  /// The stream that a reference means.
  ///
  /// - Throws: `case.not_found`; `case.ambiguous` with the candidates.
  static func stream(of reference: CaseReference, in db: Database) throws -> StreamID {
    switch reference {
    case .stream(let stream):
      guard
        try Bool.fetchOne(
          db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM queue WHERE stream = ?)"),
          arguments: [stream.blob]) == true
      else { throw Problem("case.not_found", ["case": stream.text]) }
      return stream
    case .text(let text): return try stream(named: text, in: db)
    }
  }

  private static func stream(named text: String, in db: Database) throws -> StreamID {
    let key = TextFolding.comparisonKey(text)
    var found = try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT q.stream, q.number, q.name FROM names n JOIN queue q ON q.id = n.id
        WHERE n.key = ? ORDER BY q.id LIMIT ?
        """, arguments: [key, candidates])
    if found.isEmpty, key.utf8.count >= shortestPrefix, key.allSatisfy(\.isHexDigit),
      let low = Hexadecimal.bytes(of: key.utf8.count.isMultiple(of: 2) ? key : key + "0"),
      let high = Hexadecimal.bytes(of: key.utf8.count.isMultiple(of: 2) ? key : key + "f")
    {
      found = try Row.fetchAll(
        db,
        sql: """
          SELECT stream, number, name FROM queue WHERE stream >= ? AND stream <= ?
          ORDER BY stream LIMIT ?
          """,
        arguments: [
          Foundation.Data(low),
          Foundation.Data(high + [UInt8](repeating: 0xFF, count: max(0, 16 - high.count))),
          candidates,
        ])
    }
    if found.isEmpty { found = try numbered(endingWith: key, in: db) }
    guard let first = found.first else { throw Problem("case.not_found", ["case": text]) }
    guard found.count == 1 else {
      let list = found.map { row in
        let stream = StreamID(blob: row[0])
        return "\(row[1] as String) \(row[2] as String) \(stream.text.prefix(8))"
      }
      throw Problem("case.ambiguous", ["case": text, "candidates": list.joined(separator: "; ")])
    }
    return StreamID(blob: first[0])
  }

  /// The cases whose number ends with whole parts; every number is looked at, after all else failed.
  private static func numbered(endingWith key: String, in db: Database) throws -> [Row] {
    guard key.contains(where: \.isNumber), key.allSatisfy({ $0.isNumber || $0 == "-" }) else {
      return []
    }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT stream, number, name FROM queue WHERE number LIKE '%-' || ? ORDER BY id LIMIT ?
        """, arguments: [key, candidates])
  }
}
