import Quantities
package import TerminalUI

/// The keys in force and what they do, made from the keymap.
package struct KeyHelpPane: DeskPane {
  private let about: [KeyContext]
  private var pane = FoundText()
  private var rows = 20

  /// The help of some contexts, the innermost first.
  package init(contexts: [KeyContext]) { about = contexts }

  package var contexts: [KeyContext] {
    pane.finder.contexts(before: [DeskKeymap.reading, DeskKeymap.everywhere])
  }
  package var isOverlay: Bool { true }

  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] {
    build(circumstances)
    return []
  }

  package mutating func receive(
    _ answer: DeskAnswer, in circumstances: Circumstances
  ) -> [DeskStep] {
    build(circumstances)
    return [.quiet]
  }

  private mutating func build(_ circumstances: Circumstances) {
    let language = circumstances.language
    let help = HelpPane(
      circumstances.keymap, contexts: about, widths: circumstances.widths,
      title: { DeskKeymap.title(of: $0)[language] }, text: { DeskKeymap.help($0)[language] })
    pane.show(help.pane.lines + Self.prose(circumstances))
    rows = max(1, circumstances.size.rows - 5)
  }

  /// Where those who use a screen reader find the same.
  private static func prose(_ circumstances: Circumstances) -> [StyledText] {
    [
      "", StyledText(circumstances.say(zh: "读屏软件", en: "Screen readers"), .title),
      StyledText(
        "  "
          + circumstances.say(
            zh: "在命令行加 --plain，逐行成句：", en: "on the command line --plain speaks in sentences:")),
      StyledText("  dossier queue|show|check|actions|history --plain", .key),
    ]
  }

  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    if pane.finder.field == nil, input == .key(.character("?")) { return [.pop] }
    if pane.take(input, rows: rows) { return [] }
    switch input {
    case .action(.help): return [.pop]
    case .mouse(let mouse, _): return pane.take(mouse, rows: rows)
    default: return nil
    }
  }

  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    let box = area.centred(
      rows: min(area.rows, pane.lines.count + 2), columns: min(area.columns, 64))
    frame.fill(box, style: Style(.dialog))
    frame.box(box, style: Style(.borderFocused, on: .dialog))
    frame.put(
      " " + circumstances.say(zh: "按键", en: "Keys") + " ",
      at: Position(box.row, box.column + 1), style: Style(.dialogTitle))
    pane.draw(into: &frame, box.inset(rows: 1, columns: 2), in: box, circumstances)
  }
}
