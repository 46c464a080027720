package import Quantities

/// Something that an action asks the person for.
package struct Input: Hashable, Sendable, Codable {
  /// The id, such as `opinion` or `served_on`.
  package var id: String
  /// What it is called.
  package var label: Bilingual
  /// Its type.
  package var type: ValueType
  /// The names of the options of a choice, by option.
  package var options: [String: Bilingual]
  /// The least number allowed, for counts; for scores in hundredths.
  package var minimum: Int64?
  /// The greatest number allowed, for counts; for scores in hundredths.
  package var maximum: Int64?

  /// An input.
  package init(
    id: String, label: Bilingual, type: ValueType, options: [String: Bilingual] = [:],
    minimum: Int64? = nil, maximum: Int64? = nil
  ) {
    self.id = id
    self.label = label
    self.type = type
    self.options = options
    self.minimum = minimum
    self.maximum = maximum
  }
}
