package import Quantities

/// The office's own settings; each event of this kind states them anew.
package struct OfficeSettings: Hashable, Sendable, Codable {
  /// The office as screens and papers name it.
  package var name: Bilingual
  /// Minutes east of UTC by which the office's days are counted, whatever the machine's zone.
  package var utcOffsetMinutes: Int
  /// Minutes east of UTC where nothing else is said: China Standard Time.
  package static let standardOffset = 480
  /// Whether the store is for training: one may act as another and on another day.
  package var allowsActingAs: Bool
  /// The id of the pack for new cases where nothing else is said; nil for none.
  package var defaultPack: String?
  /// Settings.
  package init(
    name: Bilingual, utcOffsetMinutes: Int, allowsActingAs: Bool, defaultPack: String?
  ) {
    self.name = name
    self.utcOffsetMinutes = utcOffsetMinutes
    self.allowsActingAs = allowsActingAs
    self.defaultPack = defaultPack
  }
}
