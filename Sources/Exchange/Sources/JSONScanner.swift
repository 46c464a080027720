import Quantities

/// Reads the JSON values of a file one after the other: one object, a list, or one a line.
///
/// Numbers keep the text in which they were written, so that an 18-digit code loses nothing.
struct JSONScanner {
  /// What is wrong with the JSON, and where.
  struct Fault: Error {
    let code: String
    let offset: Int
    var arguments: [String: String] = [:]
  }

  private static let deepest = 200

  /// Double keys met on the way; reading goes on.
  private(set) var faults: [Fault] = []
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  /// Where it ends to read.
  private let end: Int

  /// A scanner of some bytes, or of a part of them.
  init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    index = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  /// The next value; nil at the end.
  mutating func next() throws(Fault) -> SourceNode? {
    skipBlanks()
    guard index < end else { return nil }
    return try value()
  }

  /// Goes on at the next line, after a fault in a file that has one value a line.
  mutating func skipLine() {
    depth = 0
    while index < end, bytes[index] != 0x0A { index += 1 }
  }

  private mutating func value() throws(Fault) -> SourceNode {
    skipBlanks()
    guard index < end else { throw Fault(code: "end", offset: index) }
    let mark = Mark.offset(index)
    switch bytes[index] {
    case UInt8(ascii: "{"): return SourceNode(content: .map(try entries()), mark: mark)
    case UInt8(ascii: "["): return SourceNode(content: .list(try items()), mark: mark)
    case UInt8(ascii: "\""): return SourceNode(content: .text(try string()), mark: mark)
    default: return SourceNode(content: try word(), mark: mark)
    }
  }

  private mutating func entries() throws(Fault) -> [SourceNode.Entry] {
    try enter()
    var entries: [SourceNode.Entry] = []
    while true {
      skipBlanks()
      if entries.isEmpty, take("}") { break }
      let start = index
      guard index < end, bytes[index] == UInt8(ascii: "\"") else {
        throw Fault(code: "key_expected", offset: index)
      }
      let key = try string()
      skipBlanks()
      guard take(":") else { throw Fault(code: "colon_expected", offset: index) }
      let value = try value()
      if entries.contains(where: { $0.key == key }) {
        faults.append(Fault(code: "duplicate_key", offset: start, arguments: ["key": key]))
      } else {
        entries.append(SourceNode.Entry(key: key, mark: .offset(start), value: value))
      }
      skipBlanks()
      if take(",") { continue }
      guard take("}") else { throw Fault(code: "comma_expected", offset: index) }
      break
    }
    depth -= 1
    return entries
  }

  private mutating func items() throws(Fault) -> [SourceNode] {
    try enter()
    var items: [SourceNode] = []
    while true {
      skipBlanks()
      if items.isEmpty, take("]") { break }
      items.append(try value())
      skipBlanks()
      if take(",") { continue }
      guard take("]") else { throw Fault(code: "comma_expected", offset: index) }
      break
    }
    depth -= 1
    return items
  }

  private mutating func enter() throws(Fault) {
    guard depth < Self.deepest else { throw Fault(code: "too_deep", offset: index) }
    depth += 1
    index += 1
  }

  private mutating func word() throws(Fault) -> SourceNode.Content {
    let start = index
    scan: while index < end {
      switch bytes[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        index += 1
      default: break scan
      }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    switch text {
    case "null": return .null
    case "true", "false": return .text(text)
    default:
      guard let first = text.utf8.first,
        first == UInt8(ascii: "-") || (0x30...0x39).contains(first)
      else { throw Fault(code: "value_expected", offset: start, arguments: ["found": text]) }
      return .text(text)
    }
  }

  private mutating func string() throws(Fault) -> String {
    let start = index
    index += 1
    let body = index
    while index < end, bytes[index] != UInt8(ascii: "\""),
      bytes[index] != UInt8(ascii: "\\"), bytes[index] >= 0x20
    {
      index += 1
    }
    if index < end, bytes[index] == UInt8(ascii: "\"") {
      index += 1
      return String(decoding: bytes[body..<index - 1], as: UTF8.self)
    }
    return try escapedString(from: body, start)
  }

  private mutating func escapedString(
    from body: Int, _ start: Int
  ) throws(Fault) -> String {
    var text = Array(bytes[body..<index])
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw Fault(code: "control_character", offset: index)
      default:
        text.append(bytes[index])
        index += 1
      }
    }
    throw Fault(code: "quote_unclosed", offset: start)
  }

  private mutating func escape(into text: inout [UInt8]) throws(Fault) {
    let start = index
    index += 1
    guard index < end else { throw Fault(code: "end", offset: start) }
    let letter = bytes[index]
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"):
      var code = try hexadecimal(start)
      if (0xD800..<0xDC00).contains(code), index + 1 < end,
        bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
      {
        index += 2
        code = 0x10000 + (code - 0xD800) << 10 + (try hexadecimal(start) &- 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw Fault(code: "escape", offset: start) }
      text.append(contentsOf: String(Character(scalar)).utf8)
    default: throw Fault(code: "escape", offset: start)
    }
  }

  private mutating func hexadecimal(_ start: Int) throws(Fault) -> UInt32 {
    guard index + 4 <= end,
      let code = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    else { throw Fault(code: "escape", offset: start) }
    index += 4
    return code
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard index < end, bytes[index] == UInt8(ascii: byte) else { return false }
    index += 1
    return true
  }

  private mutating func skipBlanks() {
    while index < end, bytes[index] == 0x20 || (0x09...0x0D).contains(bytes[index]) {
      index += 1
    }
  }
}
