/// A piece of an application file, whatever the file's form, with the mark where it stands.
struct SourceNode: Sendable {
  /// What a node is.
  indirect enum Content: Sendable {
    /// Text as written; numbers, true and false too.
    case text(String)
    /// Nothing: `null`, `~`, or nothing at all.
    case null
    case list([SourceNode])
    case map([Entry])
  }

  /// A key with its value.
  struct Entry: Sendable {
    let key: String
    let mark: Mark
    let value: SourceNode
  }

  /// What it is.
  let content: Content
  /// Where it begins.
  let mark: Mark

  /// What kind of thing it is, for messages.
  var kind: String {
    switch content {
    case .text: "text"
    case .null: "null"
    case .list: "list"
    case .map: "map"
    }
  }
}

/// Where something stands; lines are counted only when somebody asks.
enum Mark: Hashable, Sendable {
  /// Bytes from the beginning of the text.
  case offset(Int)
  /// Line and column, from 1.
  case at(line: Int, column: Int)
}
