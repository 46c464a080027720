package import Quantities

/// A piece of YAML with the place where it stands; scalars keep the text as it was written.
///
/// YAML's own types (`no`, `0111`, `12:30`) are never resolved: what a text means is for its reader
/// to say.
package struct YAMLNode: Hashable, Sendable {
  /// How a scalar was written.
  package enum Style: Hashable, Sendable {
    case plain
    case quoted
    /// After `|`: several lines, kept as they are.
    case literal
    /// After `>`: lines joined, so that places inside it are lost.
    case folded
  }

  /// What a node is.
  package indirect enum Content: Hashable, Sendable {
    case scalar(String, Style)
    case list([YAMLNode])
    case map([Entry])
  }

  /// A key with its value.
  package struct Entry: Hashable, Sendable {
    /// The key as it was written.
    package let key: String
    /// Where the key stands.
    package let place: Problem.Place
    /// The value.
    package let value: YAMLNode
  }

  /// What it is.
  package let content: Content
  /// Where it begins.
  package let place: Problem.Place
  /// Where the first character of a scalar's text stands: after a quotation mark, on the line after
  /// `|`.
  package let textPlace: Problem.Place

  /// The text of a scalar.
  package var text: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }

  /// Whether nothing was written at all.
  package var isEmpty: Bool {
    if case .scalar("", .plain) = content { return true }
    return false
  }

  /// Whether it says that there is no value: `null`, `~` or nothing, not quoted.
  package var isNull: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return text.isEmpty || text == "~" || text == "null" || text == "Null" || text == "NULL"
  }

  /// The items of a list.
  package var items: [YAMLNode]? {
    if case .list(let items) = content { return items }
    return nil
  }

  /// The entries of a map, in the order in which they were written.
  package var entries: [Entry]? {
    if case .map(let entries) = content { return entries }
    return nil
  }
}
