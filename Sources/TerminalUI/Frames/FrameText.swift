/// A frame as text, for tests and for screens that are read out.
package struct FrameText: Sendable, Equatable {
  /// One string a row, without spaces at the end.
  package let lines: [String]
  /// One string a row: a letter for the style of each column, `.` for plain text.
  package let styles: [String]
  /// What the letters of ``styles`` mean, in order of appearance.
  package let legend: [String]

  /// Reads a frame.
  package init(_ frame: Frame) {
    var letters: [UInt32: Character] = [Style.text.rawValue: "."]
    var legend: [String] = []
    var lines: [String] = []
    var styles: [String] = []
    for row in 0..<frame.size.rows {
      var line = String.UnicodeScalarView()
      var style = ""
      for column in 0..<frame.size.columns {
        let cell = frame[row, column]
        if let scalar = Unicode.Scalar(cell.scalar), !cell.isContinuation { line.append(scalar) }
        if let known = letters[cell.styleBits] {
          style.append(known)
        } else {
          let letter = Self.letter(legend.count)
          letters[cell.styleBits] = letter
          legend.append("\(letter) \(cell.style.description)")
          style.append(letter)
        }
      }
      lines.append(Self.trimmed(String(line), " "))
      styles.append(Self.trimmed(style, "."))
    }
    self.lines = lines
    self.styles = styles
    self.legend = legend
  }

  /// The text alone, rows joined by newlines, without empty rows at the end.
  package var text: String { Self.joined(lines) }

  /// Text, styles and legend together, as golden files keep them.
  package var golden: String {
    text + "\n== styles\n" + Self.joined(styles) + "\n== legend\n" + legend.joined(separator: "\n")
      + "\n"
  }

  private static func letter(_ index: Int) -> Character {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    return index < alphabet.count ? alphabet[index] : "?"
  }

  private static func trimmed(_ line: String, _ blank: Character) -> String {
    var line = line
    while line.last == blank { line.removeLast() }
    return line
  }

  private static func joined(_ rows: [String]) -> String {
    var rows = rows
    while rows.last == "" { rows.removeLast() }
    return rows.joined(separator: "\n")
  }
}

extension Style: CustomStringConvertible {
  /// Role, ground and attributes in the words of theme files.
  package var description: String {
    var text = role.name
    if let ground { text += " on " + ground.name }
    for (name, attribute) in Attributes.names where attributes.contains(attribute) {
      text += " " + name
    }
    return text
  }
}
