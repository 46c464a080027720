import GRDB
import Glibc
import Quantities

extension CaseStore {
  /// Brings an earlier version up to date, after a backup, and rebuilds what is derived where the
  /// program derives it differently.
  ///
  /// - Parameter progress: told how many cases of how many were derived again.
  func bringUpToDate(progress: (Int, Int) -> Void = { _, _ in }) throws {
    let state = try reading { db in
      (
        schema: try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
        projection: try Projection.version(in: db)
      )
    }
    guard state.schema <= schema.version, state.projection <= Projection.version else {
      throw StoreProblem.make(
        "later_version", at: directory.path,
        ["found": "\(state.schema).\(state.projection)", "known": "\(schema.version)"])
    }
    guard state.schema < schema.version || state.projection < Projection.version else { return }
    guard access == .writing, let lock else {
      throw StoreProblem.make(
        "earlier_version", at: directory.path,
        ["found": "\(state.schema)", "known": "\(schema.version)"])
    }
    try guarded {
      try database.writeWithoutTransaction { db in
        try lock.hold { try migrate(db, progress) }
      }
    }
  }

  private func migrate(_ db: Database, _ progress: (Int, Int) -> Void) throws {
    let found = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    // Somebody else may have done it while this one waited for the lock.
    let projection = try Projection.version(in: db)
    if found == schema.version, projection == Projection.version { return }
    if found < schema.version { try backUp(db, before: found) }
    // A step may change the journal itself, which other connections see only afterwards.
    let views = found == schema.version ? try SameViews.of(self, db) : nil
    try db.inTransaction(.immediate) {
      var version = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      while version < schema.version {
        guard let step = schema.steps[version] else {
          throw StoreProblem.make("no_way_up", at: directory.path, ["found": "\(version)"])
        }
        try step(db)
        version += 1
        try db.execute(sql: "PRAGMA user_version = \(version)")
      }
      try Connection.roomily(db) { try Projection.rebuild(db, views, progress: progress) }
      return .commit
    }
    try Checkpoint.run(on: db)
  }

  /// Copies the database into `backups/` before its schema is changed.
  private func backUp(_ db: Database, before version: Int32) throws {
    let sharing = StoreSharing(of: directory)
    let group = FileStatus(directory.path)?.group
    try SystemFile.makeFolder(
      directory.backups, mode: sharing.folderMode, group: sharing == .personal ? nil : group)
    var path = directory.backups + "/version-\(version).sqlite"
    var number = 1
    while FileStatus(path) != nil {
      number += 1
      path = directory.backups + "/version-\(version)-\(number).sqlite"
    }
    try db.execute(sql: "VACUUM INTO ?", arguments: [path])
    try SystemFile.settle(
      path, mode: sharing.fileMode, group: sharing == .personal ? nil : group)
    try SystemFile.synchronise(folder: directory.backups)
  }
}
