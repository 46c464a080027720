import CaseStore
import Casework
import Quantities

/// Reads the official texts of a pack and of the notices that stand on it.
struct LawErrand: DeskErrand {
  /// What was read; a law without a text is left out.
  struct Answer: Sendable {
    /// The ids that were asked for.
    let laws: Set<String>
    /// The texts, by id.
    var kept: [String: KeptLawText] = [:]
    /// What the notices among them are called, by id.
    var titles: [String: Bilingual] = [:]
    /// Why one could not be read.
    var trouble: DeskTrouble?
  }

  /// The ids of the packs and notices.
  let laws: Set<String>
  var name: String { "law" }

  func run(with tools: DeskTools) -> any Sendable {
    var answer = Answer(laws: laws)
    do {
      for law in laws {
        answer.kept[law] = try tools.store?.lawText(of: law)
        answer.titles[law] = try tools.store?.office().campaigns[law]?.title
      }
    } catch {
      answer.trouble = DeskTrouble(error)
    }
    return answer
  }
}
