/// A JSON document cut into its values, with nothing copied.
///
/// Whole numbers, texts, words, lists and maps; whatever looks otherwise makes no document here and
/// is left to a general reader.
final class JSONTokens {
  enum Kind: UInt8 {
    case null
    case no
    case yes
    case number
    case text
    /// A text with escapes.
    case escaped
    case map
    case list
  }

  struct Token {
    var kind: Kind
    /// Where the value lies; of texts without the quotes.
    var start: Int32
    var end: Int32
    /// The token after the value and everything within.
    var next: Int32
    /// How many values are within; in maps a key stands before each.
    var count: Int32 = 0
  }

  let bytes: [UInt8]
  let tokens: [Token]

  /// Cuts a document; nil where it is not one of this kind.
  init?(_ bytes: [UInt8]) {
    guard bytes.count < Int(Int32.max) else { return nil }
    self.bytes = bytes
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 12 + 4)
    let isWhole = bytes.withUnsafeBufferPointer { buffer in
      var cutter = JSONCutter(bytes: buffer)
      guard cutter.value(0, &tokens) else { return false }
      return cutter.isAtEnd
    }
    self.tokens = tokens
    guard isWhole else { return nil }
  }

  /// The text of a token; nil where it is none.
  func text(at index: Int) -> String? {
    let token = tokens[index]
    switch token.kind {
    case .text: return String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
    case .escaped: return unescaped(Int(token.start)..<Int(token.end))
    default: return nil
    }
  }

  /// The number of a token; nil where it is none or too great.
  func number(at index: Int) -> Int64? {
    let token = tokens[index]
    guard token.kind == .number else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      var position = Int(token.start)
      let isNegative = bytes[position] == UInt8(ascii: "-")
      if isNegative { position += 1 }
      var value: Int64 = 0
      while position < Int(token.end) {
        let digit = Int64(bytes[position] - UInt8(ascii: "0"))
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, carry) =
          isNegative
          ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
        guard !overflow, !carry else { return nil }
        value = sum
        position += 1
      }
      return value
    }
  }

  /// The value of a key in a map.
  func find(_ key: String, in map: Int) -> Int? {
    var key = key
    return key.withUTF8 { name in
      bytes.withUnsafeBufferPointer { bytes in
        var index = map + 1
        for _ in 0..<tokens[map].count {
          let token = tokens[index]
          let count = Int(token.end - token.start)
          if count == name.count, token.kind == .text,
            UnsafeBufferPointer(rebasing: bytes[Int(token.start)..<Int(token.end)])
              .elementsEqual(name)
          {
            return index + 1
          }
          index = Int(tokens[index + 1].next)
        }
        return nil
      }
    }
  }

  /// The place of a key's value in a map, for keys that the program has in its own text.
  func find(_ key: StaticString, in map: Int) -> Int? {
    let name = UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
    return bytes.withUnsafeBufferPointer { bytes in
      tokens.withUnsafeBufferPointer { tokens in
        var index = map + 1
        for _ in 0..<tokens[map].count {
          let token = tokens[index]
          let start = Int(token.start)
          if Int(token.end) - start == name.count, token.kind == .text,
            name.indices.allSatisfy({ bytes[start + $0] == name[$0] })
          {
            return index + 1
          }
          index = Int(tokens[index + 1].next)
        }
        return nil
      }
    }
  }

  /// The keys of a map with the places of their values.
  func forEach(in map: Int, _ body: (String, Int) throws -> Void) rethrows {
    var index = map + 1
    for _ in 0..<tokens[map].count {
      try body(text(at: index) ?? "", index + 1)
      index = Int(tokens[index + 1].next)
    }
  }

  private func unescaped(_ range: Range<Int>) -> String? {
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      position += 1
      guard byte == UInt8(ascii: "\\") else {
        out.append(byte)
        continue
      }
      guard position < range.upperBound else { return nil }
      let escape = bytes[position]
      position += 1
      switch escape {
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "b"): out.append(0x08)
      case UInt8(ascii: "f"): out.append(0x0C)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(escape)
      case UInt8(ascii: "u"):
        guard position + 4 <= range.upperBound,
          let code = UInt32(
            String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16),
          let scalar = Unicode.Scalar(code)
        else { return nil }
        out.append(contentsOf: String(Character(scalar)).utf8)
        position += 4
      default: return nil
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// Goes through the bytes once.
private struct JSONCutter {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0

  /// The greatest depth; events are a handful deep.
  private static let deepest = 64

  var isAtEnd: Bool { position == bytes.count }

  /// Cuts one value; false where it is none of this kind.
  mutating func value(_ depth: Int, _ tokens: inout [JSONTokens.Token]) -> Bool {
    guard position < bytes.count, depth < Self.deepest else { return false }
    switch bytes[position] {
    case UInt8(ascii: "\""): return text(&tokens)
    case UInt8(ascii: "{"): return map(depth, &tokens)
    case UInt8(ascii: "["): return list(depth, &tokens)
    case UInt8(ascii: "t"): return word("true", .yes, &tokens)
    case UInt8(ascii: "f"): return word("false", .no, &tokens)
    case UInt8(ascii: "n"): return word("null", .null, &tokens)
    default: return number(&tokens)
    }
  }

  private mutating func add(
    _ kind: JSONTokens.Kind, _ start: Int, _ end: Int, _ tokens: inout [JSONTokens.Token]
  ) {
    tokens.append(
      JSONTokens.Token(
        kind: kind, start: Int32(start), end: Int32(end), next: Int32(tokens.count + 1)))
  }

  private mutating func word(
    _ word: StaticString, _ kind: JSONTokens.Kind, _ tokens: inout [JSONTokens.Token]
  ) -> Bool {
    let count = word.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    for offset in 0..<count where bytes[position + offset] != word.utf8Start[offset] {
      return false
    }
    add(kind, position, position + count, &tokens)
    position += count
    return true
  }

  private mutating func number(_ tokens: inout [JSONTokens.Token]) -> Bool {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let digits = position
    while position < bytes.count,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
    {
      position += 1
    }
    guard position > digits else { return false }
    add(.number, start, position, &tokens)
    return true
  }

  private mutating func text(_ tokens: inout [JSONTokens.Token]) -> Bool {
    position += 1
    let start = position
    var kind = JSONTokens.Kind.text
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        add(kind, start, position, &tokens)
        position += 1
        return true
      case UInt8(ascii: "\\"):
        kind = .escaped
        position += 2
      case 0..<0x20: return false
      default: position += 1
      }
    }
    return false
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func map(_ depth: Int, _ tokens: inout [JSONTokens.Token]) -> Bool {
    let place = tokens.count
    add(.map, position, position, &tokens)
    position += 1
    var count: Int32 = 0
    if !take(UInt8(ascii: "}")) {
      repeat {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\""), text(&tokens),
          take(UInt8(ascii: ":")), value(depth + 1, &tokens)
        else { return false }
        count += 1
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { return false }
    }
    tokens[place].count = count
    tokens[place].next = Int32(tokens.count)
    return true
  }

  private mutating func list(_ depth: Int, _ tokens: inout [JSONTokens.Token]) -> Bool {
    let place = tokens.count
    add(.list, position, position, &tokens)
    position += 1
    var count: Int32 = 0
    if !take(UInt8(ascii: "]")) {
      repeat {
        guard value(depth + 1, &tokens) else { return false }
        count += 1
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "]")) else { return false }
    }
    tokens[place].count = count
    tokens[place].next = Int32(tokens.count)
    return true
  }
}
