import Quantities

/// A number at the beginning of a line that may begin an article or an item.
struct LawTextMark: Hashable {
  /// How the number is written.
  enum Style: Hashable {
    /// 一、
    case chinese
    /// （一）
    case chineseInBrackets
    /// 1. or 1、
    case arabic
    /// （1）
    case arabicInBrackets
    /// ①
    case circled
  }

  /// How it is written.
  let style: Style
  /// The number.
  let number: Int
  /// The mark as printed, blanks left out.
  let printed: String
  /// What follows.
  let rest: String

  /// Reads the mark of an item; nil where the line has none.
  init?(_ line: String) {
    guard let first = line.unicodeScalars.first else { return nil }
    if (0x2460...0x2473).contains(first.value) {
      self.init(.circled, Int(first.value) - 0x245F, String(first), line.dropFirst())
      return
    }
    if first == "（" || first == "(" {
      guard let close = line.firstIndex(where: { $0 == "）" || $0 == ")" }) else { return nil }
      let inner = LawTextCleaning.compact(String(line[line.index(after: line.startIndex)..<close]))
      let rest = line[line.index(after: close)...]
      let printed = String(line[...close])
      if let number = Self.arabic(inner) {
        self.init(.arabicInBrackets, number, printed, rest)
      } else if let number = ChineseNumeral.number(inner) {
        self.init(.chineseInBrackets, number, printed, rest)
      } else {
        return nil
      }
      return
    }
    guard let end = line.firstIndex(where: { ".．、".contains($0) }) else { return nil }
    let head = LawTextCleaning.compact(String(line[..<end]))
    let rest = line[line.index(after: end)...]
    if let number = Self.arabic(head) {
      // 1.5 is no item.
      if let next = rest.first, next.isASCII, next.isNumber, line[end] != "、" { return nil }
      self.init(.arabic, number, head + String(line[end]), rest)
    } else if line[end] == "、", let number = ChineseNumeral.number(head) {
      self.init(.chinese, number, head + "、", rest)
    } else {
      return nil
    }
  }

  private init(_ style: Style, _ number: Int, _ printed: String, _ rest: Substring) {
    self.style = style
    self.number = number
    self.printed = LawTextCleaning.compact(printed)
    self.rest = TextFolding.trimmed(String(rest))
  }

  private static func arabic(_ text: String) -> Int? {
    guard (1...2).contains(text.count), text.allSatisfy(\.isNumber) else { return nil }
    return Int(TextFolding.folded(text))
  }
}

/// A line that begins an article, a chapter or an annex.
enum LawTextHeading: Hashable {
  /// 第八条; whether a blank follows, as it does behind headings and not behind what only speaks of
  /// an article.
  case article(Int, printed: String, isSetOff: Bool, rest: String)
  /// 第二章 or 第一节.
  case chapter
  /// 附件 or 附件1, alone on its line.
  case annex(Int?, printed: String)
  /// 附件：, a list of annexes.
  case annexList

  /// Reads the heading of a line; nil where it has none.
  init?(_ line: String) {
    if let found = Self.counted(line) {
      self = found
    } else if let found = Self.annex(line) {
      self = found
    } else {
      return nil
    }
  }

  private static func counted(_ line: String) -> LawTextHeading? {
    guard line.hasPrefix("第"),
      let unit = line.firstIndex(where: { "条章节".contains($0) })
    else { return nil }
    let digits = LawTextCleaning.compact(String(line.dropFirst()[..<unit]))
    guard let number = Int(TextFolding.folded(digits)) ?? ChineseNumeral.number(digits) else {
      return nil
    }
    let rest = line[line.index(after: unit)...]
    let next = rest.unicodeScalars.first
    let isSetOff = next.map { LawTextCleaning.isBlank($0) || "：:、*".unicodeScalars.contains($0) }
    if line[unit] != "条" { return isSetOff ?? true ? .chapter : nil }
    let body = rest.drop { "：:、*".contains($0) || $0.isWhitespace }
    return .article(
      number, printed: "第\(digits)条", isSetOff: isSetOff ?? true, rest: String(body))
  }

  private static func annex(_ line: String) -> LawTextHeading? {
    guard line.hasPrefix("附件") || line.hasPrefix("附录") else { return nil }
    let rest = LawTextCleaning.compact(String(line.dropFirst(2)))
    if rest.isEmpty { return .annex(nil, printed: String(line.prefix(2))) }
    if "：:".contains(rest.prefix(1)) {
      return rest.count == 1 ? .annex(nil, printed: String(line.prefix(2))) : .annexList
    }
    let digits = rest.hasSuffix("：") || rest.hasSuffix(":") ? String(rest.dropLast()) : rest
    guard let number = Int(TextFolding.folded(digits)) ?? ChineseNumeral.number(digits) else {
      return nil
    }
    return .annex(number, printed: line.prefix(2) + digits)
  }
}
