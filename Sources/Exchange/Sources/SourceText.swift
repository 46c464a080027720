import Quantities

/// The text of a file, to turn marks into places.
struct SourceText {
  /// The file, as the user named it.
  let file: String
  /// The text in UTF-8.
  let bytes: [UInt8]

  /// A mark as a place.
  func place(of mark: Mark?, field: String? = nil) -> Problem.Place {
    switch mark {
    case nil: return Problem.Place(file: file, field: field)
    case .at(let line, let column):
      return Problem.Place(file: file, line: line, column: column, field: field)
    case .offset(let offset):
      let before = bytes[..<min(offset, bytes.count)]
      let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      return Problem.Place(
        file: file, line: before.count { $0 == 0x0A } + 1,
        column: before[start...].count { $0 & 0xC0 != 0x80 } + 1, field: field)
    }
  }
}
