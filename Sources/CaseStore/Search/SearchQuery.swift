import Quantities

/// The words that somebody typed, as full-text search and the plain test take them.
///
/// A word is found where it is part of a Chinese text, where it begins a word of letters or digits,
/// or where it is part of the pinyin initials.
struct SearchQuery: Hashable, Sendable {
  /// The words, folded and in lower case; every one has to be found.
  let words: [String]

  /// What was typed, without the words that hold nothing to look for.
  init(words: [String]) {
    self.words = words.map { TextFolding.folded($0).lowercased() }.filter { word in
      word.unicodeScalars.contains { Self.isWordScalar($0) || $0.value >= 0x2E80 }
    }
  }

  /// Reads what `stored` wrote.
  init(stored: String) { words = stored.split(separator: "\n").map(String.init) }

  /// The words as one text, for the database function.
  var stored: String { words.joined(separator: "\n") }

  /// The query in the language of full-text search; every word is a phrase.
  var match: String {
    words.map { word in
      let phrase = Self.phrase(word)
      guard let initials = Self.initials(word) else { return phrase }
      return "(\(phrase) OR \(Self.phrase(SearchText.initials(initials))))"
    }.joined(separator: " AND ")
  }

  /// Whether a text has every word.
  func matches(_ text: String) -> Bool {
    words.allSatisfy { word in
      if Self.has(word, in: text) { return true }
      guard let initials = Self.initials(word) else { return false }
      return Self.has(SearchText.initials(initials), in: text)
    }
  }

  /// A phrase, open at its end where it ends in a letter, a digit or a single character.
  private static func phrase(_ word: String) -> String {
    let quoted = "\"" + word.split(separator: "\"").joined(separator: " ") + "\""
    let scalars = Array(word.unicodeScalars)
    guard let last = scalars.last else { return quoted }
    if isWordScalar(last) { return quoted + " *" }
    let isAlone =
      scalars.count == 1 || (scalars.count > 1 && isWordScalar(scalars[scalars.count - 2]))
    return isAlone ? quoted + " *" : quoted
  }

  /// The word where it may be meant as initials: ASCII letters and digits, two at least.
  private static func initials(_ word: String) -> String? {
    guard word.utf8.count >= 2, word.unicodeScalars.allSatisfy({ $0.isASCII && isWordScalar($0) })
    else { return nil }
    return word
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: (0x80..<0x800).contains(scalar.value)
    }
  }

  /// Whether a text has a word, as the index finds it.
  private static func has(_ word: String, in text: String) -> Bool {
    var text = text
    var word = word
    return text.withUTF8 { haystack in
      word.withUTF8 { needle in
        guard let first = needle.first, haystack.count >= needle.count else { return false }
        let beginsWord = isWordByte(first)
        for start in 0...(haystack.count - needle.count) where haystack[start] == first {
          if beginsWord, start > 0, isWordByte(haystack[start - 1]) { continue }
          if haystack[start..<start + needle.count].elementsEqual(needle) { return true }
        }
        return false
      }
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: false
    }
  }
}
