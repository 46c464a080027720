import Casework
import Foundation
import GRDB
import Quantities
import RulePacks

/// The compact rows of facts, and the index over the few facts that packs ask of other cases.
struct FactTables {
  let db: Database
  /// What need not be looked up again.
  var memory: BulkMemory?

  /// Writes the facts of a case; `row` where they are arranged already.
  func insert(_ facts: Facts, _ row: BinaryFacts?, _ id: Int64) throws {
    let row = try row ?? BinaryFacts(facts) { try number(of: $0) }
    try db.cachedStatement(sql: "INSERT INTO facts (id, row) VALUES (?, ?)")
      .execute(arguments: [id, Data(row.bytes)])
    for (number, value) in try indexEntries(of: facts) { try index(number, value, id) }
  }

  /// What the index says of a case: the numbers of the paths, and the values.
  func indexEntries(of facts: Facts) throws -> [(Int64, String)] {
    try indexedPaths().compactMap { number, path in
      facts[path].flatMap(IndexedValue.init).map { (number, $0.text) }
    }
  }

  /// Writes the facts of a case anew, where they are others than before.
  func replace(_ facts: Facts, _ id: Int64) throws {
    let row = try BinaryFacts(facts) { try number(of: $0) }
    let old = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT row FROM facts WHERE id = ?"), arguments: [id])
    guard let old else { return try insert(facts, row, id) }
    guard !old.elementsEqual(row.bytes) else { return }
    try db.cachedStatement(sql: "UPDATE facts SET row = ? WHERE id = ?")
      .execute(arguments: [Data(row.bytes), id])
    // The index has no way from a case to its entries: what the old row says leads there.
    let indexed = try indexedPaths()
    let numbers = Set(indexed.map(\.0))
    var before: [Int64: String] = [:]
    BinaryFacts(bytes: Array(old)).forEach { number, value in
      if numbers.contains(number) { before[number] = IndexedValue(value)?.text }
    }
    for (number, path) in indexed {
      let value = facts[path].flatMap(IndexedValue.init)?.text
      guard value != before[number] else { continue }
      if let gone = before[number] {
        try db.cachedStatement(
          sql: "DELETE FROM fact_index WHERE path = ? AND value = ? AND id = ?"
        ).execute(arguments: [number, gone, id])
      }
      if let value { try index(number, value, id) }
    }
  }

  private func indexedPaths() throws -> [(Int64, FactPath)] {
    if let indexed = memory?.indexed { return indexed }
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, path FROM fact_paths WHERE indexed = 1"))
    let indexed = rows.map { ($0[0] as Int64, $0[1] as FactPath) }
    memory?.indexed = indexed
    return indexed
  }

  /// Makes an index of facts that have none yet, over all cases.
  func index(_ paths: Set<FactPath>) throws {
    for path in paths.sorted() {
      let number = try number(of: path)
      let isNew =
        try Bool.fetchOne(
          db, sql: "SELECT indexed = 0 FROM fact_paths WHERE id = ?", arguments: [number]) == true
      guard isNew else { continue }
      try db.execute(sql: "UPDATE fact_paths SET indexed = 1 WHERE id = ?", arguments: [number])
      let rows = try Row.fetchCursor(db, sql: "SELECT id, row FROM facts")
      var found: [(Int64, String)] = []
      while let row = try rows.next() {
        BinaryFacts(bytes: Array(row[1] as Data)).forEach { other, value in
          if other == number, let value = IndexedValue(value) { found.append((row[0], value.text)) }
        }
      }
      for (id, value) in found { try index(number, value, id) }
    }
  }

  /// The number of a path; a new one where it has none.
  func number(of path: FactPath) throws -> Int64 {
    if let number = try memory?.paths[path] ?? known(path) {
      memory?.paths[path] = number
      return number
    }
    try db.cachedStatement(sql: "INSERT INTO fact_paths (path, indexed) VALUES (?, 0)")
      .execute(arguments: [path])
    return db.lastInsertedRowID
  }

  /// The number of a path, where any case has the fact.
  func known(_ path: FactPath) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM fact_paths WHERE path = ?"), arguments: [path])
  }

  /// The paths by their numbers.
  func paths() throws -> [Int64: FactPath] {
    let rows = try Row.fetchAll(db.cachedStatement(sql: "SELECT id, path FROM fact_paths"))
    // Numbers are given one by one; what bulk reading sets aside for them goes by the highest.
    guard rows.allSatisfy({ (0...Self.mostPaths).contains($0[0]) }) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT)
    }
    return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
  }

  /// The most paths of facts that a store can have; a sound one has some thousands.
  private static let mostPaths: Int64 = 1 << 20

  /// The paths that some rules read, by their numbers; tables and lists are read by their name.
  func paths(read facts: Set<FactPath>) throws -> [Int64: FactPath] {
    try paths().filter { Self.isRead($0.value, facts) }
  }

  private static func isRead(_ path: FactPath, _ facts: Set<FactPath>) -> Bool {
    if facts.contains(path) { return true }
    guard let open = path.firstIndex(of: "[") else {
      return facts.contains { $0.hasPrefix(path + ".") }
    }
    let group = String(path[..<open])
    return facts.contains { $0 == group || $0.hasPrefix(group + ".") || $0.hasPrefix(group + "[") }
  }

  /// The facts of a case of which the paths are given.
  func facts(of id: Int64, _ paths: [Int64: FactPath]) throws -> Facts {
    let row = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT row FROM facts WHERE id = ?"), arguments: [id])
    return (row ?? Data()).withUnsafeBytes { FactRow.facts(in: $0) { paths[$0] } }
  }

  private func index(_ path: Int64, _ value: String, _ id: Int64) throws {
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO fact_index (path, value, id) VALUES (?, ?, ?)"
    ).execute(arguments: [path, value, id])
  }
}

extension Question {
  /// The facts whose values in other cases the question is about.
  var indexedPaths: Set<FactPath> {
    Set(same).union(before).union(samePrefix.keys).union(having.keys)
  }
}
