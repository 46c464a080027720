import TerminalUI

/// A field for the path of a file, with what the folder holds below it.
struct PathPicker: Sendable, Hashable {
  /// The path as it is typed.
  var field: TextField
  /// What the folder holds that begins as the path does; folders end with `/`.
  private(set) var names: [String] = []
  /// The name with the cursor; nil while the field has it.
  private(set) var cursor: Int?

  /// A field.
  init(_ path: String = "") { field = TextField(path) }

  /// What was typed.
  var path: String { field.text }

  /// Takes in what a folder holds.
  mutating func take(_ listing: ListFolderErrand.Listing) {
    guard listing.path == path else { return }
    names = listing.names
    if let place = cursor, place >= names.count { cursor = nil }
  }

  /// Takes a key or a pasted text.
  ///
  /// - Returns: whether the path changed; nil where the event means nothing here.
  mutating func update(_ event: InputEvent) -> Bool? {
    guard case .key(let key) = event else { return field.update(event) == .changed }
    switch key {
    case .down:
      guard !names.isEmpty else { return nil }
      cursor = min((cursor ?? -1) + 1, names.count - 1)
      return false
    case .up:
      guard let place = cursor else { return nil }
      cursor = place > 0 ? place - 1 : nil
      return false
    default:
      let reply = field.update(event)
      guard reply != .ignored else { return nil }
      cursor = nil
      return reply == .changed
    }
  }

  /// Completes the path as far as all names agree.
  ///
  /// - Returns: whether the path changed.
  mutating func complete() -> Bool {
    if let cursor {
      choose(cursor)
      return true
    }
    guard var common = names.first else { return false }
    for name in names { common = common.commonPrefix(with: name) }
    let completed = folder + common
    guard completed.count > path.count else { return false }
    field.text = completed
    return true
  }

  /// Takes a name into the path.
  mutating func choose(_ index: Int) {
    guard names.indices.contains(index) else { return }
    field.text = folder + names[index]
    cursor = nil
  }

  /// The name with the cursor, where it has one.
  var chosen: String? { cursor.map { names[$0] } }

  private var folder: String { Self.folder(of: path) }

  /// A path up to its last `/`; empty where it has none.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// Draws the names that complete the path.
  func drawNames(into frame: inout Frame, _ rect: Rect) {
    let first = max(0, (cursor ?? 0) - rect.rows + 1)
    for row in 0..<max(0, min(rect.rows, names.count - first)) {
      let index = first + row
      let line = rect.line(row)
      frame.put(
        names[index], in: line,
        style: index == cursor
          ? Style(.text, on: .selection)
          : Style(names[index].hasSuffix("/") ? .accent : .text))
      if index == cursor { frame.cursor = line.origin }
      frame.hit(line, id: Region.row.id(index))
    }
  }
}

extension String {
  /// What two texts begin with alike.
  fileprivate func commonPrefix(with other: String) -> String {
    var common = ""
    for (left, right) in zip(self, other) {
      guard left == right else { break }
      common.append(left)
    }
    return common
  }
}
