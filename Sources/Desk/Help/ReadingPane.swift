package import TerminalUI

/// A text to be read, in a box: articles, the details of a preview.
package struct ReadingPane: DeskPane {
  private let title: String
  private let paragraphs: [StyledText]
  private var pane = TextPane([])
  private var rows = 10

  /// A text in paragraphs.
  package init(title: String, paragraphs: [StyledText]) {
    self.title = title
    self.paragraphs = paragraphs
  }

  package var contexts: [KeyContext] { [DeskKeymap.reading, DeskKeymap.everywhere] }
  package var isOverlay: Bool { true }

  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] {
    let width = min(76, circumstances.size.columns - 6)
    pane = TextPane(
      paragraphs.flatMap { paragraph -> [StyledText] in
        guard let span = paragraph.spans.first, paragraph.spans.count == 1 else {
          return [paragraph]
        }
        return circumstances.widths.wrap(span.text, to: width)
          .map { StyledText(String($0), span.style) }
      })
    rows = min(pane.lines.count, circumstances.size.rows - 5)
    return []
  }

  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    switch input {
    case .key(let key): return pane.update(key, rows: rows) == .ignored ? nil : []
    case .action(.unfold), .action(.article): return [.pop]
    case .mouse(let mouse, _):
      switch mouse.action {
      case .wheelUp: _ = pane.update(.up, rows: rows)
      case .wheelDown: _ = pane.update(.down, rows: rows)
      case .release: return [.quiet]
      default: return [.pop]
      }
      return []
    default: return nil
    }
  }

  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    let box = area.centred(rows: rows + 2, columns: min(80, area.columns - 2))
    frame.fill(box, style: Style(.dialog))
    frame.box(box, style: Style(.borderFocused, on: .dialog))
    frame.put(
      " " + title + " ", at: Position(box.row, box.column + 1), style: Style(.dialogTitle),
      maxWidth: box.columns - 4)
    pane.draw(into: &frame, box.inset(rows: 1, columns: 2), on: .dialog)
  }
}
