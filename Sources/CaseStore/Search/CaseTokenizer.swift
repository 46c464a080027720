import GRDB

/// Cuts text for full-text search so that every part of a Chinese name is found.
///
/// Runs of Chinese characters (and of pinyin initials) become overlapping pairs, the last character
/// of a run standing alone as well; letters and digits become words. A word of two characters or more
/// is a phrase of pairs; a single character is the beginning of a pair.
final class CaseTokenizer: FTS5CustomTokenizer {
  static let name = "dossier"

  init(db: Database, arguments: [String]) throws {}

  func tokenize(
    context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization,
    pText: UnsafePointer<CChar>?, nText: CInt, tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    guard let pText else { return 0 }
    let colocated: CInt = 1
    let isQuery = tokenization.contains(.query)
    return pText.withMemoryRebound(to: UInt8.self, capacity: Int(nText)) { base in
      let bytes = UnsafeBufferPointer(start: base, count: Int(nText))
      return TokenCutter(bytes: bytes, emitsLastAlone: !isQuery).cut { range, isSamePlace in
        base.advanced(by: range.lowerBound).withMemoryRebound(
          to: CChar.self, capacity: range.count
        ) { start in
          tokenCallback(
            context, isSamePlace ? colocated : 0, start, CInt(range.count), CInt(range.lowerBound),
            CInt(range.upperBound))
        }
      }
    }
  }
}

/// The cutting itself, over UTF-8 that is folded and in lower case already.
struct TokenCutter {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether the last character of a Chinese run also stands alone, in the place of the last pair;
  /// it does when text is indexed, and not in phrases that are looked for.
  let emitsLastAlone: Bool

  /// What a character belongs to.
  enum Class {
    case gap
    case word
    case pair
  }

  /// Calls `emit` for the range of every token, and whether it stands in the place of the one
  /// before; stops at the first answer that is not 0.
  func cut(_ emit: (Range<Int>, Bool) -> CInt) -> CInt {
    var position = 0
    while position < bytes.count {
      let (kind, length) = character(at: position)
      let start = position
      position += length
      switch kind {
      case .gap: continue
      case .word:
        while position < bytes.count, case (.word, let more) = character(at: position) {
          position += more
        }
        let code = emit(start..<position, false)
        if code != 0 { return code }
      case .pair:
        var last = start..<position
        var isAlone = true
        while position < bytes.count, case (.pair, let more) = character(at: position) {
          let code = emit(last.lowerBound..<position + more, false)
          if code != 0 { return code }
          last = position..<position + more
          position += more
          isAlone = false
        }
        if emitsLastAlone || isAlone {
          let code = emit(last, !isAlone)
          if code != 0 { return code }
        }
      }
    }
    return 0
  }

  private func character(at position: Int) -> (Class, Int) {
    let lead = bytes[position]
    switch lead {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return (.word, 1)
    case 0..<0x80: return (.gap, 1)
    case 0xC3..<0xE0: return (.word, min(2, bytes.count - position))
    case 0xE0..<0xF0:
      let length = min(3, bytes.count - position)
      return (Self.isPunctuation(lead, bytes, position) ? .gap : .pair, length)
    case 0xF0..<0xF5: return (.pair, min(4, bytes.count - position))
    case 0xC2: return (.gap, min(2, bytes.count - position))
    default: return (.gap, 1)
    }
  }

  /// Chinese punctuation (U+3000–U+303F), general punctuation (U+2000–U+206F), and full-width forms
  /// (U+FF00–U+FFEF), of which letters and digits were folded before.
  private static func isPunctuation(
    _ lead: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ position: Int
  ) -> Bool {
    guard position + 1 < bytes.count else { return true }
    let second = bytes[position + 1]
    return (lead == 0xE3 && second == 0x80) || (lead == 0xE2 && (0x80...0x81).contains(second))
      || (lead == 0xEF && second >= 0xBC)
  }
}
