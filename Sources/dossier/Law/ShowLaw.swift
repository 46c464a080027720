import ArgumentParser
import CaseStore
import Casework
import Quantities
import RuleDrafting
import RulePacks
import Wording

/// Shows an official text, article by article, with the pack's gists.
struct ShowLaw: Verb {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "查看法规原文 / Show an official text",
    discussion: """
      没有载入原文的，只列要点。
      Without an official text the gists alone are shown.

      EXAMPLES
        dossier law show qingdao-2024
        dossier law show qingdao-2024 8.1 --json
        dossier law show qingdao-2026-evaluation 6.2
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "规则包或通知 / The pack or the notice", completion: Completions.laws)
  var law: String

  @Argument(help: "条款编号，如 8.1 / The article's key, such as 8.1")
  var key: String?

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore(for: .reading)
    let law = try errand.publishedLaw(law, in: store)
    let kept = try store.lawText(of: law.id)
    let lines = try chosen(law, kept?.text)
    if errand.shared.json {
      errand.say([
        "pack": .text(law.id), "loaded": .flag(kept != nil),
        "source": JSON(kept?.record.loaded.source), "sha256": JSON(kept?.record.loaded.sha256),
        "articles": .list(lines.map { Self.json($0, law, kept?.text, errand) }),
      ])
      return
    }
    for line in lines { errand.say(Self.text(line, law, kept?.text, errand)) }
    if kept == nil {
      errand.complain(
        errand.speech.lines(Problem("law.not_loaded", severity: .warning, ["pack": law.id])))
    }
  }

  /// The keys that are meant, in the order of the text, then those that the pack alone has.
  private func chosen(_ law: any PublishedLaw, _ text: OfficialText?) throws -> [Citation] {
    let inText = text?.passages.map(\.key) ?? []
    let all = inText + law.articles.map(\.key).filter { text?.passage($0) == nil }
    guard let key else { return all }
    let found = all.filter { $0 == key || $0.hasPrefix(key + ".") }
    guard !found.isEmpty else {
      throw Problem(
        "law.no_such_article",
        ["pack": law.id, "key": key, "known": all.joined(separator: ", ")])
    }
    return found
  }

  private static func json(
    _ key: Citation, _ law: any PublishedLaw, _ text: OfficialText?, _ errand: Errand
  ) -> JSON {
    let article = law.article(key)
    let passage = text?.passage(key)
    return [
      "key": .text(key), "cite": .text(errand.speech.wording.article(law.cited(key))),
      "mark": JSON(passage?.mark), "text": JSON(passage?.text), "line": JSON(passage?.line),
      "gist": JSON(article?.gist[errand.language]), "kind": JSON(article?.kind.rawValue),
      "judgement": article.map { .flag($0.isJudgement) } ?? .null,
    ]
  }

  private static func text(
    _ key: Citation, _ law: any PublishedLaw, _ text: OfficialText?, _ errand: Errand
  ) -> [String] {
    guard !errand.shared.plain else { return sentences(key, law, text, errand) }
    var lines = ["\(key)  \(errand.speech.wording.article(law.cited(key)))"]
    if let passage = text?.passage(key) {
      lines += (passage.mark + " " + passage.text).split(separator: "\n").map { "  " + $0 }
    }
    if let gist = law.article(key)?.gist[errand.language] {
      lines.append(errand.speech.text(zh: "  〔要点〕", en: "  [gist] ") + gist)
    }
    return lines
  }

  /// The same in sentences, a line each.
  private static func sentences(
    _ key: Citation, _ law: any PublishedLaw, _ text: OfficialText?, _ errand: Errand
  ) -> [String] {
    let prose = errand.prose
    var lines = [prose.ended(errand.speech.wording.article(law.cited(key)))]
    if let passage = text?.passage(key) {
      lines += (passage.mark + " " + passage.text).split(separator: "\n").map {
        prose.ended(String($0))
      }
    }
    if let gist = law.article(key)?.gist[errand.language] {
      lines.append(prose.ended(errand.speech.text(zh: "要点：", en: "Gist: ") + gist))
    }
    return lines
  }
}
