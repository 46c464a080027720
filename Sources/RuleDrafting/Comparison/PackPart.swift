package import Quantities
package import RulePacks

/// One part of a pack, laid out by its keys, so that packs can be compared key by key.
package struct PackPart: Hashable, Sendable {
  /// What stands under a key.
  package enum Content: Hashable, Sendable {
    /// A name, a word of the language, or a text that is the same in both languages.
    case text(String)
    /// A text in both languages.
    case bilingual(Bilingual)
    /// An expression, blanks normalised.
    case expression(String)
    /// Several names.
    case names([String])
    /// Yes or no.
    case flag(Bool)
    /// A value.
    case value(Value)
  }

  /// A key with what stands under it.
  struct Field: Hashable, Sendable {
    let key: String
    let content: Content
    /// Whether the law hash covers it.
    let isLaw: Bool
  }

  /// What names the part among all.
  struct Key: Hashable, Sendable {
    let area: PackComparison.Area
    let path: [String]
  }

  let area: PackComparison.Area
  let path: [String]
  let label: Bilingual?
  private(set) var fields: [Field] = []

  var key: Key { Key(area: area, path: path) }

  init(_ area: PackComparison.Area, _ path: [String], label: Bilingual? = nil) {
    self.area = area
    self.path = path
    self.label = label
    if let label { wording("label", .bilingual(label)) }
  }

  // MARK: Laying out

  private mutating func put(_ key: String, _ content: Content?, isLaw: Bool) {
    if let content { fields.append(Field(key: key, content: content, isLaw: isLaw)) }
  }

  /// What the law hash covers.
  mutating func law(_ key: String, _ content: Content?) { put(key, content, isLaw: true) }

  /// What it does not cover.
  mutating func wording(_ key: String, _ content: Content?) { put(key, content, isLaw: false) }

  /// What the law hash covers, in a pack that has the key at all.
  mutating func law(_ key: String, _ names: [String], sorted: Bool = true) {
    if !names.isEmpty { law(key, .names(sorted ? names.sorted() : names)) }
  }

  /// A switch that the law hash covers, where it is on.
  mutating func law(_ key: String, _ flag: Bool) {
    if flag { law(key, .flag(true)) }
  }

  /// An expression that the law hash covers.
  mutating func law(_ key: String, _ expression: Expression?) {
    law(key, Content(expression))
  }
}

extension PackPart.Content {
  /// A text, where there is one.
  init?(_ text: String?) {
    guard let text else { return nil }
    self = .text(text)
  }

  /// A day, where there is one.
  init?(_ date: CalendarDate?) {
    guard let date else { return nil }
    self = .value(.date(date))
  }

  /// An expression, where there is one.
  init?(_ expression: Expression?) {
    guard let expression else { return nil }
    self = .expression(expression.normalisedSource)
  }

  /// A text in both languages, where there is one.
  init?(_ text: Bilingual?) {
    guard let text else { return nil }
    self = .bilingual(text)
  }
}
