import Quantities

/// Takes the noise of publication out of a text: page marks, broken lines, odd blanks.
enum LawTextCleaning {
  /// The text without any blank.
  static func compact(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.unicodeScalars.filter { !isBlank($0) })
    return String(view)
  }

  /// Blanks of every width, and marks that print nothing.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    TextFolding.isSpace(scalar)
      || scalar.value == 0xAD || (0x200B...0x200F).contains(scalar.value)
      || scalar.value == 0x2060
  }

  /// Lines without marks of headings and emphasis, ends trimmed; nil for page marks.
  static func line(_ raw: Substring) -> String? {
    var view = raw.unicodeScalars[...]
    while let first = view.first, isBlank(first) || first == "#" || first == "*" || first == ">" {
      view = view.dropFirst()
    }
    while let last = view.last, isBlank(last) || last == "#" { view = view.dropLast() }
    var text = String(view)
    if text.hasSuffix("**") { text.removeLast(2) }
    if isPageMark(text) { return nil }
    // The mark of a list in markdown.
    if ["- ", "+ ", "• "].contains(where: text.hasPrefix) {
      text = TextFolding.trimmed(String(text.dropFirst(2)))
    }
    return text
  }

  /// `- 2 -`, `—3—`, `第 2 页 共 9 页`.
  static func isPageMark(_ text: String) -> Bool {
    let compact = compact(text)
    guard !compact.isEmpty else { return false }
    let dashes: Set<Character> = ["-", "—", "－", "–", "―", "─"]
    let inner = compact.drop(while: dashes.contains)
    if inner.count < compact.count, let last = inner.last, dashes.contains(last) {
      let digits = inner.reversed().drop(while: dashes.contains)
      return !digits.isEmpty && digits.allSatisfy(\.isNumber)
    }
    guard compact.hasPrefix("第"), compact.contains("页") else { return false }
    return compact.allSatisfy { $0.isNumber || "第页共/，,".contains($0) }
  }

  /// Puts a broken line behind the one before it.
  static func joined(_ text: String, _ next: String) -> String {
    guard let left = text.unicodeScalars.last, let right = next.unicodeScalars.first else {
      return text + next
    }
    return isLatin(left) && isLatin(right) ? text + " " + next : text + next
  }

  /// A paragraph without blanks beside Chinese characters, other blanks one space, and brackets of
  /// document numbers as they are meant.
  static func cleaned(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    var hadBlank = false
    for scalar in text.unicodeScalars {
      if isBlank(scalar) {
        hadBlank = true
        continue
      }
      if hadBlank, let last = view.last, isLatin(last), isLatin(scalar) { view.append(" ") }
      hadBlank = false
      view.append(scalar)
    }
    return withYearBrackets(String(view))
  }

  /// Letters and digits of ASCII, and the marks that stand in their words.
  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.value > 0x20 && !"()[]{}<>\"'".unicodeScalars.contains(scalar)
  }

  /// Some publications lose the brackets of 〔2024〕 to marks of quotation.
  private static func withYearBrackets(_ text: String) -> String {
    guard text.contains("„") else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "„") {
      result += rest[..<open]
      let digits = rest[rest.index(after: open)...].prefix { $0.isNumber }
      let close = digits.endIndex
      if digits.count == 4, close < rest.endIndex, "‟”".contains(rest[close]) {
        result += "〔\(digits)〕"
        rest = rest[rest.index(after: close)...]
      } else {
        result.append("„")
        rest = rest[rest.index(after: open)...]
      }
    }
    return result + rest
  }
}
