import Casework
import GRDB
import RuleDrafting
import RulePacks

/// What a store remembers between calls; every part can be read again from the file.
struct StoreMemory {
  /// Whether this process has written since the last checkpoint.
  var hasWritten = false
  /// Whether it is writing very much, transaction after transaction.
  var isInBulk = false
  /// The office as of the journal's length at the time.
  var office: (length: Int64, state: OfficeState)?
  /// Compiled packs by the hash of their bytes.
  var packs: [String: RulePack] = [:]
  /// Official texts by the hash of what is kept.
  var lawTexts: [String: OfficialText] = [:]
  /// Compiled notices by the hash of their bytes.
  var notices: [String: CampaignNotice] = [:]
  /// Where cases stand, as of the database's last change by anybody.
  var standings: (version: DatabaseVersion, table: StandingTable)?

  /// Forgets what may have been read from a transaction that was taken back.
  mutating func forgetUncommitted() {
    office = nil
    standings = nil
  }
}

/// When a connection last saw the database change: by others, and by itself.
struct DatabaseVersion: Hashable, Sendable {
  let byOthers: Int64
  let byItself: Int

  /// The version that a connection sees now.
  init(_ db: Database) throws {
    byOthers = try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
    byItself = db.totalChangesCount
  }
}
