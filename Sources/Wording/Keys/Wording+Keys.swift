import Quantities

extension Wording {
  /// What a key of a pack's files stands for; the key itself where nothing is known of it.
  package func key(_ key: String) -> String {
    KeyTexts.text(of: key)?[language] ?? key
  }

  /// What editors show of a key: both languages, as a pack's writers may read either.
  package static func description(ofKey key: String) -> String? {
    KeyTexts.text(of: key).map { "\($0.zh) / \($0.en)" }
  }
}
