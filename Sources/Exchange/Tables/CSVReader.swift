package import Quantities

/// One cell of a table in text form.
package struct CSVCell: Hashable, Sendable {
  /// The text, without the quotation marks around it.
  package let text: String
  /// The line on which it begins, from 1.
  package let line: Int
  /// The column in characters, from 1.
  package let column: Int
}

/// Reads a table in text form, row by row (RFC 4180).
///
/// It works on bytes, since `\r\n` is one character to Swift; line ends inside quotation marks belong
/// to the cell, and a full-width comma is text.
package struct CSVReader {
  /// What is wrong with the quoting.
  package private(set) var problems: [Problem] = []
  /// The byte between cells.
  package let delimiter: UInt8
  private let file: String
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var column = 1

  /// A reader of a text.
  package init(_ text: String, delimiter: UInt8, file: String) {
    self.init(Array(text.utf8), delimiter: delimiter, file: file)
  }

  init(_ bytes: [UInt8], delimiter: UInt8, file: String) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.file = file
    if bytes.starts(with: "sep=".utf8) { skipLine() }
  }

  /// The next row that is not blank; nil at the end.
  package mutating func next() -> [CSVCell]? {
    while index < bytes.count {
      let row = row()
      if row.count > 1 || row.contains(where: { !TextFolding.trimmed($0.text).isEmpty }) {
        return row
      }
    }
    return nil
  }

  private mutating func row() -> [CSVCell] {
    var cells: [CSVCell] = []
    while true {
      cells.append(cell())
      guard index < bytes.count else { return cells }
      if bytes[index] == delimiter {
        advance()
        continue
      }
      endLine()
      return cells
    }
  }

  private mutating func cell() -> CSVCell {
    let (line, column) = (line, column)
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      return CSVCell(text: quoted(line, column), line: line, column: column)
    }
    let start = index
    while index < bytes.count, bytes[index] != delimiter, !isLineEnd(bytes[index]) { advance() }
    return CSVCell(
      text: String(decoding: bytes[start..<index], as: UTF8.self), line: line, column: column)
  }

  private mutating func quoted(_ line: Int, _ column: Int) -> String {
    var text: [UInt8] = []
    advance()
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\"") {
        advance()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
          return closed(&text)
        }
      }
      text.append(bytes[index])
      if isLineEnd(bytes[index]) { endLine(keeping: &text) } else { advance() }
    }
    problems.append(
      Problem(
        "import.csv.quote_unclosed",
        at: .init(file: file, line: line, column: column)))
    return String(decoding: text, as: UTF8.self)
  }

  /// What follows a closing quotation mark belongs to the cell, but should not be there.
  private mutating func closed(_ text: inout [UInt8]) -> String {
    if index < bytes.count, bytes[index] != delimiter, !isLineEnd(bytes[index]) {
      problems.append(
        Problem("import.csv.quote_stray", at: .init(file: file, line: line, column: column)))
      while index < bytes.count, bytes[index] != delimiter, !isLineEnd(bytes[index]) {
        text.append(bytes[index])
        advance()
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private mutating func advance() {
    if bytes[index] & 0xC0 != 0x80 { column += 1 }
    index += 1
  }

  private mutating func endLine() {
    if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
    index += 1
    line += 1
    column = 1
  }

  /// A line end within a cell is kept as a plain one.
  private mutating func endLine(keeping text: inout [UInt8]) {
    text[text.count - 1] = 0x0A
    endLine()
  }

  private mutating func skipLine() {
    while index < bytes.count, !isLineEnd(bytes[index]) { index += 1 }
    if index < bytes.count { endLine() }
  }

  /// The delimiter of a table: the one that parts its first rows into most cells, evenly.
  package static func delimiter(of text: String) -> UInt8 {
    let bytes = Array(text.utf8)
    if bytes.starts(with: "sep=".utf8), bytes.count > 4 { return bytes[4] }
    let head = Array(bytes.prefix(16_384))
    var best: (delimiter: UInt8, score: Int) = (UInt8(ascii: ","), 0)
    for candidate in ",\t;".utf8 {
      var reader = CSVReader(head, delimiter: candidate, file: "")
      guard let header = reader.next(), header.count > 1 else { continue }
      var even = 1
      for _ in 0..<5 { if let row = reader.next(), row.count == header.count { even += 1 } }
      let score = header.count * even
      if score > best.score { best = (candidate, score) }
    }
    return best.delimiter
  }
}
