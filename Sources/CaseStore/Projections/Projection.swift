import GRDB

/// The tables that are derived from the journal: they can be dropped and built again.
///
/// Nothing in them is relative to today.
///
/// * `queue` has one narrow row a case; the text that is searched lies apart in `texts`.
/// * `standings` holds each combination of department, pack, stages, owners and assignee that occurs,
///   once; `counts` says how many cases stand there for each due date. So every number that a frame
///   shows is a sum over a few hundred rows, and a filter is a set of standings.
/// * `labels` has what stages are called, so that a queue is shown without reading a pack.
enum Projection {
  /// Changed whenever the tables or what they hold change; the program then rebuilds them.
  static let version = 2

  /// The due date that stands for none, later than every other.
  static let never: Int64 = 2_147_483_647

  private static let tables = [
    "queue", "texts", "search", "standings", "counts", "proceedings", "facts", "fact_paths",
    "fact_index", "labels", "packs", "names", "numbers", "arrivals",
  ]

  /// The version that a file has.
  static func version(in db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'projection'") ?? 0
  }

  /// Makes the tables, empty, with their indexes.
  static func create(_ db: Database) throws {
    try layTables(db)
    try index(db)
  }

  /// Makes the tables, empty.
  static func layTables(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE queue (
          id INTEGER PRIMARY KEY, stream BLOB NOT NULL UNIQUE, number TEXT NOT NULL,
          number_key TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL,
          host TEXT NOT NULL, host_key TEXT NOT NULL, credit TEXT, standing INTEGER NOT NULL, main_due INTEGER,
          main_entered INTEGER NOT NULL, due INTEGER NOT NULL, entered INTEGER NOT NULL,
          next_change INTEGER, batch TEXT, field TEXT, opened INTEGER NOT NULL,
          taken_over INTEGER NOT NULL, waiting_for TEXT, version INTEGER NOT NULL) STRICT;
        CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
        CREATE VIRTUAL TABLE search USING fts5 (
          text, content = 'texts', content_rowid = 'id', columnsize = 0,
          tokenize = '\(CaseTokenizer.name)');
        CREATE TABLE standings (
          id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, n INTEGER NOT NULL) STRICT;
        CREATE TABLE counts (
          standing INTEGER NOT NULL, due INTEGER NOT NULL, n INTEGER NOT NULL,
          PRIMARY KEY (standing, due)) STRICT, WITHOUT ROWID;
        CREATE TABLE proceedings (
          id INTEGER NOT NULL, place INTEGER NOT NULL, proceeding TEXT NOT NULL,
          procedure TEXT NOT NULL, key TEXT, stage TEXT NOT NULL, clock TEXT NOT NULL,
          ends TEXT, due INTEGER, entered INTEGER NOT NULL, opened INTEGER NOT NULL,
          visited TEXT NOT NULL, PRIMARY KEY (id, place)) STRICT, WITHOUT ROWID;
        CREATE TABLE facts (id INTEGER PRIMARY KEY, row BLOB NOT NULL) STRICT;
        CREATE TABLE fact_paths (
          id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, indexed INTEGER NOT NULL) STRICT;
        CREATE TABLE fact_index (
          path INTEGER NOT NULL, value TEXT NOT NULL, id INTEGER NOT NULL,
          PRIMARY KEY (path, value, id)) STRICT, WITHOUT ROWID;
        CREATE TABLE labels (
          pack TEXT NOT NULL, procedure TEXT NOT NULL, stage TEXT NOT NULL,
          place INTEGER NOT NULL, is_main INTEGER NOT NULL, is_roster INTEGER NOT NULL,
          is_phase INTEGER NOT NULL, ends TEXT, owner TEXT, roles TEXT NOT NULL, is_outside INTEGER NOT NULL,
          procedure_zh TEXT NOT NULL, procedure_en TEXT NOT NULL, stage_zh TEXT NOT NULL,
          stage_en TEXT NOT NULL, owner_zh TEXT NOT NULL, owner_en TEXT NOT NULL,
          procedure_view_zh TEXT, procedure_view_en TEXT, view_zh TEXT, view_en TEXT,
          PRIMARY KEY (pack, procedure, stage)) STRICT, WITHOUT ROWID;
        CREATE TABLE packs (
          place INTEGER PRIMARY KEY, pack TEXT NOT NULL, law TEXT NOT NULL,
          content TEXT NOT NULL) STRICT;
        CREATE TABLE names (
          key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (key, id)) STRICT, WITHOUT ROWID;
        CREATE TABLE numbers (
          prefix TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL,
          PRIMARY KEY (prefix, year)) STRICT, WITHOUT ROWID;
        CREATE TABLE arrivals (
          fingerprint TEXT PRIMARY KEY, id INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        """)
    try db.execute(
      sql: "INSERT OR REPLACE INTO meta (key, value) VALUES ('projection', ?)",
      arguments: [version])
  }

  /// Makes the indexes; last, where many rows are written at once.
  static func index(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE INDEX queue_due ON queue (due, id, standing);
        CREATE INDEX queue_standing ON queue (standing, due, id);
        CREATE INDEX queue_number ON queue (number_key, id, standing);
        CREATE INDEX queue_name ON queue (name_key, id, standing);
        CREATE INDEX queue_host ON queue (host_key, id, standing);
        CREATE INDEX queue_entered ON queue (entered, id, standing);
        CREATE INDEX queue_credit ON queue (credit) WHERE credit IS NOT NULL;
        CREATE INDEX queue_batch ON queue (batch) WHERE batch IS NOT NULL;
        CREATE INDEX proceedings_procedure ON proceedings (procedure, stage, due);
        CREATE INDEX names_id ON names (id);
        """)
  }

  /// Drops the tables.
  static func drop(_ db: Database) throws {
    for table in tables { try db.execute(sql: "DROP TABLE IF EXISTS \(table)") }
  }
}
