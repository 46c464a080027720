package import Quantities

/// An expression that a pack says once, under a name, and uses by that name.
///
/// Where it is used it is checked anew, with the names that there are at that place.
package struct Definition: Hashable, Sendable, Codable {
  /// The name.
  package let id: String
  /// What people call it.
  package let label: Bilingual
  /// The text as the pack has it; it may use other definitions.
  package let source: String

  /// A definition.
  package init(id: String, label: Bilingual, source: String) {
    self.id = id
    self.label = label
    self.source = source
  }
}
