/// Numbers written in Chinese: 三, 十二, 一百八十三, 两.
package enum ChineseNumeral {
  private static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// A number from 0 to 999 in words, as articles are counted: 十八, 一百零三; others stay in digits.
  package static func text(_ number: Int) -> String {
    guard (0...999).contains(number) else { return String(number) }
    if number == 0 { return digits[0] }
    let plain = spelled(number)
    return plain.hasPrefix("一十") ? String(plain.dropFirst()) : plain
  }

  /// The ways to write a number from 0 to 9999; none beyond.
  package static func spellings(of number: Int64) -> [String] {
    guard (0...9999).contains(number) else { return [] }
    if number == 0 { return [digits[0]] }
    let plain = spelled(Int(number))
    var spellings = [plain]
    // 一十二 is said 十二.
    if plain.hasPrefix("一十") { spellings.append(String(plain.dropFirst())) }
    if number == 2 || plain.hasPrefix("二千") || plain.hasPrefix("二百") {
      spellings.append("两" + plain.dropFirst())
    }
    return spellings
  }

  /// Whether a character may be part of a number.
  package static func isPart(_ character: Character) -> Bool {
    character.isASCII && character.isNumber || character == "." || character == ","
      || "零一二三四五六七八九十百千万亿两".contains(character)
  }

  private static func spelled(_ number: Int) -> String {
    var text = ""
    var skipped = false
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = number / unit % 10
      if digit == 0 {
        skipped = !text.isEmpty
        continue
      }
      if skipped { text += digits[0] }
      skipped = false
      text += digits[digit] + name
    }
    return text
  }
}

extension ChineseNumeral {
  /// Reads a number from 1 to 999 in words: 八, 十二, 二十, 一百零五; nil for anything else.
  package static func number(_ text: String) -> Int? {
    guard !text.isEmpty else { return nil }
    var total = 0
    var digit: Int?
    var isZero = false
    for character in text {
      switch character {
      case "零", "〇": isZero = true
      case "十":
        total += (digit ?? 1) * 10
        digit = nil
      case "百":
        guard let hundreds = digit else { return nil }
        total += hundreds * 100
        digit = nil
      default:
        guard digit == nil, let place = "一二三四五六七八九".firstIndex(of: character) else {
          return nil
        }
        digit = "一二三四五六七八九".distance(from: "一二三四五六七八九".startIndex, to: place) + 1
      }
    }
    total += digit ?? 0
    return total > 0 || isZero ? (total == 0 ? nil : total) : nil
  }
}
