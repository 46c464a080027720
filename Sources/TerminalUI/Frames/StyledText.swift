/// A line of text in several styles.
package struct StyledText: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// A piece of text in one style.
  package struct Span: Sendable, Hashable {
    /// The text.
    package var text: String
    /// Its style.
    package var style: Style

    /// Makes a span.
    package init(_ text: String, _ style: Style = .text) {
      self.text = text
      self.style = style
    }
  }

  /// The pieces, from left to right.
  package var spans: [Span]

  /// Makes a line from pieces.
  package init(_ spans: [Span]) { self.spans = spans }

  /// A text in one style.
  package init(_ text: String, _ style: Style = .text) { spans = [Span(text, style)] }

  /// A text in one role.
  package init(_ text: String, _ role: Role) { self.init(text, Style(role)) }

  /// Plain text.
  package init(stringLiteral value: String) { self.init(value) }

  /// The text alone.
  package var plain: String { spans.reduce(into: "") { $0 += $1.text } }

  /// One line after the other.
  package static func + (left: StyledText, right: StyledText) -> StyledText {
    StyledText(left.spans + right.spans)
  }

  /// Columns it takes.
  package func columns(_ widths: WidthRule) -> Int {
    spans.reduce(0) { $0 + widths.columns(of: $1.text) }
  }
}

extension Frame {
  /// Writes a line in several styles and returns the column after it.
  ///
  /// - Parameter ground: a role whose ground lies under all of it, such as a selected row's.
  @discardableResult
  package mutating func put(
    _ text: StyledText, at position: Position, maxWidth: Int? = nil, on ground: Role? = nil
  ) -> Int {
    var column = position.column
    let end = maxWidth.map { column + max(0, $0) } ?? clip.right
    for (index, span) in text.spans.enumerated() {
      let style = ground.map(span.style.on) ?? span.style
      let rest = text.spans[(index + 1)...].contains { !$0.text.isEmpty }
      let room = end - column
      guard room > 0 else { break }
      // The last span that fits exactly would hide that more follows.
      let tight = rest && maxWidth != nil && widths.columns(of: span.text) >= room
      column = put(
        tight ? span.text + "\u{2026}" : span.text, at: Position(position.row, column),
        style: style, maxWidth: maxWidth == nil ? nil : room)
      if tight { break }
    }
    return column
  }
}
