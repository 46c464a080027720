package import Quantities
package import RulePacks

/// The bureau set a value on which the regulation is silent.
package struct PracticeSet: Hashable, Sendable, Codable {
  /// The id of the pack that leaves the value open.
  package var pack: String
  /// The id of the item in that pack.
  package var item: String
  /// The value, of the type that the pack states for the item.
  package var value: Value
  /// For periods: whether the first day counts; nil to keep what the pack suggests.
  package var countsFirstDay: Bool?
  /// The first day on which it holds.
  package var from: CalendarDate
  /// The decision or notice that it rests on; nil where none was named.
  package var basis: String?
  /// A value set.
  package init(
    pack: String, item: String, value: Value, countsFirstDay: Bool?, from: CalendarDate,
    basis: String?
  ) {
    self.pack = pack
    self.item = item
    self.value = value
    self.countsFirstDay = countsFirstDay
    self.from = from
    self.basis = basis
  }
}
