import Quantities
package import RulePacks

/// The official text of a regulation, taken apart into its articles and items.
///
/// Keys are counted from the text alone: `8.1` is the first item of article 8, `4.1` item （一） of
/// part 四 of a notice, `A1.2` part 二 of the first annex. Where an article number is printed twice
/// the articles are `8a` and `8b`.
package struct OfficialText: Hashable, Sendable {
  /// One article, part or item.
  package struct Passage: Hashable, Sendable {
    /// The citation key.
    package var key: Citation
    /// The number as printed: 第八条, （一）, 1.
    package var mark: String
    /// What is written, cleaned: line breaks inside sentences, page marks and odd blanks are gone.
    ///
    /// Items below it are passages of their own.
    package var text: String
    /// The line of the file on which it begins, from 1.
    package var line: Int

    /// How deep it lies: 0 for articles, parts and annexes.
    package var depth: Int { key.count { $0 == "." } }
  }

  /// What counts the text: articles, or the parts of a notice.
  package enum Form: String, Hashable, Sendable {
    case articles
    case parts
  }

  /// How the text is counted.
  package let form: Form
  /// The title that the text gives itself, where one is seen.
  package let title: String?
  /// What stands before the first article, without blanks.
  package let head: String
  /// The passages in their order.
  package let passages: [Passage]

  private let places: [Citation: Int]

  init(form: Form, title: String?, head: String, passages: [Passage]) {
    self.form = form
    self.title = title
    self.head = head
    self.passages = passages
    places = Dictionary(passages.enumerated().map { ($1.key, $0) }) { first, _ in first }
  }

  /// A passage by its key.
  package func passage(_ key: Citation) -> Passage? { places[key].map { passages[$0] } }

  /// A passage and the items below it.
  package func passages(under key: Citation) -> [Passage] {
    guard let place = places[key] else { return [] }
    return [passages[place]] + passages[(place + 1)...].prefix { $0.key.hasPrefix(key + ".") }
  }

  /// The nearest passage that has a text: the one of the key, or the one that it belongs to.
  package func nearest(_ key: Citation) -> Passage? {
    var key = key
    while true {
      if let found = passage(key) { return found }
      guard let dot = key.lastIndex(of: ".") else { return nil }
      key = String(key[..<dot])
    }
  }

  /// The text of each passage with the items below it, by key.
  package var wholeTexts: [Citation: String] {
    Dictionary(
      passages.map { passage in
        let parts = passages(under: passage.key).enumerated().map { index, part in
          index == 0 ? part.text : part.mark + part.text
        }
        return (passage.key, parts.joined(separator: "\n"))
      }
    ) { first, _ in first }
  }

  /// How many articles, parts and annexes there are, items not counted.
  package var articleCount: Int { passages.count { $0.depth == 0 } }
}

extension OfficialText {
  /// What a text and a pack or a notice have in common.
  package struct Comparison: Hashable, Sendable {
    /// Articles of the pack that the text does not have.
    package var withoutText: [Citation]
    /// Passages of the text that the pack neither lists nor covers by an article above or below.
    package var unlisted: [Citation]
  }

  /// Compares the passages with the articles that a pack or a notice lists.
  package func compared(with law: some PublishedLaw) -> Comparison {
    let listed = Set(law.articles.map(\.key))
    let above = Set(law.articles.flatMap { Self.ancestors(of: $0.key) })
    return Comparison(
      withoutText: law.articles.map(\.key).filter { places[$0] == nil },
      unlisted: passages.map(\.key).filter { key in
        !listed.contains(key) && !above.contains(key)
          && !Self.ancestors(of: key).contains(where: listed.contains)
      })
  }

  /// Whether the text is the one of a pack: the title stands at its head, and not only where
  /// another document speaks of it.
  package func isTitled(_ title: String) -> Bool {
    let title = LawTextCleaning.compact(title)
    guard !title.isEmpty else { return true }
    return head.ranges(of: title).contains { range in
      let before = head[..<range.lowerBound]
      return !before.hasSuffix("《") || before.hasSuffix("印发《") || before.hasSuffix("发布《")
        || before.hasSuffix("公布《")
    }
  }

  private static func ancestors(of key: Citation) -> [Citation] {
    var found: [Citation] = []
    var key = key
    while let dot = key.lastIndex(of: ".") {
      key = String(key[..<dot])
      found.append(key)
    }
    return found
  }
}
