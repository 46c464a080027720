import ArgumentParser
import CaseStore
import Casework
import Quantities
import RuleDrafting
import Wording
import RulePacks

/// The rule packs.
struct PackVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "规则包 / Rule packs",
    discussion: """
      EXAMPLE
        dossier pack list
      """,
    subcommands: [
      ListPacks.self, CheckPack.self, TestPack.self, DrawPack.self, AdoptPack.self,
      MigrateCases.self,
      ComparePacks.self, SimulatePack.self, StartPack.self, WriteSchemas.self,
      VerifyPack.self, ListGaps.self,
    ], defaultSubcommand: ListPacks.self)
}

/// Lists the packs of the data folder and those that the store has adopted.
struct ListPacks: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出规则包 / List the packs",
    discussion: """
      EXAMPLE
        dossier pack list --json
      """)

  @OptionGroup var shared: SharedOptions

  func carryOut(_ errand: Errand) throws {
    let store = try? errand.openStore(for: .reading)
    let adopted = (try? store?.packs()) ?? []
    let verified = (try? store?.office().verifications) ?? [:]
    let today = store.flatMap { try? errand.today(in: $0) } ?? errand.officeDay
    let names = (try? errand.packNames()) ?? []
    if names.isEmpty, adopted.isEmpty { _ = try DataFolder.path(errand) }
    var rows: [JSON] = []
    var remarks: [(pack: String, warning: Problem)] = []
    var table = TextTable([
      .init(errand.speech.text(zh: "规则包", en: "Pack")),
      .init(errand.speech.text(zh: "名称", en: "Title"), limit: 60),
      .init(errand.speech.text(zh: "文号", en: "Number")),
      .init(errand.speech.text(zh: "本库", en: "This store")),
    ])
    for name in Set(names).union(adopted.map(\.id)).sorted() {
      let own = adopted.first { $0.id == name }
      let loaded = names.contains(name) ? try? errand.loadPack(name).pack : nil
      let pack = loaded ?? own
      let isCurrent = own != nil && (loaded == nil || loaded?.lawHash == own?.lawHash)
      let warnings = pack?.validity.warnings(on: today, verification: verified[name]) ?? []
      for warning in warnings { remarks.append((name, warning)) }
      rows.append([
        "in_force": pack.map { Self.json($0.validity, verified[name]) } ?? .null,
        "warnings": .list(warnings.map(errand.speech.json)),
        "id": .text(name), "title": JSON(pack?.title[errand.language]),
        "number": JSON(pack?.number), "law": JSON(pack?.lawHash), "adopted": JSON(own?.lawHash),
        "readable": .flag(pack != nil),
      ])
      table.rows.append([
        name, pack?.title[errand.language] ?? errand.speech.text(zh: "（无法读取）", en: "(unreadable)"),
        pack?.number ?? "",
        own == nil
          ? ""
          : isCurrent
            ? errand.speech.text(zh: "已采用", en: "adopted")
            : errand.speech.text(zh: "已采用旧版", en: "an earlier form"),
      ])
    }
    for name in (try? errand.campaignNames()) ?? [] {
      let notice = try? errand.loadCampaign(name).notice
      let own = (try? errand.openStore().office())?.campaigns[name]?.content?.lawHash
      rows.append([
        "id": .text(name), "title": JSON(notice?.title[errand.language]),
        "number": JSON(notice?.documentNumber), "law": JSON(notice?.lawHash),
        "adopted": JSON(own), "readable": .flag(notice != nil), "extends": JSON(notice?.pack),
      ])
      table.rows.append([
        name,
        notice?.title[errand.language] ?? errand.speech.text(zh: "（无法读取）", en: "(unreadable)"),
        notice?.documentNumber ?? "",
        own == nil ? "" : errand.speech.text(zh: "已启动批次", en: "opened as a campaign"),
      ])
    }
    if errand.shared.json {
      errand.say(["packs": .list(rows)])
      return
    }
    errand.say(table)
    for remark in remarks {
      errand.say("! \(remark.pack)  \(errand.speech.wording.message(for: remark.warning))")
    }
  }

  /// The dates of a regulation, and what vouches for it.
  private static func json(_ validity: Validity, _ verification: InForceVerification?) -> JSON {
    [
      "published": JSON(validity.published), "from": JSON(validity.from), "to": JSON(validity.to),
      "interim": .flag(validity.isInterim), "historical": .flag(validity.isHistorical),
      "registration": JSON(validity.registration),
      "relied_on": JSON(validity.reliedOn?.date), "relied_on_by": JSON(validity.reliedOn?.by.zh),
      "verified_on": JSON(verification?.on ?? validity.verifiedOn),
      "verified_by": JSON(verification?.by),
    ]
  }
}

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
