/// Ways of showing text apart from colour.
package struct Attributes: OptionSet, Sendable, Hashable {
  /// The bits, the same as in CNcurses.
  package let rawValue: UInt8

  /// Makes a set from its bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Heavier strokes, or a brighter colour.
  package static let bold = Attributes(rawValue: 1)
  /// Fainter.
  package static let dim = Attributes(rawValue: 2)
  /// A line below.
  package static let underline = Attributes(rawValue: 4)
  /// Text and ground exchanged.
  package static let reverse = Attributes(rawValue: 8)
  /// Slanted, where the terminal can.
  package static let italic = Attributes(rawValue: 16)

  /// The names that theme files use, in the order in which they are printed.
  static let names: [(String, Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("underline", .underline), ("reverse", .reverse),
    ("italic", .italic),
  ]
}

/// How a cell looks, in words of the theme: a role for the text, one for the ground, attributes.
///
/// The colours come from a ``Theme`` when the frame is shown, so a frame is the same in all themes.
package struct Style: Sendable, Hashable {
  /// Role (8 bits), ground (8 bits, 255 for none of its own) and attributes (8 bits).
  package let rawValue: UInt32

  /// A role, on the ground of another role if one is given.
  package init(_ role: Role, on ground: Role? = nil, _ attributes: Attributes = []) {
    let below = ground.map { UInt32($0.rawValue) } ?? 0xFF
    rawValue = UInt32(role.rawValue) | below << 8 | UInt32(attributes.rawValue) << 16
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Plain text on the terminal's own ground.
  package static let text = Style(.text)

  /// The role of the text.
  package var role: Role { Role(rawValue: UInt8(rawValue & 0xFF)) ?? .text }
  /// The role whose ground is used in place of the text's own.
  package var ground: Role? { Role(rawValue: UInt8(rawValue >> 8 & 0xFF)) }
  /// Attributes besides those of the theme.
  package var attributes: Attributes { Attributes(rawValue: UInt8(rawValue >> 16 & 0xFF)) }

  /// The same text on the ground of a role, such as a selected row.
  package func on(_ ground: Role) -> Style { Style(role, on: ground, attributes) }

  /// The same with more attributes.
  package func adding(_ more: Attributes) -> Style {
    Style(role, on: ground, attributes.union(more))
  }
}

/// One cell of a frame: a scalar and its style, eight bytes.
package struct Cell: Sendable, Hashable {
  /// The scalar drawn; 0 in the cell behind a wide glyph.
  package var scalar: UInt32
  /// The raw value of the cell's ``Style``.
  package var styleBits: UInt32

  /// Makes a cell.
  init(scalar: UInt32, style: Style) {
    self.scalar = scalar
    self.styleBits = style.rawValue
  }

  /// The cell's style.
  package var style: Style { Style(rawValue: styleBits) }
  /// Whether this is the second half of a wide glyph.
  package var isContinuation: Bool { scalar == 0 }
}
