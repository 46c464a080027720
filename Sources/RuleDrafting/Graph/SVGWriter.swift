import Quantities

/// Writes the elements of a drawing as SVG.
struct SVGWriter {
  /// What was written so far.
  private(set) var text = ""

  /// About how wide a text is at a font size, in units of the drawing.
  static func width(of text: String, size: Double, isStrong: Bool = false) -> Double {
    text.unicodeScalars.reduce(0) {
      $0 + Double(ColumnWidth.of($1) == 2 ? 1.04 : isStrong ? 0.68 : 0.6)
    }
      * size
  }

  /// A text that fits a width, cut where it does not.
  static func fitted(
    _ text: String, size: Double, width room: Double, isStrong: Bool = false
  ) -> String {
    guard width(of: text, size: size, isStrong: isStrong) > room else { return text }
    var kept = Substring(text)
    while !kept.isEmpty, width(of: kept + "…", size: size, isStrong: isStrong) > room {
      kept.removeLast()
    }
    return kept + "…"
  }

  /// A box with round corners.
  mutating func box(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, radius: Double, fill: String,
    stroke: String, strokeWidth: Double = 1, dashed: Bool = false
  ) {
    let dash = dashed ? " stroke-dasharray=\"4 3\"" : ""
    line(
      """
      <rect x="\(n(x))" y="\(n(y))" width="\(n(width))" height="\(n(height))" rx="\(n(radius))" \
      fill="\(fill)" stroke="\(stroke)" stroke-width="\(n(strokeWidth))"\(dash)/>
      """)
  }

  /// How a text stands to its point.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// A line of text on its baseline.
  mutating func label(
    _ text: String, _ x: Double, _ y: Double, size: Double, fill: String = "#1f2933",
    anchor: Anchor = .start, isStrong: Bool = false
  ) {
    guard !text.isEmpty else { return }
    let weight = isStrong ? " font-weight=\"600\"" : ""
    line(
      """
      <text x="\(n(x))" y="\(n(y))" font-size="\(n(size))" fill="\(fill)" \
      text-anchor="\(anchor.rawValue)"\(weight)>\(Self.escaped(text))</text>
      """)
  }

  /// A way through points that ends in an arrow.
  mutating func arrow(
    _ points: [(x: Double, y: Double)], stroke: String = "#52606d", dashed: Bool = false
  ) {
    guard let first = points.first else { return }
    var way = "M\(n(first.x)) \(n(first.y))"
    for point in points.dropFirst() { way += " L\(n(point.x)) \(n(point.y))" }
    let dash = dashed ? " stroke-dasharray=\"5 4\"" : ""
    line(
      """
      <path d="\(way)" fill="none" stroke="\(stroke)" stroke-width="\(n(1.3))" \
      marker-end="url(#arrow)"\(dash)/>
      """)
  }

  /// Another drawing as it is.
  mutating func raw(_ other: String) { text += other }

  private mutating func line(_ element: String) { text += "  " + element + "\n" }

  private func n(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0
      ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
