import ArgumentParser
import CaseStore
import Casework
import Exchange
import Quantities
import RuleDrafting
import RulePacks
import Wording

/// Puts the official text of a regulation or of a notice in.
struct LoadLaw: Verb {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "载入法规原文 / Load an official text",
    discussion: """
      读取正式公布的文本（UTF-8 或 GBK），去掉页码和断行，按条款拆开。再次载入即替换，旧文仍在记录中。
      Reads the text as published (UTF-8 or GBK), takes page marks and broken lines out and the
      articles apart. A later load replaces it; the earlier one stays on record.

      EXAMPLES
        dossier law load qingdao-2024 measures.txt
        dossier law load qingdao-2024 measures.txt --dry-run --json
        dossier law load qingdao-2026-evaluation notice.txt
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "规则包或通知 / The pack or the notice", completion: Completions.laws)
  var law: String

  @Argument(
    help: ArgumentHelp("正式公布的文本 / The text as published", valueName: "file"),
    completion: .file())
  var file: String

  @Flag(help: "题名或条款不符也载入 / Load it though title or articles differ")
  var force = false

  @Flag(name: .customLong("dry-run"), help: "只检查，不写入 / Look, write nothing")
  var isDryRun = false

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore(for: isDryRun ? .reading : .writing)
    let law = try errand.publishedLaw(law, in: store)
    let report = LawTextReport(
      try LawTextFile.read(file), for: law,
      loaded: try store.office().lawTexts[law.id] ?? [])
    if !force, report.isDoubtful { throw Problems(report.remarks) }
    if !isDryRun, !report.isSame {
      try store.perform(.law(report.newText), by: try errand.session(in: store))
    }
    answer(report, errand)
  }

  private func answer(_ report: LawTextReport, _ errand: Errand) {
    let (file, law, comparison) = (report.file, report.law, report.comparison)
    let (matched, isSame) = (report.matched, report.isSame)
    if errand.shared.json {
      errand.say([
        "pack": .text(law.id), "source": .text(file.name), "sha256": .text(report.sha256),
        "encoding": .text(file.encoding.rawValue), "title": JSON(file.text.title),
        "articles": JSON(file.text.articleCount), "passages": JSON(file.text.passages.count),
        "matched": JSON(matched), "without_text": JSON(comparison.withoutText),
        "unlisted": JSON(comparison.unlisted), "loaded": .flag(!isDryRun && !isSame),
        "unchanged": .flag(isSame), "problems": .list(report.remarks.map(errand.speech.json)),
      ])
    }
    let articles = file.text.articleCount
    let passages = file.text.passages.count
    if isSame {
      errand.say(zh: "同一文件已经载入，没有变化。", en: "The same file is loaded already; nothing changed.")
    }
    errand.say(
      zh: """
        \(isDryRun ? "可载入" : "已载入") \(file.name)：\(articles) 条（部分），连同各项共 \(passages) 段；\
        所列 \(law.articles.count) 条中 \(matched) 条有原文
        """,
      en: """
        \(isDryRun ? "Can be loaded:" : "Loaded") \(file.name): \(articles) articles or parts, \
        \(passages) passages with their items; \(matched) of the \(law.articles.count) \
        articles listed have their text
        """)
    let wording = errand.speech.wording
    if !comparison.withoutText.isEmpty {
      let list = wording.articles(comparison.withoutText.map(law.cited))
      errand.say(zh: "没有原文：\(list)", en: "Without a text: \(list)")
    }
    if !comparison.unlisted.isEmpty {
      let list = wording.articles(comparison.unlisted.map(law.cited))
      errand.say(zh: "数据未列：\(list)", en: "Not listed in the data: \(list)")
    }
    errand.complain(report.remarks.flatMap(errand.speech.lines))
  }
}

extension Errand {
  /// The pack or the notice that a text belongs to, its people and labels learnt: as the office has it,
  /// else as the data folder has it.
  ///
  /// - Throws: `pack.missing`, and what is wrong with its files.
  func publishedLaw(_ id: String, in store: CaseStore) throws -> any PublishedLaw {
    let kept = try store.campaignsInForce().first { $0.notice.id == id }?.notice
    if let notice = try kept ?? (isCampaign(id) ? loadCampaign(id, in: store).notice : nil) {
      try learn(store, notice.pack)
      return notice
    }
    let pack = try (try? store.pack(id)) ?? loadPack(id).pack
    speech.know(pack, of: try store.office())
    return pack
  }
}
