import ArgumentParser
import CaseStore
import Casework
import Quantities
import RulePacks
import Wording

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
    let laws = try ListedLaw.all(errand, try errand.openStoreIfAny(for: .reading))
    if errand.shared.json {
      errand.say(["packs": .list(laws.map { $0.json(errand.speech) })])
      return
    }
    var table = TextTable([
      .init(errand.speech.text(zh: "规则包", en: "Pack")),
      .init(errand.speech.text(zh: "名称", en: "Title"), limit: 60),
      .init(errand.speech.text(zh: "文号", en: "Number")),
      .init(errand.speech.text(zh: "本库", en: "This store")),
    ])
    table.rows = laws.map { $0.cells(errand.speech) }
    errand.say(table)
    for law in laws {
      for warning in law.warnings {
        errand.say("! \(law.id)  \(errand.speech.wording.message(for: warning))")
      }
    }
    errand.complain(
      laws.filter { $0.title == nil || !$0.problems.isEmpty }.flatMap { law in
        law.problems.prefix(1).flatMap(errand.speech.lines)
      })
  }
}

extension ListedLaw {
  /// The cells of its row: id, title, number, how the store stands to it.
  fileprivate func cells(_ speech: Speech) -> [String] {
    let standing =
      switch self.standing {
      case .unknown: ""
      case .adopted: speech.text(zh: "已采用", en: "adopted")
      case .adoptedEarlier: speech.text(zh: "已采用旧版", en: "an earlier form")
      case .opened: speech.text(zh: "已启动批次", en: "opened as a campaign")
      case .openedEarlier: speech.text(zh: "已按改动前的启动", en: "opened in an earlier form")
      }
    return [
      id, title?[speech.language] ?? speech.text(zh: "（无法读取）", en: "(unreadable)"), number ?? "",
      standing,
    ]
  }

  /// What scripts read.
  fileprivate func json(_ speech: Speech) -> JSON {
    let common: [String: JSON] = [
      "id": .text(id), "title": JSON(title?[speech.language]), "number": JSON(number),
      "law": JSON(law), "adopted": JSON(adopted), "readable": .flag(title != nil),
      "problems": .list(problems.map(speech.json)),
    ]
    let own: [String: JSON] =
      isNotice
      ? ["extends": JSON(extends)]
      : [
        "in_force": validity.map { Self.json($0, verification) } ?? .null,
        "warnings": .list(warnings.map(speech.json)),
      ]
    return .object(common.merging(own) { first, _ in first })
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
