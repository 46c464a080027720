import Casework
import Foundation
import GRDB
import Quantities
import RulePacks

extension Projector {
  /// Enters what a pack calls its stages, the pack's forms, and what it asks of other cases.
  ///
  /// Labels of stages that a later form no longer has stay, for cases that are pinned to the earlier
  /// one.
  func adopt(_ pack: RulePack, content: String) throws {
    try db.execute(
      sql: "INSERT INTO packs (pack, law, content) VALUES (?, ?, ?)",
      arguments: [pack.id, pack.lawHash, content])
    for procedure in pack.procedures {
      for (place, stage) in procedure.stages.enumerated() {
        try enter(stage, at: place, of: procedure, in: pack)
      }
    }
    try FactTables(db: db).index(Set(pack.questions.flatMap(\.indexedPaths)))
  }

  /// Takes in an event of the office's stream.
  ///
  /// - Throws: `pack.unreadable` where an adopted pack is not beside the journal.
  func take(_ event: Event) throws {
    guard case .pack(let adopted) = event.payload else { return }
    guard let bytes = try Journal(db: db).blob(adopted.contentHash),
      let pack = try? RulePack(compiled: bytes)
    else {
      throw Problem("pack.unreadable", ["pack": adopted.pack, "hash": adopted.contentHash])
    }
    try adopt(pack, content: adopted.contentHash)
  }

  private func enter(
    _ stage: Stage, at place: Int, of procedure: Procedure, in pack: RulePack
  ) throws {
    let owner = stage.owner.flatMap(pack.owner)
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO labels (pack, procedure, stage, place, is_main, is_roster, is_phase, ends,
          owner, roles, is_outside, procedure_zh, procedure_en, stage_zh, stage_en, owner_zh,
          owner_en, procedure_view_zh, procedure_view_en, view_zh, view_en)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      pack.id, procedure.id, stage.id, place, procedure.isMain, stage.isRoster,
      procedure.takeOverStages.contains(stage.id) && stage.ends == nil && !stage.isRoster,
      stage.ends?.rawValue, stage.owner,
      (owner?.roles ?? []).map(\.rawValue).joined(separator: " "), owner?.isOutside ?? false,
      procedure.label.zh, procedure.label.en, stage.label.zh, stage.label.en,
      owner?.label.zh ?? "", owner?.label.en ?? "", procedure.view?.zh, procedure.view?.en,
      stage.view?.zh, stage.view?.en,
    ])
  }
}
