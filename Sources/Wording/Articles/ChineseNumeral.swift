/// Numbers as Chinese words, as articles of regulations are counted.
enum ChineseNumeral {
  private static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// A number from 0 to 999 in words (十八, 一百零三); larger ones stay in digits.
  static func text(_ number: Int) -> String {
    switch number {
    case 0...9: return digits[number]
    case 10...99:
      let tens = number / 10
      let ones = number % 10
      return (tens == 1 ? "" : digits[tens]) + "十" + (ones == 0 ? "" : digits[ones])
    case 100...999:
      let rest = number % 100
      let head = digits[number / 100] + "百"
      if rest == 0 { return head }
      if rest < 10 { return head + "零" + digits[rest] }
      return head + (rest < 20 ? "一" : "") + text(rest)
    default: return String(number)
    }
  }
}
