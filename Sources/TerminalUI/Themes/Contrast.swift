/// How well one of the terminal's 256 colours can be read on another.
package enum Contrast {
  /// Below this the text takes the colour that belongs to the ground.
  package static let least = 2.5

  /// The ratio of the two lightnesses, from 1 (the same) to 21 (black and white), as in WCAG.
  ///
  /// The first sixteen colours are counted as xterm shows them; a terminal may have them otherwise.
  package static func ratio(_ one: UInt8, _ other: UInt8) -> Double {
    let first = lightness(one) + 0.05
    let second = lightness(other) + 0.05
    return first > second ? first / second : second / first
  }

  private static func lightness(_ colour: UInt8) -> Double {
    let value = rgb(Int(colour))
    // Squaring stands in for the curve of sRGB, near enough for a choice of two.
    func linear(_ part: Int) -> Double { Double(part * part) / 65_025 }
    return 0.2126 * linear(value.red) + 0.7152 * linear(value.green) + 0.0722 * linear(value.blue)
  }

  private static let basic = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F,
    0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]

  private static func rgb(_ colour: Int) -> (red: Int, green: Int, blue: Int) {
    if colour < 16 {
      let value = basic[colour]
      return (value >> 16, value >> 8 & 255, value & 255)
    }
    if colour >= 232 {
      let grey = 8 + (colour - 232) * 10
      return (grey, grey, grey)
    }
    func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + step * 40 }
    let cube = colour - 16
    return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
  }
}
