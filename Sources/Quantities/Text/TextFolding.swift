/// Folding of what people type and paste: full-width forms, odd spaces, letter case.
package enum TextFolding {
  /// The half-width form of a full-width ASCII scalar or of the ideographic space; else the scalar.
  package static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0x00A0, 0x2002...0x200A, 0x202F, 0x205F: " "
    default: scalar
    }
  }

  /// Whether a scalar is blank: spaces of every width, tabs, line ends, byte-order marks.
  package static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
      0xFEFF:
      true
    default: false
    }
  }

  /// Whether there is surely nothing to fold or to trim: most of what is read, found out without
  /// looking at scalars.
  private static func isPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard let first = bytes.first, let last = bytes.last, first > 0x20, last > 0x20 else {
        return bytes.isEmpty
      }
      // Full-width forms, odd blanks and marks begin with these bytes, and the ideographic space.
      for (index, byte) in bytes.enumerated() where byte >= 0xC2 {
        if byte == 0xC2 || byte == 0xE2 || byte == 0xEF { return false }
        if byte == 0xE3, bytes[index + 1] == 0x80, bytes[index + 2] == 0x80 { return false }
      }
      return true
    }
  }

  /// The text without blanks at its ends.
  package static func trimmed(_ text: String) -> String {
    if isPlain(text) { return text }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Full-width forms to half width, ends trimmed; Chinese text stays as typed.
  package static func folded(_ text: String) -> String {
    if isPlain(text) { return text }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: trimmed(text).unicodeScalars.map(halfWidth))
    return String(view)
  }

  /// The key by which two names are compared: folded, lower case, without any blank.
  package static func comparisonKey(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.unicodeScalars.filter { !isSpace($0) }.map(halfWidth))
    return String(view).lowercased()
  }
}
