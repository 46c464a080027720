import Quantities
package import RulePacks

extension Wording {
  /// An article as it is cited: 第八条第1项 and 附件1第2项, or Art 8(1) and Annex 1(2).
  ///
  /// Keys of notices and guidelines count parts (第四部分第1项), as the pack's title tells.
  package func article(_ key: Citation) -> String {
    if let mark = key.lastIndex(of: "#") {
      // Of a notice on top of the pack, which counts parts.
      guard let parsed = ArticleKey(String(key[key.index(after: mark)...])) else { return key }
      return language == .zh
        ? "通知" + chinese(parsed, countsParts: true)
        : "Notice, " + english(parsed, countsParts: true)
    }
    guard let parsed = ArticleKey(key) else { return key }
    return language == .zh
      ? chinese(parsed, countsParts: countsParts) : english(parsed, countsParts: countsParts)
  }

  /// An article of a notice: parts are counted.
  package func noticeArticle(_ key: Citation) -> String { article("#" + key) }

  /// Several articles, joined.
  package func articles(_ keys: [Citation]) -> String { list(keys.map(article)) }

  /// An article in brackets at the end of a sentence; empty for none.
  func citation(_ keys: [Citation]) -> String {
    keys.isEmpty ? "" : bracketed(articles(keys))
  }

  private var countsParts: Bool {
    guard let title = pack?.title.zh else { return false }
    return ["通知", "指引", "指南"].contains { title.hasSuffix($0) }
  }

  private func chinese(_ key: ArticleKey, countsParts: Bool) -> String {
    let item = key.item.map { "第\($0)项" } ?? ""
    if key.isAnnex { return "附件\(key.number)" + item }
    if countsParts { return "第\(ChineseNumeral.text(key.number))部分" + item }
    let mark =
      switch key.letter {
      case "a": "〔条件〕"
      case "b": "〔程序〕"
      case .some(let letter): "〔\(letter)〕"
      case nil: ""
      }
    return "第\(ChineseNumeral.text(key.number))条" + mark + item
  }

  private func english(_ key: ArticleKey, countsParts: Bool) -> String {
    let item = key.item.map { "(\($0))" } ?? ""
    if key.isAnnex { return "Annex \(key.number)" + item }
    if countsParts { return "Part \(key.number)" + item }
    let mark =
      switch key.letter {
      case "a": " [conditions]"
      case "b": " [procedure]"
      case .some(let letter): " [\(letter)]"
      case nil: ""
      }
    return "Art. \(key.number)" + mark + item
  }
}

/// A citation key taken apart: `8.1`, `18`, `A1.2`, `8a.5`.
struct ArticleKey: Hashable {
  var isAnnex: Bool
  var number: Int
  var letter: String?
  var item: String?

  init?(_ key: Citation) {
    let parts = key.split(separator: ".", maxSplits: 1)
    guard var head = parts.first else { return nil }
    item = parts.count > 1 ? String(parts[1]) : nil
    isAnnex = head.first == "A"
    if isAnnex { head = head.dropFirst() }
    let digits = head.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits) else { return nil }
    self.number = number
    let rest = head[digits.endIndex...]
    letter = rest.isEmpty ? nil : String(rest)
  }
}
