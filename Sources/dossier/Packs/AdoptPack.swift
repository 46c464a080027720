import ArgumentParser
import CaseStore
import Casework
import RuleDrafting
import RulePacks

/// Adopts a pack in the form that the data folder has.
struct AdoptPack: Verb {
  static let configuration = CommandConfiguration(
    commandName: "adopt", abstract: "在本库采用规则包 / Adopt a pack in the store",
    discussion: """
      已有案卷仍依其受理时的法条办理；转用见 pack migrate。
      Cases stay with the law that they are pinned to; pack migrate passes them on.

      EXAMPLE
        dossier pack adopt qingdao-2024
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "规则包 / The pack", completion: Completions.packs)
  var id: String

  func carryOut(_ errand: Errand) throws {
    let pack = try errand.loadPack(id).pack
    let store = try errand.openStore(for: .writing)
    try store.perform(.adopt(pack), by: try errand.session(in: store))
    if errand.shared.json { errand.say(["id": .text(pack.id), "law": .text(pack.lawHash)]) }
    errand.say(
      zh: "已采用 \(pack.id)（法条指纹 \(pack.lawHash.prefix(12))）",
      en: "Adopted \(pack.id) (law \(pack.lawHash.prefix(12)))")
  }
}
