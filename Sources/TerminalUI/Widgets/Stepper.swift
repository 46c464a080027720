/// A process as a line of steps: `申报 ─✓─ 初审 ─✓─ ▣专家评审 ─○─ 公示`.
package struct Stepper: Sendable, Hashable {
  /// How far a step is.
  package enum State: Sendable, Hashable {
    /// Behind us, where we are, before us.
    case done, current, ahead
  }

  /// A step.
  package struct Step: Sendable, Hashable {
    /// Its name.
    package var title: String
    /// How far it is.
    package var state: State

    /// Makes a step.
    package init(_ title: String, _ state: State) {
      self.title = title
      self.state = state
    }
  }

  /// The steps in order.
  package var steps: [Step]

  /// Makes a line of steps.
  package init(_ steps: [Step]) { self.steps = steps }

  /// The whole line and the columns that the current step takes in it.
  private func line(_ widths: WidthRule, ascii: Bool) -> (StyledText, Range<Int>) {
    var text = StyledText([])
    var used = 0
    var current = 0..<0
    func add(_ piece: String, _ role: Role) {
      text.spans.append(StyledText.Span(piece, Style(role)))
      used += widths.columns(of: piece)
    }
    for (index, step) in steps.enumerated() {
      if index > 0 {
        let done = steps[index - 1].state == .done
        if ascii {
          add(done ? " -x- " : " -o- ", done ? .stepDone : .stepAhead)
        } else {
          add(done ? " ─✓─ " : " ─○─ ", done ? .stepDone : .stepAhead)
        }
      }
      let start = used
      switch step.state {
      case .done: add(step.title, .stepDone)
      case .ahead: add(step.title, .stepAhead)
      case .current:
        add((ascii ? "[" : "▣") + step.title + (ascii ? "]" : ""), .stepCurrent)
        current = start..<used
      }
    }
    return (text, current)
  }

  /// Draws the line in one row; when it is too long, the part around the current step shows.
  package func draw(into frame: inout Frame, _ rect: Rect) {
    let row = rect.line(0)
    guard !row.isEmpty else { return }
    let (text, current) = line(frame.widths, ascii: frame.ascii)
    let total = text.columns(frame.widths)
    guard total > row.columns else {
      frame.put(text, at: row.origin)
      return
    }
    // The current step stands in the middle, as far as the ends of the line allow.
    let middle = (current.lowerBound + current.upperBound - row.columns) / 2
    let left = min(max(0, min(middle, current.lowerBound - 2)), total - row.columns)
    let before = frame.clip
    frame.clip = row.intersection(before)
    var column = row.column - left
    for span in text.spans {
      let columns = frame.widths.columns(of: span.text)
      if column + columns > row.column, column < row.right {
        frame.put(span.text, at: Position(row.row, column), style: span.style)
      }
      column += columns
    }
    if left > 0 { edge("‹", "<", into: &frame, row, row.column) }
    if left + row.columns < total { edge("›", ">", into: &frame, row, row.right - 1) }
    frame.clip = before
  }

  private func edge(
    _ glyph: Unicode.Scalar, _ plain: Unicode.Scalar, into frame: inout Frame, _ row: Rect,
    _ column: Int
  ) {
    frame.fill(
      Rect(row: row.row, column: column, rows: 1, columns: 1),
      with: frame.ascii ? plain : glyph, style: Style(.dim))
  }
}
