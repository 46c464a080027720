import Casework
import Quantities
import RulePacks
import Wording

/// Trouble as the desk says it.
enum Speech {
  /// One line.
  static func line(for trouble: DeskTrouble, in circumstances: Circumstances) -> String {
    let wording = circumstances.wording
    switch trouble {
    case .problem(let problem):
      let remedy = wording.remedy(for: problem).map {
        circumstances.say(zh: "。", en: ". ") + $0
      }
      return wording.message(for: problem) + (remedy ?? "")
    case .refused(let refusals): return refusals.list.first.map(wording.line) ?? ""
    case .moved: return circumstances.say(zh: "案卷已有变化", en: "The case has moved")
    case .other(let text): return text
    }
  }
}
