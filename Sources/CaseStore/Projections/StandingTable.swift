import Casework
import GRDB
package import Quantities
package import RulePacks
import Synchronization

/// What a stage is called, and what kind of stage it is, without reading the pack.
package struct StageLabel: Hashable, Sendable {
  /// The pack.
  package var pack: String
  /// The procedure.
  package var procedure: String
  /// The stage.
  package var stage: String
  /// Its place in the procedure, from 0.
  package var place: Int
  /// Whether the procedure is the main one.
  package var isMain: Bool
  /// Whether the stage is the standing roster.
  package var isRoster: Bool
  /// Whether centres stand there for long before they come onto the roster, such as construction.
  package var isPhase: Bool
  /// The end, where the stage is one.
  package var ends: EndKind?
  /// The owner.
  package var owner: String?
  /// The roles that act for the owner.
  package var roles: [Role]
  /// Whether the owner is outside the office.
  package var isOutside: Bool
  /// What the procedure is called.
  package var procedureLabel: Bilingual
  /// What the stage is called.
  package var stageLabel: Bilingual
  /// What the owner is called.
  package var ownerLabel: Bilingual
  /// What the list of cases with an open run of the procedure is called, where it always has one.
  package var procedureView: Bilingual?
  /// What the list of cases at the stage is called, where it has one of its own.
  package var stageView: Bilingual?

  /// A label.
  package init(
    pack: String, procedure: String, stage: String, place: Int, isMain: Bool, isRoster: Bool,
    isPhase: Bool, ends: EndKind? = nil, owner: String? = nil, roles: [Role], isOutside: Bool,
    procedureLabel: Bilingual, stageLabel: Bilingual, ownerLabel: Bilingual,
    procedureView: Bilingual? = nil, stageView: Bilingual? = nil
  ) {
    self.pack = pack
    self.procedure = procedure
    self.stage = stage
    self.place = place
    self.isMain = isMain
    self.isRoster = isRoster
    self.isPhase = isPhase
    self.ends = ends
    self.owner = owner
    self.roles = roles
    self.isOutside = isOutside
    self.procedureLabel = procedureLabel
    self.stageLabel = stageLabel
    self.ownerLabel = ownerLabel
    self.procedureView = procedureView
    self.stageView = stageView
  }
}

/// Every standing that occurs, with how many cases stand there, and the labels of the stages.
struct StandingTable: Sendable {
  struct Entry: Sendable {
    let id: Int64
    let standing: Standing
    let count: Int
  }

  let entries: [Entry]
  let byID: [Int64: Standing]
  /// Labels by pack, procedure and stage.
  let labels: [LabelKey: StageLabel]

  struct LabelKey: Hashable, Sendable {
    let pack: String
    let procedure: String
    let stage: String
  }

  /// The label of a place.
  func label(of place: Standing.Place, in pack: String) -> StageLabel? {
    labels[LabelKey(pack: pack, procedure: place.procedure, stage: place.stage)]
  }

  init(_ db: Database) throws {
    let rows = try Row.fetchAll(db.cachedStatement(sql: "SELECT id, key, n FROM standings"))
    entries = rows.compactMap { row in
      Standing(key: row[1]).map { Entry(id: row[0], standing: $0, count: row[2]) }
    }
    byID = Dictionary(entries.map { ($0.id, $0.standing) }) { first, _ in first }
    var labels: [LabelKey: StageLabel] = [:]
    for row in try Row.fetchAll(
      db.cachedStatement(sql: "SELECT \(StageLabel.columns) FROM labels"))
    {
      let label = StageLabel(row)
      labels[LabelKey(pack: label.pack, procedure: label.procedure, stage: label.stage)] = label
    }
    self.labels = labels
  }
}

extension StageLabel {
  /// The columns that `init` reads; by their place, since there are hundreds of labels and every
  /// screen begins with them.
  fileprivate static let columns = """
    pack, procedure, stage, place, is_main, is_roster, is_phase, ends, owner, roles, is_outside,
    procedure_zh, procedure_en, stage_zh, stage_en, owner_zh, owner_en, procedure_view_zh,
    procedure_view_en, view_zh, view_en
    """

  /// A row of `labels`.
  fileprivate init(_ row: Row) {
    self.init(
      pack: row[0], procedure: row[1], stage: row[2], place: row[3], isMain: row[4],
      isRoster: row[5], isPhase: row[6], ends: (row[7] as String?).flatMap(EndKind.init),
      owner: row[8],
      roles: (row[9] as String).utf8.split(separator: UInt8(ascii: " ")).compactMap {
        Role(rawValue: String(Substring($0)))
      },
      isOutside: row[10],
      procedureLabel: Bilingual(zh: row[11], en: row[12]),
      stageLabel: Bilingual(zh: row[13], en: row[14]),
      ownerLabel: Bilingual(zh: row[15], en: row[16]),
      procedureView: Self.text(row[17], row[18]), stageView: Self.text(row[19], row[20]))
  }

  private static func text(_ zh: String?, _ en: String?) -> Bilingual? {
    zh.flatMap { zh in en.map { Bilingual(zh: zh, en: $0) } }
  }
}

extension CaseStore {
  /// Where cases stand now, read again only where the database has changed.
  func standings(in db: Database) throws -> StandingTable {
    let version = try DatabaseVersion(db)
    if let known = memory.withLock({ $0.standings }), known.version == version {
      return known.table
    }
    let table = try StandingTable(db)
    memory.withLock { $0.standings = (version, table) }
    return table
  }

  /// What the stages of all adopted packs are called.
  package func labels() throws -> [StageLabel] {
    try reading { db in
      try standings(in: db).labels.values.sorted {
        ($0.pack, $0.isMain ? 0 : 1, $0.procedure, $0.place)
          < ($1.pack, $1.isMain ? 0 : 1, $1.procedure, $1.place)
      }
    }
  }
}
