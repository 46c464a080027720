import Quantities

/// The text of a YAML file by lines and columns, as libyaml counts them: columns in Unicode scalars.
struct YAMLText {
  /// The file's name.
  let path: String
  /// All scalars, without a byte-order mark.
  private(set) var scalars: [Unicode.Scalar]
  private var lineStarts: [Int]

  /// Splits a text into lines.
  init(path: String, text: String) {
    self.path = path
    var scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    var starts = [0]
    for (index, scalar) in scalars.enumerated() where Self.isBreak(scalar) {
      if scalar == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { continue }
      starts.append(index + 1)
    }
    self.scalars = scalars
    lineStarts = starts
  }

  /// The text as a string.
  var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The index of a place; nil past the end.
  func index(line: Int, column: Int) -> Int? {
    guard line >= 1, line <= lineStarts.count, column >= 1 else { return nil }
    let index = lineStarts[line - 1] + column - 1
    return index < scalars.count ? index : nil
  }

  /// The character at a place.
  func scalar(line: Int, column: Int) -> Unicode.Scalar? {
    index(line: line, column: column).map { scalars[$0] }
  }

  /// How many blanks a line begins with; nil for lines that are blank or do not exist.
  func indentation(of line: Int) -> Int? {
    guard line >= 1, line <= lineStarts.count else { return nil }
    var index = lineStarts[line - 1]
    while index < scalars.count, scalars[index] == " " { index += 1 }
    guard index < scalars.count, !Self.isBreak(scalars[index]) else { return nil }
    return index - lineStarts[line - 1]
  }

  /// How many lines there are.
  var lineCount: Int { lineStarts.count }

  /// The place of the first character that YAML does not allow.
  var forbiddenPlace: Problem.Place? {
    guard let index = scalars.firstIndex(where: { !Self.isAllowed($0) }) else { return nil }
    let line = lineStarts.lastIndex { $0 <= index } ?? 0
    return Problem.Place(file: path, line: line + 1, column: index - lineStarts[line] + 1)
  }

  /// Where brackets, or blanks and dashes at the head of a line, nest deeper than any file needs;
  /// the tree is built by recursion.
  func tooDeepPlace(limit: Int) -> Problem.Place? {
    var depth = 0
    var line = 1
    var head = true
    var start = 0
    for (index, scalar) in scalars.enumerated() {
      if Self.isBreak(scalar) {
        line += 1
        start = index + 1
        head = true
        continue
      }
      if scalar == "[" || scalar == "{" { depth += 1 }
      if scalar == "]" || scalar == "}" { depth = max(0, depth - 1) }
      if head, scalar != " ", scalar != "-", scalar != "?" { head = false }
      if depth > limit || (head && index - start > 2 * limit) {
        return Problem.Place(file: path, line: line, column: index - start + 1)
      }
    }
    return nil
  }

  /// Puts another character in a place, so that the columns after it stay.
  mutating func replace(at index: Int, with scalar: Unicode.Scalar) {
    scalars[index] = scalar
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFFFD: scalar.value != 0xFEFF
    case 0x10000...: true
    default: false
    }
  }
}
