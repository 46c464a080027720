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
    // Most facts lie in no row, and every decision goes through all of them.
    guard
      let (open, close, key) = path.utf8.withContiguousStorageIfAvailable(Self.row)
        ?? Array(path.utf8).withUnsafeBufferPointer(Self.row)
    else { return nil }
    let bytes = path.utf8
    let after = bytes.index(bytes.startIndex, offsetBy: close + 1)
    if after == bytes.endIndex {
      field = nil
    } else {
      guard bytes[after] == UInt8(ascii: ".") else { return nil }
      field = String(path[bytes.index(after: after)...])
    }
    group = String(path[..<bytes.index(bytes.startIndex, offsetBy: open)])
    self.key = key
  }

  /// Where the first brackets of a path stand, and the key in them.
  private static func row(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (open: Int, close: Int, key: Int64)? {
    guard let open = bytes.firstIndex(of: UInt8(ascii: "[")) else { return nil }
    var position = open + 1
    let isNegative = position < bytes.count && bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let digits = position
    var key: Int64 = 0
    while position < bytes.count,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
    {
      let (product, overflow) = key.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(
        Int64(bytes[position] - UInt8(ascii: "0")))
      guard !overflow, !carry else { return nil }
      key = sum
      position += 1
    }
    guard position > digits, position < bytes.count, bytes[position] == UInt8(ascii: "]") else {
      return nil
    }
    return (open, position, isNegative ? -key : key)
  }
}
