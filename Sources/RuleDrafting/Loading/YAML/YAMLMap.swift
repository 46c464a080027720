package import Quantities

/// A map whose keys were checked against those that it may have.
package struct YAMLMap: Hashable, Sendable {
  /// Where it begins.
  package let place: Problem.Place
  /// Its entries, unknown ones left out.
  package let entries: [YAMLNode.Entry]

  /// The value of a key; nil where the key is missing.
  package func node(_ key: String) -> YAMLNode? { entries.first { $0.key == key }?.value }

  /// The value of a key; nil where it is missing or says `null`.
  package subscript(_ key: String) -> YAMLNode? {
    guard let node = node(key), !node.isNull || node.isEmpty else { return nil }
    return node
  }
}
