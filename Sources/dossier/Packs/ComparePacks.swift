import ArgumentParser
import CaseStore
import Quantities
import RuleDrafting
import RulePacks
import Wording

/// Compares two packs by what they mean.
struct ComparePacks: Verb {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "比较两个规则包 / Compare two packs",
    discussion: """
      逐条比较条款、条件、程序、期限、约定，并说明哪些改动了法条、哪些只是表述。只给一个时，
      与本库采用的形式比较。
      Articles, conditions, procedures, deadlines and practice are compared by what they mean; what is
      law is told from what is wording. One pack alone is compared with the form that the store has
      adopted.

      EXAMPLES
        dossier pack diff qingdao-2024 ./draft
        dossier pack diff ./qingdao-2024 --json
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "规则包或其目录 / The pack or its folder", completion: Completions.packs)
  var first: String

  @Argument(help: "另一个；不给时取 first 与本库采用的 / The other one", completion: Completions.packs)
  var second: String?

  func carryOut(_ errand: Errand) throws {
    let before: RulePack
    let after: RulePack
    if let second {
      before = try errand.loadPack(first).pack
      after = try errand.loadPack(second).pack
    } else {
      after = try errand.loadPack(first).pack
      before = try errand.openStore(for: .reading).pack(after.id)
    }
    answer(PackComparison(from: before, to: after), before, after, errand)
  }

  private func answer(
    _ comparison: PackComparison, _ before: RulePack, _ after: RulePack, _ errand: Errand
  ) {
    let law = comparison.law.count
    let rest = comparison.changes.count - law
    if errand.shared.json {
      errand.say([
        "from": ["pack": .text(before.id), "law": .text(before.lawHash)],
        "to": ["pack": .text(after.id), "law": .text(after.lawHash)],
        "same": .flag(comparison.isEmpty), "same_law": .flag(comparison.hasSameLaw),
        "law_changes": JSON(law), "wording_changes": JSON(rest),
        "changes": .list(comparison.changes.map { Self.json($0, errand) }),
      ])
      return
    }
    let names =
      "\(before.id) \(before.lawHash.prefix(12)) → \(after.id) \(after.lawHash.prefix(12))"
    guard !comparison.isEmpty else {
      errand.say(zh: "\(names)\n两者相同", en: "\(names)\nBoth say the same")
      return
    }
    errand.say(
      zh: """
        \(names)
        \(comparison.hasSameLaw ? "法条相同，案卷不受影响" : "法条不同")；法条改动 \(law) 处，只改表述或约定 \(rest) 处
        """,
      en: """
        \(names)
        \(comparison.hasSameLaw ? "The law is the same: cases stay where they are" : "The law differs"); \
        changes of law: \(law), of wording or practice alone: \(rest)
        """)
    errand.speech.know(labelsOf: after)
    for area in PackComparison.Area.allCases {
      let changes = comparison.changes.filter { $0.area == area }
      guard !changes.isEmpty else { continue }
      errand.say(["", errand.speech.wording.name(of: area)])
      for change in changes {
        errand.say(errand.speech.wording.lines(for: change).map { "  " + $0 })
      }
    }
  }

  private static func json(_ change: PackComparison.Change, _ errand: Errand) -> JSON {
    [
      "area": .text(change.area.rawValue), "path": .text(change.path.joined(separator: ".")),
      "label": JSON(change.label?[errand.language]), "fate": .text(change.fate.rawValue),
      "law": .flag(change.isLaw),
      "fields": .list(
        change.fields.map { field in
          [
            "key": .text(field.key), "law": .flag(field.isLaw),
            "before": json(field.before, errand), "after": json(field.after, errand),
            "figures": .list(
              field.figures.map {
                ["before": .text($0.before.written), "after": .text($0.after.written)]
              }),
          ]
        }),
    ]
  }

  private static func json(_ content: PackPart.Content?, _ errand: Errand) -> JSON {
    switch content {
    case .text(let text), .expression(let text): .text(text)
    case .bilingual(let text): .text(text[errand.language])
    case .names(let names): JSON(names)
    case .flag(let flag): .flag(flag)
    case .value(let value): .text(value.written)
    case nil: .null
    }
  }
}
