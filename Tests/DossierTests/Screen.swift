/// The screen of an xterm as far as curses uses it: text and cursor, without colours.
struct Screen: Sendable {
  /// How many rows there are.
  let rows: Int
  /// How many columns there are.
  let columns: Int
  /// Where the cursor is.
  private(set) var cursor = (row: 0, column: 0)
  /// Whether the second screen is shown, which a program gives back when it leaves.
  private(set) var isAlternate = false
  /// Whether the cursor is shown.
  private(set) var isCursorShown = true
  /// The private modes that are set and were not set at the start.
  private(set) var modes: Set<Int> = []

  /// Every cell; the right half of a wide character is empty.
  private var cells: [[String]]
  private var main: [[String]] = []
  private var saved = (row: 0, column: 0)
  private var region: ClosedRange<Int>
  private var last = " "
  private var pending: [UInt8] = []

  /// An empty screen.
  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    region = 0...(rows - 1)
    cells = Self.empty(rows, columns)
  }

  private static func empty(_ rows: Int, _ columns: Int) -> [[String]] {
    Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The lines without the blanks at their ends.
  var lines: [String] {
    cells.map { row in
      var line = row.joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// All lines, parted by line ends.
  var text: String { lines.joined(separator: "\n") }

  /// The first line that contains some text.
  func line(with text: String) -> String? { lines.first { $0.contains(text) } }

  /// Takes in what a program wrote.
  mutating func take(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var at = 0
    while at < pending.count, let next = step(from: at) { at = next }
    pending.removeFirst(at)
  }

  /// Takes one character or one sequence.
  ///
  /// - Returns: what follows it; nil where it has not come whole.
  private mutating func step(from at: Int) -> Int? {
    let byte = pending[at]
    switch byte {
    case 0x1B: return escape(from: at)
    case 8: cursor.column = max(0, cursor.column - 1)
    case 9: cursor.column = min(columns - 1, (cursor.column / 8 + 1) * 8)
    case 10, 11, 12: feed()
    case 13: cursor.column = 0
    case 0..<32, 127: break
    default:
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      guard at + length <= pending.count else { return nil }
      put(String(decoding: pending[at..<at + length], as: UTF8.self))
      return at + length
    }
    return at + 1
  }

  private mutating func put(_ character: String) {
    guard let scalar = character.unicodeScalars.first else { return }
    if scalar.properties.generalCategory == .nonspacingMark {
      let column = max(0, cursor.column - 1)
      cells[cursor.row][column] += character
      return
    }
    let width = Self.width(of: scalar)
    if cursor.column + width > columns {
      cursor.column = 0
      feed()
    }
    cells[cursor.row][cursor.column] = character
    if width == 2 { cells[cursor.row][cursor.column + 1] = "" }
    cursor.column += width
    last = character
  }

  /// How many columns a character takes.
  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }

  private mutating func feed() {
    if cursor.row == region.upperBound {
      scroll(up: 1, from: region.lowerBound)
    } else {
      cursor.row = min(rows - 1, cursor.row + 1)
    }
  }

  private mutating func scroll(up count: Int, from top: Int) {
    let blank = Array(repeating: " ", count: columns)
    for _ in 0..<abs(count) {
      if count > 0 {
        cells.remove(at: top)
        cells.insert(blank, at: region.upperBound)
      } else {
        cells.remove(at: region.upperBound)
        cells.insert(blank, at: top)
      }
    }
  }

  // MARK: Sequences

  private mutating func escape(from at: Int) -> Int? {
    guard at + 1 < pending.count else { return nil }
    switch pending[at + 1] {
    case UInt8(ascii: "["): return control(from: at)
    case UInt8(ascii: "]"), UInt8(ascii: "P"):
      guard let end = pending[at...].firstIndex(where: { $0 == 7 || $0 == 0x5C }) else {
        return nil
      }
      return end + 1
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      return at + 2 < pending.count ? at + 3 : nil
    case UInt8(ascii: "7"): saved = cursor
    case UInt8(ascii: "8"): cursor = saved
    case UInt8(ascii: "M"):
      if cursor.row == region.lowerBound {
        scroll(up: -1, from: region.lowerBound)
      } else {
        cursor.row = max(0, cursor.row - 1)
      }
    default: break
    }
    return at + 2
  }

  private mutating func control(from at: Int) -> Int? {
    guard let end = pending[(at + 2)...].firstIndex(where: { (0x40...0x7E).contains($0) }) else {
      return nil
    }
    let body = String(decoding: pending[(at + 2)..<end], as: UTF8.self)
    let numbers = body.drop { "?><=".contains($0) }.split(
      separator: ";", omittingEmptySubsequences: false
    ).map { Int($0) ?? 0 }
    let final = Character(Unicode.Scalar(pending[end]))
    if body.hasPrefix("?") {
      switchModes(numbers, isOn: final == "h", isMeant: "hl".contains(final))
    } else if body.first.map({ !"><=".contains($0) }) ?? true {
      carryOut(final, numbers)
    }
    return end + 1
  }

  private mutating func switchModes(_ numbers: [Int], isOn: Bool, isMeant: Bool) {
    guard isMeant else { return }
    for mode in numbers {
      switch mode {
      case 25: isCursorShown = isOn
      case 47, 1047, 1049:
        if isOn, !isAlternate { main = cells }
        cells = isOn ? Self.empty(rows, columns) : main
        isAlternate = isOn
      case 7, 12: break
      default: if isOn { modes.insert(mode) } else { modes.remove(mode) }
      }
    }
  }

  private mutating func carryOut(_ final: Character, _ numbers: [Int]) {
    let first = numbers.first ?? 0
    let count = max(1, first)
    func within(_ value: Int, _ limit: Int) -> Int { min(max(0, value), limit - 1) }
    switch final {
    case "A": cursor.row = within(cursor.row - count, rows)
    case "B": cursor.row = within(cursor.row + count, rows)
    case "C": cursor.column = within(cursor.column + count, columns)
    case "D": cursor.column = within(cursor.column - count, columns)
    case "G", "`": cursor.column = within(count - 1, columns)
    case "d": cursor.row = within(count - 1, rows)
    case "H", "f":
      cursor = (within(count - 1, rows), within((numbers.dropFirst().first ?? 1) - 1, columns))
    case "J": eraseScreen(first)
    case "K": eraseLine(first)
    case "X": blank(cursor.row, cursor.column..<min(columns, cursor.column + count))
    case "P": shift(by: -count)
    case "@": shift(by: count)
    case "L": scroll(up: -min(count, rows), from: cursor.row)
    case "M": scroll(up: min(count, rows), from: cursor.row)
    case "S": scroll(up: min(count, rows), from: region.lowerBound)
    case "T": scroll(up: -min(count, rows), from: region.lowerBound)
    case "b": for _ in 0..<count { put(last) }
    case "r":
      let bottom = numbers.count > 1 && numbers[1] > 0 ? numbers[1] : rows
      region = within(count - 1, rows)...within(bottom - 1, rows)
      cursor = (0, 0)
    default: break
    }
  }

  private mutating func eraseScreen(_ how: Int) {
    eraseLine(how)
    let others = how == 0 ? (cursor.row + 1)..<rows : how == 1 ? 0..<cursor.row : 0..<rows
    for row in others { blank(row, 0..<columns) }
  }

  private mutating func eraseLine(_ how: Int) {
    let cursor = min(cursor.column, columns - 1)
    let span = how == 0 ? cursor..<columns : how == 1 ? 0..<(cursor + 1) : 0..<columns
    blank(self.cursor.row, span)
  }

  private mutating func blank(_ row: Int, _ span: Range<Int>) {
    for column in span { cells[row][column] = " " }
  }

  private mutating func shift(by count: Int) {
    let column = min(cursor.column, columns - 1)
    var rest = Array(cells[cursor.row][column...])
    if count > 0 {
      rest = Array((Array(repeating: " ", count: count) + rest).prefix(columns - column))
    } else {
      rest = rest.dropFirst(-count) + []
      rest += Array(repeating: " ", count: columns - column - rest.count)
    }
    cells[cursor.row].replaceSubrange(column..., with: rest)
  }
}
