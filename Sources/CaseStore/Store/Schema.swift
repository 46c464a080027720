import GRDB

/// The tables of a store and how earlier versions are brought up to date.
struct Schema: Sendable {
  /// What makes one version from the one before it.
  typealias Step = @Sendable (Database) throws -> Void

  /// Tells a store's database from any other: "Doss" in ASCII.
  static let applicationID: Int32 = 0x446F_7373

  /// The version that the program writes (`user_version`).
  let version: Int32
  /// Makes the tables of that version in an empty database.
  let create: Step
  /// The steps by the version that they start from.
  let steps: [Int32: Step]

  /// What this program writes.
  static let current = Schema(version: 1, create: journal, steps: [:])

  /// The journal, from which everything else is derived.
  ///
  /// * `events` holds header and payload as written; a redacted event has neither salt nor payload.
  /// * `ledger` is the gapless record of what was accepted, each entry hashed over the one before.
  /// * `blobs` holds explanations (`basis`) and compiled packs (`pack`) and official
  ///   texts (`law`) by the hash of their bytes.
  ///   They lie in the order in which they came, with the hashes in an index: explanations by the ten
  ///   thousand in the order of their hashes would be written all over the file. Stores that have
  ///   them in that order stay as they are.
  /// * `devices` are the incarnations that wrote here.
  private static let journal: Step = { db in
    try db.execute(
      sql: """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;
        CREATE TABLE events (
          seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, stream BLOB NOT NULL,
          kind TEXT NOT NULL, header BLOB NOT NULL, salt BLOB, payload BLOB) STRICT;
        CREATE INDEX events_stream ON events (stream, seq);
        CREATE TABLE ledger (
          position INTEGER PRIMARY KEY, event INTEGER NOT NULL, verdict INTEGER NOT NULL,
          hash BLOB NOT NULL) STRICT;
        CREATE INDEX ledger_event ON ledger (event, position);
        CREATE TABLE blobs (
          hash BLOB PRIMARY KEY NOT NULL, kind TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;
        CREATE TABLE devices (
          id TEXT PRIMARY KEY, sequence INTEGER NOT NULL, since INTEGER NOT NULL,
          fingerprint TEXT NOT NULL, reason TEXT NOT NULL) STRICT, WITHOUT ROWID;
        """)
  }
}
