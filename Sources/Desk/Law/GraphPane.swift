import Casework
import Quantities
import RuleDrafting
package import RulePacks
package import TerminalUI

/// A procedure as a drawing, with the stage where the case stands marked.
package struct GraphPane: DeskPane {
  /// What opens it.
  static let action = DeskAction.other("graph")

  private let procedure: String
  private let stage: String?
  private let pack: RulePack
  private var pane = FoundText()

  /// A procedure of a pack, and the stage that is marked.
  package init(_ procedure: String, at stage: String?, of pack: RulePack) {
    self.procedure = procedure
    self.stage = stage
    self.pack = pack
  }

  package var contexts: [KeyContext] {
    pane.finder.contexts(before: [DeskKeymap.reading, DeskKeymap.everywhere])
  }
  package var isOverlay: Bool { true }

  private func columns(_ circumstances: Circumstances) -> Int {
    min(100, circumstances.size.columns - 6)
  }

  private func rows(_ circumstances: Circumstances) -> Int {
    max(3, min(pane.lines.count, circumstances.size.rows - 5))
  }

  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] {
    guard let procedure = pack.procedure(procedure) else { return [.pop] }
    let graph = ProcedureGraph(procedure, of: pack, in: circumstances.language)
    let text = graph.text(width: columns(circumstances) - 1, at: stage)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    var marked: Int?
    pane = FoundText(
      lines.enumerated().map { index, line in
        let isHere = line.hasPrefix(ProcedureGraph.hereMark)
        if isHere { marked = index }
        let shown = circumstances.isPlain ? Self.plain(line) : String(line)
        return StyledText(shown, index == 0 ? .title : isHere ? .stepCurrent : .text)
      })
    // The stage shows with what leads to it.
    if let marked { pane.top = max(0, marked - 3) }
    return []
  }

  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    let rows = rows(circumstances)
    if pane.finder.field == nil, input == .key(.character("g")) { return [.pop] }
    if pane.take(input, rows: rows) { return [] }
    switch input {
    case .mouse(let mouse, _): return pane.take(mouse, rows: rows)
    default: return nil
    }
  }

  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    let box = area.centred(rows: rows(circumstances) + 2, columns: columns(circumstances) + 4)
    frame.fill(box, style: Style(.dialog))
    frame.box(box, style: Style(.borderFocused, on: .dialog))
    frame.put(
      " " + circumstances.say(zh: "流程图", en: "Graph") + " ",
      at: Position(box.row, box.column + 1), style: Style(.dialogTitle),
      maxWidth: box.columns - 4)
    pane.draw(into: &frame, box.inset(rows: 1, columns: 2), in: box, circumstances)
  }

  package func hints(of keymap: [Hint], in circumstances: Circumstances) -> [Hint] {
    if pane.finder.isActive { return keymap }
    let say = circumstances.say
    return [
      Hint(
        key: circumstances.isPlain ? "Up Down" : "↑ ↓", text: say("滚动", "Scroll"),
        action: .down),
      Hint(key: "/", text: say("查找", "Find"), action: Finder.begin),
      Hint(key: "Esc", text: say("返回", "Back"), action: .back),
    ]
  }

  /// Without signs that some terminals draw wrongly.
  private static func plain(_ line: Substring) -> String {
    let signs: [Character: String] = [
      "◎": "o", "○": "o", "▣": "#", "◆": "*", "■": "x", "→": "->", "↺": "~", "↩": "<-", "⇒": "=>",
      "│": "|", "├": "|", "└": "`", "▼": "v", "┄": "-", "…": "~",
    ]
    return line.map { signs[$0] ?? String($0) }.joined()
  }
}

extension CasePane {
  /// Draws the procedure of the proceeding under the cursor, else the main one.
  func graph() -> [DeskStep] {
    guard let folder else { return [] }
    let proceedings = folder.state.proceedings
    let cursor = lists[.proceedings]?.cursor ?? 0
    let chosen =
      tab == .proceedings && proceedings.indices.contains(cursor)
      ? proceedings[cursor] : folder.state.main
    guard let chosen else { return [] }
    return [.push(GraphPane(chosen.procedure, at: chosen.stage, of: folder.pack))]
  }
}
