/// How many columns a piece of text takes on the terminal.
///
/// One rule is used for measuring, for drawing and by curses itself, so that they cannot disagree.
/// Ambiguous glyphs (`─ · … “ ” — ① ●`) take one column unless ``ambiguousIsWide`` is set.
package struct WidthRule: Sendable, Hashable {
  /// Whether glyphs of ambiguous width take two columns.
  package var ambiguousIsWide: Bool

  /// The rule of most terminals today: ambiguous glyphs take one column.
  package static let narrow = WidthRule(ambiguousIsWide: false)
  /// The rule of terminals with old Chinese fonts: ambiguous glyphs take two columns.
  package static let wide = WidthRule(ambiguousIsWide: true)

  /// Makes a rule.
  package init(ambiguousIsWide: Bool = false) {
    self.ambiguousIsWide = ambiguousIsWide
  }

  /// What stands on the screen for what cannot be shown.
  static let missing: UInt32 = 0x25A1

  /// Columns of a scalar: 0, 1 or 2.
  ///
  /// What is shown as `□` counts as that glyph.
  package func columns(of scalar: Unicode.Scalar) -> Int {
    glyph(for: scalar.value).columns
  }

  /// Columns of a text drawn in one line.
  package func columns(of text: some StringProtocol) -> Int {
    var total = 0
    for scalar in text.unicodeScalars { total += glyph(for: scalar.value).columns }
    return total
  }

  /// What is drawn for a scalar, and in how many columns; 0 columns means that it is dropped.
  ///
  /// Control characters, private-use characters and pictures (emoji) become `□`.
  func glyph(for scalar: UInt32) -> (scalar: UInt32, columns: Int) {
    if scalar < 0x7F { return scalar >= 0x20 ? (scalar, 1) : control(scalar) }
    if scalar >= 0x4E00 && scalar <= 0x9FFF { return (scalar, 2) }
    if scalar >= 0x3041 && scalar <= 0x30FF && scalar != 0x3099 && scalar != 0x309A {
      return (scalar, 2)
    }
    return rare(scalar)
  }

  private func control(_ scalar: UInt32) -> (scalar: UInt32, columns: Int) {
    scalar == 0x09 || scalar == 0x0A ? (0x20, 1) : replaced
  }

  private var replaced: (scalar: UInt32, columns: Int) {
    (Self.missing, ambiguousIsWide ? 2 : 1)
  }

  private func rare(_ scalar: UInt32) -> (scalar: UInt32, columns: Int) {
    if scalar < 0xA0 { return replaced }
    if scalar >= 0xE000 && scalar <= 0xF8FF || scalar >= 0xF0000 { return replaced }
    if scalar >= 0x1F3FB && scalar <= 0x1F3FF { return (scalar, 0) }  // skin tones
    if Self.contains(WidthTables.zero, scalar) { return (scalar, 0) }
    if Self.contains(WidthTables.pictures, scalar) { return replaced }
    if Self.contains(WidthTables.wide, scalar) { return (scalar, 2) }
    if ambiguousIsWide && Self.contains(WidthTables.ambiguous, scalar) { return (scalar, 2) }
    return (scalar, 1)
  }

  private static func contains(_ table: [UInt32], _ scalar: UInt32) -> Bool {
    table.withUnsafeBufferPointer { bounds in
      var low = 0
      var high = bounds.count / 2
      while low < high {
        let middle = (low + high) / 2
        if scalar > bounds[middle * 2 + 1] { low = middle + 1 } else { high = middle }
      }
      return low < bounds.count / 2 && scalar >= bounds[low * 2]
    }
  }
}
