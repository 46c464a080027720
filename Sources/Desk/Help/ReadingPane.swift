package import TerminalUI

/// A text to be read, in a box: articles, the details of a preview.
package struct ReadingPane: DeskPane {
  private let title: String
  private let paragraphs: [StyledText]
  private var pane = FoundText()
  private var rows = 10

  /// A text in paragraphs.
  package init(title: String, paragraphs: [StyledText]) {
    self.title = title
    self.paragraphs = paragraphs
  }

  package var contexts: [KeyContext] {
    pane.finder.contexts(before: [DeskKeymap.reading, DeskKeymap.everywhere])
  }
  package var isOverlay: Bool { true }

  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] {
    let width = min(76, circumstances.size.columns - 6) - 2
    pane = FoundText(
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
    if pane.take(input, rows: rows) { return [] }
    switch input {
    case .action(.unfold), .action(.article): return [.pop]
    case .mouse(let mouse, _): return pane.take(mouse, rows: rows)
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
    pane.draw(into: &frame, box.inset(rows: 1, columns: 2), in: box, circumstances)
  }
}
