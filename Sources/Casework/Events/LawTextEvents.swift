package import Quantities

/// The official text of a pack's regulation was loaded; it lies beside the journal by its hash.
///
/// A later load replaces it; the earlier ones stay on record.
package struct LawTextLoaded: Hashable, Sendable, Codable {
  /// The id of the pack or notice whose regulation it is.
  package var pack: String
  /// The name of the file that it came from.
  package var source: String
  /// The SHA-256 of that file's bytes.
  package var sha256: String
  /// How the file was encoded.
  package var encoding: String
  /// The SHA-256 of the text as it is kept, in UTF-8.
  package var contentHash: String
  /// How many articles, parts and annexes it has.
  package var articles: Int

  /// A text loaded.
  package init(
    pack: String, source: String, sha256: String, encoding: String, contentHash: String,
    articles: Int
  ) {
    self.pack = pack
    self.source = source
    self.sha256 = sha256
    self.encoding = encoding
    self.contentHash = contentHash
    self.articles = articles
  }
}

/// A text that was loaded, with who did it and when.
package struct LawTextRecord: Hashable, Sendable {
  /// The text, by the hash under which it is kept.
  package var loaded: LawTextLoaded
  /// The user who loaded it.
  package var actor: String
  /// The official date of the load.
  package var on: CalendarDate
  /// The moment, in milliseconds since 1970-01-01 UTC.
  package var moment: Int64
}
