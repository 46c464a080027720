package import Quantities

/// A value on which the regulation is silent, to be set by the bureau; never shown as law.
package struct PracticeItem: Hashable, Sendable, Codable {
  /// The id, such as `publicity`.
  package var id: String
  /// What it is.
  package var label: Bilingual
  /// The article that is silent.
  package var cites: Citation
  /// Its type.
  package var type: ValueType
  /// The names of the options of a choice.
  package var options: [String: Bilingual]
  /// The value that stands until the bureau sets its own.
  package var suggested: Value
  /// For periods: whether the first day counts.
  package var countsFirstDay: Bool
  /// Why the value is suggested.
  package var note: Bilingual?

  /// An item.
  package init(
    id: String, label: Bilingual, cites: Citation, type: ValueType, options: [String: Bilingual],
    suggested: Value, countsFirstDay: Bool, note: Bilingual?
  ) {
    self.id = id
    self.label = label
    self.cites = cites
    self.type = type
    self.options = options
    self.suggested = suggested
    self.countsFirstDay = countsFirstDay
    self.note = note
  }
}
