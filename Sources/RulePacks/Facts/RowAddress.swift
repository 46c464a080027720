/// A path that leads into a row: `finance[2024].rd`, or to the row itself: `finance[2024]`.
package struct RowAddress: Hashable, Sendable {
  /// The table or list.
  package let group: String
  /// The key or index.
  package let key: Int64
  /// The field; nil for the row itself.
  package let field: String?

  /// Reads a path; nil for paths that lead into no row.
  package init?(_ path: FactPath) {
    let bytes = path.utf8
    guard let open = bytes.firstIndex(of: UInt8(ascii: "[")),
      let close = bytes[open...].firstIndex(of: UInt8(ascii: "]")),
      let key = Int64(path[bytes.index(after: open)..<close])
    else { return nil }
    let after = bytes.index(after: close)
    if after == bytes.endIndex {
      field = nil
    } else {
      guard bytes[after] == UInt8(ascii: ".") else { return nil }
      field = String(path[bytes.index(after: after)...])
    }
    group = String(path[..<open])
    self.key = key
  }
}
