/// How much of something is done.
package struct ProgressBar: Sendable, Hashable {
  /// Parts done.
  package var done: Int
  /// All parts; 0 when nobody knows yet.
  package var total: Int

  /// Makes a bar.
  package init(done: Int, total: Int) {
    self.done = done
    self.total = total
  }

  /// Done parts in per cent, rounded down; 0 when the total is not known.
  package var percent: Int { total > 0 ? min(max(0, done), total) * 100 / total : 0 }

  /// Draws bar and figure in the first row of a rectangle.
  package func draw(into frame: inout Frame, _ rect: Rect) {
    var line = rect.line(0)
    guard line.columns > 6 else { return }
    let figure = line.takeRight(5)
    frame.put("\(percent)%", in: figure, align: .right)
    let full = line.columns * percent / 100
    let glyphs: (Unicode.Scalar, Unicode.Scalar) = frame.ascii ? ("#", "-") : ("━", "─")
    frame.fill(line.takeLeft(full), with: glyphs.0, style: Style(.progressDone))
    frame.fill(line, with: glyphs.1, style: Style(.progress))
  }
}
