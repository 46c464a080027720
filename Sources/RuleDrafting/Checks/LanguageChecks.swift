import Quantities
import RulePacks

/// That Chinese texts are Chinese and English ones English.
struct LanguageChecks {
  /// What is wrong; warnings.
  private(set) var problems: [Problem] = []

  /// Checks every text of a pack.
  init(of pack: RulePack, places: PackPlaces) {
    var texts: [(String, Bilingual?)] = [("title", pack.title), ("issuer", pack.issuer)]
    texts += pack.articles.map { ("articles.\($0.key)", $0.gist) }
    texts += pack.owners.map { ("owners.\($0.id)", $0.label) }
    texts += pack.inputs.map { ("inputs.\($0.id)", $0.label) }
    texts += (pack.transition?.clauses ?? []).map { ("transition", $0.label) }
    texts += pack.materials.map { ("materials.\($0.kind)", $0.label) }
    for item in pack.practice {
      texts += Self.texts("practice.\(item.id)", [item.label, item.note])
    }
    for item in pack.conditions {
      texts += Self.texts("conditions.\(item.id)", [item.label, item.hint])
    }
    for item in pack.grounds {
      texts += Self.texts("grounds.\(item.id)", [item.label, item.weighs])
    }
    for procedure in pack.procedures {
      let path = "procedures.\(procedure.id)"
      texts += [(path, procedure.label), ("\(path).opening", procedure.opening?.label)]
      for stage in procedure.stages {
        texts.append(("\(path).\(stage.id)", stage.label))
        for action in stage.actions {
          texts.append(("\(path).\(stage.id).\(action.id)", action.label))
          texts += action.guards.map { ("\(path).\(stage.id).\(action.id).\($0.id)", $0.label) }
        }
      }
    }
    for (path, text) in texts { check(path, text, places) }
  }

  private static func texts(_ path: String, _ texts: [Bilingual?]) -> [(String, Bilingual?)] {
    texts.map { (path, $0) }
  }

  private mutating func check(_ path: String, _ text: Bilingual?, _ places: PackPlaces) {
    guard let text else { return }
    let isChinese = text.zh.unicodeScalars.contains(where: \.properties.isIdeographic)
    let isEnglish = text.en.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }
    for (language, isRight) in [("zh", isChinese), ("en", isEnglish)] where !isRight {
      problems.append(
        Problem(
          "pack.check.text_language", severity: .warning, at: places[path], ["language": language]))
    }
  }
}
