import ArgumentParser
import CaseStore
import Casework
import Quantities
import RulePacks
import TerminalUI

/// Lists the official texts that were loaded.
struct ListLaws: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出已载入的原文 / List the texts loaded",
    discussion: """
      EXAMPLE
        dossier law list --json
      """)

  @OptionGroup var shared: SharedOptions

  @Flag(help: "连同已被替换的 / With those that were replaced")
  var all = false

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore(for: .reading)
    let office = try store.office()
    errand.speech.know(office)
    let speech = errand.speech
    var rows: [JSON] = []
    var table = TextTable([
      .init(speech.text(zh: "规则包", en: "Pack")), .init(speech.text(zh: "文件", en: "File")),
      .init(speech.text(zh: "条数", en: "Articles"), .right),
      .init(speech.text(zh: "载入", en: "Loaded")), .init(speech.text(zh: "载入人", en: "By")),
      .init("SHA-256"), .init(speech.text(zh: "状态", en: "State")),
    ])
    let notices = office.campaigns.values.filter { $0.content != nil }.map(\.id)
    let packs = Set(office.packs.keys).union(office.lawTexts.keys).union(notices).sorted()
    for pack in packs {
      let records = office.lawTexts[pack] ?? []
      for (index, record) in records.enumerated() {
        let isCurrent = index == records.count - 1
        guard all || isCurrent else { continue }
        let loaded = record.loaded
        rows.append([
          "pack": .text(pack), "source": .text(loaded.source), "sha256": .text(loaded.sha256),
          "encoding": .text(loaded.encoding), "articles": JSON(loaded.articles),
          "on": JSON(record.on), "by": .text(record.actor), "current": .flag(isCurrent),
        ])
        table.rows.append([
          pack, loaded.source, "\(loaded.articles)", "\(record.on)",
          office.users[record.actor]?.display ?? record.actor, String(loaded.sha256.prefix(12)),
          isCurrent
            ? speech.text(zh: "现行", en: "current") : speech.text(zh: "已替换", en: "replaced"),
        ])
      }
      if records.isEmpty {
        table.rows.append([
          pack, "—", "", "", "", "", speech.text(zh: "未载入", en: "not loaded"),
        ])
      }
    }
    let missing = packs.filter { office.lawTexts[$0] == nil }
    if errand.shared.json {
      errand.say(["texts": .list(rows), "not_loaded": JSON(missing)])
    } else {
      errand.say(table)
    }
  }
}
