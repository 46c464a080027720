/// How a centre is named.
package struct Naming: Hashable, Sendable, Codable {
  /// The article that the form rests on.
  package var cites: Citation
  /// What a Chinese name begins with.
  package var prefix: String
  /// What a Chinese name ends with.
  package var suffix: String
  /// What an English name begins with, where the text gives one.
  package var englishPrefix: String?
  /// The ending of a name while the centre is being built, such as （筹）.
  package var provisionalSuffix: String?

  /// A form of names.
  package init(
    cites: Citation, prefix: String, suffix: String, englishPrefix: String?,
    provisionalSuffix: String?
  ) {
    self.cites = cites
    self.prefix = prefix
    self.suffix = suffix
    self.englishPrefix = englishPrefix
    self.provisionalSuffix = provisionalSuffix
  }
}
