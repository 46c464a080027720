import Foundation
package import Quantities

/// Finds out how a file's text is encoded, and reads it.
///
/// UTF-8 is tried strictly, with and without a byte-order mark; then GB18030, which covers the GBK of
/// Chinese spreadsheets; UTF-16 needs its mark.
package enum TextDecoding {
  /// The encodings that are read.
  package enum Encoding: String, Hashable, Sendable {
    case utf8 = "UTF-8"
    case utf8Marked = "UTF-8 (BOM)"
    case gb18030 = "GB18030"
    case utf16 = "UTF-16"
  }

  /// A file's text, and how it was encoded.
  package struct Decoded: Hashable, Sendable {
    /// The text, without a byte-order mark.
    package let text: String
    /// How it was encoded.
    package let encoding: Encoding
  }

  /// GB18030 as Foundation on Linux knows it; its constant for GBK does not work there.
  static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  /// Reads the bytes of a file.
  ///
  /// - Throws: `import.format.binary` for workbooks, archives and PDF files; `import.encoding` with
  ///   line, column, byte offset and the byte that fits no encoding.
  package static func decode(_ bytes: [UInt8], file: String) throws(Problem) -> Decoded {
    if let kind = binaryKind(bytes) {
      throw Problem("import.format.binary", at: .init(file: file), ["kind": kind])
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return try utf16(bytes, file: file)
    }
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let body = isMarked ? bytes[3...] : bytes[...]
    if let text = String(validating: body, as: UTF8.self) {
      return Decoded(text: text, encoding: isMarked ? .utf8Marked : .utf8)
    }
    let survey = UTF8Survey(body)
    if !isMarked, !survey.isMostlyUTF8,
      let text = String(data: Data(body), encoding: gb18030), isPlausible(text)
    {
      return Decoded(text: text, encoding: .gb18030)
    }
    let offset = survey.firstFault ?? body.startIndex
    throw Problem(
      "import.encoding", at: place(of: offset, in: bytes, file: file),
      [
        "offset": String(offset), "byte": String(bytes[offset], radix: 16, uppercase: true),
        "encoding": isMarked || survey.isMostlyUTF8 ? "UTF-8" : "UTF-8, GB18030",
      ])
  }

  private static func utf16(_ bytes: [UInt8], file: String) throws(Problem) -> Decoded {
    let order: String.Encoding = bytes[0] == 0xFF ? .utf16LittleEndian : .utf16BigEndian
    guard bytes.count.isMultiple(of: 2), let text = String(data: Data(bytes[2...]), encoding: order)
    else {
      throw Problem(
        "import.encoding", at: .init(file: file),
        ["offset": String(bytes.count), "encoding": Encoding.utf16.rawValue])
    }
    return Decoded(text: text, encoding: .utf16)
  }

  /// What a file is that has no text in it.
  private static func binaryKind(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "xlsx" }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "xls" }
    if bytes.starts(with: Array("%PDF-".utf8)) { return "pdf" }
    return nil
  }

  /// Chinese text has no control characters, and none of private use.
  private static func isPlausible(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0..<9, 0x0E..<0x20, 0x7F..<0xA0, 0xE000...0xF8FF, 0xFFFD: false
      default: true
      }
    }
  }

  private static func place(of offset: Int, in bytes: [UInt8], file: String) -> Problem.Place {
    let before = bytes[..<offset]
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = bytes[start..<offset].count { $0 & 0xC0 != 0x80 } + 1
    return Problem.Place(file: file, line: line, column: column)
  }
}

/// How far bytes are UTF-8: a damaged UTF-8 file must not be taken for GBK.
private struct UTF8Survey {
  /// The first byte that is not UTF-8.
  var firstFault: Int?
  private var faults = 0
  private var wideCharacters = 0

  /// Whether most of what is not ASCII is well-formed; GBK hardly ever forms three-byte sequences.
  var isMostlyUTF8: Bool { wideCharacters > 2 * faults }

  init(_ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let length = Self.length(of: bytes[index])
      let end = index + max(1, length)
      if length > 0, end <= bytes.endIndex,
        String(validating: bytes[index..<end], as: UTF8.self) != nil
      {
        if length >= 3 { wideCharacters += 1 }
        index = end
      } else {
        if firstFault == nil { firstFault = index }
        faults += 1
        index += 1
      }
    }
  }

  private static func length(of lead: UInt8) -> Int {
    switch lead {
    case 0..<0x80: 1
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF5: 4
    default: 0
    }
  }
}
