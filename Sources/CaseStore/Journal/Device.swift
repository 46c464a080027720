import Casework
import GRDB
import Quantities

/// The incarnation of the device that writes: its id and running number are in every header.
///
/// A store that was restored or copied writes as a new one, so that two stores never sign the same
/// number of the same device.
struct Device {
  /// Why an incarnation began.
  enum Reason: String {
    case created
    case copied
    case restored
  }

  let id: String
  private(set) var sequence: Int64

  /// The incarnation to write as; begins a new one where the folder is not the one that the last
  /// was made for.
  static func current(_ db: Database, of store: CaseStore, moment: Int64) throws -> Device {
    let fingerprint = store.directory.fingerprint ?? ""
    if let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT d.id, d.sequence, d.fingerprint FROM devices d
          WHERE d.id = (SELECT value FROM meta WHERE key = 'device')
          """))
    {
      if row[2] == fingerprint { return Device(id: row[0], sequence: row[1]) }
      return try begin(db, fingerprint, .copied, moment, store.entropy)
    }
    let isFirst = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM devices") == 0
    return try begin(
      db, fingerprint, isFirst ? .created : .restored, moment, store.entropy)
  }

  /// Lets the next write begin a new incarnation.
  static func forget(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM meta WHERE key = 'device'")
  }

  private static func begin(
    _ db: Database, _ fingerprint: String, _ reason: Reason, _ moment: Int64,
    _ entropy: Entropy
  ) throws -> Device {
    let id = Hexadecimal.text(of: entropy.bytes(8))
    try db.execute(
      sql: """
        INSERT INTO devices (id, sequence, since, fingerprint, reason) VALUES (?, 0, ?, ?, ?)
        """, arguments: [id, moment, fingerprint, reason.rawValue])
    try db.execute(
      sql: "INSERT OR REPLACE INTO meta (key, value) VALUES ('device', ?)", arguments: [id])
    return Device(id: id, sequence: 0)
  }

  /// The next running number.
  mutating func next() -> Int64 {
    sequence += 1
    return sequence
  }

  /// Notes how far the running number of the present incarnation has come.
  static func save(_ sequence: Int64, _ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE devices SET sequence = ? WHERE id = (SELECT value FROM meta WHERE key = 'device')
        """, arguments: [sequence])
  }

  /// Notes how far the running number has come.
  func save(_ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE devices SET sequence = ? WHERE id = ?")
      .execute(arguments: [sequence, id])
  }
}
