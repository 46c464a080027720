import CaseStore
import Quantities

/// Reads the official texts of a pack and of the notices that stand on it.
struct LawErrand: DeskErrand {
  /// What was read; a law without a text is left out.
  struct Answer: Sendable {
    /// The ids that were asked for.
    let laws: Set<String>
    /// The texts, by id.
    let kept: [String: KeptLawText]
    /// Why one could not be read.
    let trouble: DeskTrouble?
  }

  /// The ids of the packs and notices.
  let laws: Set<String>
  var name: String { "law" }

  func run(with tools: DeskTools) -> any Sendable {
    var kept: [String: KeptLawText] = [:]
    do {
      for law in laws { kept[law] = try tools.store?.lawText(of: law) }
      return Answer(laws: laws, kept: kept, trouble: nil)
    } catch {
      return Answer(laws: laws, kept: kept, trouble: DeskTrouble(error))
    }
  }
}
