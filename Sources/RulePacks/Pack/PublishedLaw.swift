package import Quantities

/// What an official text is the text of: a regulation, or a notice that stands on one.
package protocol PublishedLaw: Sendable {
  /// The id under which its text is loaded.
  var id: String { get }
  /// The title under which it was published.
  var title: Bilingual { get }
  /// Its articles, parts and items.
  var articles: [Article] { get }
  /// One of its citation keys, as a citation that tells its law from a pack's: `8.1`, `2026-1#4.1`.
  func cited(_ key: Citation) -> Citation
}

extension PublishedLaw {
  /// An article by its citation key.
  package func article(_ key: Citation) -> Article? { articles.first { $0.key == key } }
}

extension RulePack: PublishedLaw {
  /// A pack's keys stand by themselves.
  package func cited(_ key: Citation) -> Citation { key }
}

extension CampaignNotice: PublishedLaw {}

/// A citation taken apart: which law it is of, and the key in that law.
package struct CitedPlace: Hashable, Sendable {
  /// The id of the notice that is cited; nil for the pack's own articles.
  package let notice: String?
  /// The key in that law: `8.1`, `A1.2`.
  package let key: Citation

  /// A citation as conditions and actions bear it: `8.1`, or `2026-1#4.1` of a notice.
  package init(_ citation: Citation) {
    guard let mark = citation.lastIndex(of: "#") else {
      notice = nil
      key = citation
      return
    }
    notice = String(citation[..<mark])
    key = String(citation[citation.index(after: mark)...])
  }
}
