import Quantities
import RuleDrafting
import RulePacks
import Wording

/// What is said of two packs or notices that were compared.
struct ComparisonAnswer {
  /// What differs.
  let comparison: PackComparison
  /// The earlier and the later one by id and law hash.
  let sides: (before: (id: String, law: String), after: (id: String, law: String))

  /// Two forms of a notice.
  init(_ before: CampaignNotice, _ after: CampaignNotice) {
    comparison = PackComparison(from: before, to: after)
    sides = ((before.id, before.lawHash), (after.id, after.lawHash))
  }

  /// Two packs.
  init(_ before: RulePack, _ after: RulePack) {
    comparison = PackComparison(from: before, to: after)
    sides = ((before.id, before.lawHash), (after.id, after.lawHash))
  }

  private var law: Int { comparison.law.count }
  private var rest: Int { comparison.changes.count - law }

  /// For scripts.
  func json(_ language: Language) -> JSON {
    [
      "from": ["pack": .text(sides.before.id), "law": .text(sides.before.law)],
      "to": ["pack": .text(sides.after.id), "law": .text(sides.after.law)],
      "same": .flag(comparison.isEmpty), "same_law": .flag(comparison.hasSameLaw),
      "law_changes": JSON(law), "wording_changes": JSON(rest),
      "changes": .list(comparison.changes.map { Self.json($0, language) }),
    ]
  }

  /// For people: how much differs, then part by part.
  func lines(_ speech: Speech) -> [String] {
    let (before, after) = sides
    let names = "\(before.id) \(before.law.prefix(12)) → \(after.id) \(after.law.prefix(12))"
    guard !comparison.isEmpty else {
      let isWrittenAlike = before.law == after.law
      return [
        names,
        isWrittenAlike
          ? speech.text(zh: "两者相同", en: "Both say the same")
          : speech.text(
            zh: "两者相同，只是写法不同；案卷不受影响",
            en: "Both say the same, written differently: cases stay where they are"),
      ]
    }
    let counts = speech.text(
      zh: """
        \(comparison.hasSameLaw ? "法条相同，案卷不受影响" : "法条不同")；法条改动 \(law) 处，只改表述或约定 \(rest) 处
        """,
      en: """
        \(comparison.hasSameLaw ? "The law is the same: cases stay where they are" : "The law differs"); \
        changes of law: \(law), of wording or practice alone: \(rest)
        """)
    return [names, counts]
      + PackComparison.Area.allCases.flatMap { area -> [String] in
        let changes = comparison.changes.filter { $0.area == area }
        guard !changes.isEmpty else { return [] }
        return ["", speech.wording.name(of: area)]
          + changes.flatMap { speech.wording.lines(for: $0).map { "  " + $0 } }
      }
  }

  private static func json(_ change: PackComparison.Change, _ language: Language) -> JSON {
    [
      "area": .text(change.area.rawValue), "path": .text(change.path.joined(separator: ".")),
      "label": JSON(change.label?[language]), "fate": .text(change.fate.rawValue),
      "law": .flag(change.isLaw),
      "fields": .list(
        change.fields.map { field in
          [
            "key": .text(field.key), "law": .flag(field.isLaw),
            "before": json(field.before, language), "after": json(field.after, language),
            "figures": .list(
              field.figures.map {
                ["before": .text($0.before.written), "after": .text($0.after.written)]
              }),
          ]
        }),
    ]
  }

  private static func json(_ content: PackPart.Content?, _ language: Language) -> JSON {
    switch content {
    case .text(let text), .expression(let text): .text(text)
    case .bilingual(let text): .text(text[language])
    case .names(let names): JSON(names)
    case .flag(let flag): .flag(flag)
    case .value(let value): .text(value.written)
    case nil: .null
    }
  }
}
