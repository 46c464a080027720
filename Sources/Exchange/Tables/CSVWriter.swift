import Foundation

/// Writes a table in text form that spreadsheets open as it was meant.
package struct CSVWriter: Sendable {
  /// How the text is encoded.
  package enum Encoding: Hashable, Sendable {
    /// UTF-8 with a byte-order mark, by which spreadsheets know it.
    case utf8Marked
    /// GB18030, for old spreadsheets on Chinese systems.
    case gb18030
  }

  /// The byte between cells.
  package var delimiter: UInt8
  /// Whether long numbers and those with leading zeros are written `="…"`, so that a spreadsheet
  /// keeps every digit.
  package var protectsCodes: Bool
  /// How the text is encoded.
  package var encoding: Encoding
  private var body: [UInt8] = []

  /// A writer.
  package init(
    delimiter: UInt8 = UInt8(ascii: ","), protectsCodes: Bool = false,
    encoding: Encoding = .utf8Marked
  ) {
    self.delimiter = delimiter
    self.protectsCodes = protectsCodes
    self.encoding = encoding
  }

  /// Adds a row.
  package mutating func add(_ row: [String]) {
    for (index, cell) in row.enumerated() {
      if index > 0 { body.append(delimiter) }
      body.append(contentsOf: written(cell))
    }
    body.append(contentsOf: [0x0D, 0x0A])
  }

  /// The file so far; characters that GB18030 lacks do not exist.
  package var bytes: [UInt8] {
    switch encoding {
    case .utf8Marked: return [0xEF, 0xBB, 0xBF] + body
    case .gb18030:
      let text = String(decoding: body, as: UTF8.self)
      return text.data(using: TextDecoding.gb18030).map { Array($0) } ?? body
    }
  }

  private func written(_ cell: String) -> [UInt8] {
    let text = safe(cell)
    let needsQuotes = text.utf8.contains { byte in
      byte == delimiter || byte == 0x22 || byte == 0x0A || byte == 0x0D
    }
    guard needsQuotes || text.first == " " || text.last == " " else { return Array(text.utf8) }
    var quoted: [UInt8] = [0x22]
    for byte in text.utf8 {
      if byte == 0x22 { quoted.append(0x22) }
      quoted.append(byte)
    }
    quoted.append(0x22)
    return quoted
  }

  /// The cell so that no spreadsheet runs it as a formula, nor rounds it.
  private func safe(_ cell: String) -> String {
    guard let first = cell.utf8.first else { return cell }
    let isNumber = Self.isNumber(cell)
    if protectsCodes, Self.isCode(cell) { return "=\"\(cell)\"" }
    if "=+-@\t\r".utf8.contains(first), !isNumber { return "'" + cell }
    return cell
  }

  private static func isNumber(_ cell: String) -> Bool {
    let digits = cell.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    return !digits.isEmpty
      && digits.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
  }

  /// Digits that a spreadsheet would change: more than eleven, or with a zero in front; and a code
  /// such as 2-1 or 3E5 that it would take for a date or a power.
  private static func isCode(_ cell: String) -> Bool {
    let utf8 = cell.utf8
    let isDigits = utf8.allSatisfy { (0x30...0x39).contains($0) }
    if isDigits { return utf8.count > 11 || (utf8.count > 1 && utf8.first == 0x30) }
    let parts = cell.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2, parts.allSatisfy({ Int($0) != nil && $0.utf8.count <= 2 }) { return true }
    let powers = cell.split(separator: "E", omittingEmptySubsequences: false)
    return powers.count == 2 && powers.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
  }
}
