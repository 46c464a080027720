import Quantities

/// The initial letters of Chinese characters in pinyin, every common reading among them.
///
/// A search for `hycg` finds 海洋传感. The table is our own, so that nothing of ICU is loaded, and it
/// knows the second readings which names of places and people live on: 单县 is `sx`, 长春 is `cc`,
/// 重庆 is `cq`.
package enum PinyinInitials {
  /// The initials that a character is read with, lower-case ASCII, the commonest first.
  ///
  /// Covers U+4E00 to U+9FFF and the rarer characters of the 通用规范汉字表. Empty for every other
  /// scalar, and for the few characters that have no reading.
  package static func initials(of scalar: Unicode.Scalar) -> [UInt8] {
    guard scalar.value >= 0x4E00, scalar.value <= 0x9FFF else {
      return outsideMainBlock[scalar.value] ?? []
    }
    let first = commonest.withUTF8Buffer { $0[Int(scalar.value) - 0x4E00] }
    guard first != UInt8(ascii: "-") else { return [] }
    guard let others = alternates[scalar.value] else { return [first] }
    return [first] + others
  }

  /// The keys under which a text is found by its initials.
  ///
  /// Chinese characters give their initials; ASCII letters and digits, full-width ones too, are kept
  /// in lower case; everything else is dropped. A text with characters of several readings has a key
  /// for every combination, those with the fewest uncommon readings first, and never more than
  /// `limit`. Empty where nothing of the text can be keyed.
  package static func keys(for text: String, limit: Int = 16) -> [String] {
    let letters = text.unicodeScalars.map(keyLetters).filter { !$0.isEmpty }
    guard limit > 0, !letters.isEmpty else { return [] }
    let ambiguous = letters.indices.filter { letters[$0].count > 1 }
    var key = letters.map { $0[0] }
    var keys: [String] = []

    /// Appends the keys that take `substitutions` uncommon readings among `ambiguous[start...]`.
    func collect(_ substitutions: Int, from start: Int) {
      guard substitutions > 0 else {
        keys.append(String(decoding: key, as: UTF8.self))
        return
      }
      var next = start
      while ambiguous.count - next >= substitutions, keys.count < limit {
        let place = ambiguous[next]
        next += 1
        for letter in letters[place].dropFirst() where keys.count < limit {
          key[place] = letter
          collect(substitutions - 1, from: next)
        }
        key[place] = letters[place][0]
      }
    }

    for substitutions in 0...ambiguous.count where keys.count < limit {
      collect(substitutions, from: 0)
    }
    return keys
  }

  /// What one scalar gives to a key: the initials it may have, or itself.
  private static func keyLetters(of scalar: Unicode.Scalar) -> [UInt8] {
    let scalar = TextFolding.halfWidth(scalar)
    guard scalar.isASCII else { return initials(of: scalar) }
    let ascii = UInt8(truncatingIfNeeded: scalar.value)
    switch ascii {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return [ascii]
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return [ascii | 0x20]
    default:
      return []
    }
  }
}
