/// The two languages that Dossier speaks.
package enum Language: String, CaseIterable, Hashable, Sendable, Codable {
  case zh
  case en
}

/// A text in Chinese and English.
package struct Bilingual: Hashable, Sendable, Codable {
  /// The Chinese text.
  package let zh: String
  /// The English text.
  package let en: String

  /// A text in both languages.
  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The text in one language; the other one stands in where it is empty.
  package subscript(_ language: Language) -> String {
    switch language {
    case .zh: zh.isEmpty ? en : zh
    case .en: en.isEmpty ? zh : en
    }
  }
}
