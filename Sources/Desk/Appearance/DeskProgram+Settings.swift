package import TerminalUI
import Wording

extension DeskProgram {
  /// The keymap as delivered, of all parts of the desk.
  package static let standardKeymap = DeskKeymap.standard(
    with: FormKeymap.bindings + CampaignKeymap.bindings)

  /// Says at the start what is wrong with the settings.
  static func announce(_ settings: DeskSettings?, _ state: inout DeskState) {
    guard let settings else { return }
    let circumstances = state.circumstances
    let lines =
      settings.problems.map(circumstances.wording.line)
      + settings.keymap(from: standardKeymap).problems.map {
        KeymapSpeech.line(for: $0, circumstances.language)
      }
    guard let first = lines.first else { return }
    let more = lines.count - 1
    let rest =
      more > 0 ? circumstances.say(zh: "（另有 \(more) 处）", en: " (and \(more) more)") : ""
    Desk.show(first + rest, isDanger: true, &state)
  }
}

extension DeskOptions {
  /// Takes in what the person set; what the command line asked for stays.
  mutating func take(_ settings: DeskSettings?) {
    guard let settings else { return }
    if let delay = settings.escapeDelay { terminal.escapeDelay = max(0, min(delay, 5000)) }
    if let isWide = settings.isAmbiguousWide {
      terminal.widths = WidthRule(ambiguousIsWide: isWide)
    }
    if settings.isPlain == true { isPlain = true }
  }
}
