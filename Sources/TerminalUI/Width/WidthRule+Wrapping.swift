extension WidthRule {
  /// The text broken into lines of at most `width` columns, by the rules of Chinese setting.
  ///
  /// Lines break between Chinese characters and at spaces; none starts with a closing mark
  /// (`，。、；：）》”`), none ends with an opening one, and `——` and `……` stay whole, unless the
  /// width leaves no other place. Newlines in the text break as well. The lines are pieces of the
  /// text, so their indices point into it; spaces at a break belong to no line.
  package func wrap(_ text: String, to width: Int) -> [Substring] {
    var lines: [Substring] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      wrap(paragraph: paragraph, to: max(1, width), into: &lines)
    }
    return lines
  }

  private func wrap(paragraph: Substring, to width: Int, into lines: inout [Substring]) {
    let scalars = paragraph.unicodeScalars
    var start = scalars.startIndex
    var index = start
    var used = 0
    var lastBreak: (end: String.Index, next: String.Index)?
    var previous: Unicode.Scalar?
    while index < scalars.endIndex {
      let scalar = scalars[index]
      if let previous, index > start, Breaks.allowed(between: previous, and: scalar) {
        lastBreak = (index, index)
      }
      let columns = columns(of: scalar)
      if used + columns > width, scalar != " ", index > start {
        let cut = lastBreak ?? (index, index)
        lines.append(trimmed(paragraph[start..<cut.end]))
        start = cut.next
        while start < scalars.endIndex, scalars[start] == " " {
          start = scalars.index(after: start)
        }
        index = start
        used = 0
        lastBreak = nil
        previous = nil
        continue
      }
      used += columns
      previous = scalar
      index = scalars.index(after: index)
    }
    lines.append(start == paragraph.startIndex ? paragraph : paragraph[start...])
  }

  private func trimmed(_ line: Substring) -> Substring {
    var line = line
    while line.unicodeScalars.last == " " { line = line.dropLast() }
    return line
  }
}

/// Where a line of Chinese or Latin text may break.
enum Breaks {
  /// Whether a line may end after `left` when `right` follows.
  static func allowed(between left: Unicode.Scalar, and right: Unicode.Scalar) -> Bool {
    if right == " " || isClosing(right) || isOpening(left) { return false }
    if left == right && (left == "—" || left == "…") { return false }
    if isMark(right) { return false }
    if left == " " { return true }
    return isIdeographic(left) || isIdeographic(right) || isClosing(left) || left == "-"
  }

  static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "。", "、", "；", "：", "？", "！", "）", "》", "〉", "】", "」", "』", "〕", "”", "’", "％",
      "·", ",", ".", ";", ":", "?", "!", ")", "]", "}", "%", "〗", "］", "｝", "℃", "…", "‰":
      return true
    default: return false
    }
  }

  static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "（", "《", "〈", "【", "「", "『", "〔", "“", "‘", "(", "[", "{", "〖", "［", "｛", "￥", "¥",
      "№":
      return true
    default: return false
    }
  }

  /// Marks that have no column of their own stay with the letter before them.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x2FF && WidthRule.narrow.columns(of: scalar) == 0
  }

  static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x2E80 && WidthRule.narrow.columns(of: scalar) == 2 || scalar == "—"
  }
}
