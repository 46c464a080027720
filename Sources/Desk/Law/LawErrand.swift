import CaseStore
import Quantities

/// Reads the official text of a pack.
struct LawErrand: DeskErrand {
  /// What was read; without a text where none is loaded.
  struct Answer: Sendable {
    let pack: String
    let kept: KeptLawText?
    let trouble: DeskTrouble?
  }

  /// The pack.
  let pack: String
  var name: String { "law" }

  func run(with tools: DeskTools) -> any Sendable {
    do {
      return Answer(pack: pack, kept: try tools.store?.lawText(of: pack), trouble: nil)
    } catch {
      return Answer(pack: pack, kept: nil, trouble: DeskTrouble(error))
    }
  }
}
